namespace Styrkedja.Sie;

/// <summary>What must agree between balances, months and vouchers of a file when it is whole and the year closed.</summary>
/// <remarks>Partial exports are common, so what disagrees is a warning with its difference. Sums are taken in 128 bits and cannot overflow.
/// Rule: SIE 4B, meaning of #IB, #UB, #RES and #PSALDO.</remarks>
internal sealed class SieIdentities(
    SieFaultList faults, SieBalances balances, bool hasVouchers, Int128[] movedByRows, IReadOnlyList<SieAccount> accounts, SieChart chart)
{
    private readonly Dictionary<(SieBalanceKind Kind, int Year), Dictionary<int, (Int128 Sum, int Line)>> _yearly = [];

    public void Check(SieRole role, SieHeader header)
    {
        Gather();
        CheckRepeated();
        CheckYears(header);
        CheckOpeningAndClosing();
        if (hasVouchers)
            CheckVoucherSums();
        CheckMonths();
        if (role == SieRole.Type3)
            CheckObjects();
    }

    private void Gather()
    {
        for (var i = 0; i < balances.Count; i++)
        {
            if (balances.Kind(i) is not (SieBalanceKind.Opening or SieBalanceKind.Closing or SieBalanceKind.Result))
                continue;
            var key = (balances.Kind(i), balances.YearOffset(i));
            if (!_yearly.TryGetValue(key, out var byAccount))
                _yearly.Add(key, byAccount = []);
            var before = byAccount.GetValueOrDefault(balances.Account(i), (0, balances.Line(i)));
            byAccount[balances.Account(i)] = (before.Sum + balances.Ore(i), before.Line);
        }
    }

    private void CheckRepeated()
    {
        var met = new Dictionary<(SieBalanceKind, int, int, int, string), int>();
        for (var i = 0; i < balances.Count; i++)
        {
            var objects = balances.HasObjects(i)
                ? string.Join(' ', balances.Objects(i).OrderBy(o => o.Dimension).Select(o => $"{o.Dimension}:{o.Object}"))
                : "";
            var key = (balances.Kind(i), balances.YearOffset(i), balances.MonthIndex(i), balances.Account(i), objects);
            if (!met.TryAdd(key, i))
                faults.Add(SieFaults.BalanceRepeated, balances.Line(i), 1, accounts[balances.Account(i)].Code,
                    ("first", SieValues.Count(balances.Line(met[key]))));
        }
    }

    /// <summary>Balances must lie in a year that the file tells of, and months within it.</summary>
    private void CheckYears(SieHeader header)
    {
        if (header.Years.Count == 0)
            return;
        var undeclared = new HashSet<int>();
        for (var i = 0; i < balances.Count; i++)
        {
            if (header.Year(balances.YearOffset(i)) is not { } year)
            {
                if (undeclared.Add(balances.YearOffset(i)))
                    faults.Add(SieFaults.YearUndeclared, balances.Line(i), 1, SieValues.Count(balances.YearOffset(i)));
            }
            else if (balances.Period(i) is { } month && (month.LastDay < year.First || month.FirstDay > year.Last))
            {
                faults.Add(SieFaults.PeriodOutsideYear, balances.Line(i), 1, $"{month.Year:0000}{month.Number:00}",
                    ("year", SieValues.Count(balances.YearOffset(i))));
            }
        }
    }

    private void CheckOpeningAndClosing()
    {
        foreach (var ((kind, year), byAccount) in _yearly)
        {
            if (kind == SieBalanceKind.Result)
                continue;
            var sum = Total(byAccount);
            if (kind == SieBalanceKind.Closing && _yearly.TryGetValue((SieBalanceKind.Result, year), out var results))
                sum += Total(results);
            if (sum != 0)
                faults.Add(kind == SieBalanceKind.Opening ? SieFaults.OpeningNotZero : SieFaults.ClosingNotZero, byAccount.Values.Min(v => v.Line), 1,
                    SieValues.Kronor(sum), ("year", SieValues.Count(year)));
        }
    }

    private static Int128 Total(Dictionary<int, (Int128 Sum, int Line)> byAccount) =>
        byAccount.Values.Aggregate((Int128)0, (sum, value) => sum + value.Sum);

    /// <summary>Balance accounts: opening and rows make the closing. Result accounts: rows make the result.</summary>
    private void CheckVoucherSums()
    {
        if (!_yearly.ContainsKey((SieBalanceKind.Closing, 0)) && !_yearly.ContainsKey((SieBalanceKind.Result, 0)))
            return;
        for (var a = 0; a < accounts.Count; a++)
        {
            var moved = a < movedByRows.Length ? movedByRows[a] : 0;
            var (expected, line) = Change(a, 0);
            if (expected is { } change && moved != change)
                faults.Add(SieFaults.BalanceDiffers, line, 1, SieValues.Kronor(moved - change),
                    ("account", accounts[a].Code), ("expected", SieValues.Kronor(change)), ("moved", SieValues.Kronor(moved)));
        }
    }

    /// <summary>What balances say that an account changed within a year; null when they do not say. Balances of zero may be left out.</summary>
    private (Int128? Ore, int Line) Change(int account, int year)
    {
        if (Find(SieBalanceKind.Result, year, account) is { } result)
            return (result.Sum, result.Line);
        var closing = Find(SieBalanceKind.Closing, year, account);
        var opening = Find(SieBalanceKind.Opening, year, account);
        var openingKnown = _yearly.ContainsKey((SieBalanceKind.Opening, year));
        if (!openingKnown && Find(SieBalanceKind.Closing, year - 1, account) is { } before)
            opening = before;
        openingKnown |= _yearly.ContainsKey((SieBalanceKind.Closing, year - 1));
        var line = closing?.Line ?? opening?.Line ?? chart.AccountNote(account).FirstLine;
        if (closing is null && opening is null)
            return (0, line);
        return openingKnown ? ((closing?.Sum ?? 0) - (opening?.Sum ?? 0), line) : (null, line);
    }

    private (Int128 Sum, int Line)? Find(SieBalanceKind kind, int year, int account) =>
        _yearly.TryGetValue((kind, year), out var byAccount) && byAccount.TryGetValue(account, out var value) ? value : null;

    /// <summary>The changes of the months, for the account as a whole, make the change of the year.</summary>
    private void CheckMonths()
    {
        var sums = new Dictionary<(int Year, int Account), (Int128 Sum, int Line)>();
        for (var i = 0; i < balances.Count; i++)
        {
            if (balances.Kind(i) != SieBalanceKind.PeriodChange || balances.HasObjects(i))
                continue;
            var key = (balances.YearOffset(i), balances.Account(i));
            var before = sums.GetValueOrDefault(key, (0, balances.Line(i)));
            sums[key] = (before.Sum + balances.Ore(i), before.Line);
        }

        foreach (var ((year, account), (sum, line)) in sums)
        {
            if (!_yearly.ContainsKey((SieBalanceKind.Closing, year)) && !_yearly.ContainsKey((SieBalanceKind.Result, year)))
                continue;
            if (Change(account, year).Ore is { } change && change != sum)
                faults.Add(SieFaults.PeriodBalanceDiffers, line, 1, SieValues.Kronor(sum - change), ("account", accounts[account].Code),
                    ("year", SieValues.Count(year)), ("expected", SieValues.Kronor(change)), ("moved", SieValues.Kronor(sum)));
        }
    }

    /// <summary>The objects of one dimension never make more than the account as a whole; they may make less.</summary>
    private void CheckObjects()
    {
        var totals = new Dictionary<(SieBalanceKind, int, int, int), Int128>();
        var parts = new Dictionary<((SieBalanceKind, int, int, int) Row, int Dimension), (Int128 Sum, int Line)>();
        for (var i = 0; i < balances.Count; i++)
        {
            var key = (Whole(balances.Kind(i)), balances.YearOffset(i), balances.MonthIndex(i), balances.Account(i));
            if (!balances.HasObjects(i))
            {
                totals[key] = totals.GetValueOrDefault(key) + balances.Ore(i);
                continue;
            }

            foreach (var use in balances.Objects(i))
            {
                var before = parts.GetValueOrDefault((key, use.Dimension), (0, balances.Line(i)));
                parts[(key, use.Dimension)] = (before.Sum + balances.Ore(i), before.Line);
            }
        }

        foreach (var ((row, dimension), (sum, line)) in parts)
        {
            if (totals.TryGetValue(row, out var total) && Int128.Abs(sum) > Int128.Abs(total))
                faults.Add(SieFaults.ObjectBalanceExceeds, line, 1, SieValues.Kronor(sum), ("account", accounts[row.Item4].Code),
                    ("dimension", SieValues.Count(dimension)), ("total", SieValues.Kronor(total)));
        }
    }

    private static SieBalanceKind Whole(SieBalanceKind kind) => kind switch
    {
        SieBalanceKind.ObjectOpening => SieBalanceKind.Opening,
        SieBalanceKind.ObjectClosing => SieBalanceKind.Closing,
        _ => kind,
    };
}
