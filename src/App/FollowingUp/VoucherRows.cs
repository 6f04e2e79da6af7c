using Styrkedja.App.Archive;
using Styrkedja.FollowUp;
using Styrkedja.Store.Facts;

namespace Styrkedja.App.FollowingUp;

/// <summary>The voucher rows that a figure is summed from.</summary>
public sealed class VoucherRows(RegionArchive archive)
{
    /// <summary>Rows of a figure in the order of their dates; none for a figure that is no sum of rows.</summary>
    /// <param name="withTexts">Only for those who may read the texts of vouchers, which can hold names.</param>
    public IReadOnlyList<FoundRow> Find(FollowUpView view, FigureAddress address, bool withTexts, int offset, int limit) =>
        view.RowsBehind(address) is { Batches.Count: > 0 } scope
            ? archive.Facts.FindRows(
                scope.Batches,
                new RowFilter(scope.Period, scope.CostCentres, scope.Accounts, scope.Counterparty, scope.Activity, scope.InternalCounterparties),
                withTexts,
                offset,
                limit)
            : [];
}
