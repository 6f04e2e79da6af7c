using System.Text;

namespace Styrkedja.Bench.Ledgers;

/// <summary>Vouchers as a table with one line a row, for engines that read CSV: the same content as the SIE file, texts included.</summary>
public sealed class CsvText : IVoucherWriter, IDisposable
{
    public const string Columns =
        "{'line':'INTEGER','series':'VARCHAR','voucher':'VARCHAR','date':'DATE','account':'VARCHAR','cost_centre':'VARCHAR','counterparty':'VARCHAR',"
        + "'activity':'VARCHAR','project':'VARCHAR','ore':'BIGINT','voucher_text':'VARCHAR','row_text':'VARCHAR'}";

    private readonly ByteText _out;
    private readonly byte[][] _accounts, _costCentres, _counterparties, _activities, _projects, _series, _voucherTexts, _rowTexts, _dates;
    private long _line;

    public CsvText(Stream stream, BenchRegion region)
    {
        _out = new ByteText(stream);
        _accounts = Each(region.AccountCodes);
        _costCentres = Each(Enumerable.Range(0, region.CostCentres).Select(region.CostCentreCode));
        _activities = Each(region.ActivityCodes);
        _counterparties = Each(region.CounterpartyCodes);
        _projects = Each(region.ProjectCodes);
        _series = Each(VoucherWords.Series);
        _voucherTexts = Each(VoucherWords.Vouchers);
        _rowTexts = Each(VoucherWords.Rows.Select(text => text.Contains(',', StringComparison.Ordinal) ? $"\"{text}\"" : text));
        _dates = Each(Enumerable.Range(0, 366).Select(day => new DateOnly(BenchRegion.Year, 1, 1).AddDays(day).ToString("yyyy-MM-dd")));
        _out.Add("line,series,voucher,date,account,cost_centre,counterparty,activity,project,ore,voucher_text,row_text\n"u8);
    }

    public void Voucher(in VoucherHead head, ReadOnlySpan<VoucherRow> rows)
    {
        foreach (ref readonly var row in rows)
        {
            _out.Add(++_line).Add(","u8).Add(_series[head.Series]).Add(","u8).Add(head.Number).Add(","u8).Add(_dates[head.Day]).Add(","u8).Add(_accounts[row.Account]).Add(","u8);
            Put(_costCentres, row.CostCentre);
            Put(_counterparties, row.Counterparty);
            Put(_activities, row.Activity);
            Put(_projects, row.Project);
            _out.Add(row.Ore).Add(","u8).Add(_voucherTexts[head.Text]).Add(" "u8).Add(head.TextNumber).Add(","u8);
            if (row.Text >= 0)
                _out.Add(_rowTexts[row.Text]);
            _out.Add("\n"u8);
        }
    }

    public void Dispose() => _out.Dispose();

    private void Put(byte[][] codes, int place)
    {
        if (place >= 0)
            _out.Add(codes[place]);
        _out.Add(","u8);
    }

    private static byte[][] Each(IEnumerable<string> codes) => [.. codes.Select(Encoding.UTF8.GetBytes)];
}
