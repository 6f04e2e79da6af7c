using System.Text;

namespace Styrkedja.Bench.Ledgers;

/// <summary>Vouchers as a SIE file of type 4I, or of type 4E when the sums of its accounts are known beforehand.</summary>
/// <remarks>In the character set the format asks for (PC8, code page 437). Rule: SIE file format 4B.</remarks>
public sealed class SieText : IVoucherWriter, IDisposable
{
    /// <summary>Days of the year as 20170131.</summary>
    private static readonly byte[][] s_dates = Each(Enumerable.Range(0, 366), day => new DateOnly(BenchRegion.Year, 1, 1).AddDays(day).ToString("yyyyMMdd"));

    private readonly ByteText _out;
    private readonly byte[][] _accounts, _costCentres, _counterparties, _activities, _projects, _series, _voucherTexts, _rowTexts;

    /// <param name="sums">Sum of each account's rows, for a file of type 4E; absent for 4I.</param>
    public SieText(Stream stream, BenchRegion region, long[]? sums = null)
    {
        _out = new ByteText(stream);
        _accounts = Each(region.AccountCodes, code => code);
        _costCentres = Each(Enumerable.Range(0, region.CostCentres).Select(region.CostCentreCode), code => $"1 \"{code}\"");
        _activities = Each(region.ActivityCodes, code => $"20 \"{code}\"");
        _counterparties = Each(region.CounterpartyCodes, code => $"21 \"{code}\"");
        _projects = Each(region.ProjectCodes, code => $"6 \"{code}\"");
        _series = Each(VoucherWords.Series, code => $"#VER \"{code}\" ");
        _voucherTexts = Each(VoucherWords.Vouchers, text => $" \"{text} ");
        _rowTexts = Each(VoucherWords.Rows, text => $" \"{text}\"");
        Head(region, sums);
    }

    public void Voucher(in VoucherHead head, ReadOnlySpan<VoucherRow> rows)
    {
        _out.Add(_series[head.Series]).Add(head.Number).Add(" "u8).Add(s_dates[head.Day]).Add(_voucherTexts[head.Text]).Add(head.TextNumber).Add("\"\r\n{\r\n"u8);
        foreach (ref readonly var row in rows)
        {
            _out.Add("   #TRANS "u8).Add(_accounts[row.Account]).Add(" {"u8);
            var any = false;
            Put(_costCentres, row.CostCentre, ref any);
            Put(_activities, row.Activity, ref any);
            Put(_counterparties, row.Counterparty, ref any);
            Put(_projects, row.Project, ref any);
            _out.Add("} "u8).Kronor(row.Ore).Add(" "u8).Add(s_dates[head.Day]);
            if (row.Text >= 0)
                _out.Add(_rowTexts[row.Text]);
            _out.Add("\r\n"u8);
        }

        _out.Add("}\r\n"u8);
    }

    public void Dispose() => _out.Dispose();

    private void Head(BenchRegion region, long[]? sums)
    {
        Line("#FLAGGA 0");
        Line("#PROGRAM \"Styrkedja\" \"bench\"");
        Line("#FORMAT PC8");
        Line($"#GEN {BenchRegion.Year}1231");
        Line("#SIETYP 4");
        Line("#FNAMN \"Provregionen\"");
        Line($"#RAR 0 {BenchRegion.Year}0101 {BenchRegion.Year}1231");
        Line("#VALUTA SEK");
        for (var a = 0; a < region.AccountCodes.Length; a++)
        {
            var (code, group) = (region.AccountCodes[a], BenchRegion.Groups[BenchRegion.GroupOf(a)]);
            Line($"#KONTO {code} \"Konto {code}\"");
            Line($"#KTYP {code} {TypeOf(group)}");
        }

        Line("#DIM 20 \"Verksamhet\"");
        Line("#DIM 21 \"Motpart\"");
        for (var c = 0; c < region.CostCentres; c++)
            Line($"#OBJEKT 1 \"{region.CostCentreCode(c)}\" \"Kostnadsställe {region.CostCentreCode(c)}\"");
        foreach (var code in region.ProjectCodes)
            Line($"#OBJEKT 6 \"{code}\" \"Projekt {code}\"");
        foreach (var code in region.ActivityCodes)
            Line($"#OBJEKT 20 \"{code}\" \"Verksamhet {code}\"");
        foreach (var code in region.CounterpartyCodes)
            Line($"#OBJEKT 21 \"{code}\" \"Motpart {code}\"");
        for (var a = 0; sums is not null && a < sums.Length; a++)
        {
            if (BenchRegion.IsBalance(a))
            {
                Line($"#IB 0 {region.AccountCodes[a]} 0.00");
                _out.Add(Bytes($"#UB 0 {region.AccountCodes[a]} ")).Kronor(sums[a]).Add("\r\n"u8);
            }
            else
            {
                _out.Add(Bytes($"#RES 0 {region.AccountCodes[a]} ")).Kronor(sums[a]).Add("\r\n"u8);
            }
        }
    }

    private static char TypeOf((string Id, string Line, int First) group) =>
        group.Id == "assets" ? 'T' : group.Id == "liabilities" ? 'S' : group.Line.EndsWith("costs", StringComparison.Ordinal) || group.Line == "depreciation" ? 'K' : 'I';

    private void Put(byte[][] codes, int place, ref bool any)
    {
        if (place < 0)
            return;
        if (any)
            _out.Add(" "u8);
        _out.Add(codes[place]);
        any = true;
    }

    private void Line(string text) => _out.Add(Bytes(text)).Add("\r\n"u8);

    private static byte[][] Each<T>(IEnumerable<T> codes, Func<T, string> shape) => [.. codes.Select(code => Bytes(shape(code)))];

    /// <summary>Code page 437 for the letters that Swedish has.</summary>
    private static byte[] Bytes(string text) =>
        [.. text.Select(c => c switch { 'å' => (byte)0x86, 'ä' => (byte)0x84, 'ö' => (byte)0x94, 'Å' => (byte)0x8F, 'Ä' => (byte)0x8E, 'Ö' => (byte)0x99, _ => Encoding.ASCII.GetBytes([c])[0] })];
}

/// <summary>Sums of rows by account: what a file of type 4E has to say before its first voucher.</summary>
public sealed class AccountSums(BenchRegion region) : IVoucherWriter
{
    public long[] Ore { get; } = new long[region.AccountCodes.Length];

    public void Voucher(in VoucherHead head, ReadOnlySpan<VoucherRow> rows)
    {
        foreach (ref readonly var row in rows)
            Ore[row.Account] += row.Ore;
    }
}
