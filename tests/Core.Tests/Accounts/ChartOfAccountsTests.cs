using Styrkedja.Decisions;
using static Styrkedja.Region.Entries;

namespace Styrkedja.Accounts;

public class ChartOfAccountsTests
{
    private static readonly AdoptChart s_first = Chart("K-2015", "2015-01-01..", ("care", StatementLine.OperatingCosts, "4000", "4999"), ("sales", StatementLine.OperatingRevenue, "3000", "3999"));

    [Theory]
    [InlineData("4000", "care")]
    [InlineData("4999", "care")]
    [InlineData("3999", "sales")]
    [InlineData("5000", "unmapped")]
    [InlineData("40", "unmapped")]
    [InlineData("40000", "unmapped")]
    [InlineData("", "unmapped")]
    public void An_account_belongs_to_the_group_whose_run_holds_it(string account, string group)
    {
        var chart = ChartOfAccounts.Fold(Acts(Decision("K", "2014-12-01", s_first)), new(2017, 1, 1));
        Assert.Equal(group, chart.GroupOf(account).Id);
        Assert.Equal(group != "unmapped", chart.Knows(account));
    }

    [Fact]
    public void Two_charts_in_force_that_use_the_same_group_are_one_and_the_later_decides()
    {
        var later = Chart("K-2018", "2018-01-01..", ("care", StatementLine.OperatingCosts, "4000", "5999"), ("fees", StatementLine.OperatingRevenue, "3900", "3999"));
        var chart = ChartOfAccounts.Fold(Acts(Decision("K", "2014-12-01", s_first), Decision("L", "2017-12-01", later)), new(2018, 1, 1));
        Assert.Equal("care fees sales unmapped", string.Join(' ', chart.Groups.Select(g => g.Id).Order(StringComparer.Ordinal)));
        Assert.Equal("care fees sales", string.Join(' ', new[] { "5000", "3900", "3000" }.Select(a => chart.GroupOf(a).Id)));
        Assert.Equal("unmapped", ChartOfAccounts.Fold(Acts(Decision("K", "2014-12-01", s_first), Decision("L", "2017-12-01", later)), new(2017, 12, 31)).GroupOf("5000").Id);
    }

    [Fact]
    public void Internal_counterparties_and_companies_of_the_group_stand_for_a_subject()
    {
        var chart = ChartOfAccounts.Fold(
            Acts(Decision("K", "2014-12-01", new AdoptCounterparties([new("71", new("DN-A"), CounterpartyKind.Internal, "DN-A"), new("80", new("Bolaget"), CounterpartyKind.GroupCompany, "HT"), new("99", new("Staten"), CounterpartyKind.State, "DN-A")]))),
            new(2017, 1, 1));
        Assert.Equal("DN-A HT - -", string.Join(' ', new[] { "71", "80", "99", "404" }.Select(c => chart.InternalSubject(c) ?? "-")));
    }

    private static AdoptChart Chart(string id, string valid, params (string Id, StatementLine Line, string From, string To)[] groups) =>
        new(id, [.. groups.Select(g => new AccountGroupEntry(g.Id, new(g.Id), g.Line, [new(g.From, g.To)]))], [], Valid(valid));
}
