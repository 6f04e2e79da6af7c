using Styrkedja.Calendar;
using Styrkedja.Formats.Decisions;
using Styrkedja.Provenance;
using Styrkedja.Region;

namespace Styrkedja.App.Demo;

/// <summary>The sample ledger as SIE files in the region's folder, written month by month as they are asked for in the order of time.</summary>
internal sealed class SampleLedgerFiles : IDisposable
{
    private readonly string _folder;
    private readonly List<Entry> _entries;
    private readonly Dictionary<DateOnly, RegionState> _states = [];
    private readonly SampleLedgerCalibration _calibration;
    private readonly IEnumerator<SampleBookMonth> _made;
    private readonly int _books;

    /// <param name="files">The decisions that tell budget, cost centres and accounts.</param>
    /// <param name="settled">The rows that settlement of care has booked in a month.</param>
    public SampleLedgerFiles(string source, string folder, int scale, IReadOnlyList<DecisionFile> files, Func<Month, IReadOnlyList<SampleRow>> settled)
    {
        _folder = folder;
        _entries = [.. files.SelectMany(f => f.Decisions).Select((d, i) => (Entry)new DecisionEntry(i + 1, default, d.Decision, Authority.Verdict.Within))];
        using var calibration = File.OpenText(Path.Combine(source, "sample-ledger", "calibration.yaml"));
        using var costCentres = File.OpenText(Path.Combine(source, "sample-ledger", "cost-centres.yaml"));
        _calibration = SampleLedgerCalibrationFile.Read(calibration, costCentres);
        _books = _calibration.Parts.Select(p => p.Book).Distinct().Count();
        Months =
        [
            .. _calibration.BalanceSheet is { } sheet ? new[] { OpeningOf(sheet) } : [],
            .. _calibration.Years.SelectMany(year => Period.Year(year).EachMonth()),
        ];
        _made = SampleLedger.Make(StateAt, _calibration, scale, settled).GetEnumerator();
    }

    /// <summary>The months that there are files for, in the order of time; the first is the one before the first year, when what it opened with became known.</summary>
    public IReadOnlyList<Month> Months { get; }

    public void Dispose() => _made.Dispose();

    /// <summary>Writes the files of a month that are not there already, and names them all. Months are asked for in their order.</summary>
    public IReadOnlyList<string> Write(Month month)
    {
        if (_calibration.BalanceSheet is { } sheet && OpeningOf(sheet) == month)
            return [WriteOpening(sheet)];
        List<string> files = [];
        // No further than this month: what is settled in the next is not known yet.
        for (var book = 0; book < _books && _made.MoveNext(); book++)
            files.Add(Write(_made.Current));
        return files;
    }

    private static Month OpeningOf(SampleBalanceSheet sheet) => new Month(sheet.Year, 1).Plus(-1);

    private string WriteOpening(SampleBalanceSheet sheet)
    {
        var opening = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "sample", $"{sheet.Year}")).FullName, SampleLedgerSie.OpeningName(sheet));
        using var stream = File.Create(opening);
        if (SampleLedgerSie.WriteOpening(stream, sheet, StateAt(new(sheet.Year, 12, 31))).FirstOrDefault(f => f.Severity == Severity.Error) is { } fault)
            throw new FormatException($"The opening balances cannot be written: {fault.Code} {fault.Found}");
        return opening;
    }

    private string Write(SampleBookMonth month)
    {
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "sample", $"{month.Month.Year}")).FullName, SampleLedgerSie.FileName(month));
        if (File.Exists(file))
            return file;
        using (var stream = File.Create(file + ".tmp"))
        {
            if (SampleLedgerSie.Write(stream, month, StateAt(new(month.Month.Year, 12, 31))).FirstOrDefault(f => f.Severity == Severity.Error) is { } fault)
                throw new FormatException($"The sample ledger for {month.Book} {month.Month} cannot be written: {fault.Code} {fault.Found}");
        }

        File.Move(file + ".tmp", file);
        return file;
    }

    private RegionState StateAt(DateOnly day)
    {
        if (!_states.TryGetValue(day, out var state))
            _states[day] = state = RegionState.Fold(_entries, new Viewpoint(day, long.MaxValue), BuildHalland.Name);
        return state;
    }
}
