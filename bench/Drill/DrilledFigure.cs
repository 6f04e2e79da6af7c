using Styrkedja.Calendar;
using Styrkedja.Store.Facts;

namespace Styrkedja.Bench.Drill;

/// <summary>A figure that someone might ask the rows of: at some level, of some accounts, in a month, a quarter or a year.</summary>
internal sealed record DrilledFigure(string Level, RowFilter Filter)
{
    private const int Committees = 12;

    public static DrilledFigure Random(Random random, SortedLedger ledger)
    {
        var year = ledger.Years[random.Next(ledger.Years.Count)];
        var first = random.Next(1, 13);
        var period = random.Next(4) switch
        {
            0 => new Period(new(year, first), new(year, first)),
            1 => new Period(new(year, 1), new(year, first)),
            _ => Period.Year(year),
        };
        var all = SortedLedger.CostCentres;
        var accounts = random.Next(3) switch
        {
            0 => SortedLedger.Accounts,
            1 => [.. SortedLedger.Accounts.Where(a => a[0] is >= '4' and <= '7')],
            _ => [.. SortedLedger.Accounts.Where((_, i) => i % 20 == 7)],
        };
        var unit = all.Skip(random.Next(all.Count - 15)).Take(15).ToList();
        var one = SortedLedger.Accounts[random.Next(SortedLedger.Accounts.Count)];
        var committee = random.Next(Committees);
        return random.Next(6) switch
        {
            0 => new("region", Filter(all, accounts)),
            // A committee's cost centres lie together, but for some that lie among others'.
            1 => new("committee", Filter([.. all.Where((_, i) => (i * Committees / all.Count == committee && i % 40 != 0) || (i % 40 == 0 && i / 40 % Committees == committee))], accounts)),
            2 => new("unit", Filter(unit, accounts)),
            3 => new("unit x account", Filter(unit, [one])),
            4 => new("cost centre", Filter([unit[0]], accounts)),
            _ => new("cost centre x account", Filter([unit[0]], [one])),
        };

        RowFilter Filter(IReadOnlyList<string> costCentres, IReadOnlyList<string> ofAccounts) =>
            new(period, costCentres, ofAccounts) { KnownCostCentres = SortedLedger.CostCentres, KnownAccounts = SortedLedger.Accounts };
    }
}
