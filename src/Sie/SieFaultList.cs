using System.Globalization;

namespace Styrkedja.Sie;

/// <summary>Gathers the faults of one file; of each kind the first two hundred are kept and the rest are counted.</summary>
/// <remarks>A flood of one kind thus neither fills the memory nor hides another kind.</remarks>
internal sealed class SieFaultList
{
    private const int Kept = 200;
    private const int LongestFound = 80;

    private readonly List<(int Kind, SieFault Fault)> _faults = [];
    private readonly int[] _counts = new int[SieFaults.All.Count];

    public bool HasErrors { get; private set; }

    /// <summary>Counts a fault of the kind and says whether there is room to keep it.</summary>
    public bool Takes(SieFaultKind kind)
    {
        HasErrors |= kind.Severity == SieSeverity.Error;
        return ++_counts[kind.Number] <= Kept;
    }

    /// <summary>Keeps a fault that <see cref="Takes"/> found room for.</summary>
    public void Keep(SieFaultKind kind, int line, int column, string found, params (string Name, string Value)[] arguments)
    {
        if (found.Length > LongestFound)
            found = string.Concat(found.AsSpan(0, LongestFound - 1), "…");
        _faults.Add((kind.Number, SieFault.Of(kind, line, column, found, arguments)));
    }

    public void Add(SieFaultKind kind, int line, int column, string found, params (string Name, string Value)[] arguments)
    {
        if (Takes(kind))
            Keep(kind, line, column, found, arguments);
    }

    /// <summary>Takes over what another list has gathered.</summary>
    public void Take(SieFaultList other)
    {
        HasErrors |= other.HasErrors;
        foreach (var (kind, fault) in other._faults)
        {
            if (_counts[kind]++ < Kept)
                _faults.Add((kind, fault));
            other._counts[kind]--;
        }

        for (var kind = 0; kind < _counts.Length; kind++)
            _counts[kind] += other._counts[kind];
    }

    /// <summary>All faults by line, and last how many more there were of each kind that flowed over.</summary>
    public IReadOnlyList<SieFault> ByLine()
    {
        var sorted = _faults.Select(f => f.Fault).OrderBy(f => f.Line).ThenBy(f => f.Column).ToList();
        foreach (var kind in SieFaults.All.Where(k => _counts[k.Number] > Kept))
        {
            var more = (_counts[kind.Number] - Kept).ToString(CultureInfo.InvariantCulture);
            sorted.Add(SieFault.Of(SieFaults.FurtherFaults, 0, 0, more, ("code", kind.Code), ("count", more)));
        }

        return sorted;
    }
}
