using Styrkedja.Decisions;

namespace Styrkedja.Authority;

/// <summary>What the law demands of a year's report, and what answers it.</summary>
public class LegalContentsTests
{
    [Fact]
    public void Each_year_follows_the_law_of_that_year()
    {
        Assert.Equal("lagen (1997:614) om kommunal redovisning 5 kap. 1 §", Demand("income-statement", 2018).SourceFor(2018)?.Cited);
        Assert.Equal("lagen (2018:597) om kommunal bokföring och redovisning 5 kap.", Demand("income-statement", 2019).SourceFor(2019)?.Cited);
        Assert.Empty(LegalContents.Of(RoundKind.AnnualReport, 1997));
    }

    [Fact]
    public void How_the_region_is_steered_is_demanded_from_2019_only()
    {
        Assert.DoesNotContain("steering", LegalContents.Of(RoundKind.AnnualReport, 2018).Select(c => c.Id));
        Assert.Contains("steering", LegalContents.Of(RoundKind.AnnualReport, 2019).Select(c => c.Id));
    }

    [Theory]
    [InlineData(RoundKind.Month)]
    [InlineData(RoundKind.FollowUpReport)]
    [InlineData(RoundKind.PreliminaryResult)]
    public void No_law_asks_for_the_reports_that_the_board_follows_up_by(RoundKind kind) => Assert.Empty(LegalContents.Of(kind, 2019));

    [Fact]
    public void A_part_answers_a_demand_wherever_it_stands() =>
        Assert.DoesNotContain("income-statement", Missing(new OutlineSection("räkenskaper", new("Räkenskaper"), [ReportPart.Notes, ReportPart.IncomeStatement], null, null)));

    [Fact]
    public void What_only_people_can_write_is_answered_by_a_text_under_its_own_id()
    {
        Assert.DoesNotContain("events", Missing(new OutlineSection("events", new("Händelser"), [], "RS", null)));
        Assert.Contains("events", Missing(new OutlineSection("händelser", new("Händelser"), [], "RS", null)));
        Assert.Contains("events", Missing(new OutlineSection("events", new("Händelser"), [ReportPart.Summary], null, null)));
    }

    [Fact]
    public void An_outline_of_nothing_lacks_all_that_is_demanded() =>
        Assert.Equal(LegalContents.Of(RoundKind.InterimReport, 2019), LegalContents.Missing([], RoundKind.InterimReport, 2019));

    [Theory]
    [InlineData(RoundKind.AnnualReport)]
    [InlineData(RoundKind.InterimReport)]
    public void Each_demand_stands_once_and_no_text_of_the_older_law_is_said_to_have_been_checked(RoundKind kind)
    {
        Assert.Distinct(LegalContents.Of(kind, 2019).Select(c => c.Id));
        Assert.NotEmpty(LegalContents.Of(kind, 2018));
        Assert.All(LegalContents.Of(kind, 2018), content => Assert.False(content.SourceFor(2018)!.Verified));
    }

    private static LegalContent Demand(string id, int year) => LegalContents.Of(RoundKind.AnnualReport, year).Single(c => c.Id == id);

    private static IEnumerable<string> Missing(params OutlineSection[] sections) => LegalContents.Missing(sections, RoundKind.AnnualReport, 2017).Select(c => c.Id);
}
