using System.CommandLine;
using System.CommandLine.Help;
using Styrkedja.App.Archive;
using Styrkedja.App.Auditing;
using Styrkedja.App.Texts;
using Styrkedja.Rights;

namespace Styrkedja.Cli.Commands;

/// <summary>The gate before every command: which right it wants, and what of it is noted. A command that is not named here is not run.</summary>
internal static class CommandGate
{
    private static readonly Dictionary<string, (Right Wants, AuditKind? Noted)> s_commands = new(StringComparer.Ordinal)
    {
        ["serve"] = (Right.Operate, null),
        ["demo"] = (Right.Operate, null),
        // Each decision is asked about by itself when the files have been read.
        ["adopt"] = (Right.SeeOwnWork, AuditKind.Decision),
        ["import sie"] = (Right.ImportFacts, AuditKind.Import),
        ["import ledger"] = (Right.ImportFacts, AuditKind.Import),
        ["import staff"] = (Right.ImportFacts, AuditKind.Import),
        ["import indicators"] = (Right.ImportFacts, AuditKind.Import),
        // Whoever hands in protected rows has them before their eyes when a fault is told.
        ["import contacts"] = (Right.ImportFacts, AuditKind.Import),
        ["import listings"] = (Right.ImportFacts, AuditKind.Import),
        ["import group-costs"] = (Right.ImportFacts, AuditKind.Import),
        // Sums by agreement, some of them of few contacts. To approve is asked about by itself, since it freezes the month and moves money.
        ["settle"] = (Right.SeeRows, AuditKind.Write),
        // Access to care contacts is asked about and noted by itself when the region is open.
        ["check-invoices"] = (Right.SeeRows, null),
        ["fetch kolada"] = (Right.ImportFacts, AuditKind.Import),
        ["fetch scb"] = (Right.ImportFacts, AuditKind.Import),
        ["import offices"] = (Right.AdministerAccounts, AuditKind.Import),
        ["documents"] = (Right.KeepDiary, AuditKind.Write),
        ["follow-up"] = (Right.SeePublic, null),
        ["statements"] = (Right.SeePublic, null),
        ["forecasts"] = (Right.SeePublic, null),
        ["deviations"] = (Right.SeePublic, null),
        ["month-end"] = (Right.SeePublic, null),
        ["measures"] = (Right.SeePublic, null),
        ["internal-control"] = (Right.SeePublic, null),
        ["report annual"] = (Right.SeePublic, null),
        ["report preliminary"] = (Right.SeePublic, null),
        ["report interim"] = (Right.SeePublic, null),
        ["report follow-up"] = (Right.SeePublic, null),
        ["report month"] = (Right.SeePublic, null),
        ["report plan"] = (Right.SeePublic, null),
        ["report distribution"] = (Right.SeePublic, null),
        ["report activity-plan"] = (Right.SeePublic, null),
        // Rows and their texts are asked about by themselves.
        ["explain"] = (Right.SeePublic, null),
        ["what-if"] = (Right.SeePublic, null),
        ["diff"] = (Right.SeePublic, null),
        ["orphans"] = (Right.SeePublic, null),
        ["calendar"] = (Right.SeePublic, null),
        // Names holders and writes to people, so it belongs to whoever runs the program.
        ["remind"] = (Right.Operate, AuditKind.Write),
        ["search"] = (Right.SeePublic, null),
        ["schema"] = (Right.SeePublic, null),
        // The journal and its decisions are told whole, secret cases included.
        ["journal"] = (Right.Operate, null),
        ["export decisions"] = (Right.Operate, AuditKind.Export),
        ["export sie"] = (Right.SeePublic, null),
        ["verify"] = (Right.Operate, null),
        ["account first"] = (Right.Operate, AuditKind.AccountChanged),
        ["account list"] = (Right.AdministerAccounts, null),
        ["account open"] = (Right.AdministerAccounts, AuditKind.AccountChanged),
        ["account code"] = (Right.AdministerAccounts, AuditKind.AccountChanged),
        ["account close"] = (Right.AdministerAccounts, AuditKind.AccountChanged),
        ["account erase"] = (Right.AdministerAccounts, AuditKind.AccountChanged),
        ["audit"] = (Right.SeeAuditLog, null),
        ["audit pseudonymise"] = (Right.Operate, null),
    };

    /// <summary>Every command that has a row, by the words it is called by.</summary>
    public static IEnumerable<string> Commands => s_commands.Keys;

    /// <summary>The answer to a command that is turned away; nothing when it may be run, and then what is to be noted of it stands in the audit log.</summary>
    public static int? Turns(ParseResult asked, Texts texts, TimeProvider clock)
    {
        var path = CommandTree.PathOf(asked);
        if (asked.Action is null or HelpAction || path.Length == 0)
            return null;
        if (!s_commands.TryGetValue(path, out var command))
        {
            Console.Error.WriteLine(texts["cli.shut", ("command", path)]);
            return Exit.Refused;
        }

        var noted = asked.GetResult("--check") is null && asked.GetResult("--template") is null ? command.Noted : null;
        if (Acting.Asked(asked) is null && noted is null)
            return null;
        var folder = asked.GetResult("--data") is null ? null : asked.GetValue<string>("--data");
        // What asks no region anything is the same for all.
        if (folder is null && command.Wants == Right.SeePublic)
            return null;
        using var archive = RegionArchive.Open(folder ?? Asked.DefaultFolder);
        if (Acting.Of(asked, archive, clock) is not { } acting)
        {
            Console.Error.WriteLine(texts["cli.no-account", ("found", Acting.Asked(asked)!)]);
            return Exit.WrongUsage;
        }

        if (!acting.May(command.Wants, null, path, texts))
            return Exit.Refused;
        if (noted is { } kind)
            acting.Note(kind, AuditOutcome.Done, null, path, null);
        return null;
    }
}
