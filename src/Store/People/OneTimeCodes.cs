using System.Security.Cryptography;
using System.Text;

namespace Styrkedja.Store.People;

/// <summary>What a one-time code is good for: signing in, or becoming the first who looks after accounts.</summary>
public enum CodePurpose { SignIn, FirstAdministrator }

/// <summary>The table of one-time codes. Only a hash of a code is kept; the code itself is told once, to whoever asked for it.</summary>
/// <remarks>A code is four groups of five letters out of 22, some 89 bits, so that guessing is no way in even without a limit on tries. Letters that look like others are left out.</remarks>
public sealed class OneTimeCodes
{
    private const string Letters = "ABCDEFGHJKLMNPRSTUWXYZ";
    private const int Groups = 4;
    private const int LettersOfGroup = 5;

    private readonly PeopleFile _file;

    internal OneTimeCodes(PeopleFile file) => _file = file;

    /// <summary>Makes a code for an account. Earlier codes of the account for the same purpose are no longer good.</summary>
    public string Issue(string account, CodePurpose purpose, DateTimeOffset now, TimeSpan good)
    {
        var code = string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Letters, LettersOfGroup)));
        _file.Together(() =>
        {
            _file.Run("DELETE FROM code WHERE (expires < $now AND purpose = 'SignIn') OR (account = $account AND purpose = $purpose)", ("$account", account), ("$purpose", purpose.ToString()), ("$now", PeopleFile.Moment(now)));
            return _file.Run(
                "INSERT INTO code (hash, account, purpose, issued, expires, used) VALUES ($hash, $account, $purpose, $now, $expires, NULL)",
                ("$hash", HashOf(code, purpose)), ("$account", account), ("$purpose", purpose.ToString()), ("$now", PeopleFile.Moment(now)), ("$expires", PeopleFile.Moment(now + good)));
        });
        return code;
    }

    /// <summary>Uses a code up: the account it was for; nothing when it is unknown, used or too old.</summary>
    public string? Use(string code, CodePurpose purpose, DateTimeOffset now) => _file.First(
        "UPDATE code SET used = $now WHERE hash = $hash AND used IS NULL AND expires > $now RETURNING account",
        row => row.GetString(0),
        ("$hash", HashOf(code, purpose)), ("$now", PeopleFile.Moment(now)));

    /// <summary>True when the account has a code for the purpose that nobody has used.</summary>
    public bool IsIssued(string account, CodePurpose purpose) =>
        _file.First("SELECT account FROM code WHERE account = $account AND purpose = $purpose AND used IS NULL", row => row.GetString(0), ("$account", account), ("$purpose", purpose.ToString())) is not null;

    /// <summary>Capitals or not, with hyphens, spaces or neither: it is the same code.</summary>
    private static byte[] HashOf(string code, CodePurpose purpose) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"styrkedja code {purpose} {string.Concat(code.Where(char.IsAsciiLetter)).ToUpperInvariant()}"));
}
