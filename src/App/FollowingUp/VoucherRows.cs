using Styrkedja.App.Archive;
using Styrkedja.Facts;
using Styrkedja.FollowUp;
using Styrkedja.Store.Facts;

namespace Styrkedja.App.FollowingUp;

/// <summary>The voucher rows that a figure is summed from.</summary>
public sealed class VoucherRows(RegionArchive archive)
{
    /// <summary>How many rows are shown at a time.</summary>
    public const int PageSize = 200;

    /// <summary>A page of rows in the order of their dates; an empty one for a figure that is no sum of rows.</summary>
    /// <param name="place">The row that the page follows or goes before; absent for the first page.</param>
    /// <param name="withTexts">Only for those who may read the texts of vouchers, which can hold names.</param>
    public RowPage Page(FollowUpView view, FigureAddress address, RowPlace? place, RowDirection direction, bool withTexts)
    {
        if (Behind(view, address) is not var (batches, filter))
            return new([], false, false);
        var rows = archive.Rows.Find(batches, filter, place, direction, PageSize + 1, withTexts);
        if (direction == RowDirection.After)
            return new([.. rows.Take(PageSize)], place is not null, rows.Count > PageSize);
        // A page that would begin before the first row is the first page.
        return rows.Count > PageSize ? new([.. rows.Skip(1)], true, true) : Page(view, address, null, RowDirection.After, withTexts);
    }

    /// <summary>The rows of a figure in the order of their dates, at most so many.</summary>
    public IReadOnlyList<FoundRow> First(FollowUpView view, FigureAddress address, int limit, bool withTexts) =>
        Behind(view, address) is var (batches, filter) ? archive.Rows.Find(batches, filter, null, RowDirection.After, limit, withTexts) : [];

    /// <summary>The batches and the filter that rows are read by; nothing for a figure that is no sum of rows.</summary>
    internal (IReadOnlyList<FactBatch> Batches, RowFilter Filter)? Behind(FollowUpView view, FigureAddress address)
    {
        if (view.RowsBehind(address) is not { Batches.Count: > 0 } scope)
            return null;
        var (costCentres, accounts) = archive.CodesUsed();
        return (scope.Batches, new RowFilter(scope.Period, scope.CostCentres, scope.Accounts, scope.Counterparty, scope.Activity, scope.InternalCounterparties)
        {
            KnownCostCentres = costCentres,
            KnownAccounts = accounts,
        });
    }
}

/// <summary>Some of the rows behind a figure, and whether more stand before and after them.</summary>
public sealed record RowPage(IReadOnlyList<FoundRow> Rows, bool MoreBefore, bool MoreAfter);
