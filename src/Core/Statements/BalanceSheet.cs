using Styrkedja.Amounts;
using Styrkedja.Provenance;

namespace Styrkedja.Statements;

/// <summary>What the region owns and what that is paid with on one day, line by line.</summary>
/// <remarks>Unit: öre. Assets are positive when debit, all else positive when credit. The difference is never plugged: it is the sum of every account of the ledger,
/// which is zero when every voucher balances. Rule: LKBR (2018:597) 6 kap.; KRL (1997:614) 5 kap. before 2019.</remarks>
[Term("balansräkning")]
public sealed class BalanceSheet
{
    private readonly Dictionary<BalanceRow, long> _sums = [];
    private readonly List<(BalanceRow Row, string Account, Money Amount)> _accounts = [];

    private BalanceSheet()
    {
    }

    /// <summary>The accounts with a balance, each on its row, by account.</summary>
    public IReadOnlyList<(BalanceRow Row, string Account, Money Amount)> Accounts => _accounts;

    public Money this[BalanceRow row] => new(_sums.GetValueOrDefault(row));

    /// <summary>Lays balances out over the lines.</summary>
    /// <param name="balances">Öre of each account, debit positive.</param>
    /// <param name="result">The year's result so far, surplus positive.</param>
    /// <param name="retained">Results of earlier years that lie on no account.</param>
    /// <exception cref="OverflowException">A sum does not fit in 64 bits.</exception>
    public static BalanceSheet Of(IEnumerable<KeyValuePair<string, long>> balances, StatementMapping mapping, Money result, Money retained)
    {
        var sheet = new BalanceSheet();
        sheet.Add(BalanceRow.YearResult, result.Ore);
        sheet.Add(BalanceRow.RetainedResult, retained.Ore);
        foreach (var (account, ore) in balances.Where(b => b.Value != 0).OrderBy(b => b.Key, StringComparer.Ordinal))
        {
            var row = BalanceRows.Of(mapping.LineOf(account, ore), ore);
            var amount = row.IsCredit() ? checked(-ore) : ore;
            sheet._accounts.Add((row, account, new(amount)));
            sheet.Add(row, amount);
        }

        foreach (var total in BalanceRows.InOrder.Where(row => row.IsTotal()))
            sheet.Add(total, total.PartsOf().Sum(part => sheet._sums.GetValueOrDefault(part)));
        sheet.Add(BalanceRow.Difference, checked(sheet[BalanceRow.Assets].Ore - sheet[BalanceRow.EquityAndLiabilities].Ore));
        return sheet;
    }

    private void Add(BalanceRow row, long ore) => _sums[row] = checked(_sums.GetValueOrDefault(row) + ore);
}
