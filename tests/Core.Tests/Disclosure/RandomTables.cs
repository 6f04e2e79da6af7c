namespace Styrkedja.Disclosure;

/// <summary>Tables with many small cells, zeros and steps, made from a seed.</summary>
internal sealed class RandomTables(int seed)
{
    private readonly Random _random = new(seed);

    public TableDimension Dimension(string name, int most)
    {
        var codes = new List<(string Code, string? Under)>();
        var groups = _random.Next(3);
        for (var g = 0; g < groups; g++)
        {
            codes.Add(($"{name}{g}", null));
            codes.AddRange(Enumerable.Range(0, 1 + _random.Next(most)).Select(i => ($"{name}{g}{i}", (string?)$"{name}{g}")));
        }

        codes.AddRange(Enumerable.Range(0, _random.Next(most) + (groups == 0 ? 1 : 0)).Select(i => ($"{name}x{i}", (string?)null)));
        return TableDimension.Of(name, "alla", codes);
    }

    public IReadOnlyList<TableDimension> Dimensions(int count, int most) => [.. "abc"[..count].Select(name => Dimension($"{name}", most))];

    public List<TableRow> Rows(IReadOnlyList<TableDimension> dimensions, int largest) =>
        [.. Leaves(dimensions).Select(places => new TableRow(places, Small(largest)))];

    /// <summary>More of the same, mostly nothing and sometimes one or two.</summary>
    public List<TableRow> More(IReadOnlyList<TableRow> rows) => [.. rows, .. rows.Where(_ => _random.Next(4) == 0).Select(r => r with { Amount = _random.Next(2) == 0 ? 1 + _random.Next(3) : Small(20) })];

    /// <summary>The same with a few set right, up or down.</summary>
    public List<TableRow> Corrected(IReadOnlyList<TableRow> rows) => [.. rows.Select(r => _random.Next(6) == 0 ? r with { Amount = Math.Max(0, r.Amount + _random.Next(-4, 5)) } : r)];

    public List<TableRow> Payments(IReadOnlyList<TableDimension> dimensions, int suppliers) =>
    [
        .. Leaves(dimensions).SelectMany(places => Enumerable.Range(0, _random.Next(5)).Select(_ => new TableRow(places, 1 + (long)Math.Pow(10, 1 + (_random.NextDouble() * 5)), $"L{_random.Next(suppliers)}"))),
    ];

    public static IEnumerable<int[]> Leaves(IReadOnlyList<TableDimension> dimensions) =>
        dimensions.Aggregate<TableDimension, IEnumerable<int[]>>([[]], (all, d) => all.SelectMany(places => d.Innermost.Select(p => places.Append(p).ToArray())));

    private long Small(int largest) => _random.Next(4) switch { 0 => 0, 1 => 1 + _random.Next(5), 2 => _random.Next(12), _ => _random.Next(largest) };
}
