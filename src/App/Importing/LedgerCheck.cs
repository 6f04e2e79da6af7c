using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Facts;
using Styrkedja.Organisation;
using Styrkedja.Provenance;
using Styrkedja.Region;

namespace Styrkedja.App.Importing;

/// <summary>Holds the rows of one file against what decisions have given a meaning: unknown codes would have no place in any follow-up.</summary>
/// <remarks>Rows on the balance sheet need neither cost centre nor counterparty. A cost centre that has been closed since is known on the days it was open. Along the way
/// the period and the effect on the result are taken, so that the rows are passed through once.</remarks>
/// <param name="stateOn">The region as known now, on any day.</param>
/// <param name="monthEnds">The months that are closed.</param>
internal sealed class LedgerCheck(string file, Func<DateOnly, RegionState> stateOn, MonthEndBook monthEnds)
{
    private readonly Dictionary<(string Fault, string Code), (int Line, int Rows)> _found = [];
    private readonly Dictionary<string, long> _resultOf = new(StringComparer.Ordinal);
    private int _first = int.MaxValue;
    private int _last = int.MinValue;

    private enum AccountIs : byte { Unknown, BalanceSheet, Result }

    public long Rows { get; private set; }

    public long VoucherCount { get; private set; }

    public SortedSet<string> Series { get; } = new(StringComparer.Ordinal);

    public VoucherRuns Vouchers { get; } = new();

    /// <summary>What the file holds for months that are closed.</summary>
    public ClosedMonths Closed { get; } = new(file, monthEnds);

    public Period Period => new(Month.Of(DateOnly.FromDayNumber(_first)), Month.Of(DateOnly.FromDayNumber(_last)));

    /// <summary>Passes through a run of rows.</summary>
    public void Add(LedgerRows rows)
    {
        var (first, last) = (int.MaxValue, int.MinValue);
        foreach (var day in rows.Day.AsSpan(0, rows.Count))
            (first, last) = (Math.Min(first, day), Math.Max(last, day));
        (_first, _last) = (Math.Min(_first, first), Math.Max(_last, last));
        Rows += rows.Count;
        VoucherCount += rows.VoucherNumbers.Length;
        Vouchers.Add(rows);
        Closed.Add(rows);
        foreach (var series in rows.VoucherSeries.Distinct())
            Series.Add(rows.SeriesCodes[series]);

        var state = stateOn(DateOnly.FromDayNumber(_last));
        var accounts = AccountsOf(rows, state);
        var openCostCentre = rows.CostCentreCodes.Select(code => code.Length > 0 && IsOpen(code, state.Organisation)).ToArray();
        var knownSide = rows.CounterpartyCodes.Select(code => code.Length == 0 || state.Accounts.Counterparties.ContainsKey(code)).ToArray();
        var result = new long[rows.CostCentreCodes.Count];
        for (var i = 0; i < rows.Count; i++)
        {
            var account = accounts[rows.Account[i]];
            if (account == AccountIs.BalanceSheet)
                continue;
            if (account == AccountIs.Unknown)
                Count("import.account-unknown", rows.AccountCodes[rows.Account[i]], rows.Line[i]);
            var costCentre = rows.CostCentre[i];
            result[costCentre] = checked(result[costCentre] - rows.Ore[i]);
            if (costCentre == 0)
                Count("import.cost-centre-missing", rows.AccountCodes[rows.Account[i]], rows.Line[i]);
            else if (!openCostCentre[costCentre] && !IsOpen(rows.CostCentreCodes[costCentre], stateOn(DateOnly.FromDayNumber(rows.Day[i])).Organisation))
                Count("import.cost-centre-unknown", rows.CostCentreCodes[costCentre], rows.Line[i]);
            if (!knownSide[rows.Counterparty[i]])
                Count("import.counterparty-unknown", rows.CounterpartyCodes[rows.Counterparty[i]], rows.Line[i]);
        }

        for (var place = 0; place < result.Length; place++)
        {
            if (result[place] != 0)
                _resultOf[rows.CostCentreCodes[place]] = checked(_resultOf.GetValueOrDefault(rows.CostCentreCodes[place]) + result[place]);
        }
    }

    /// <summary>One fault for each unknown code, at the first line that uses it, with how many rows do.</summary>
    public IEnumerable<Fault> Faults()
    {
        if (Rows == 0)
            return [];
        var organisation = stateOn(Period.To.LastDay).Organisation;
        return _found
            .Where(f => f.Key.Fault != "import.cost-centre-unknown" || !IsOpen(f.Key.Code, organisation))
            .Select(f => Fault.Error(f.Key.Fault, new(file, f.Value.Line), f.Key.Code, ("rows", $"{f.Value.Rows}")))
            .OrderBy(f => f.Place.Line);
    }

    /// <summary>What the rows do to the result, by the bodies that answer for the cost centres on the last day of the file.</summary>
    public ResultEffect Effect()
    {
        var organisation = stateOn(Period.To.LastDay).Organisation;
        var bodies = _resultOf
            .GroupBy(r => BodyOf(organisation, r.Key), r => r.Value, StringComparer.Ordinal)
            .Select(g => (Body: g.Key, Result: Money.Sum(g.Select(ore => new Money(ore)))))
            .OrderByDescending(b => Math.Abs(b.Result.Ore)).ThenBy(b => b.Body, StringComparer.Ordinal)
            .ToList();
        return new(Money.Sum(bodies.Select(b => b.Result)), bodies);
    }

    private static AccountIs[] AccountsOf(LedgerRows rows, RegionState state)
    {
        var accounts = new AccountIs[rows.AccountCodes.Count];
        for (var place = 0; place < accounts.Length; place++)
        {
            var code = rows.AccountCodes[place];
            accounts[place] = !state.Accounts.Knows(code) ? AccountIs.Unknown
                : state.Accounts.GroupOf(code).Line == StatementLine.BalanceSheet ? AccountIs.BalanceSheet
                : AccountIs.Result;
        }

        return accounts;
    }

    private static string BodyOf(OrganisationChart organisation, string costCentre) =>
        organisation.Find(costCentre) is null ? Subject.RegionId
        : organisation.PathUp(costCentre).FirstOrDefault(s => s.Kind == SubjectKind.Body)?.Id ?? Subject.RegionId;

    private static bool IsOpen(string costCentre, OrganisationChart organisation) => organisation.Find(costCentre) is { Kind: SubjectKind.CostCentre };

    private void Count(string fault, string code, int line)
    {
        var (first, rows) = _found.GetValueOrDefault((fault, code), (line, 0));
        _found[(fault, code)] = (first, rows + 1);
    }
}
