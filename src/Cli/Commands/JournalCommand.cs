using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Styrkedja.App.Texts;
using Styrkedja.Region;

namespace Styrkedja.Cli.Commands;

/// <summary>styrkedja journal: the entries, each with its position for --known-at.</summary>
internal static class JournalCommand
{
    public static Command Make(Texts texts)
    {
        var asked = new Asked(texts);
        var command = new Command("journal", texts["cli.journal"]) { asked.Data, asked.Format };
        command.SetAction(result =>
        {
            using var archive = asked.Open(result);
            var entries = archive.Entries();
            if (asked.Json(result))
                Printed.Json(new JsonArray([.. entries.Select(e => (JsonNode)Json(e))]));
            else
                Printed.Table([.. entries.Select(e => new[] { $"{e.Position,5}  {Moment(e)}  {KindOf(texts, e)}  {Title(e)}" })]);
            return Exit.Done;
        });
        return command;
    }

    private static JsonObject Json(Entry entry) => new()
    {
        ["position"] = entry.Position,
        ["recorded"] = Moment(entry),
        ["kind"] = entry switch { DecisionEntry => "decision", FactEntry => "facts", _ => "assessment" },
        ["title"] = Title(entry),
    };

    private static string KindOf(Texts texts, Entry entry) => entry switch
    {
        DecisionEntry => texts["cli.journal.decision"],
        FactEntry => texts["cli.journal.facts"],
        _ => texts["cli.journal.assessment"],
    };

    private static string Title(Entry entry) => entry switch
    {
        DecisionEntry d => $"{d.Decision.Body} {d.Decision.Id}: {d.Decision.Title.Sv}",
        FactEntry f => $"{f.Batch.SourceName} ({f.Batch.Rows})",
        AssessmentEntry a => $"{a.Assessment.By}: {a.Assessment.Subject} {a.Assessment.Period}",
        _ => "",
    };

    private static string Moment(Entry entry) => entry.Recorded.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
