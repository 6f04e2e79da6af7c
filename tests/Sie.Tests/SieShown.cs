using System.Buffers;
using System.Text;

namespace Styrkedja.Sie;

/// <summary>Everything that a reading gave, as lines of text, so that two readings can be held against each other.</summary>
internal sealed class SieShown
{
    private readonly StringBuilder _rows = new();

    /// <summary>The rows and vouchers of a file or of its next block.</summary>
    public void Add(SieVouchers vouchers, SieRows rows, bool continues = false)
    {
        var row = 0;
        for (var v = 0; v < vouchers.Count; v++)
        {
            if (v > 0 || !continues)
                _rows.Append($"voucher {vouchers.Line(v)} {vouchers.SeriesNumber(v)} {vouchers.Number(v)} {vouchers.Day(v):yyyyMMdd} {vouchers.Text(v)} ")
                    .Append($"{vouchers.Registered(v):yyyyMMdd} {vouchers.Signature(v)}\n");
            Assert.Equal(row, vouchers.FirstRow(v));
            for (var end = row + vouchers.RowCount(v); row < end; row++)
            {
                Assert.Equal(v, rows.Voucher[row]);
                var further = string.Join(' ', rows.FurtherObjects.GetValueOrDefault(row) ?? []);
                _rows.Append($"  row {rows.Line[row]} {rows.Account[row]} {rows.CostCentre[row]} {rows.Counterparty[row]} {rows.Activity[row]} ")
                    .Append($"{rows.Project[row]} {rows.Ore[row]} {rows.Day[row]:yyyyMMdd} {Written(rows, row)} {rows.QuantityThousandths(row)} {rows.Signature(row)} {further}\n");
            }
        }

        Assert.Equal(rows.Count, row);
    }

    public string With(SieSummary summary) => string.Join('\n',
    [
        $"{summary.Role} {summary.Encoding} {summary.Checksum} {summary.Refused} {summary.Header with { Address = null, Years = [] }}",
        $"{summary.Totals.Vouchers} {summary.Totals.Rows} {summary.Totals.DebitOre} {summary.Totals.CreditOre} {summary.Totals.FirstDay} {summary.Totals.LastDay}",
        .. summary.Header.Years.Select(y => y.ToString()),
        .. summary.Accounts.Select(a => $"{a.Code} {a.Name} {a.Type} {a.Unit} {a.Line}"),
        .. summary.Dimensions.SelectMany(d => d.Objects.Select(o => $"{d.Number} {d.Name} {d.Superior} {d.Line}: {o}")),
        string.Join('|', summary.Series),
        Balances(summary),
        Faults(summary),
        _rows.ToString(),
    ]);

    public static string Of(SieFile file)
    {
        var shown = new SieShown();
        shown.Add(file.Vouchers, file.Rows);
        return shown.With(file);
    }

    private static string Faults(SieSummary summary) => string.Join('\n', summary.Faults.Select(f =>
        $"{f.Line}:{f.Column} {f.Severity} {f.Code} {f.Found} {string.Join(',', f.Arguments.OrderBy(a => a.Key))}"));

    private static string Balances(SieSummary summary) => string.Join('\n', Enumerable.Range(0, summary.Balances.Count).Select(i =>
        $"{summary.Balances.Line(i)} {summary.Balances.Kind(i)} {summary.Balances.YearOffset(i)} {summary.Balances.Period(i)} {summary.Balances.Account(i)} "
        + $"{string.Join(' ', summary.Balances.Objects(i))} {summary.Balances.Ore(i)}"));

    /// <summary>The text of a row, which must be the same as string and as UTF-8.</summary>
    private static string? Written(SieRows rows, int row)
    {
        var to = new ArrayBufferWriter<byte>();
        Assert.Equal(rows.WriteText(row, to), to.WrittenCount);
        Assert.Equal(rows.Text(row) ?? "", Encoding.UTF8.GetString(to.WrittenSpan));
        return rows.Text(row);
    }
}
