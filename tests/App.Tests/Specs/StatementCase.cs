using System.Globalization;
using System.Text.RegularExpressions;
using Styrkedja.Amounts;
using Styrkedja.App.FollowingUp;
using Styrkedja.Authority;
using Styrkedja.Calendar;
using Styrkedja.Facts;
using Styrkedja.FollowUp;
using Styrkedja.Formats.Decisions;
using Styrkedja.Formats.Figures;
using Styrkedja.Region;

namespace Styrkedja.App.Specs;

/// <summary>A case of the specifications that reckons: a small ledger in mnkr, what has been decided, and what a statement of a year must say.</summary>
internal sealed partial record StatementCase(string File, string Heading, string Ledger, string Decided, IReadOnlyList<(string Statement, int Year, string Expected)> Statements)
{
    private const string Layout = """
        decision: UPPSTÄLLNING
        body: RF
        date: 2014-12-17
        title: Kontoplan och uppställning
        acts:
          - adopt-chart:
              id: K
              valid: 2010..
              groups:
                - {id: balans, line: balance-sheet, name: Balans, accounts: [{from: 1000, to: 2999}]}
                - {id: intäkter, line: operating-revenue, name: Intäkter, accounts: [{from: 3000, to: 3999}]}
                - {id: kostnader, line: operating-costs, name: Kostnader, accounts: [{from: 4000, to: 7899}]}
                - {id: avskrivningar, line: depreciation, name: Avskrivningar, accounts: [{from: 7900, to: 7999}]}
                - {id: skatt, line: tax-revenue, name: Skatt, accounts: [{from: 8000, to: 8099}]}
                - {id: bidrag, line: general-grants-and-equalisation, name: Bidrag, accounts: [{from: 8200, to: 8399}]}
                - {id: finansiella-intäkter, line: financial-income, name: Finansiella intäkter, accounts: [{from: 8400, to: 8499}]}
                - {id: finansiella-kostnader, line: financial-costs, name: Finansiella kostnader, accounts: [{from: 8500, to: 8599}]}
          - adopt-statements:
              id: R
              valid: 2010..
              balance:
                - {line: tangible-assets, accounts: [{from: 1100, to: 1199}]}
                - {line: receivables, accounts: [{from: 1500, to: 1599}]}
                - {line: receivables, accounts: [{from: 1630, to: 1630}], side: debit}
                - {line: short-term-liabilities, accounts: [{from: 1630, to: 1630}], side: credit}
                - {line: cash-and-bank, accounts: [{from: 1900, to: 1999}]}
                - {line: other-equity, accounts: [{from: 2010, to: 2010}]}
                - {line: pension-provisions, accounts: [{from: 2200, to: 2299}]}
                - {line: long-term-liabilities, accounts: [{from: 2300, to: 2399}]}
                - {line: short-term-liabilities, accounts: [{from: 2400, to: 2499}]}
              cash-flow:
                - {line: depreciation, accounts: [{from: 1190, to: 1199}]}
              requirement:
                - {row: realised-gains, accounts: [{from: 3850, to: 3850}]}
                - {row: permitted-losses, accounts: [{from: 7850, to: 7850}]}
                - {row: unrealised-changes, accounts: [{from: 8450, to: 8450}, {from: 8550, to: 8550}]}
        """;

    private static readonly Texts.Texts s_texts = Texts.Texts.In("sv");

    public string Name => $"{File}: {Heading}";

    /// <summary>The cases of a specification, in the order they stand.</summary>
    public static IEnumerable<StatementCase> In(string file) => CaseBlock().Matches(Specification.TextOf(file)).Select(match => new StatementCase(
        file,
        match.Groups["heading"].Value,
        match.Groups["ledger"].Value,
        match.Groups["decided"].Value,
        [.. match.Groups["statement"].Captures.Select((statement, i) => (statement.Value, int.Parse(match.Groups["year"].Captures[i].Value, CultureInfo.InvariantCulture), match.Groups["expected"].Captures[i].Value))]));

    /// <summary>A statement of a year as lines: each row with its amount, then what is to be known beside.</summary>
    public string Says(string statement, int year)
    {
        var (view, period) = (View(year), Period.Year(year));
        var tables = new StatementTables(s_texts, view, period);
        return statement switch
        {
            "resultaträkning" => Rows(tables.Income()),
            "balansräkning" => Rows(tables.Balance()),
            "kassaflöde" => Rows(tables.CashFlow()),
            "nyckeltal" => Rows(tables.Ratios()),
            "balanskrav" => Requirement(tables, view, year),
            _ => throw new ArgumentException($"{Name}: {statement} is no statement."),
        };
    }

    private static string Requirement(StatementTables tables, FollowUpView view, int year)
    {
        var requirement = view.Requirement(year)!;
        var table = tables.Requirement()!;
        var rows = Rows(table with { Rows = [.. table.Rows.Where(row => row.Total || row.Cells[0].Figure!.Money != Money.Zero)] });
        return rows
            + $"gräns för reservering: {Said(requirement.Limit.Limit)} ({requirement.Limit.PerCent} procent)\n"
            + (requirement.Reserve + requirement.OlderReserve == Money.Zero ? "" : $"reserv: {Said(requirement.Reserve)}, äldre reserv: {Said(requirement.OlderReserve)}\n")
            + string.Concat(requirement.Deficits.Select(d => $"att återställa av {d.Arose}: {Said(d.Amount)}, senast {d.RestoredBy}\n"))
            + string.Concat(requirement.Remarks.Select(r => $"{(r.IsBreach ? "avvikelse" : "märk")}: {tables.Remark(r)}\n"));
    }

    private static string Rows(StatementTable table) => string.Concat(table.Rows.Select(row => $"{row.Name}: {Value(row.Cells[0])}\n"));

    private static string Value(StatementCell cell) => cell.Figure switch
    {
        { Value: FigureValue.Number number } => $"{AmountText.Number(number.Value, 1)} procent",
        { } figure => Said(figure.Money),
        null => "okänt",
    };

    private static string Said(Money money) => AmountText.Of(money, AmountUnit.Million).Replace(AmountText.Group, ' ');

    private FollowUpView View(int year)
    {
        var entries = new List<Entry>();
        var yaml = Decided.Length == 0 ? Layout : $"{Layout}\n---\ndecision: BESLUTAT\nbody: RF\ndate: 2014-12-31\ntitle: Beslutat\nacts:\n{string.Concat(Decided.TrimEnd().Split('\n').Select(line => $"  {line}\n"))}";
        var read = DecisionFile.Read(yaml, File);
        Assert.Empty(read.Faults);
        foreach (var decision in read.Decisions)
            entries.Add(new DecisionEntry(entries.Count + 1, DateTimeOffset.UnixEpoch, decision.Decision, Verdict.Within));
        var codes = new LedgerCodes();
        var (rows, opening) = (new List<(Month Month, string Account, long Ore)>(), new List<(int Year, AccountBalance Balance)>());
        foreach (var words in Ledger.TrimEnd().Split('\n').Select(line => line.Split(' ')))
        {
            var ore = checked((long)(decimal.Parse(words[3], CultureInfo.InvariantCulture) * 100_000_000));
            if (words[0] == "ingående")
                opening.Add((int.Parse(words[1], CultureInfo.InvariantCulture), new(words[2], ore)));
            else
                rows.Add((Month.TryParse(words[0], out var month) ? month : new Month(int.Parse(words[0], CultureInfo.InvariantCulture), 12), words[2], ore));
        }

        foreach (var of in opening.GroupBy(o => o.Year))
            entries.Add(new FactEntry(entries.Count + 1, DateTimeOffset.UnixEpoch, Batch($"IB{of.Key}", FactKind.Balances, new(new Month(of.Key, 1), new Month(of.Key, 1))) with { Opening = new(of.Key, [.. of.Select(o => o.Balance)]) }, []));
        var batch = Batch("HB", FactKind.Ledger, new(rows.Min(r => r.Month), rows.Max(r => r.Month)));
        entries.Add(new FactEntry(entries.Count + 1, DateTimeOffset.UnixEpoch, batch, []));
        var cells = new LeafCells(
            codes, batch, new int[rows.Count], [.. rows.Select(r => codes.Accounts.NumberOf(r.Account))], new int[rows.Count], new int[rows.Count],
            [.. rows.Select(r => r.Month.Index)], [.. rows.Select(r => r.Ore)]);
        return new(RegionState.Fold(entries, new(new DateOnly(year, 12, 31), long.MaxValue), new("Regionen", "The region")), [cells]);
    }

    private static FactBatch Batch(string id, FactKind kind, Period period) =>
        new(id, kind, id, 0, "text", null, null, period, [], null, null, 0, 0, Money.Zero, Money.Zero, [], false);

    [GeneratedRegex("^#### (?<heading>.+)\n(?:(?!#|```)[^\n]*\n)*```huvudbok\n(?<ledger>(?:.*\n)*?)```\n\n(?:```yaml beslutat\n(?<decided>(?:.*\n)*?)```\n\n)?(?:```(?<statement>\\w+) (?<year>\\d{4})\n(?<expected>(?:.*\n)*?)```\n\n?)+", RegexOptions.Multiline)]
    private static partial Regex CaseBlock();
}
