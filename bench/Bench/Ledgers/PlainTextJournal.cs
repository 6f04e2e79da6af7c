using System.Text;

namespace Styrkedja.Bench.Ledgers;

/// <summary>Vouchers as plain-text accounting, for hledger and ledger (one dialect that both read) or for beancount.</summary>
/// <remarks>Accounts there are one tree. The tree of a report by organisation is the organisation, so a row on the income statement goes to its cost centre,
/// written as the way down to it, and a row on the balance sheet to its account. Budget is one periodic transaction a month.</remarks>
public sealed class PlainTextJournal : IVoucherWriter, IDisposable
{
    private readonly ByteText _out;
    private readonly bool _beancount;
    private readonly byte[][] _costCentres, _accounts, _series, _voucherTexts, _dates;

    public PlainTextJournal(Stream stream, BenchRegion region, bool beancount)
    {
        (_out, _beancount) = (new ByteText(stream), beancount);
        var (tree, balance) = beancount ? ("Expenses", "Liabilities") : ("region", "balance");
        _costCentres = Each(Enumerable.Range(0, region.CostCentres).Select(c => $"    {Path(region, region.FirstCostCentre + c, tree)}  "));
        _accounts = Each(region.AccountCodes.Select(code => $"    {balance}:{code}  "));
        _series = Each(VoucherWords.Series.Select(code => beancount ? $" * \"{code} " : $" ({code}-"));
        _voucherTexts = Each(VoucherWords.Vouchers.Select(text => beancount ? $" {text} " : $") {text} "));
        _dates = Each(Enumerable.Range(0, 366).Select(day => new DateOnly(BenchRegion.Year, 1, 1).AddDays(day).ToString("yyyy-MM-dd")));
        if (beancount)
        {
            foreach (var account in _costCentres.Concat(_accounts))
                _out.Add(Encoding.UTF8.GetBytes($"{BenchRegion.Year}-01-01 open ")).Add(account.AsSpan()[4..^2]).Add("\n"u8);
        }
        else
        {
            _out.Add(Encoding.UTF8.GetBytes($"~ monthly from {BenchRegion.Year}-01-01 to {BenchRegion.Year + 1}-01-01\n"));
            foreach (var (node, kronor) in region.Budget().GroupBy(b => b.Node).Select(b => (b.Key, b.Sum(row => row.Kronor))))
                _out.Add(Encoding.UTF8.GetBytes($"    {Path(region, node, tree)}  ")).Kronor(-kronor / 12 * 100).Add("\n"u8);
            _out.Add("    balance:budget\n\n"u8);
        }
    }

    public void Voucher(in VoucherHead head, ReadOnlySpan<VoucherRow> rows)
    {
        _out.Add(_dates[head.Day]).Add(_series[head.Series]).Add(head.Number).Add(_voucherTexts[head.Text]).Add(head.TextNumber).Add(_beancount ? "\"\n"u8 : "\n"u8);
        foreach (ref readonly var row in rows)
            _out.Add(BenchRegion.IsBalance(row.Account) ? _accounts[row.Account] : _costCentres[row.CostCentre]).Kronor(row.Ore).Add(_beancount ? " SEK\n"u8 : "\n"u8);
        _out.Add("\n"u8);
    }

    public void Dispose() => _out.Dispose();

    /// <summary>The way down to a node, such as region:N01:F01:F01-E1:10012.</summary>
    public static string Path(BenchRegion region, int node, string root) =>
        node == 0 ? root : $"{Path(region, region.Parents[node], root)}:{region.NodeIds[node]}";

    private static byte[][] Each(IEnumerable<string> codes) => [.. codes.Select(Encoding.UTF8.GetBytes)];
}
