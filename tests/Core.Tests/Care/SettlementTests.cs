using CsCheck;
using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;

namespace Styrkedja.Care;

public sealed class SettlementTests
{
    [Fact]
    public void The_words_of_rules_are_those_of_contacts()
    {
        Assert.Equal(Enum.GetNames<ContactWay>(), Enum.GetNames<CareWay>());
        Assert.Equal(Enum.GetNames<ContactPayer>(), Enum.GetNames<CarePayer>());
    }

    [Fact]
    public void The_order_of_rows_means_nothing() =>
        Gen.Select(RandomCare.Prices, RandomCare.Rows, RandomCare.Listed, Gen.Int).Sample((prices, rows, listed, seed) =>
        {
            var (book, otherRows, otherListed) = (RandomCare.Book(prices), rows.ToArray(), listed.ToArray());
            var random = new Random(seed);
            random.Shuffle(otherRows);
            random.Shuffle(otherListed);
            Assert.Equal(Told(RandomCare.Settled(book, rows, listed).Lines), Told(RandomCare.Settled(book, otherRows, otherListed).Lines));
        });

    [Fact]
    public void Settlement_of_the_parts_is_settlement_of_the_whole() =>
        Gen.Select(RandomCare.Prices, RandomCare.Rows, RandomCare.Listed).Sample((prices, rows, listed) =>
        {
            var book = RandomCare.Book(prices, pot: false, protectedFees: false);
            var parts = Enumerable.Range(0, 4).SelectMany(provider => RandomCare.Settled(book, [.. rows.Where(r => r.Provider == provider)], [.. listed]).Lines.Where(l => l.Provider == $"P{provider + 1}"));
            Assert.Equal(Told(RandomCare.Settled(book, rows, listed).Lines), Told(parts.OrderBy(l => l.Agreement, StringComparer.Ordinal).ThenBy(l => l.Month)));
        });

    [Fact]
    public void Settlement_of_some_persons_at_a_time_is_settlement_of_all_at_once() =>
        Gen.Select(RandomCare.Prices, RandomCare.Rows, RandomCare.Listed, Gen.Int[1, 5]).Sample((prices, rows, listed, parts) =>
        {
            var book = RandomCare.Book(prices);
            var whole = RandomCare.Settled(book, rows, listed);
            var inParts = RandomCare.SettledInParts(book, Enumerable.Range(0, parts).Select(part => rows.Where(r => (int)(r.Person % (ulong)parts) == part).ToList()), listed);
            Assert.Equal(Told(whole.Lines), Told(inParts.Lines));
            Assert.Equal(whole.Unpaid, inParts.Unpaid);
        });

    [Fact]
    public void What_was_told_and_what_is_adjusted_are_together_what_is_settled() =>
        Gen.Select(RandomCare.Prices, RandomCare.Rows, RandomCare.Rows, RandomCare.Listed).Sample((prices, first, corrected, listed) =>
        {
            var book = RandomCare.Book(prices);
            List<SettlementStatement> frozen = [];
            frozen.Add(SettlementStatement.Of(RandomCare.Settled(book, first, listed), new Month(2017, 1), frozen));
            frozen.Add(SettlementStatement.Of(RandomCare.Settled(book, [.. first.Concat(corrected).DistinctBy(r => r.Contact)], listed), new Month(2017, 2), frozen));
            var last = RandomCare.Settled(book, corrected, listed);
            frozen.Add(SettlementStatement.Of(last, new Month(2017, 3), frozen));
            var told = frozen.SelectMany(f => f.Lines.Select(l => (Key: (l.Agreement, l.Month, l.Component, l.Kind, l.Payer), l.Amount)).Concat(f.Adjustments.Select(a => (Key: (a.Agreement, Month: a.About, a.Component, a.Kind, a.Payer), a.Amount))))
                .GroupBy(t => t.Key).Select(g => (g.Key, Sum: Money.Sum(g.Select(t => t.Amount)))).Where(t => t.Sum != Money.Zero).OrderBy(t => $"{t.Key}");
            var whole = last.Lines.Where(l => l.Month <= new Month(2017, 3) && l.Amount != Money.Zero).Select(l => ((l.Agreement, l.Month, l.Component, l.Kind, l.Payer), l.Amount)).OrderBy(t => $"{t.Item1}");
            Assert.Equal(whole, told);
        });

    [Fact]
    public void Settling_again_by_changed_rules_is_settling_by_them_from_the_start() =>
        Gen.Select(RandomCare.Prices, Gen.Int[0, 500_000], Gen.OneOf(Gen.Const("PL"), Gen.Const("DYR"), Gen.Const("LÅG")), RandomCare.Rows, RandomCare.Listed).Sample((prices, price, list, rows, listed) =>
        {
            var acts = RandomCare.Acts(prices);
            var book = RandomCare.Book([.. acts, RandomCare.List(list, new(new DateOnly(2017, 3, 3), new DateOnly(2017, 12, 31)), ("läkare", price))]);
            var again = RandomCare.Settled(RandomCare.Book(acts), rows, listed).Again(book);
            var anew = RandomCare.Settled(book, rows, listed);
            Assert.Equal(Told(anew.Lines), Told(again.Lines));
            Assert.All(Enumerable.Range(0, rows.Length), row => Assert.Equal(anew.OfContact(row).Amount, again.OfContact(row).Amount));
        });

    [Fact]
    public void Contacts_and_what_explains_them_add_up_to_their_lines() =>
        Gen.Select(RandomCare.Prices, RandomCare.Rows, RandomCare.Listed).Sample((prices, rows, listed) =>
        {
            var settlement = RandomCare.Settled(RandomCare.Book(prices), rows, listed);
            var lines = settlement.Lines.Where(l => l.Kind == SettlementKind.Contacts).ToList();
            Assert.Equal(Money.Sum(lines.Select(l => l.Amount)), Money.Sum(Enumerable.Range(0, rows.Length).Select(row => settlement.OfContact(row).Amount)));
            Assert.Equal(rows.Count(r => r.Day >= settlement.From.FirstDay.DayNumber && r.Day <= settlement.To.LastDay.DayNumber), lines.Sum(l => l.Count) + settlement.Unpaid.Sum(u => u.Count));
            Assert.All(lines, line => Assert.Equal(line.Amount.Ore, settlement.Explain(line).Sum(code => code.Each.Ore * code.Count)));
        });

    [Fact]
    public void A_pot_comes_out_to_the_last_ore() =>
        Gen.Select(RandomCare.Prices, RandomCare.Listed).Sample((prices, listed) =>
        {
            var lines = RandomCare.Settled(RandomCare.Book(prices), [], listed).Lines.Where(l => l.Kind == SettlementKind.Capitation).ToLookup(l => l.Month);
            Assert.All(lines, month => Assert.Equal(prices[7], Money.Sum(month.Select(l => l.Amount)).Ore));
        });

    [Fact]
    public void A_month_is_frozen_once()
    {
        var settlement = RandomCare.Settled(RandomCare.Book(new int[12]), [], []);
        var march = SettlementStatement.Of(settlement, new Month(2017, 3), []);
        Assert.Throws<ArgumentException>(() => SettlementStatement.Of(settlement, new Month(2017, 3), [march]));
        Assert.Throws<ArgumentException>(() => SettlementStatement.Of(settlement, new Month(2017, 5), []));
    }

    private static IEnumerable<string> Told(IEnumerable<SettlementLine> lines) =>
        lines.Select(l => $"{l.Agreement} {l.Month} {l.Component} {l.Kind} {l.Payer} {l.Amount} {l.Count} {l.Points} {string.Join(' ', l.Grounds.Select(g => $"{g.Count}:{g.Amount}"))}");
}
