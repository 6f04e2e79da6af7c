using System.CommandLine;
using Styrkedja.App.Archive;
using Styrkedja.App.Auditing;
using Styrkedja.App.Permitting;
using Styrkedja.App.Texts;
using Styrkedja.Provenance;
using Styrkedja.Rights;
using Styrkedja.Store.People;

namespace Styrkedja.Cli.Commands;

/// <summary>In whose name a command is run: the owner of the files, or with --as someone who has an account, with the rights of the offices held today and no others.</summary>
/// <remarks>Whoever can read the files is not kept out by this; it says in whose name something is done, so that it is judged and noted as theirs.</remarks>
internal sealed class Acting
{
    private const string Name = "--as";

    private readonly RegionArchive _archive;
    private readonly RegionToday _today;
    private readonly TimeProvider _clock;

    private Acting(RegionArchive archive, TimeProvider clock, OfficeHolder holder, string account)
    {
        (_archive, _clock, _today) = (archive, clock, new(archive, clock));
        (Holder, Account) = (holder, account);
    }

    public OfficeHolder Holder { get; }

    /// <summary>Id of the account, or the name of the machine's own user at the console.</summary>
    public string Account { get; }

    public static Option<string?> Option(Texts texts) => new(Name) { Description = texts["cli.as"], Recursive = true, HelpName = "ACCOUNT" };

    /// <summary>The account named by --as; nothing when the owner of the files runs the command.</summary>
    public static string? Asked(ParseResult asked) => asked.GetValue<string?>(Name);

    /// <summary>Who it is; nothing when no open account has the id, holder or name.</summary>
    public static Acting? Of(ParseResult asked, RegionArchive archive, TimeProvider clock)
    {
        if (Asked(asked) is not { } named)
            return new(archive, clock, OfficeHolder.Console, ConsoleUser.Name);
        using var people = PeopleFile.Open(archive.Folder);
        return people.Accounts.All().Where(a => a.IsOpen && (a.Id == named || a.Holder == named || a.Name == named)).ToList() is [var account]
            ? new(archive, clock, new Holders(people).Of(account, new RegionToday(archive, clock).State), account.Id)
            : null;
    }

    /// <summary>Whether they have a right; nothing is told or noted.</summary>
    public bool Sees(Right right, string? about) => Policy.May(Holder, right, about, _today.State).Allowed;

    /// <summary>Whether they may; when not, the reason is told and noted.</summary>
    public bool May(Right right, string? about, string what, Texts texts)
    {
        if (Policy.May(Holder, right, about, _today.State).Refusal is not { } refusal)
            return true;
        Refused(refusal, what, texts);
        return false;
    }

    /// <summary>Tells and notes that something was refused.</summary>
    public void Refused(Refusal refusal, string what, Texts texts)
    {
        Note(AuditKind.Refused, AuditOutcome.Refused, null, what, $"{KeyWord.Of(refusal.Right)} {KeyWord.Of(refusal.Reason)}");
        Console.Error.WriteLine(RefusalSentences.Of(texts, refusal, _today.State));
    }

    /// <summary>The permission to see protected data about something, noted as seen; nothing, and the reason told, when there is none.</summary>
    public bool MayReadProtected(Right right, string? about, string what, Texts texts)
    {
        var permission = Policy.May(Holder, right, about, _today.State);
        if (permission.Refusal is { } refusal)
        {
            Refused(refusal, what, texts);
            return false;
        }

        Note(AuditKind.ProtectedRead, AuditOutcome.Done, permission.Grounds[0].Office?.Office, what, permission.Grounds[0].Access?.Act.Id);
        return true;
    }

    /// <summary>Writes in the audit log; when that cannot be done, what it is about must not happen.</summary>
    public void Note(AuditKind kind, AuditOutcome outcome, string? office, string what, string? reason)
    {
        using var log = new AuditLog(_archive.Folder);
        log.Write(new(_clock.GetUtcNow(), kind, outcome, Account, office, what, reason));
    }
}
