using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Styrkedja.FollowUp;
using Styrkedja.Formats.Figures;
using Styrkedja.Reports;

namespace Styrkedja.Formats.Reports;

/// <summary>A whole report as JSON: the moment, then sections in order with texts, tables and pictures, every figure with its address and whole value.</summary>
/// <remarks>Names are stable and told by docs/format/report.schema.json; more members may come. The same report gives the same bytes.</remarks>
public static class ReportJson
{
    private static readonly JsonSerializerOptions s_readable = new() { WriteIndented = true, IndentSize = 1, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Bytes(ReportDocument report) => Encoding.UTF8.GetBytes(Of(report).ToJsonString(s_readable) + "\n");

    public static JsonObject Of(ReportDocument report) => new()
    {
        ["id"] = report.Id,
        ["language"] = report.Language,
        ["title"] = report.Title,
        ["author"] = report.Author,
        ["moment"] = MomentOf(report),
        ["lead"] = Runs(report.Lead),
        ["sections"] = List(report.Sections, Section),
    };

    /// <summary>What the report was reckoned from, and by what.</summary>
    internal static JsonObject MomentOf(ReportDocument report) => new()
    {
        ["asOf"] = report.At.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["knownAt"] = report.At.KnownAt,
        ["journalHash"] = report.JournalHash,
        ["engine"] = report.Engine,
    };

    /// <summary>A figure's value as a number with its unit; no number for a judgement and for what is not known.</summary>
    internal static (decimal? Value, string Unit) ExactOf(FigureValue value) => value switch
    {
        FigureValue.Amount amount => (amount.Money.Ore / 100m, "SEK"),
        FigureValue.Count count => (count.Items, "count"),
        FigureValue.Number number => (number.Value, number.Unit),
        _ => (null, ""),
    };

    private static JsonObject Section(ReportSection section) => new()
    {
        ["id"] = section.Id,
        ["title"] = section.Title,
        ["blocks"] = List(section.Blocks, Block),
        ["sections"] = List(section.Sections, Section),
    };

    private static JsonObject Block(ReportBlock block) => block switch
    {
        ReportParagraph paragraph => new() { ["kind"] = "paragraph", ["tone"] = FigureJson.Word(paragraph.Tone), ["runs"] = Runs(paragraph.Runs) },
        ReportPoints points => new() { ["kind"] = "points", ["numbered"] = points.Numbered, ["items"] = new JsonArray([.. points.Items.Select(item => (JsonNode)Runs(item))]) },
        ReportHeading heading => new() { ["kind"] = "heading", ["text"] = heading.Text },
        ReportTable table => Table(table),
        ReportPicture picture => new()
        {
            ["kind"] = "picture",
            ["id"] = picture.Id,
            ["caption"] = picture.Caption,
            ["alt"] = picture.Alt,
            ["table"] = picture.Table,
            ["width"] = picture.Width,
            ["height"] = picture.Height,
            ["svg"] = picture.Svg,
        },
        _ => throw new ArgumentOutOfRangeException(nameof(block), block, null),
    };

    private static JsonObject Table(ReportTable table) => new()
    {
        ["kind"] = "table",
        ["id"] = table.Id,
        ["caption"] = table.Caption,
        ["unit"] = table.Unit,
        ["columns"] = List(table.Columns, column => new() { ["title"] = column.Title, ["kind"] = FigureJson.Word(column.Kind) }),
        ["rows"] = List(table.Rows, row => new() { ["kind"] = FigureJson.Word(row.Kind), ["level"] = row.Level, ["cells"] = List(row.Cells, Cell) }),
        ["notes"] = new JsonArray([.. table.Notes.Select(note => JsonValue.Create(note))]),
    };

    private static JsonObject Cell(ReportCell cell)
    {
        var json = new JsonObject { ["text"] = cell.Text };
        if (cell.Number is { } number)
            json["number"] = number;
        if (cell.Figure is { } figure)
            json["figure"] = FigureJson.Of(figure);
        if (cell.Address is { } address)
            json["address"] = address;
        return json;
    }

    private static JsonArray Runs(IReadOnlyList<ReportRun> runs) => List(runs, run =>
    {
        var json = new JsonObject { ["text"] = run.Text };
        if (run.Strong)
            json["strong"] = true;
        if (run.Emphasis)
            json["emphasis"] = true;
        if (run.Figure is { } figure)
            json["figure"] = FigureJson.Of(figure);
        if (run.Address is { } address)
            json["address"] = address;
        return json;
    });

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonObject> form) => new([.. items.Select(item => (JsonNode)form(item))]);
}
