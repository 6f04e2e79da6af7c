using System.Security.Cryptography;
using System.Text;
using Styrkedja.App.Archive;
using Styrkedja.App.Importing;
using Styrkedja.Facts;
using Styrkedja.Provenance;

namespace Styrkedja.App.Fetching;

/// <summary>The values of one fetch as they come in, page by page, until all of them are taken in at once or none.</summary>
internal sealed class FetchedValues(string source, string format)
{
    private readonly Dictionary<IndicatorKey, IndicatorValue> _values = [];
    private readonly Dictionary<(string Source, string Code), string> _titles = [];
    private readonly List<FetchedAnswer> _answers = [];
    private readonly List<Fault> _faults = [];
    private int _twice;

    public int Count => _values.Count;

    public IReadOnlyList<Fault> Faults => _twice == 0 ? _faults : [.. _faults, Fault.Warning("fetch.told-twice", new(source), $"{_twice}")];

    /// <summary>When the oldest of the answers was given, which may have been in an earlier run; what the source has changed since then is not known.</summary>
    public DateTimeOffset KnownFrom(DateTimeOffset begun) => _answers.Select(a => a.At).Append(begun).Min();

    public void Warn(Fault fault) => _faults.Add(fault);

    public void Title(string code, string title) => _titles[(source, code)] = title;

    /// <summary>Takes the values of an answer. The same value twice counts once; two that differ are a contradiction, and nothing is taken in.</summary>
    public void Add(FetchedAnswer from, IEnumerable<IndicatorValue> values)
    {
        _answers.Add(from);
        foreach (var value in values)
        {
            if (_values.TryAdd(value.Key, value))
                continue;
            if (_values[value.Key] != value)
                throw new FaultException(Fault.Error("fetch.contradiction", new(from.Address), $"{value.Key.Code} {value.Key.Place} {value.Key.Period} {value.Key.Sex}", ("one", $"{_values[value.Key].Value}"), ("other", $"{value.Value}")));
            _twice++;
        }
    }

    /// <summary>Writes what is new, holding the writer lock only for that.</summary>
    /// <param name="whenTaken">What is remembered when all has been taken in.</param>
    public (string? Batch, ValueCount Values) Take(RegionArchive archive, FetchTerms terms, DateTimeOffset now, Action whenTaken)
    {
        var codes = _values.Keys.Select(k => k.Code).ToHashSet(StringComparer.Ordinal);
        var incoming = new IncomingIndicators(
            Id(),
            source,
            format,
            _answers.Sum(a => a.Bytes),
            [.. _values.Values],
            [.. _titles.Where(t => codes.Contains(t.Key.Code)).Select(t => new IndicatorTitle(t.Key.Source, t.Key.Code, t.Value)).OrderBy(t => t.Code, StringComparer.Ordinal)],
            _answers);
        if (terms.Check)
            return (null, Counted(IndicatorIntake.Sorted(archive, incoming).Taken));
        using var writer = archive.BeginWriting();
        var taken = IndicatorIntake.Take(archive, incoming, now);
        whenTaken();
        archive.Answers.Sweep(archive.FactEntries().SelectMany(f => f.Batch.Indicators?.Answers ?? []).Select(a => a.Hash).ToHashSet(StringComparer.Ordinal), now - TimeSpan.FromDays(30));
        return (taken.Batch?.Id, Counted(taken));
    }

    private static ValueCount Counted(TakenIndicators taken) => new(taken.New, taken.Revised, taken.Unchanged);

    /// <summary>A batch is named by what it was read from: each question, its answer and when it was given.</summary>
    private string Id() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(_answers.Select(a => FormattableString.Invariant($"{a.Address}\n{a.Hash}\n{a.At.UtcTicks}\n"))))));
}
