namespace Styrkedja.Sie;

/// <summary>Vouchers: where each begins and ends, its day, and that its rows sum to zero.</summary>
internal sealed partial class SieReading
{
    private readonly SieVouchers _vouchers;
    private readonly SieCodes _series;
    private VoucherPart _inVoucher;
    private DateOnly _voucherDay;
    private int _voucherLine;
    private int _voucherRows;
    private string? _voucherName;
    private bool _voucherTooLarge;
    private bool _voucherUncertain;
    private Int128 _voucherSum;

    /// <summary>Where in a voucher the reading stands.</summary>
    private enum VoucherPart { Outside, BeforeBrace, Within }

    private void ReadVoucher(ReadOnlySpan<byte> line, int at)
    {
        var fields = new SieFields(line, at);
        var opened = false;
        var series = NextOfVoucher(ref fields, ref opened) ? _series.Number(fields.Plain()) : _series.Number(default);
        var hasNumber = NextOfVoucher(ref fields, ref opened);
        var numberAt = hasNumber ? _textBase + _lineStart + fields.Start : -1;
        var numberValue = hasNumber ? SieValues.VoucherNumber(fields.Raw) : -1;
        var day = NextOfVoucher(ref fields, ref opened) ? VoucherDay(line, ref fields) : VoucherDayMissing(line, ref fields);
        var textAt = NextOfVoucher(ref fields, ref opened) ? _textBase + _lineStart + fields.Start : -1;
        DateOnly? registered = null;
        if (NextOfVoucher(ref fields, ref opened) && !fields.Raw.IsEmpty)
            registered = RegisteredDay(line, ref fields);
        if (NextOfVoucher(ref fields, ref opened))
            NextOfVoucher(ref fields, ref opened);
        Finish(line, ref fields);

        var voucher = new SieVouchers.Entry(_line, series, numberAt, numberValue, day ?? default, textAt, registered, _rows.Count);
        _vouchers.Add(voucher);
        _totals.Vouchers++;
        CheckVoucher(voucher);
        _inVoucher = VoucherPart.BeforeBrace;
        _voucherDay = day ?? default;
        _voucherLine = _line;
        _voucherRows = 0;
        _voucherName = null;
        _voucherTooLarge = false;
        _voucherSum = 0;
        _voucherUncertain = false;
        if (!opened)
            return;
        _inVoucher = VoucherPart.Within;
        Report(SieFaults.BraceOnVoucherLine, line, line.LastIndexOf((byte)'{'), line);
    }

    /// <summary>The next field of the voucher's line, unless the brace that opens its rows stands there.</summary>
    private static bool NextOfVoucher(ref SieFields fields, ref bool opened)
    {
        if (opened || !fields.NextText())
            return false;
        opened = !fields.Quoted && fields.Raw is [(byte)'{'];
        return !opened;
    }

    private DateOnly? VoucherDayMissing(ReadOnlySpan<byte> line, ref SieFields fields)
    {
        if (fields.Quoting == SieQuoting.Sound)
            Report(SieFaults.DateMissing, line, fields.Start, line, ("record", "#VER"), ("field", "3"));
        return null;
    }

    private DateOnly? VoucherDay(ReadOnlySpan<byte> line, ref SieFields fields)
    {
        if (fields.Raw.IsEmpty)
            return VoucherDayMissing(line, ref fields);
        var how = SieValues.Day(fields.Raw, out var day);
        if (how == SieReadability.Sound)
            return day;
        if (fields.Quoting == SieQuoting.Sound)
            Report(how == SieReadability.Iso ? SieFaults.DateIso : SieFaults.DateInvalid, line, fields.Start, fields.Raw, ("record", "#VER"));
        return how == SieReadability.Iso ? day : null;
    }

    private DateOnly? RegisteredDay(ReadOnlySpan<byte> line, ref SieFields fields)
    {
        var how = SieValues.Day(fields.Raw, out var day);
        if (how == SieReadability.Sound)
            return day;
        if (fields.Quoting == SieQuoting.Sound)
            Report(how == SieReadability.Iso ? SieFaults.DateIso : SieFaults.DateIgnored, line, fields.Start, fields.Raw, ("record", "#VER"));
        return how == SieReadability.Iso ? day : null;
    }

    private void OpenVoucher(ReadOnlySpan<byte> line, int at)
    {
        if (_inVoucher == VoucherPart.BeforeBrace)
            _inVoucher = VoucherPart.Within;
        else
            Report(SieFaults.BraceUnexpected, line, at, line);
    }

    private void CloseVoucher(ReadOnlySpan<byte> line, int at)
    {
        if (_added.Line > 0)
            AddedRowStandsAlone();
        if (_inVoucher == VoucherPart.Within)
            EndVoucher();
        else
            Report(SieFaults.BraceUnexpected, line, at, line);
    }

    private void EndVoucher()
    {
        _inVoucher = VoucherPart.Outside;
        if (_voucherUncertain)
            return;
        if (_voucherRows == 0)
            _faults.Add(SieFaults.VoucherEmpty, _voucherLine, 1, OpenVoucherName());
        else if (_voucherSum != 0)
            _faults.Add(Accepted(SieFaults.VoucherUnbalanced, _options.AcceptUnbalancedVouchers), _voucherLine, 1, SieValues.Kronor(_voucherSum),
                ("voucher", OpenVoucherName()));
    }

    private string OpenVoucherName() => _voucherName ?? VoucherName(_vouchers.Count - 1);

    private string VoucherName(int voucher) => $"{_vouchers.Series(voucher)} {_vouchers.Number(voucher)}".Trim();

    /// <summary>A record that cannot stand in a voucher: the voucher was never opened, or never closed.</summary>
    private void RecordWithinVoucher(ReadOnlySpan<byte> line, int at, SieLabel label)
    {
        if (_inVoucher == VoucherPart.BeforeBrace)
        {
            EndVoucher();
            return;
        }

        if (label == SieLabel.Ver || label == SieLabel.Ksumma)
        {
            _faults.Add(SieFaults.VoucherUnclosed, _voucherLine, 1, OpenVoucherName());
            EndVoucher();
        }
        else
        {
            Report(SieFaults.RecordInVoucher, line, Math.Max(0, at - SieLabels.Name(label).Length), line, ("record", SieLabels.Name(label)));
        }
    }

    private void EndVoucherAtEndOfFile()
    {
        if (_added.Line > 0)
            AddedRowStandsAlone();
        if (_inVoucher == VoucherPart.Within)
            _faults.Add(SieFaults.VoucherUnclosed, _voucherLine, 1, OpenVoucherName());
        if (_inVoucher != VoucherPart.Outside)
            EndVoucher();
    }
}
