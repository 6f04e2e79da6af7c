using System.Globalization;
using Styrkedja.Duties;
using Styrkedja.Region;

namespace Styrkedja.App.Tests.Halland;

/// <summary>The years of Halland as its calendar tells them, from decisions alone.</summary>
public class DutiesOfHallandTests
{
    [Fact]
    public void What_law_asked_for_in_2017_was_done_in_time_but_for_the_budget_that_no_source_tells()
    {
        var state = HallandFiles.StateAt(new(2017, 12, 31));

        Assert.Equal(
            [
                "2017-04-15 AnnualReport Done 2017-04-12",
                "2017-06-30 AnnualReportApproval Done 2017-04-26",
                "2017-06-30 Discharge Done 2017-04-26",
                "2017-10-31 BudgetProposal Done 2017-05-31",
                "2017-10-31 InterimReport Done 2017-10-11",
                "2017-11-30 BudgetAdoption Late ",
                "2017-12-31 CompanyOversight Done 2017-03-08",
            ],
            DutyCalendar.Of(state, 2017).Where(d => d.Kind <= DutyKind.CompanyOversight)
                .Select(d => string.Create(CultureInfo.InvariantCulture, $"{d.Due:yyyy-MM-dd} {d.Kind} {d.On(new(2017, 12, 31))} {d.DoneOn:yyyy-MM-dd}")));
    }

    [Theory]
    [InlineData("2016-06-30")]
    [InlineData("2017-09-30")]
    [InlineData("2018-06-30")]
    public void On_any_day_a_duty_has_one_id_and_what_did_it_had_been_decided(string day)
    {
        var state = HallandFiles.StateAt(DateOnly.Parse(day, CultureInfo.InvariantCulture));
        var all = Enumerable.Range(2014, 6).SelectMany(year => DutyCalendar.Of(state, year)).ToList();

        Assert.Empty(all.GroupBy(d => d.Id).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.All(all.Where(d => d.DoneBy is not null), d => Assert.True(d.DoneBy!.Date.Latest <= state.At.AsOf, d.Id));
        Assert.All(DutyCalendar.LateOrSoon(state), d => Assert.True(all.Exists(a => a.Id == d.Id && a == d) && d.DoneBy is null && d.Due <= state.At.AsOf.AddMonths(1), d.Id));
    }

    [Fact]
    public void Of_the_two_delegated_decisions_not_reported_one_is_late_at_the_end_of_2017()
    {
        var delegated = DelegatedDecision.In(HallandFiles.StateAt(new(2017, 12, 31)));

        Assert.Equal(
            ["C-TF-2017-ombyggnad for DN-RGS reported by DN-RGS-2017-anmalan", "C-TF-2017-ventilation for DN-RGS by 2017-11-18", "C-NSV-2017-avtal for RS by 2018-02-04"],
            delegated.Where(d => d.Report is null || d.Giver == "DN-RGS").Select(d => string.Create(CultureInfo.InvariantCulture, $"{d.Decision.Id} for {d.Giver} {(d.Report is { } report ? $"reported by {report.Id}" : $"by {d.ReportBy:yyyy-MM-dd}")}")));
    }
}
