using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Styrkedja.Store.People;

/// <summary>The way in which someone signed in.</summary>
public enum SignInMethod { Provider, Passkey, Code, Demo }

/// <summary>A time during which someone is signed in, in one browser.</summary>
/// <param name="Id">Names the session in logs and lists; it opens nothing.</param>
/// <param name="Level">Level of assurance, 2 to 4, as Swedish e-identities count.</param>
/// <param name="AuthTime">When the person last proved who it is.</param>
/// <param name="Ended">When it ended, or when it was found to have run out.</param>
/// <param name="IdToken">What the provider wants back at sign-out; gone when the session has ended.</param>
/// <param name="IsStale">True when the account has been closed, erased or renewed since the session began.</param>
public sealed record Session(
    string Id,
    string Account,
    SignInMethod Method,
    int Level,
    DateTimeOffset Started,
    DateTimeOffset Seen,
    DateTimeOffset AuthTime,
    DateTimeOffset? Ended,
    string? IdToken,
    bool IsStale);

/// <summary>The table of sessions. The browser holds a random secret, the table its hash; whoever reads the table can be nobody else by it.</summary>
public sealed class Sessions
{
    private const int SecretBytes = 32;

    // A browser that comes back with a session that has ended is to be told so and lose no text; for so long the row is left.
    private static readonly TimeSpan s_remembered = TimeSpan.FromDays(2);

    private const string Question = """
        SELECT session.id, session.account, method, level, started, seen, auth_time, ended, id_token, session.stamp <> account.stamp OR account.closed IS NOT NULL
        FROM session JOIN account ON account.id = session.account
        """;

    private readonly PeopleFile _file;

    internal Sessions(PeopleFile file) => _file = file;

    /// <summary>Begins a session of an account, and gives the secret that its browser is to hold.</summary>
    public (string Secret, Session Session) Begin(Account account, SignInMethod method, int level, DateTimeOffset authTime, DateTimeOffset now, string? idToken = null)
    {
        var (secret, hash) = NewSecret();
        var id = "s-" + RandomNumberGenerator.GetHexString(16, lowercase: true);
        _file.Together(() =>
        {
            _file.Run("DELETE FROM session WHERE coalesce(ended, seen) < $old", ("$old", PeopleFile.Moment(now - s_remembered)));
            return _file.Run(
                """
                INSERT INTO session (id, secret, account, stamp, method, level, started, seen, auth_time, ended, id_token)
                VALUES ($id, $secret, $account, $stamp, $method, $level, $now, $now, $auth, NULL, $token)
                """,
                ("$id", id), ("$secret", hash), ("$account", account.Id), ("$stamp", account.Stamp), ("$method", method.ToString()), ("$level", level), ("$now", PeopleFile.Moment(now)), ("$auth", PeopleFile.Moment(authTime)), ("$token", idToken));
        });
        return (secret, Find(secret)!);
    }

    /// <summary>The session that a secret opens, also when it has ended.</summary>
    public Session? Find(string secret)
    {
        var bytes = new byte[SecretBytes];
        return Base64Url.IsValid(secret, out var length) && length == SecretBytes && Base64Url.TryDecodeFromChars(secret, bytes, out _)
            ? _file.First(Question + " WHERE secret = $secret", Read, ("$secret", SHA256.HashData(bytes)))
            : null;
    }

    /// <summary>The sessions of an account that have not ended, the latest first.</summary>
    public IReadOnlyList<Session> Of(string account) => _file.All(Question + " WHERE session.account = $account AND ended IS NULL ORDER BY seen DESC, session.id", Read, ("$account", account));

    /// <summary>The account of a session, also when it has ended.</summary>
    public string? AccountOf(string id) => _file.First("SELECT account FROM session WHERE id = $id", row => row.GetString(0), ("$id", id));

    public void Seen(string id, DateTimeOffset now) => _file.Run("UPDATE session SET seen = $now WHERE id = $id AND ended IS NULL", ("$id", id), ("$now", PeopleFile.Moment(now)));

    /// <summary>The person has proved again who it is: the session goes on under a new secret, with the level of the new proof.</summary>
    public string Renew(string id, SignInMethod method, int level, DateTimeOffset authTime, DateTimeOffset now, string? idToken)
    {
        var (secret, hash) = NewSecret();
        _file.Run(
            "UPDATE session SET secret = $secret, method = $method, level = $level, auth_time = $auth, seen = $now, id_token = coalesce($token, id_token) WHERE id = $id AND ended IS NULL",
            ("$id", id), ("$secret", hash), ("$method", method.ToString()), ("$level", level), ("$auth", PeopleFile.Moment(authTime)), ("$now", PeopleFile.Moment(now)), ("$token", idToken));
        return secret;
    }

    /// <summary>Ends a session; false when it had ended already.</summary>
    public bool End(string id, DateTimeOffset now) =>
        _file.Run("UPDATE session SET ended = $now, id_token = NULL WHERE id = $id AND ended IS NULL", ("$id", id), ("$now", PeopleFile.Moment(now))) == 1;

    /// <summary>Ends all sessions of an account, perhaps but one; the answer is how many.</summary>
    public int EndAll(string account, DateTimeOffset now, string? but = null) => _file.Run(
        "UPDATE session SET ended = $now, id_token = NULL WHERE account = $account AND ended IS NULL AND id IS NOT $but",
        ("$account", account), ("$now", PeopleFile.Moment(now)), ("$but", but));

    private static (string Secret, byte[] Hash) NewSecret()
    {
        var bytes = RandomNumberGenerator.GetBytes(SecretBytes);
        return (Base64Url.EncodeToString(bytes), SHA256.HashData(bytes));
    }

    private static Session Read(SqliteDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        Enum.Parse<SignInMethod>(row.GetString(2)),
        row.GetInt32(3),
        PeopleFile.Moment(row.GetInt64(4)),
        PeopleFile.Moment(row.GetInt64(5)),
        PeopleFile.Moment(row.GetInt64(6)),
        PeopleFile.MomentAt(row, 7),
        PeopleFile.TextAt(row, 8),
        row.GetInt64(9) != 0);
}
