using CsCheck;
using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;

namespace Styrkedja.Statements;

/// <summary>The balance requirement over several years: what goes over from one to the next, and that nothing decided is ever cut.</summary>
public class BalanceInquiryTests
{
    private static readonly IReadOnlyDictionary<RequirementLine, Money> s_none = new Dictionary<RequirementLine, Money>();

    [Theory]
    [InlineData(2023, 42, 42, 2500, 0, 17)] // 42 - 25
    [InlineData(2023, 29, 28, 2200, 0, 6)] // the lower of the two, 28 - 22
    [InlineData(2023, 28, 29, 2200, 0, 6)]
    [InlineData(2023, 25, 25, 2500, 0, 0)] // one per cent exactly is nothing above it
    [InlineData(2023, -5, 40, 2500, 0, 0)] // a deficit leaves nothing to set aside
    [InlineData(2024, 100, 100, 1000, 0, 50)] // 90, but the ceiling is 50
    [InlineData(2024, 100, 100, 1000, 30, 20)] // and 30 is there already
    [InlineData(2024, 100, 100, 1000, 60, 0)] // above the ceiling there is no room
    public void The_limit_is_what_exceeds_a_share_of_tax_and_grants(int year, long result, long adjusted, long sum, long reserve, long limit) =>
        Assert.Equal(Money.Kronor(limit), ReserveLimit.Of(year, Money.Kronor(result), Money.Kronor(adjusted), Money.Kronor(sum), Money.Kronor(1), Money.Kronor(reserve)).Limit);

    [Fact]
    public void Parts_of_an_öre_are_rounded_down() =>
        Assert.Equal(new Money(99), ReserveLimit.Of(2023, new Money(100), new Money(100), new Money(1), null, Money.Zero).Limit);

    [Fact]
    public void Equity_of_exactly_nothing_is_not_negative()
    {
        Assert.Equal(1, ReserveLimit.Of(2023, Money.Kronor(9), Money.Kronor(9), Money.Kronor(100), Money.Zero, Money.Zero).PerCent);
        Assert.Equal(2, ReserveLimit.Of(2023, Money.Kronor(9), Money.Kronor(9), Money.Kronor(100), new Money(-1), Money.Zero).PerCent);
    }

    [Fact]
    public void A_year_without_a_deficit_between_does_not_move_the_last_year_to_restore_it()
    {
        var years = Reckoned([-30, 0, 0, 0]);
        Assert.Equal([new Deficit(2020, Money.Kronor(30))], years[^1].Deficits);
        Assert.Equal(2023, years[^1].Deficits[0].RestoredBy);
        Assert.DoesNotContain(years[2].Remarks, r => r.Kind == RequirementRemarkKind.RestoredTooLate);
        Assert.Contains(years[3].Remarks, r => r is { Kind: RequirementRemarkKind.RestoredTooLate, IsBreach: true });
    }

    [Fact]
    public void A_reservation_above_the_limit_stands_as_it_was_decided()
    {
        var year = Reckoned([100], new ReserveResult(2020, Money.Kronor(70)))[0];
        Assert.Equal(Money.Kronor(-70), year[RequirementLine.Reserved]);
        Assert.Equal(Money.Kronor(30), year[RequirementLine.RequirementResult]);
        Assert.Equal(Money.Kronor(70), year.OlderReserve);
        Assert.Equal(new RequirementRemark(RequirementRemarkKind.ReservedAboveLimit, 2020, Money.Kronor(70), Money.Kronor(60)), year.Remarks[0]);
    }

    [Fact]
    public void A_later_decision_about_the_same_year_replaces_the_earlier() =>
        Assert.Equal(Money.Kronor(-20), Reckoned([100], new ReserveResult(2020, Money.Kronor(70)), new ReserveResult(2020, Money.Kronor(20)))[0][RequirementLine.Reserved]);

    [Fact]
    public void What_is_left_to_restore_is_never_more_than_the_deficits_and_never_above_nothing() => Gen.Int[-50, 50].Array[1, 8].Sample(results =>
    {
        var years = Reckoned([.. results.Select(r => (long)r)]);
        var left = 0L;
        for (var i = 0; i < results.Length; i++)
        {
            Assert.Equal(Money.Kronor(-left), years[i][RequirementLine.OpeningDeficit]);
            left = Math.Max(0, left - results[i]);
            Assert.Equal(Money.Kronor(-left), years[i][RequirementLine.ClosingDeficit]);
            Assert.Equal(Money.Kronor(left), Money.Sum(years[i].Deficits.Select(d => d.Amount)));
            Assert.All(years[i].Deficits, d => Assert.True(d.Amount > Money.Zero && results[d.Arose - 2020] < 0));
        }
    });

    /// <summary>Years from 2020 with these results in kronor, and 4 000 kronor of tax in each.</summary>
    private static IReadOnlyList<BalanceInquiry> Reckoned(long[] results, params Act[] decided) => BalanceInquiry.Of(
        [.. results.Select((result, i) => new RequirementAccountsOfYear(2020 + i, Money.Kronor(result), s_none, Money.Kronor(4000), Money.Kronor(1)))],
        RequirementBook.Fold(new([(new Decision("B", "RF", UncertainDate.On(new(2020, 1, 1)), null, null, new("Beslut"), null, null, false, null, decided), 1)])));
}
