using System.Globalization;
using Styrkedja.Calendar;
using Styrkedja.Facts;
using Styrkedja.Provenance;
using Styrkedja.Store.Facts;

namespace Styrkedja.App.Importing;

/// <summary>What one file holds for months of the ledger that are closed, and what stands in its way because of that.</summary>
/// <remarks>A file that adds may hold no row of a closed month. A whole year so far that replaces an earlier file may, when those months are in it as they were, sum by sum:
/// then nothing of them is changed. Rule: our own choice, DECISIONS 2026-11-27.</remarks>
internal sealed class ClosedMonths(string file, MonthEndBook book)
{
    private readonly Dictionary<int, (int Line, long Rows)> _found = [];
    private readonly Dictionary<Sum, long> _sums = [];
    private readonly HashSet<int> _closed = [.. book.Closed.Select(month => month.Index)];

    /// <summary>Adds the rows of a run that lie in closed months.</summary>
    public void Add(LedgerRows rows)
    {
        if (_closed.Count == 0)
            return;
        var monthOf = new Dictionary<int, int>();
        for (var i = 0; i < rows.Count; i++)
        {
            if (!monthOf.TryGetValue(rows.Day[i], out var month))
                monthOf[rows.Day[i]] = month = Month.Of(DateOnly.FromDayNumber(rows.Day[i])).Index;
            if (!_closed.Contains(month))
                continue;
            var (line, count) = _found.GetValueOrDefault(month, (rows.Line[i], 0L));
            _found[month] = (line, count + 1);
            Add(new(month, rows.CostCentreCodes[rows.CostCentre[i]], rows.AccountCodes[rows.Account[i]], rows.CounterpartyCodes[rows.Counterparty[i]], rows.ActivityCodes[rows.Activity[i]]), rows.Ore[i]);
        }
    }

    /// <summary>What stands in the way of adding the file to what is there: each closed month that it has rows of, at the first of them.</summary>
    public IEnumerable<Fault> Adding() => _found.OrderBy(f => f.Key).Select(f => Told("import.period-closed", f.Key, f.Value.Line, ("rows", $"{f.Value.Rows}")));

    /// <summary>What stands in the way of putting the file in the place of others: each closed month that would not be as it was.</summary>
    /// <param name="replaced">The files that it replaces.</param>
    public IEnumerable<Fault> Replacing(IReadOnlyList<FactBatch> replaced, FactFiles facts)
    {
        if (_closed.Count == 0)
            return [];
        var changed = new Dictionary<Sum, long>(_sums);
        foreach (var cells in facts.ReadCells([.. replaced.Where(b => b.RowsFile is not null)], new()))
        {
            for (var i = 0; i < cells.Count; i++)
            {
                if (!_closed.Contains(cells.MonthIndex[i]))
                    continue;
                var codes = cells.Codes;
                var sum = new Sum(
                    cells.MonthIndex[i], codes.CostCentres[cells.CostCentre[i]], codes.Accounts[cells.Account[i]],
                    codes.Counterparties[cells.Counterparty[i]], codes.Activities[cells.Activity[i]]);
                changed[sum] = checked(changed.GetValueOrDefault(sum) - cells.Ore[i]);
            }
        }

        return changed.Where(s => s.Value != 0).GroupBy(s => s.Key.Month).OrderBy(m => m.Key).Select(month =>
        {
            var first = month.OrderByDescending(s => Math.Abs(s.Value)).ThenBy(s => s.Key.Account, StringComparer.Ordinal).ThenBy(s => s.Key.CostCentre, StringComparer.Ordinal).First();
            return Told(
                "import.closed-changed", month.Key, _found.GetValueOrDefault(month.Key).Line,
                ("sums", $"{month.Count()}"), ("account", first.Key.Account), ("centre", first.Key.CostCentre), ("amount", Kronor(first.Value)));
        });
    }

    /// <summary>What stands in the way of other opening balances than those known, in a year of which any month is closed.</summary>
    /// <param name="known">The files alive that tell what the same year opened with.</param>
    public IEnumerable<Fault> Opening(OpeningBalances? opening, IReadOnlyList<FactBatch> known)
    {
        if (opening is null || !_closed.Contains(new Month(opening.Year, 1).Index))
            yield break;
        var had = known.Where(b => b.Opening?.Year == opening.Year).SelectMany(b => b.Opening!.Accounts).Select(a => (a.Account, a.Ore));
        if (!had.Order().SequenceEqual(opening.Accounts.Select(a => (a.Account, a.Ore)).Order()))
            yield return Told("import.opening-closed", new Month(opening.Year, 1).Index, 0, ("year", $"{opening.Year}"));
    }

    private static string Kronor(long ore) => string.Create(CultureInfo.InvariantCulture, $"{ore / 100m:0.00} kr").Replace('.', ',');

    private void Add(Sum sum, long ore) => _sums[sum] = checked(_sums.GetValueOrDefault(sum) + ore);

    /// <summary>A fault of a closed month, with who closed it, by which decision, and the next month that is open.</summary>
    private Fault Told(string code, int month, int line, params (string Name, string Value)[] more)
    {
        var closing = book.ClosingOf(Month.FromIndex(month))!;
        var open = month + 1;
        while (_closed.Contains(open))
            open++;
        return Fault.Error(
            code, line == 0 ? new(file) : new(file, line), $"{Month.FromIndex(month)}",
            [.. more, ("decision", closing.By.Id), ("body", closing.By.Body), ("day", closing.By.Date.Latest.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("open", $"{Month.FromIndex(open)}")]);
    }

    private readonly record struct Sum(int Month, string CostCentre, string Account, string Counterparty, string Activity);
}
