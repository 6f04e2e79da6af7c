using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Styrkedja.App.Texts;
using Styrkedja.Provenance;

namespace Styrkedja.Cli.Commands;

/// <summary>How commands print: JSON and tables on standard output, everything about faults on standard error.</summary>
internal static class Printed
{
    private static readonly JsonSerializerOptions s_readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static void Json(JsonNode node) => Console.Out.WriteLine(node.ToJsonString(s_readable));

    /// <summary>One fault as people read it: place, what is wrong, what was expected, what to do.</summary>
    public static void Told(Texts texts, Fault fault)
    {
        var place = fault.Place.Line > 0 ? $"{fault.Place.File}:{fault.Place.Line}" : fault.Place.File;
        Console.Error.WriteLine($"{place}: {texts.Says(fault)}");
        Console.Error.WriteLine($"   {texts["cli.expected"]}: {texts.Expected(fault)}");
        Console.Error.WriteLine($"   {texts["cli.remedy"]}: {texts.Remedy(fault)}");
    }

    public static JsonObject FaultJson(Texts texts, Fault fault) => new()
    {
        ["code"] = fault.Code,
        ["line"] = fault.Place.Line,
        ["found"] = fault.Found,
        ["says"] = texts.Says(fault),
        ["expected"] = texts.Expected(fault),
        ["remedy"] = texts.Remedy(fault),
    };

    /// <summary>Comma-separated values for other programs (RFC 4180): commas, no sentences, a cell quoted where it must be.</summary>
    public static void Csv(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        foreach (var row in rows.Prepend(columns))
            Console.Out.Write(string.Join(',', row.Select(cell => cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\r\n");
    }

    /// <summary>A table in columns, the first to the left and the others to the right.</summary>
    public static void Table(IReadOnlyList<string[]> rows)
    {
        var widths = Enumerable.Range(0, rows.Max(r => r.Length)).Select(c => rows.Max(r => c < r.Length ? r[c].Length : 0)).ToArray();
        foreach (var row in rows)
            Console.Out.WriteLine(string.Join("  ", row.Select((cell, c) => c == 0 ? cell.PadRight(widths[c]) : cell.PadLeft(widths[c]))).TrimEnd());
    }
}
