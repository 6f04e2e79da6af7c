using Microsoft.Data.Sqlite;

namespace Styrkedja.Store.People;

/// <summary>A key in someone's device or safe that signs in without a password; here is only its public half.</summary>
/// <param name="SignCount">How often the device says that it has signed; a number that goes back may mean a copy.</param>
/// <param name="Transports">How the device can be reached, in the words of WebAuthn.</param>
public sealed record Passkey(
    byte[] CredentialId,
    byte[] PublicKey,
    string? Name,
    DateTimeOffset Created,
    uint SignCount,
    IReadOnlyList<string>? Transports,
    bool IsUserVerified,
    bool IsBackupEligible,
    bool IsBackedUp,
    byte[] AttestationObject,
    byte[] ClientDataJson);

/// <summary>The table of passkeys, each of one account.</summary>
public sealed class Passkeys
{
    private const string Columns = "credential, public_key, name, created, sign_count, transports, user_verified, backup_eligible, backed_up, attestation, client_data";

    private readonly PeopleFile _file;

    internal Passkeys(PeopleFile file) => _file = file;

    /// <summary>Adds a passkey to an account, or keeps what has changed in one it has; false when it is another account's.</summary>
    public bool Put(string account, Passkey key) => _file.Run(
        $"""
        INSERT INTO passkey (account, {Columns}) VALUES ($account, $credential, $key, $name, $created, $count, $transports, $verified, $eligible, $backed, $attestation, $client)
        ON CONFLICT (credential) DO UPDATE SET name = excluded.name, sign_count = excluded.sign_count, user_verified = excluded.user_verified, backed_up = excluded.backed_up
            WHERE account = excluded.account
        """,
        ("$account", account),
        ("$credential", key.CredentialId),
        ("$key", key.PublicKey),
        ("$name", key.Name),
        ("$created", PeopleFile.Moment(key.Created)),
        ("$count", (long)key.SignCount),
        ("$transports", key.Transports is null ? null : string.Join(' ', key.Transports)),
        ("$verified", key.IsUserVerified ? 1 : 0),
        ("$eligible", key.IsBackupEligible ? 1 : 0),
        ("$backed", key.IsBackedUp ? 1 : 0),
        ("$attestation", key.AttestationObject),
        ("$client", key.ClientDataJson)) == 1;

    /// <summary>The passkeys of an account, the oldest first.</summary>
    public IReadOnlyList<Passkey> Of(string account) => _file.All($"SELECT {Columns} FROM passkey WHERE account = $account ORDER BY created, credential", Read, ("$account", account));

    /// <summary>The account that a passkey belongs to.</summary>
    public string? AccountOf(byte[] credential) => _file.First("SELECT account FROM passkey WHERE credential = $credential", row => row.GetString(0), ("$credential", credential));

    /// <summary>Takes a passkey away; false when the account has no such key.</summary>
    public bool Remove(string account, byte[] credential) =>
        _file.Run("DELETE FROM passkey WHERE account = $account AND credential = $credential", ("$account", account), ("$credential", credential)) == 1;

    private static Passkey Read(SqliteDataReader row) => new(
        (byte[])row[0],
        (byte[])row[1],
        PeopleFile.TextAt(row, 2),
        PeopleFile.Moment(row.GetInt64(3)),
        (uint)row.GetInt64(4),
        PeopleFile.TextAt(row, 5)?.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        row.GetInt64(6) != 0,
        row.GetInt64(7) != 0,
        row.GetInt64(8) != 0,
        (byte[])row[9],
        (byte[])row[10]);
}
