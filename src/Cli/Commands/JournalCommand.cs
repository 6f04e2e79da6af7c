using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Styrkedja.App.Texts;
using Styrkedja.Region;

namespace Styrkedja.Cli.Commands;

/// <summary>styrkedja journal: the entries, each with its position for --known-at; with --batches the files of facts, for other engines to read.</summary>
internal static class JournalCommand
{
    public static Command Make(Texts texts)
    {
        var asked = new Asked(texts);
        var batches = new Option<bool>("--batches") { Description = texts["cli.journal.batches"] };
        var format = Asked.FormatOption(texts, "text", "json", "csv");
        var command = new Command("journal", texts["cli.journal"]) { batches, asked.KnownAt, asked.Data, format };
        command.SetAction(result =>
        {
            using var archive = asked.Open(result);
            if (asked.Viewpoint(result, archive, new(new(9998, 12), new(9998, 12))) is not { } at)
                return Exit.WrongUsage;
            var entries = archive.Entries().Where(e => e.Position <= at.KnownAt).ToList();
            if (result.GetValue(batches))
                new BatchList(texts, entries.OfType<FactEntry>(), archive.StateAt(at).LiveBatches).Print(result.GetValue(format)!);
            else if (result.GetValue(format) == "json")
                Printed.Json(new JsonArray([.. entries.Select(e => (JsonNode)Json(e))]));
            else if (result.GetValue(format) == "csv")
                Printed.Csv(["position", "recorded", "kind", "title"], entries.Select(e => new[] { $"{e.Position}", Moment(e), Kind(e), Title(e) }));
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
        ["kind"] = Kind(entry),
        ["title"] = Title(entry),
    };

    private static string Kind(Entry entry) => entry switch { DecisionEntry => "decision", FactEntry => "facts", _ => "assessment" };

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

    internal static string Moment(Entry entry) => entry.Recorded.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
