using Styrkedja.Amounts;
using Styrkedja.Decisions;
using static Styrkedja.Region.Entries;

namespace Styrkedja.Organisation;

public class DelegationOrderTests
{
    private static readonly Decision s_given = Decision("GER", "2016-12-01", Delegation("1", "CHEF", Money.Kronor(2_000_000)));

    [Theory]
    [InlineData("2016-12-31", "")]
    [InlineData("2017-01-01", "1 CHEF 2000000")]
    [InlineData("2017-12-31", "1 CHEF 2000000")]
    [InlineData("2018-01-01", "")]
    public void A_delegation_holds_on_its_first_and_last_day_and_not_beside_them(string day, string held) => Assert.Equal(held, On(day, s_given));

    [Fact]
    public void What_is_passed_on_has_the_least_limit_along_the_chain() => Assert.Equal(
        "1 CHEF 2000000, 1.1 ENHET 500000, 1.2 ENHET2 2000000",
        On("2017-06-01", s_given, Decision("VIDARE", "2017-01-10", PassedOn("1.1", Money.Kronor(500_000)), PassedOn("1.2", Money.Kronor(3_000_000), "ENHET2"))));

    [Fact]
    public void What_is_passed_on_ends_when_the_delegation_it_came_from_is_revoked() => Assert.Equal(
        "",
        On("2017-07-01", s_given, Decision("VIDARE", "2017-01-10", PassedOn("1.1", null)), Decision("ÅTER", "2017-05-01", new RevokeDelegation("1", new(2017, 6, 30)))));

    [Fact]
    public void The_last_day_of_a_revoked_delegation_still_counts() => Assert.Equal(
        "1 CHEF 2000000",
        On("2017-06-30", s_given, Decision("ÅTER", "2017-05-01", new RevokeDelegation("1", new(2017, 6, 30)))));

    private static GiveDelegation Delegation(string id, string to, Money? limit) =>
        new(id, DelegateKind.Office, to, "fastighet", MatterKind.Ordinary, limit, null, true, Valid("2017-01-01..2017-12-31"));

    private static PassOnDelegation PassedOn(string id, Money? limit, string to = "ENHET") => new(id, "1", to, limit, Valid("2017-01-01..2017-12-31"));

    private static string On(string day, params Decision[] decisions) =>
        string.Join(", ", DelegationOrder.Fold(Acts(decisions), DateOnly.Parse(day)).InForce.OrderBy(d => d.Id, StringComparer.Ordinal).Select(d => $"{d.Id} {d.To} {d.Limit?.Ore / 100}"));
}
