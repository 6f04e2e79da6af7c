using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Styrkedja.Store.People;

/// <summary>The table of accounts: opened, found, changed, closed and erased.</summary>
public sealed class Accounts
{
    private const string Columns = "id, name, email, holder, subject, kind, administrator, opened, closed, erased, stamp";

    private readonly PeopleFile _file;

    internal Accounts(PeopleFile file) => _file = file;

    /// <summary>An opaque id of someone who holds offices, made at random.</summary>
    public static string NewHolder() => "h-" + RandomNumberGenerator.GetHexString(10, lowercase: true);

    /// <summary>Opens an account; nothing when its holder or subject has one already.</summary>
    public Account? Open(string name, string? email, string? holder, string? subject, AccountKind kind, DateTimeOffset now)
    {
        var account = new Account(RandomNumberGenerator.GetHexString(16, lowercase: true), name, email, holder ?? NewHolder(), subject, kind, false, PeopleFile.Moment(PeopleFile.Moment(now)), null, null, NewStamp());
        var added = _file.Run(
            $"INSERT INTO account ({Columns}) VALUES ($id, $name, $email, $holder, $subject, $kind, 0, $opened, NULL, NULL, $stamp) ON CONFLICT DO NOTHING",
            ("$id", account.Id), ("$name", name), ("$email", email), ("$holder", account.Holder), ("$subject", subject), ("$kind", kind.ToString()), ("$opened", PeopleFile.Moment(now)), ("$stamp", account.Stamp));
        return added == 1 ? account : null;
    }

    public Account? Find(string id) => One("id = $key", id);

    public Account? OfHolder(string holder) => One("holder = $key", holder);

    public Account? OfSubject(string subject) => One("subject = $key", subject);

    /// <summary>Every account that has ever been opened, the open ones first, by name.</summary>
    public IReadOnlyList<Account> All() => _file.All($"SELECT {Columns} FROM account ORDER BY closed IS NOT NULL, erased IS NOT NULL, name COLLATE NOCASE, id", Read);

    /// <summary>The open accounts of those who look after accounts, the demo's not among them.</summary>
    public IReadOnlyList<Account> Administrators() => [.. All().Where(a => a is { Administrator: true, IsOpen: true, Kind: not AccountKind.Demo })];

    /// <summary>Gives or takes the care of accounts.</summary>
    public void SetAdministrator(string id, bool administrator) => _file.Run("UPDATE account SET administrator = $is WHERE id = $id", ("$id", id), ("$is", administrator ? 1 : 0));

    /// <summary>Ties an open account to a holder that appointments name; false when the holder has another account.</summary>
    public bool TieTo(string id, string holder) =>
        OfHolder(holder) is not { } other ? _file.Run("UPDATE account SET holder = $holder WHERE id = $id AND erased IS NULL", ("$id", id), ("$holder", holder)) == 1 : other.Id == id;

    /// <summary>Closes an account: nobody signs in to it any more, and what was begun has ended.</summary>
    public void Close(string id, DateTimeOffset now) => _file.Together(() =>
    {
        _file.Run("UPDATE account SET closed = coalesce(closed, $now), administrator = 0, stamp = $stamp WHERE id = $id", ("$id", id), ("$now", PeopleFile.Moment(now)), ("$stamp", NewStamp()));
        _file.Run("DELETE FROM code WHERE account = $id", ("$id", id));
        return _file.Sessions.EndAll(id, now);
    });

    /// <summary>Takes away all that is personal: name, address, who it is at the provider, passkeys, codes, sessions and the feed's rows. The opaque holder id is left, for the
    /// journal names it.</summary>
    public void Erase(string id, DateTimeOffset now)
    {
        if (Find(id) is not { } account)
            return;
        _file.Together(() =>
        {
            foreach (var table in new[] { "passkey", "code", "session" })
                _file.Run($"DELETE FROM {table} WHERE account = $id", ("$id", id));
            _file.Run("DELETE FROM feed_office WHERE person = $person", ("$person", account.PersonKey));
            return _file.Run(
                "UPDATE account SET name = '', email = NULL, subject = NULL, administrator = 0, closed = coalesce(closed, $now), erased = coalesce(erased, $now), stamp = $stamp WHERE id = $id",
                ("$id", id), ("$now", PeopleFile.Moment(now)), ("$stamp", NewStamp()));
        });
        _file.EmptyLog();
    }

    internal static string NewStamp() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    private Account? One(string where, string key) => _file.First($"SELECT {Columns} FROM account WHERE {where}", Read, ("$key", key));

    private static Account Read(SqliteDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        PeopleFile.TextAt(row, 2),
        row.GetString(3),
        PeopleFile.TextAt(row, 4),
        Enum.Parse<AccountKind>(row.GetString(5)),
        row.GetInt64(6) != 0,
        PeopleFile.Moment(row.GetInt64(7)),
        PeopleFile.MomentAt(row, 8),
        PeopleFile.MomentAt(row, 9),
        row.GetString(10));
}
