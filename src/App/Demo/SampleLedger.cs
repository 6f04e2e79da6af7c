using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Region;

namespace Styrkedja.App.Demo;

/// <summary>A row of a sample voucher.</summary>
/// <param name="CostCentre">Empty on the balance sheet, like counterparty and activity.</param>
/// <param name="Amount">Debit positive.</param>
public sealed record SampleRow(string Account, string CostCentre, string Counterparty, string Activity, Money Amount);

/// <summary>A voucher of the sample ledger. Its rows add up to zero.</summary>
public sealed record SampleVoucher(string Series, string Number, DateOnly Day, string Text, IReadOnlyList<SampleRow> Rows);

/// <summary>The vouchers of one book and month, which make one file.</summary>
public sealed record SampleBookMonth(string Book, Month Month, IReadOnlyList<SampleVoucher> Vouchers);

/// <summary>Makes the sample ledger: every flow of a region's budget, drifted to a calibrated result and laid out as vouchers.</summary>
/// <remarks>The same input gives the same rows. A greater scale splits them into more vouchers and never changes a sum by cost centre, account, counterparty,
/// activity and month. What remains to the calibrated result after rounding and noise is one voucher a part and month in a series of its own.</remarks>
public static class SampleLedger
{
    /// <param name="stateAt">The region on the last day of a year, which tells budget, cost centres and their place.</param>
    /// <param name="scale">How many times the rows of scale 1, about 200 000 a year.</param>
    /// <param name="settled">The rows that settlement of care has booked in a month; they are left out here. Asked when the month is made.</param>
    /// <returns>Month by month in the order of time, and within a month book by book.</returns>
    public static IEnumerable<SampleBookMonth> Make(Func<DateOnly, RegionState> stateAt, SampleLedgerCalibration calibration, double scale = 1, Func<Month, IReadOnlyList<SampleRow>>? settled = null)
    {
        SampleLedgerSettlements? settlements = null;
        foreach (var year in calibration.Years)
        {
            var state = stateAt(new DateOnly(year, 12, 31));
            var flows = new SampleLedgerFlows(state, calibration, year);
            var leaves = new SampleLedgerLeaves(state.Organisation, calibration);
            var vouchers = new SampleLedgerVouchers(state, calibration, scale);
            settlements ??= new(calibration, vouchers.CostCentreOf);
            foreach (var month in Period.Year(year).EachMonth())
            {
                var whole = flows.In(month).SelectMany(flow => leaves.Of(flow, month)).ToList();
                var (left, taken) = SampleLedgerSettled.Of(whole, settled?.Invoke(month) ?? [], calibration);
                var (laid, reached) = (left.ToLookup(leaf => leaf.Part, StringComparer.Ordinal), whole.ToLookup(leaf => leaf.Part, StringComparer.Ordinal));
                foreach (var book in calibration.Parts.GroupBy(p => p.Book))
                    yield return settlements.With(new(book.Key, month, vouchers.Of(book.Key, [.. book.Select(p => p.Subject)], laid, reached, month)), [.. taken.Where(leaf => book.Any(p => p.Subject == leaf.Part))]);
            }
        }
    }
}
