using CsCheck;

namespace Styrkedja.Sie;

/// <summary>Random ledgers that hang together, so that nothing in the file written of them is at fault.</summary>
internal static class SieRandom
{
    private static readonly SieYear[] s_years = [new(0, new(2017, 1, 1), new(2017, 12, 31)), new(-1, new(2016, 1, 1), new(2016, 12, 31))];

    private static readonly Gen<string> s_text = Gen.OneOf(Gen.Char['a', 'z'], Gen.Char[" \"{}\\#;,åäöÅÄÖéü½║■²\u00A0 "], Gen.Char['0', '9'])
        .Array[1, 12].Select(c => new string(c)).Where(SieWritable.Is);

    private static readonly Gen<string?> s_maybe = Gen.OneOf(Gen.Const((string?)null), s_text.Select(t => (string?)t));

    private static readonly Gen<long?> s_quantity = Gen.OneOf(Gen.Const((long?)null), Gen.Long[-5_000_000, 5_000_000].Select(q => (long?)q));

    private static readonly Gen<long> s_ore = Gen.OneOf(Gen.Long[-100_000, 100_000], Gen.Long[-1_000_000_000_000_000, 1_000_000_000_000_000], Gen.Const(0L));

    private static readonly Gen<DateOnly> s_day = Gen.Int[0, 364].Select(d => new DateOnly(2017, 1, 1).AddDays(d));

    public static Gen<SieDocument> Import { get; } =
        from header in Header()
        from codes in Codes()
        from vouchers in Vouchers(codes)
        from numbered in Gen.Bool
        select new SieDocument
        {
            Role = SieRole.Import4I,
            Header = header,
            Vouchers = numbered ? vouchers : [.. vouchers.Select(v => v with { Series = "", Number = "" })],
        };

    public static Gen<SieDocument> Export { get; } =
        from header in Header()
        from codes in Codes()
        from vouchers in Vouchers(codes)
        from openings in s_ore.Array[codes.Balance.Length - 1]
        from months in Gen.Int[0, 11].Array[0, 6]
        from budget in s_ore.Array[months.Length]
        from quantity in s_quantity
        select new SieDocument
        {
            Role = SieRole.Export4E,
            Header = header with { Years = s_years, LastCoveredDay = new(2017, 12, 31) },
            Accounts = codes.Accounts,
            Dimensions = codes.Dimensions,
            Balances = [.. Balances(codes, vouchers, openings, quantity), .. Budget(codes, months, budget)],
            Vouchers = vouchers,
        };

    private static Gen<SieHeader> Header() =>
        from program in s_text.Where(t => !t.Contains('"'))
        from version in s_text
        from maker in s_maybe
        from remark in s_maybe
        from company in s_text
        from address in Gen.OneOf(Gen.Const((IReadOnlyList<string>?)null), Gen.OneOf(s_text, Gen.Const("")).Array[4].Select(a => (IReadOnlyList<string>?)a))
        from chart in s_maybe
        select new SieHeader
        {
            Type = 4,
            Program = program,
            ProgramVersion = version,
            Generated = new(2018, 1, 31),
            GeneratedBy = maker,
            Remark = remark,
            OrganisationNumber = "2321000115",
            CompanyForm = "X",
            Address = address,
            CompanyName = company,
            TaxYear = 2018,
            ChartType = chart,
        };

    private static Gen<ChartCodes> Codes() =>
        from accounts in s_text.Array[4, 10].Select(a => a.Distinct().ToArray()).Where(a => a.Length >= 4)
        from names in s_text.Array[accounts.Length]
        from unit in s_maybe
        from objects in s_text.Array[3, 6].Select(o => o.Distinct().ToArray())
        from name in s_text
        select new ChartCodes(
            [.. accounts.Select((code, i) => new SieAccount(code, names[i], "TSKI"[i % 4], i == 0 ? unit : null, i == 1 ? ["7300", "7301"] : [], 1))],
            [
                new(1, "Kostnadsställe", null, Objects(objects, name), 0),
                new(6, "Projekt", null, Objects(objects, name), 0),
                new(7, "Anställd", null, Objects(objects, name), 0),
                new(20, "Verksamhet", null, Objects(objects, name), 1),
                new(21, name, null, Objects(objects, name), 1),
                new(22, "Del av verksamhet", 20, Objects(objects, name), 1),
            ]);

    private static SieObject[] Objects(string[] codes, string name) => [.. codes.Select(c => new SieObject(c, name, 1))];

    private static Gen<IReadOnlyList<SieVoucher>> Vouchers(ChartCodes codes) =>
        (from series in Gen.Int[0, 2]
         from step in Gen.Int[1, 50]
         from day in s_day
         from text in s_maybe
         from registered in Gen.OneOf(Gen.Const((DateOnly?)null), s_day.Select(d => (DateOnly?)d))
         from signature in s_maybe
         from rows in Row(codes, day).Array[1, 6]
         select (series, step, new SieVoucher("", "", day, text, registered, signature, Balanced(rows))))
        .Array[1, 12].Select(Numbered);

    private static IReadOnlyList<SieVoucher> Numbered((int Series, int Step, SieVoucher Voucher)[] drawn)
    {
        var last = new int[3];
        return [.. drawn.Select(d => d.Voucher with { Series = "ABÖ"[d.Series].ToString(), Number = $"{last[d.Series] += d.Step}" })];
    }

    private static Gen<SieVoucherRow> Row(ChartCodes codes, DateOnly voucherDay) =>
        from account in Gen.Int[0, codes.Accounts.Count - 1].Select(i => codes.Accounts[i].Code)
        from used in Gen.Bool.Array[5]
        from places in Gen.Int[0, 99].Array[5]
        from ore in s_ore
        from day in Gen.OneOf(Gen.Const((DateOnly?)null), s_day.Select(d => (DateOnly?)d))
        from text in s_maybe
        from quantity in s_quantity
        from signature in s_maybe
        select new SieVoucherRow(
            account,
            [.. codes.Dimensions.Take(5).Select((d, i) => (d, i)).Where(p => used[p.i]).Select(p => new SieObjectRef(p.d.Number, p.d.Objects[places[p.i] % p.d.Objects.Count].Code))],
            ore, day == voucherDay ? null : day, text, quantity, signature);

    private static SieVoucherRow[] Balanced(SieVoucherRow[] rows) =>
        [.. rows, rows[0] with { Ore = -rows.Sum(r => r.Ore), Objects = [] }];

    private static IEnumerable<SieBalance> Balances(ChartCodes codes, IReadOnlyList<SieVoucher> vouchers, long[] openings, long? quantity)
    {
        var moved = vouchers.SelectMany(v => v.Rows).GroupBy(r => r.Account)
            .ToDictionary(g => g.Key, g => g.Where(r => (r.Day ?? new(2017, 1, 1)).Year == 2017).Sum(r => r.Ore));
        long[] all = [.. openings, -openings.Sum()];
        for (var i = 0; i < all.Length; i++)
        {
            var account = codes.Balance[i];
            yield return new(SieBalanceKind.Opening, 0, null, account, [], all[i], quantity);
            yield return new(SieBalanceKind.Closing, 0, null, account, [], all[i] + moved.GetValueOrDefault(account));
        }

        foreach (var account in codes.Result)
        {
            yield return new(SieBalanceKind.Result, 0, null, account, [], moved.GetValueOrDefault(account));
            yield return new(SieBalanceKind.PeriodChange, 0, new(2017, 6), account, [], moved.GetValueOrDefault(account), quantity);
        }
    }

    private static IEnumerable<SieBalance> Budget(ChartCodes codes, int[] months, long[] budget) =>
        months.Select((month, i) => (month, i)).DistinctBy(m => m.month).Select(m => new SieBalance(
            SieBalanceKind.PeriodBudget, 0, new SieMonth(2017, m.month + 1), codes.Result[0], [new(1, codes.Dimensions[0].Objects[0].Code)], budget[m.i]));

    private sealed record ChartCodes(IReadOnlyList<SieAccount> Accounts, IReadOnlyList<SieDimension> Dimensions)
    {
        public string[] Balance => [.. Accounts.Where(a => a.Type is 'T' or 'S').Select(a => a.Code)];

        public string[] Result => [.. Accounts.Where(a => a.Type is 'K' or 'I').Select(a => a.Code)];
    }
}
