namespace Styrkedja.Sie;

/// <summary>Takes in the plain vouchers that were read ahead, or reads them at once, where the ordinary reading stands before a voucher.</summary>
/// <remarks>What is told, numbered and summed is what the ordinary reading of the same vouchers would have told, numbered and summed.</remarks>
internal sealed partial class SieReading
{
    private const int LongestWait = 64;

    private readonly SieRunMap _map = new();
    private SieAhead _ahead = null!;
    private SieSegment? _segment;
    private SiePlainTerms? _terms;
    private int _termsVersion;
    private int _runsTaken;
    private int _notPlainAt;
    private int _failures;
    private int _wait;
    private int _textBase;
    private long _length;
    private bool _continued;

    /// <summary>The terms for reading plain vouchers; null while they cannot be read apart.</summary>
    private SiePlainTerms? Terms =>
        !_work.Plain || _checksumClosed || !Has(SieLabel.Ver) || !Has(SieLabel.Trans) ? null : _terms ??= NewTerms();

    private SiePlainTerms NewTerms()
    {
        var barred = SieColumns.None;
        foreach (var note in _chart.DimensionNotes.Where(note => note.Superior is not null && note.Column != SieColumn.None))
            barred |= (SieColumns)(1 << (int)note.Column);
        if (_options.Dimensions is { } numbers && IsColumn(numbers, 2) is var column and not SieColumn.None)
            barred |= (SieColumns)(1 << (int)column);
        var year = _yearNow;
        return new SiePlainTerms(_termsVersion, _checksumOpen, _options.Dimensions, barred, year?.First ?? DateOnly.MinValue, year?.Last ?? DateOnly.MaxValue);
    }

    /// <summary>The column of dimension 2, which lies under 1 by rule also before it is met.</summary>
    private static SieColumn IsColumn(SieDimensions numbers, int dimension) =>
        new SiePlainTerms(0, false, numbers, SieColumns.None, default, default).Column(dimension);

    private void TermsChange()
    {
        _termsVersion++;
        _terms = null;
    }

    /// <summary>Takes the run that begins at the next line, if there is one.</summary>
    private bool TryPlainRun(SieSegment segment, ReadOnlySpan<byte> bytes)
    {
        if (segment.HasControls || _next == _notPlainAt || _added.Line > 0 || !bytes[_next..].StartsWith("#VER"u8) || Terms is not { } terms)
            return false;
        if (segment.ReadOn?.Version == terms.Version)
            return TryRunReadAhead(segment);
        if (_wait > 0)
        {
            _wait--;
            return false;
        }

        _ahead.Look(terms);
        segment.Plain.ReadFrom(bytes, _next, terms);
        if (segment.Plain.Runs.Count == 0)
        {
            // Where little is plain, less is tried.
            _failures = Math.Min(_failures + 1, LongestWait);
            _wait = _failures;
            return false;
        }

        _failures = 0;
        _map.Clear();
        Take(segment.Plain, segment.Plain.Runs[0]);
        _notPlainAt = _next;
        return true;
    }

    /// <summary>Runs are taken in order and without a gap, since each knows its codes by those before it.</summary>
    private bool TryRunReadAhead(SieSegment segment)
    {
        var runs = segment.Plain.Runs;
        while (_runsTaken < runs.Count && runs[_runsTaken].Start < _next)
            _runsTaken = runs.Count;
        if (_runsTaken == runs.Count || runs[_runsTaken].Start > _next)
            return false;
        Take(segment.Plain, runs[_runsTaken++]);
        return true;
    }

    private void Take(SiePlain plain, in SieRun run)
    {
        _map.Take(plain, run, _chart, _series, _options.Dimensions, _line);
        var firstRow = _rows.Count - run.FirstRow;
        var vouchers = _vouchers.Count - run.FirstVoucher;
        _rows.Room(run.RowCount, _textBase + (long)run.End, _length);
        _rows.Add(plain.Rows.AsSpan(run.FirstRow, run.RowCount), _line, vouchers, _textBase, _map);
        var series = _map.Series;
        foreach (ref readonly var entry in plain.Vouchers.AsSpan(run.FirstVoucher, run.VoucherCount))
        {
            var voucher = entry with
            {
                Line = _line + entry.Line,
                Series = series[entry.Series + 1],
                NumberAt = _textBase + entry.NumberAt,
                TextAt = entry.TextAt < 0 ? -1 : _textBase + entry.TextAt,
                FirstRow = firstRow + entry.FirstRow,
            };
            _vouchers.Add(voucher);
            CheckVoucher(voucher);
        }

        var accounts = _map.Accounts;
        MoreAccounts();
        for (var account = 0; account < run.Known.Accounts; account++)
            _moved[accounts[account + 1]] += plain.Moved(run, account);
        _totals.Add(run);
        if (_checksumOpen)
            SumRun(run);
        _line = (int)Math.Min((long)_line + run.Lines, int.MaxValue);
        _next = run.End;
    }

    private void MoreAccounts()
    {
        if (_moved.Length < _chart.AccountCodes.Count)
            Array.Resize(ref _moved, Math.Max(_chart.AccountCodes.Count, _moved.Length * 2));
    }

    /// <summary>Hands over what a segment gave; what is left of a broken voucher goes on in the next block.</summary>
    private void EndBlock(SieSegment? segment)
    {
        if (_inVoucher != VoucherPart.Outside)
        {
            _voucherName ??= VoucherName(_vouchers.Count - 1);
            if (segment is { IsForced: true } && !_voucherTooLarge)
                _faults.Add(SieFaults.VoucherTooLarge, _voucherLine, 1, _voucherName, ("limit", SieValues.Count(SieSegments.Widest >> 20)));
            _voucherTooLarge |= segment is { IsForced: true };
        }

        if (_take is null || (_rows.Count == 0 && _vouchers.Count == (_continued ? 1 : 0)))
            return;
        _vouchers.TotalRows = _rows.Count;
        _take(new SieBlock(_vouchers, _rows, _totals.Rows - _rows.Count, _totals.Vouchers - _vouchers.Count, _continued));
        var open = _inVoucher != VoucherPart.Outside ? _vouchers.Last : default;
        _rows.Clear();
        _vouchers.Clear();
        _continued = _inVoucher != VoucherPart.Outside;
        if (_continued)
            _vouchers.Add(open with { NumberAt = -1, TextAt = -1, FirstRow = 0 });
    }
}
