using System.Globalization;
using Styrkedja.Provenance;

namespace Styrkedja.Formats.Indicators;

/// <summary>A variable of a table: its codes in order, and whether it may be left out of a choice.</summary>
/// <param name="Labels">What each code is called, by code.</param>
/// <param name="MayBeLeftOut">True when the table can be asked for without dividing by it.</param>
public sealed record StatVariable(string Code, string Label, IReadOnlyList<string> Codes, IReadOnlyDictionary<string, string> Labels, bool MayBeLeftOut);

/// <summary>A table of statistics as json-stat2 has it: with values, or as metadata without.</summary>
/// <param name="Updated">When the table was last changed; absent when it does not say.</param>
/// <param name="Values">Row by row with the last variable fastest; null where there is none, which is not zero. Empty for metadata.</param>
/// <remarks>Rule: https://json-stat.org/format/. What is not as described there is a <see cref="FaultException"/>.</remarks>
public sealed record JsonStat(string Label, DateTimeOffset? Updated, IReadOnlyList<StatVariable> Variables, IReadOnlyList<decimal?> Values)
{
    private const long MostCells = 10_000_000;

    /// <summary>Reads a table without its values.</summary>
    public static JsonStat Metadata(ReadOnlyMemory<byte> bytes, string address) => Head(AnswerJson.Parse(bytes, address));

    /// <summary>Reads a table with its values.</summary>
    public static JsonStat Data(ReadOnlyMemory<byte> bytes, string address)
    {
        var table = AnswerJson.Parse(bytes, address);
        var head = Head(table);
        var sizes = table["size"].Items().Select(size => size.Whole()).ToList();
        if (!sizes.SequenceEqual(head.Variables.Select(v => v.Codes.Count)))
            throw table["size"].Wrong("answer.not-of-sort", string.Join(" x ", sizes), string.Join(" x ", head.Variables.Select(v => v.Codes.Count)));
        var cells = sizes.Aggregate(1L, (product, size) => product * size);
        if (cells > MostCells)
            throw table["size"].Wrong("answer.not-of-sort", $"{cells}", $"<= {MostCells}");
        return head with { Values = ValuesOf(table["value"], (int)cells) };
    }

    /// <summary>The limits that the server tells of itself.</summary>
    public static (int MostCells, int Calls, TimeSpan Window) Config(ReadOnlyMemory<byte> bytes, string address)
    {
        var config = AnswerJson.Parse(bytes, address);
        return (config["maxDataCells"].Whole(), config["maxCallsPerTimeWindow"].Whole(), TimeSpan.FromSeconds(config["timeWindow"].Whole()));
    }

    private static JsonStat Head(AnswerJson table)
    {
        var dimensions = table["dimension"];
        return new(
            table["label"].Text(),
            table.Find("updated")?.Text() is { } updated && DateTimeOffset.TryParse(updated, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null,
            [.. table["id"].Items().Select(id => Variable(id.Text(), dimensions[id.Text()]))],
            []);
    }

    private static StatVariable Variable(string code, AnswerJson dimension)
    {
        var category = dimension["category"];
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, label) in category.Find("label")?.Members() ?? [])
            labels[name] = label.Text();
        // A category of one code may have no index; else it is a list in order or an object of places.
        IReadOnlyList<string> codes = category.Find("index") switch
        {
            null => [.. labels.Keys],
            { Element.ValueKind: System.Text.Json.JsonValueKind.Array } list => [.. list.Items().Select(c => c.Text())],
            { } places => [.. places.Members().Select(p => (p.Name, Place: p.Value.Whole())).OrderBy(p => p.Place).Select(p => p.Name)],
        };
        return new(code, dimension.Find("label")?.Text() ?? code, codes, labels, dimension.Find("extension")?.Find("elimination")?.Flag() ?? false);
    }

    private static decimal?[] ValuesOf(AnswerJson value, int cells)
    {
        var values = new decimal?[cells];
        if (value.Element.ValueKind == System.Text.Json.JsonValueKind.Object)
        {
            foreach (var (place, cell) in value.Members())
            {
                if (!int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var at) || at >= cells)
                    throw value.Wrong("answer.not-of-sort", place, $"0..{cells - 1}");
                values[at] = cell.NumberOrNull();
            }

            return values;
        }

        var count = value.Element.ValueKind == System.Text.Json.JsonValueKind.Array ? value.Element.GetArrayLength() : -1;
        if (count != cells)
            throw value.Wrong("answer.not-of-sort", $"{count}", $"{cells}");
        foreach (var (cell, at) in value.Items().Select((cell, at) => (cell, at)))
            values[at] = cell.NumberOrNull();
        return values;
    }
}
