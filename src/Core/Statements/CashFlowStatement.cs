using Styrkedja.Amounts;
using Styrkedja.Provenance;

namespace Styrkedja.Statements;

/// <summary>What a period's money came from and went to, by the indirect method.</summary>
/// <remarks>Unit: öre, what brings money in is positive. Every movement of every account lies on exactly one row, so the sum is the change of cash when the ledger balances.
/// When it does not, the difference is shown. Rule: LKBR (2018:597) 8 kap.</remarks>
[Term("kassaflödesanalys")]
public sealed class CashFlowStatement
{
    private readonly Dictionary<CashFlowRow, long> _sums = [];

    private CashFlowStatement()
    {
    }

    public Money this[CashFlowRow row] => new(_sums.GetValueOrDefault(row));

    /// <summary>Reckons the flow between two days.</summary>
    /// <param name="movements">Each account's balance before and after, debit positive.</param>
    /// <param name="result">The result of the period, surplus positive.</param>
    /// <param name="depreciation">Depreciation in the result, a cost and thus negative.</param>
    /// <exception cref="OverflowException">The flow does not fit in 64 bits.</exception>
    public static CashFlowStatement Of(IEnumerable<(string Account, long Before, long After)> movements, StatementMapping mapping, Money result, Money depreciation)
    {
        var flow = new CashFlowStatement();
        flow.Add(CashFlowRow.YearResult, result.Ore);
        foreach (var (account, before, after) in movements)
        {
            // An account that leans the other way than before leaves the one line and comes to the other.
            flow.Add(RowOf(account, before, mapping), before);
            flow.Add(RowOf(account, after, mapping), checked(-after));
        }

        // Depreciation is added back as the income statement has it. Where accumulated depreciation is not told apart it lies among the assets, which are then seen as
        // bought for so much more; where it is, anything that does not agree is some other change without money.
        var booked = flow[CashFlowRow.DepreciationAddedBack].Ore;
        var rest = checked(-depreciation.Ore - booked);
        flow.Add(CashFlowRow.DepreciationAddedBack, rest);
        flow.Add(mapping.TellsDepreciationApart ? CashFlowRow.OtherNonCash : CashFlowRow.TangibleInvestments, checked(-rest));

        foreach (var total in CashFlowRows.InOrder.Where(row => row.IsTotal()))
            flow.Add(total, total.PartsOf().Sum(part => flow._sums.GetValueOrDefault(part)));
        flow._sums[CashFlowRow.CashChanged] = checked(-flow[CashFlowRow.CashChanged].Ore);
        flow.Add(CashFlowRow.CashDifference, checked(flow[CashFlowRow.CashFlow].Ore - flow[CashFlowRow.CashChanged].Ore));
        return flow;
    }

    private static CashFlowRow RowOf(string account, long ore, StatementMapping mapping) =>
        CashFlowRows.Of(mapping.CashFlowOf(account), BalanceRows.Of(mapping.LineOf(account, ore), ore));

    private void Add(CashFlowRow row, long ore) => _sums[row] = checked(_sums.GetValueOrDefault(row) + ore);
}
