using System.Globalization;
using Styrkedja.Provenance;

namespace Styrkedja.Formats.Tables;

/// <summary>The faults of one table, in the order they stand: of each sort the first two hundred are kept and the rest are counted.</summary>
/// <remarks>A column that is wrong from top to bottom thus neither fills the screen nor hides another fault.</remarks>
internal sealed class TableFaultList(string fileName)
{
    private const int Kept = 200;
    private const int LongestFound = 80;

    private readonly List<Fault> _faults = [];
    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);

    public bool HasErrors { get; private set; }

    /// <summary>How many are kept.</summary>
    public int Count => _faults.Count;

    public Place Place(int line) => new(fileName, line);

    public void Add(string code, int line, string found, params (string Name, string Value)[] arguments)
    {
        HasErrors = true;
        if (Counted(code) <= Kept)
            _faults.Add(Fault.Error(code, new(fileName, line), found.Length > LongestFound ? string.Concat(found.AsSpan(0, LongestFound - 1), "…") : found, arguments));
    }

    /// <summary>Takes back the faults added since there were so many, when they turn out to be none.</summary>
    public void TakeBack(int count)
    {
        foreach (var fault in _faults.Skip(count))
            _counts[fault.Code]--;
        _faults.RemoveRange(count, _faults.Count - count);
        HasErrors = _faults.Exists(f => f.Severity == Severity.Error);
    }

    /// <summary>Keeps a fault that is no error, or one that was found elsewhere.</summary>
    public void Add(Fault fault)
    {
        HasErrors |= fault.Severity == Severity.Error;
        _faults.Add(fault);
    }

    /// <summary>All by line, and last how many more there were of each sort that flowed over.</summary>
    public IReadOnlyList<Fault> ByLine() =>
    [
        .. _faults.OrderBy(f => f.Place.Line),
        .. _counts.Where(c => c.Value > Kept).OrderBy(c => c.Key, StringComparer.Ordinal)
            .Select(c => Fault.Information("table.further-faults", new(fileName), (c.Value - Kept).ToString(CultureInfo.InvariantCulture), ("code", c.Key))),
    ];

    private long Counted(string code) => _counts[code] = _counts.GetValueOrDefault(code) + 1;
}
