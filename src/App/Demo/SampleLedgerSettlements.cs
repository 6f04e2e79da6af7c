using System.Globalization;
using Styrkedja.Amounts;

namespace Styrkedja.App.Demo;

/// <summary>What the sample ledger's balance sheet is made of beside the vouchers of the operations. Made up; no source tells it.</summary>
/// <param name="Year">The year that opens.</param>
/// <param name="Book">The book in which opening debts and claims are paid.</param>
/// <param name="Opening">Balance of each account when the year opens, debit positive; they add up to zero.</param>
/// <param name="Settled">Per cent of what an account moved in a month that is paid from the bank the month after.</param>
/// <param name="Investments">What a part of the region invests in a year.</param>
public sealed record SampleBalanceSheet(
    int Year,
    string Book,
    string Bank,
    string Asset,
    string Supplier,
    IReadOnlyDictionary<string, Money> Opening,
    IReadOnlyDictionary<string, int> Settled,
    IReadOnlyDictionary<(int Year, string Part), Money> Investments);

/// <summary>Adds to each book's month the vouchers that move only the balance sheet: payment of what was claimed and owed the month before, and investments.</summary>
/// <remarks>They touch no account of the income statement, so no result changes. To be asked month by month in the order of time.</remarks>
internal sealed class SampleLedgerSettlements(SampleLedgerCalibration calibration, Func<string, string> costCentreOf)
{
    private static readonly long[] s_evenly = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];

    // What each book's accounts are to be paid for next month.
    private readonly Dictionary<(string Book, string Account), Money> _due = Opening(calibration.BalanceSheet);

    /// <param name="taken">What the book has that is booked otherwise; its debts are paid as all others.</param>
    public SampleBookMonth With(SampleBookMonth month, IReadOnlyList<SampleLeaf> taken)
    {
        if (calibration.BalanceSheet is not { } sheet)
            return month;
        var vouchers = new List<SampleVoucher>();
        foreach (var account in sheet.Settled.Keys.Order(StringComparer.Ordinal))
        {
            if (_due.GetValueOrDefault((month.Book, account)) is var due && due != Money.Zero)
                vouchers.Add(Voucher("BET", month, 24, $"Betalning konto {account}", [new(account, "", "", "", -due), new(sheet.Bank, "", "", "", due)], vouchers.Count));
        }

        var paid = vouchers.Count;
        foreach (var part in calibration.Parts.Where(p => p.Book == month.Book))
        {
            if (sheet.Investments.TryGetValue((month.Month.Year, part.Subject), out var invested) && invested.Spread(s_evenly)[month.Month.Number - 1] is var amount && amount != Money.Zero)
                vouchers.Add(Voucher("INV", month, 14, "Investering", [new(sheet.Asset, costCentreOf(part.Subject), "", "", amount), new(sheet.Supplier, "", "", "", -amount)], vouchers.Count - paid));
        }

        var whole = month with { Vouchers = [.. month.Vouchers, .. vouchers] };
        foreach (var account in sheet.Settled.Keys)
        {
            // What is paid is not paid again.
            var moved = Money.Sum(month.Vouchers.Concat(vouchers.Skip(paid)).SelectMany(v => v.Rows).Where(row => row.Account == account).Select(row => row.Amount))
                - Money.Sum(taken.Where(leaf => (calibration.Balances.GetValueOrDefault(leaf.Account) ?? calibration.Postings[leaf.Group].Balance) == account).Select(leaf => leaf.Amount));
            _due[(month.Book, account)] = new(checked(moved.Ore / 100 * sheet.Settled[account]));
        }

        return whole;
    }

    private static Dictionary<(string, string), Money> Opening(SampleBalanceSheet? sheet) => sheet is null ? []
        : sheet.Opening.Where(o => sheet.Settled.GetValueOrDefault(o.Key) == 100).ToDictionary(o => (sheet.Book, o.Key), o => o.Value);

    private static SampleVoucher Voucher(string series, SampleBookMonth month, int day, string text, IReadOnlyList<SampleRow> rows, int before) => new(
        $"{month.Book}-{series}",
        string.Create(CultureInfo.InvariantCulture, $"{month.Month.Year % 100:00}{month.Month.Number:00}{before + 1:000000}"),
        month.Month.FirstDay.AddDays(day),
        text,
        rows);
}
