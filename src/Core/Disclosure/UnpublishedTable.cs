namespace Styrkedja.Disclosure;

/// <summary>What goes into one cell of a table: at which innermost codes, how much, and from whom.</summary>
/// <param name="Places">One place for each dimension.</param>
/// <param name="Amount">Persons, or öre.</param>
/// <param name="Contributor">Whom the money is from or to; null in tables of persons.</param>
public readonly record struct TableRow(IReadOnlyList<int> Places, long Amount, string? Contributor = null);

/// <summary>A table with all its totals as it truly is. It stays inside: only what <see cref="DisclosureControl"/> makes of it is shown.</summary>
/// <remarks>Cells lie in one row, the last dimension running fastest.</remarks>
public sealed class UnpublishedTable
{
    private readonly long[] _values;
    private readonly Dictionary<string, long>?[]? _contributions;

    private UnpublishedTable(IReadOnlyList<TableDimension> dimensions, bool ofMoney)
    {
        (Dimensions, OfMoney) = (dimensions, ofMoney);
        Steps = StepsOf(dimensions);
        _values = new long[dimensions.Aggregate(1, (size, d) => checked(size * d.Codes.Count))];
        _contributions = ofMoney ? new Dictionary<string, long>?[_values.Length] : null;
    }

    public IReadOnlyList<TableDimension> Dimensions { get; }

    /// <summary>True when cells hold öre, false when they hold persons or other things counted.</summary>
    public bool OfMoney { get; }

    public int Size => _values.Length;

    /// <summary>How far apart in the row neighbours of each dimension lie.</summary>
    internal int[] Steps { get; }

    internal ReadOnlySpan<long> Values => _values;

    /// <summary>A table of persons, totals reckoned.</summary>
    /// <exception cref="ArgumentException">A row lies at a code that has parts, or counts less than none.</exception>
    public static UnpublishedTable OfCounts(IReadOnlyList<TableDimension> dimensions, IEnumerable<TableRow> rows)
    {
        var table = new UnpublishedTable(dimensions, ofMoney: false);
        foreach (var row in rows)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(row.Amount, nameof(rows));
            table.Add(row);
        }

        return table;
    }

    /// <summary>A table of money with who it is from or to, totals reckoned.</summary>
    /// <exception cref="ArgumentException">A row lies at a code that has parts, or names no contributor.</exception>
    public static UnpublishedTable OfAmounts(IReadOnlyList<TableDimension> dimensions, IEnumerable<TableRow> rows)
    {
        var table = new UnpublishedTable(dimensions, ofMoney: true);
        foreach (var row in rows)
        {
            ArgumentException.ThrowIfNullOrEmpty(row.Contributor, nameof(rows));
            table.Add(row);
        }

        return table;
    }

    /// <summary>What a cell truly holds, persons or öre; not for showing.</summary>
    internal long ValueOf(int cell) => _values[cell];

    /// <summary>What all cells truly hold, in the table's own order; for whoever must know what may be shown, and not for showing.</summary>
    public long[] Contents() => [.. _values];

    /// <summary>Where a cell lies.</summary>
    public int CellOf(params IReadOnlyList<int> places)
    {
        var cell = 0;
        for (var d = 0; d < Steps.Length; d++)
            cell += places[d] * Steps[d];
        return cell;
    }

    /// <summary>Where the cell of some codes lies.</summary>
    public int CellOf(params IReadOnlyList<string> codes) => CellOf([.. codes.Select((code, d) => Dimensions[d].PlaceOf(code))]);

    internal static int[] StepsOf(IReadOnlyList<TableDimension> dimensions)
    {
        var steps = new int[dimensions.Count];
        for (int d = dimensions.Count - 1, step = 1; d >= 0; d--)
        {
            steps[d] = step;
            step = checked(step * dimensions[d].Codes.Count);
        }

        return steps;
    }

    /// <summary>Who has contributed to a cell of money, and how much; nobody in tables of persons.</summary>
    internal IReadOnlyDictionary<string, long> ContributionsTo(int cell) => _contributions?[cell] ?? [];

    private void Add(TableRow row)
    {
        for (var d = 0; d < Dimensions.Count; d++)
        {
            if (Dimensions[d].Parts[row.Places[d]].Count > 0)
                throw new ArgumentException($"{Dimensions[d].Codes[row.Places[d]]} has parts.", nameof(row));
        }

        AddUpwards(row, 0, 0);
    }

    private void AddUpwards(TableRow row, int d, int cell)
    {
        if (d == Dimensions.Count)
        {
            _values[cell] = checked(_values[cell] + row.Amount);
            if (_contributions is not null)
            {
                var from = _contributions[cell] ??= new(StringComparer.Ordinal);
                from[row.Contributor!] = checked(from.GetValueOrDefault(row.Contributor!) + row.Amount);
            }

            return;
        }

        foreach (var place in Dimensions[d].UpFrom(row.Places[d]))
            AddUpwards(row, d + 1, cell + (place * Steps[d]));
    }
}
