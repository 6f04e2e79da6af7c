namespace Styrkedja.Sie;

/// <summary>What is held against each voucher as it passes: its number, the order of its series, and its day; and what its rows add up to.</summary>
/// <remarks>A day is held against the current year only when #RAR stands before the voucher, as it should.</remarks>
internal sealed partial class SieReading
{
    private readonly SieTotals _totals = new();
    private readonly List<SieVoucherNumbers> _numbers = [];
    private readonly SieFaultList _voucherFaults = new();

    // Which numbers are unusual depends on the role, which may be known only at the end.
    private readonly SieFaultList _unusual = new();
    private readonly SieFaultList _unusualForImport = new();
    private Int128[] _moved = new Int128[64];

    private void CheckVoucher(in SieVouchers.Entry voucher)
    {
        var number = voucher.NumberValue;
        if (number < 0)
            CheckUnusual();
        else if (_series[voucher.Series].IsEmpty)
            Told(_unusual, SieFaults.VoucherNumberUnusual);
        if (number >= 0)
            CheckNumber(voucher);
        if (_yearNow is not { } year || voucher.Day == default || (voucher.Day >= year.First && voucher.Day <= year.Last))
            return;
        if (_voucherFaults.Takes(SieFaults.VoucherOutsideYear))
            _voucherFaults.Keep(SieFaults.VoucherOutsideYear, voucher.Line, 1, $"{voucher.Day:yyyyMMdd}", ("voucher", VoucherName(_vouchers.Count - 1)));
    }

    private void CheckUnusual()
    {
        Told(_unusual, SieFaults.VoucherNumberUnusual);
        if (_vouchers.Number(_vouchers.Count - 1).Length > 0)
            Told(_unusualForImport, SieFaults.VoucherNumberUnusual);
    }

    private void CheckNumber(in SieVouchers.Entry voucher)
    {
        while (_numbers.Count <= voucher.Series)
            _numbers.Add(new SieVoucherNumbers());
        var numbers = _numbers[voucher.Series];
        var last = numbers.Last;
        if (voucher.NumberValue < last && !numbers.IsDisorderTold)
        {
            numbers.IsDisorderTold = true;
            Told(_voucherFaults, SieFaults.VoucherOrder, ("before", last.ToString(null, null)));
        }

        if (numbers.Add(voucher.NumberValue, voucher.Line) is > 0 and var first)
            Told(_voucherFaults, SieFaults.VoucherRepeated, ("first", SieValues.Count(first)));
    }

    /// <summary>Tells of the voucher that was last added.</summary>
    private void Told(SieFaultList faults, SieFaultKind kind, params ReadOnlySpan<(string, string)> arguments)
    {
        if (faults.Takes(kind))
            faults.Keep(kind, _vouchers.Last.Line, 1, VoucherName(_vouchers.Count - 1), arguments.ToArray());
    }
}
