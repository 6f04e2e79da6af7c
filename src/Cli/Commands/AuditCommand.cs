using System.CommandLine;
using System.Globalization;
using Styrkedja.App.Auditing;
using Styrkedja.App.Texts;
using Styrkedja.Store.Audit;

namespace Styrkedja.Cli.Commands;

/// <summary>styrkedja audit: the events of the audit log that answer, the newest first; audit pseudonymise forgets who it was in old ones.</summary>
internal static class AuditCommand
{
    public static Command Make(Texts texts)
    {
        var asked = new Asked(texts);
        var from = new Option<string?>("--from") { Description = texts["cli.audit.from"], HelpName = "DATE" };
        var to = new Option<string?>("--to") { Description = texts["cli.audit.to"], HelpName = "DATE" };
        var kind = new Option<string?>("--kind") { Description = texts["cli.audit.kind"] };
        kind.AcceptOnlyFromAmong([.. AuditWords.Kinds]);
        var who = new Option<string?>("--who") { Description = texts["cli.audit.who"], HelpName = "ACCOUNT" };
        var office = new Option<string?>("--office") { Description = texts["cli.audit.office"], HelpName = "ID" };
        var format = Asked.FormatOption(texts, "text", "json", "csv");
        var command = new Command("audit", texts["cli.audit"]) { from, to, kind, who, office, asked.Data, format };
        command.Subcommands.Add(Pseudonymise(texts));
        command.SetAction(result =>
        {
            if (!Day(texts, result.GetValue(from), out var first) || !Day(texts, result.GetValue(to), out var last))
                return Exit.WrongUsage;
            using var archive = asked.Open(result);
            using var log = new AuditLog(archive.Folder);
            // The newest event there is before this reading writes its own.
            var newest = log.Search(new()) is [var row, ..] ? row.Number : 0;
            var question = new AuditQuestion(AuditWords.Kind(result.GetValue(kind)), null, result.GetValue(who), result.GetValue(office), null, first, last, null, newest + 1);
            log.Write(new(DateTimeOffset.UtcNow, result.GetValue(format) == "text" ? AuditKind.AuditRead : AuditKind.Export, AuditOutcome.Done, Acting.Of(result, archive, TimeProvider.System)!.Account, Object: "audit-log"));
            Print(texts, log.All(question), result.GetValue(format)!);
            return Exit.Done;
        });
        return command;
    }

    private static Command Pseudonymise(Texts texts)
    {
        var asked = new Asked(texts);
        var command = new Command("pseudonymise", texts["cli.audit.pseudonymise"]) { asked.Data };
        command.SetAction(result =>
        {
            using var archive = asked.Open(result);
            var (retention, faults) = AuditRetention.Read(archive.Folder);
            foreach (var fault in faults)
                Printed.Told(texts, fault);
            if (retention is null)
                return Exit.Refused;
            using var log = new AuditLog(archive.Folder);
            Console.Out.WriteLine(texts["cli.audit.pseudonymised", ("count", log.Pseudonymise(DateTimeOffset.UtcNow, retention))]);
            return Exit.Done;
        });
        return command;
    }

    private static void Print(Texts texts, IEnumerable<AuditRow> rows, string format)
    {
        if (format != "text")
        {
            using var output = Console.OpenStandardOutput();
            if (format == "csv")
                AuditExport.Csv(rows, output);
            else
                AuditExport.JsonLines(rows, output);
            return;
        }

        var any = false;
        foreach (var row in rows)
        {
            any = true;
            var where = string.Join(' ', new[] { row.Office, row.Object, row.Reason, row.From }.OfType<string>());
            Console.Out.WriteLine($"{row.Number,6}  {AuditExport.Moment(row)}  {texts[$"audit.kind.{row.Kind}"]}, {texts[$"audit.outcome.{row.Outcome}"]}  {row.Who ?? row.Pseudonym}  {where}".TrimEnd());
        }

        if (!any)
            Console.Out.WriteLine(texts["cli.audit.none"]);
    }

    private static bool Day(Texts texts, string? text, out DateOnly? day)
    {
        day = null;
        if (text is null)
            return true;
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
        {
            Console.Error.WriteLine(texts["cli.audit.not-a-day", ("found", text)]);
            return false;
        }

        day = read;
        return true;
    }
}
