using System.Text.Json.Nodes;
using Styrkedja.App.Texts;
using Styrkedja.Facts;
using Styrkedja.Provenance;
using Styrkedja.Region;

namespace Styrkedja.Cli.Commands;

/// <summary>journal --batches: every file of rows, of what kind it is, what it holds and whether it counts, so that another engine reads the right ones.</summary>
/// <remarks>Paths are given from the region's folder. Amounts are öre, debit positive. A batch counts as long as no later one has replaced it.</remarks>
internal sealed class BatchList(Texts texts, IEnumerable<FactEntry> entries, IReadOnlyList<KnownBatch> live)
{
    private static readonly string[] s_columns = ["position", "recorded", "alive", "kind", "file", "texts", "source", "entity", "from", "to", "rows", "debitOre", "creditOre", "batch"];

    private readonly HashSet<string> _alive = [.. live.Select(b => b.Batch.Id)];

    private readonly List<FactEntry> _entries = [.. entries.Where(e => e.Batch.RowsFile is not null)];

    public void Print(string format)
    {
        switch (format)
        {
            case "json":
                Printed.Json(new JsonArray([.. _entries.Select(e => (JsonNode)Json(e))]));
                break;
            case "csv":
                Printed.Csv(s_columns, _entries.Select(e => s_columns.Select(c => Json(e)[c] switch { null => "", var cell => cell.ToString() }).ToList()));
                break;
            default:
                Printed.Table([.. _entries.Select(e => new[]
                {
                    $"{e.Position,5}  {texts[Alive(e) ? "cli.journal.alive" : "cli.journal.superseded"],-8}  {Path(FolderOf(e.Batch), e.Batch.RowsFile)}", $"{e.Batch.Period}", e.Batch.SourceName, $"{e.Batch.Rows}",
                })]);
                break;
        }
    }

    private bool Alive(FactEntry entry) => _alive.Contains(entry.Batch.Id);

    private JsonObject Json(FactEntry entry) => new()
    {
        ["position"] = entry.Position,
        ["recorded"] = JournalCommand.Moment(entry),
        ["alive"] = Alive(entry),
        ["kind"] = KeyWord.Of(entry.Batch.Kind),
        ["file"] = Path(FolderOf(entry.Batch), entry.Batch.RowsFile),
        ["texts"] = Path("texts", entry.Batch.TextsFile),
        ["source"] = entry.Batch.SourceName,
        ["entity"] = entry.Batch.LegalEntity,
        ["from"] = $"{entry.Batch.Period.From}",
        ["to"] = $"{entry.Batch.Period.To}",
        ["rows"] = entry.Batch.Rows,
        ["debitOre"] = entry.Batch.Debit.Ore,
        ["creditOre"] = entry.Batch.Credit.Ore,
        ["batch"] = entry.Batch.Id,
    };

    /// <summary>Rows about people in care lie in a zone of their own, which only settlement reads.</summary>
    private static string FolderOf(FactBatch batch) => batch.IsOfCare ? "care" : "facts";

    private static string? Path(string folder, string? name) => name is null ? null : $"{folder}/{name}.parquet";
}
