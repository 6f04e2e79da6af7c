using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Styrkedja.Formats.Exports;
using Styrkedja.Formats.Figures;
using Styrkedja.Reports;

namespace Styrkedja.Formats.Reports;

/// <summary>All tables of a report as CSV in one zip: ID.csv for each, addresses/figures.csv with the address of every figure in them, and datapackage.json, which tells what they hold.</summary>
/// <remarks>Numbers are whole, amounts in kronor. The last column of each table, <c>rowKind</c>, tells sums from what they sum, so that nothing is added up twice. The same report gives
/// the same bytes. Format: Frictionless Data Package (Tabular) and the shape of <see cref="CsvTable"/>.</remarks>
public static class ReportTables
{
    /// <summary>The file that lists the figures; no table can have its name.</summary>
    public const string FiguresFile = "addresses/figures.csv";

    private const string RowKind = "rowKind";

    private static readonly JsonSerializerOptions s_readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] s_figureColumns = ["table", "row", "column", "address", "value", "unit", "illustrative"];

    public static void Write(Stream stream, ReportDocument report)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        void Part(string name, byte[] bytes)
        {
            using var part = SheetXml.Entry(zip, name).Open();
            part.Write(bytes);
        }

        var files = report.Tables.Select(table => (table, Bytes: Csv(table))).ToList();
        var figures = Figures(report);
        var description = new JsonObject
        {
            ["profile"] = "tabular-data-package",
            ["name"] = report.Id.ToLowerInvariant(),
            ["title"] = report.Title,
            ["description"] = string.Concat(report.Lead.Select(run => run.Text)),
            ["language"] = report.Language,
            ["contributors"] = new JsonArray(new JsonObject { ["title"] = report.Author, ["role"] = "publisher" }),
            ["moment"] = ReportJson.MomentOf(report),
            ["resources"] = new JsonArray([.. files.Select(f => (JsonNode)Resource(f.table, f.Bytes)), FiguresResource(figures)]),
        };
        Part("datapackage.json", Encoding.UTF8.GetBytes(description.ToJsonString(s_readable) + "\n"));
        foreach (var (table, bytes) in files)
            Part(table.Id + ".csv", bytes);
        Part(FiguresFile, figures);
    }

    public static byte[] Bytes(ReportDocument report)
    {
        using var stream = new MemoryStream();
        Write(stream, report);
        return stream.ToArray();
    }

    /// <summary>One table as CSV.</summary>
    public static byte[] Csv(ReportTable table) => Written(csv =>
    {
        foreach (var head in HeadsOf(table))
            csv.Text(head);
        csv.EndRow();
        foreach (var row in table.Rows)
        {
            for (var i = 0; i < table.Columns.Count; i++)
            {
                var cell = i < row.Cells.Count ? row.Cells[i] : ReportCell.Empty;
                if (cell.Number is { } number)
                    csv.Exact(number);
                else
                    csv.Text(cell.Text);
            }

            csv.Text(FigureJson.Word(row.Kind));
            csv.EndRow();
        }
    });

    private static byte[] Figures(ReportDocument report) => Written(csv =>
    {
        foreach (var head in s_figureColumns)
            csv.Text(head);
        csv.EndRow();
        foreach (var (table, row, at, cell) in report.Tables.SelectMany(t => t.Rows.SelectMany((r, row) => r.Cells.Select((c, at) => (t, row, at, c)))))
        {
            if (cell.Figure is not { } figure)
                continue;
            csv.Text(table.Id);
            csv.Number(row + 1);
            csv.Text(at < table.Columns.Count ? HeadsOf(table)[at] : "");
            csv.Text(figure.Address.ToString());
            if (ReportJson.ExactOf(figure.Value) is ({ } value, var unit))
            {
                csv.Exact(value);
                csv.Text(unit);
            }
            else
            {
                csv.Text(cell.Text);
                csv.Text("");
            }

            csv.Text(figure.Illustrative ? "true" : "false");
            csv.EndRow();
        }
    });

    private static byte[] Written(Action<CsvTable> rows)
    {
        using var stream = new MemoryStream();
        using var csv = new CsvTable(stream);
        rows(csv);
        csv.Complete();
        return stream.ToArray();
    }

    /// <summary>The heads, each with a name of its own.</summary>
    private static List<string> HeadsOf(ReportTable table)
    {
        var heads = new List<string>();
        foreach (var (column, i) in table.Columns.Select((c, i) => (c, i)))
        {
            var (name, more) = (column.Title.Length > 0 ? column.Title : (i + 1).ToString(CultureInfo.InvariantCulture), 2);
            while (heads.Contains(name) || name == RowKind)
                name = $"{column.Title} ({more++})";
            heads.Add(CsvTable.Harmless(name));
        }

        heads.Add(RowKind);
        return heads;
    }

    private static JsonObject Resource(ReportTable table, byte[] bytes)
    {
        var fields = new JsonArray();
        foreach (var (name, i) in HeadsOf(table).Select((name, i) => (name, i)))
        {
            if (i == table.Columns.Count)
                fields.Add(new JsonObject { ["name"] = name, ["type"] = "string", ["constraints"] = new JsonObject { ["enum"] = new JsonArray([.. Enum.GetValues<ReportRowKind>().Select(k => JsonValue.Create(FigureJson.Word(k)))]) } });
            else if (IsNumeric(table, i))
                fields.Add(NumberField(name, UnitOf(table, i)));
            else
                fields.Add(new JsonObject { ["name"] = name, ["type"] = "string" });
        }

        // Words that stand where there is no number.
        var missing = table.Rows.SelectMany(r => r.Cells.Take(table.Columns.Count).Select((cell, i) => (cell, i))).Where(c => c.cell.Number is null && IsNumeric(table, c.i)).Select(c => CsvTable.Harmless(c.cell.Text)).Append("").Distinct().Order(StringComparer.Ordinal);
        return File(table.Id + ".csv", table.Caption, string.Join(" ", table.Notes), bytes, fields, missing, table.Unit);
    }

    private static JsonObject FiguresResource(byte[] bytes) => File(
        FiguresFile,
        "figures",
        "",
        bytes,
        new([.. s_figureColumns.Select(name => (JsonNode)(name switch
        {
            "value" => NumberField(name, null),
            "row" => new JsonObject { ["name"] = name, ["type"] = "integer" },
            "illustrative" => new JsonObject { ["name"] = name, ["type"] = "boolean" },
            _ => new JsonObject { ["name"] = name, ["type"] = "string" },
        }))]),
        [""],
        null);

    private static JsonObject File(string path, string title, string description, byte[] bytes, JsonArray fields, IEnumerable<string> missing, string? shownIn)
    {
        var file = new JsonObject { ["profile"] = "tabular-data-resource", ["name"] = path[..^4].Replace('/', '-').ToLowerInvariant(), ["path"] = path, ["title"] = title };
        if (description.Length > 0)
            file["description"] = description;
        if (shownIn is not null)
            file["shownIn"] = shownIn;
        file["format"] = "csv";
        file["mediatype"] = "text/csv";
        file["encoding"] = "utf-8";
        file["bytes"] = bytes.Length;
        file["hash"] = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes));
        file["dialect"] = new JsonObject { ["delimiter"] = ";", ["lineTerminator"] = "\r\n", ["quoteChar"] = "\"", ["doubleQuote"] = true, ["header"] = true };
        file["schema"] = new JsonObject { ["fields"] = fields, ["missingValues"] = new JsonArray([.. missing.Select(word => JsonValue.Create(word))]) };
        return file;
    }

    private static JsonObject NumberField(string name, string? unit)
    {
        var field = new JsonObject { ["name"] = name, ["type"] = "number", ["decimalChar"] = "," };
        if (unit is not null)
            field["unit"] = unit;
        return field;
    }

    /// <summary>True for a column whose every value is a number or a word for a missing one.</summary>
    private static bool IsNumeric(ReportTable table, int column) => table.Columns[column].Kind == ReportColumnKind.Number;

    /// <summary>The unit of a column, when its figures are all of one.</summary>
    private static string? UnitOf(ReportTable table, int column) =>
        table.Rows.Where(r => column < r.Cells.Count).Select(r => r.Cells[column].Figure).OfType<FollowUp.Figure>().Select(f => ReportJson.ExactOf(f.Value).Unit).Distinct().ToList() is [{ Length: > 0 } unit] ? unit : null;
}
