using Styrkedja.App.Archive;
using Styrkedja.Calendar;
using Styrkedja.Facts;
using Styrkedja.FollowUp;
using Styrkedja.Store.Facts;

namespace Styrkedja.App.FollowingUp;

/// <summary>How a month stands towards being closed, with what only the rows themselves tell.</summary>
public sealed class MonthEnds(RegionArchive archive)
{
    public MonthEnd Of(FollowUpView view, Month month) => view.MonthEnd(month, Accrued(view, month));

    /// <summary>What was booked both ways on the accounts of accruals in the month and the one after.</summary>
    private IReadOnlyList<LedgerTurnover> Accrued(FollowUpView view, Month month)
    {
        if (!view.State.Statements.TellsAccruals)
            return [];
        var accounts = archive.CodesUsed().Accounts.Where(view.State.Statements.IsAccrual).ToList();
        return accounts.Count == 0 ? [] : archive.Rows.Turnover([.. view.State.LiveBatches.Select(b => b.Batch)], new RowFilter(new(month, month.Plus(1)), [], accounts));
    }
}
