using CsCheck;
using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.FollowUp;
using Styrkedja.Organisation;

namespace Styrkedja.Statements;

/// <summary>What must hold of the statements of every ledger there can be, whether it balances or not and whatever part of it has a place.</summary>
public class StatementPropertyTests
{
    private static readonly Period s_months = new(new(2017, 1), new(2017, 3));

    private static readonly Gen<AdoptStatements> s_layout = Gen.Select(Gen.Int[0, 13], Gen.Int[0, 13], Gen.Bool, Gen.Bool, Gen.Int[0, 5]).Select((first, second, whole, sided, told) => new AdoptStatements(
        "R",
        [
            .. sided ? new BalanceLineAccounts[] { new(BalanceLine.Receivables, [new("1000", "2999")], BalanceSide.Debit) } : [],
            new(BalanceLine.CashAndBank, [new("1900", "1999")], null),
            new((BalanceLine)first, [new("1000", "1899")], null),
            .. whole ? new BalanceLineAccounts[] { new((BalanceLine)second, [new("2000", "8999")], null) } : [],
        ],
        told < 5 ? [new((CashFlowPlace)told, [new("2000", "2999")])] : [],
        [],
        Validity.Always));

    [Fact]
    public void The_difference_of_the_balance_sheet_is_what_the_ledger_does_not_balance() => Sample((view, region, sheet, _) =>
    {
        Assert.Equal(Booked(region), sheet[BalanceRow.Difference]);
        Assert.Equal(sheet[BalanceRow.Assets] - sheet[BalanceRow.EquityAndLiabilities], sheet[BalanceRow.Difference]);
        foreach (var total in BalanceRows.InOrder.Where(row => row.IsTotal()))
            Assert.Equal(Money.Sum(total.PartsOf().Select(part => sheet[part])), sheet[total]);
        foreach (var row in sheet.Accounts.GroupBy(a => a.Row))
            Assert.Equal(Money.Sum(row.Select(a => a.Amount)), sheet[row.Key]);
        Assert.Equal(sheet.Accounts.Count, sheet.Accounts.DistinctBy(a => a.Account).Count());
        Assert.Equal(view.Evaluate(new(Measure.Result, s_months, Subject.RegionId)).Money, sheet[BalanceRow.YearResult]);
    });

    [Fact]
    public void The_cash_flow_adds_up_to_the_change_in_cash_and_what_the_ledger_does_not_balance() => Sample((view, region, sheet, flow) =>
    {
        Assert.Equal(sheet[BalanceRow.CashAndBank], flow[CashFlowRow.CashChanged]);
        Assert.Equal(flow[CashFlowRow.CashChanged] + flow[CashFlowRow.CashDifference], flow[CashFlowRow.CashFlow]);
        Assert.Equal(-Booked(region), flow[CashFlowRow.CashDifference]);
        foreach (var total in CashFlowRows.InOrder.Where(row => row.IsTotal()))
            Assert.Equal(Money.Sum(total.PartsOf().Select(part => flow[part])), flow[total]);
    });

    [Fact]
    public void The_lines_of_the_income_statement_add_up_to_the_result() => Sample((view, region, _, _) =>
    {
        foreach (var subject in view.State.Organisation.Subjects.Where(s => view.HoldsMoney(s.Id, s_months)))
        {
            var rows = view.IncomeStatementInFull(subject.Id, s_months);
            var unmatched = view.Evaluate(new(Measure.EliminationDifference, view.Known(s_months), subject.Id)).Money;
            Assert.Equal(rows[^1].Outcome.Money, Money.Sum(rows.Where(r => r.Line is not null).Select(r => r.Outcome.Money)) + unmatched);
            Assert.Equal(rows[^1].Outcome.Money - rows[^1].Budget.Money, rows[^1].Deviation.Money);
        }
    });

    [Fact]
    public void Every_row_is_explained_by_parts_that_add_up_to_it() => Sample((view, _, sheet, _) =>
    {
        foreach (var row in BalanceRows.InOrder.Where(row => sheet[row] != Money.Zero && row != BalanceRow.Difference))
        {
            var explained = view.Explain(view.BalanceFigure(s_months, row).Address);
            Assert.Equal(explained.Figure.Money, Money.Sum(explained.Parts.Select(p => p.Money)));
            foreach (var account in explained.Parts.Where(p => p.Address.Dimensions.Account is not null).Select(p => view.Explain(p.Address)))
                Assert.Equal(row.IsCredit() ? account.Figure.Money : -account.Figure.Money, Money.Sum(account.Inputs.Where(i => i.Address.Measure == Measure.BalanceChange).Select(i => i.Money)));
        }
    });

    private static Money Booked(ReadableRegion region) => Money.Sum(region.Cells.SelectMany(set => Enumerable.Range(0, set.Count).Where(i => s_months.Holds(set.MonthOf(i))).Select(i => new Money(set.Ore[i]))));

    private static void Sample(Action<FollowUpView, ReadableRegion, BalanceSheet, CashFlowStatement> holds) => Gen.Select(RandomRegion.Gen0, s_layout).Sample(
        (random, layout) =>
        {
            var region = ReadableRegion.Of(random.ToString(), layout);
            var view = region.View();
            if (view.HasOutcome(s_months))
                holds(view, region, view.BalanceSheetAt(s_months.To), view.CashFlow(s_months));
        },
        iter: 60);
}
