using System.Globalization;
using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Facts;
using Styrkedja.Region;

namespace Styrkedja.FollowUp;

/// <summary>Figures of staff: a stock, averages, sums of hours and a share, each with parts that add up or inputs that explain it.</summary>
public class StaffFigureTests
{
    private const string Organisation = """
        DN-A / A1 / cc 100
        DN-A / A2 / cc 110
        DN-A / A3 / cc 120
        DN-B / B1 / cc 200

        """;

    /// <remarks>Subject, month, headcount, full-time equivalents, agency, sick-leave hours, ordinary hours.</remarks>
    private const string Staff = """
        A1 2017-01 20 18   1   100 3000
        A1 2017-02 22 20   2    50 3000
        A2 2017-01 10  8   -     -    -
        A2 2017-02 12  9   -     -    -
        B1 2017-02 40 30.5 -   300 6000
        """;

    [Theory]
    [InlineData("headcount/2017-01..2017-12/REGION", "74")]
    [InlineData("headcount/2017-01..2017-12/DN-A", "34")]
    [InlineData("headcount/2017-01..2017-01/DN-A", "30")]
    [InlineData("headcount/2017-01..2017-01/DN-B", "?")]
    [InlineData("headcount/2017-03..2017-12/REGION", "?")]
    [InlineData("full-time-equivalents/2017-01..2017-12/DN-A", "27.5")]
    [InlineData("full-time-equivalents/2017-01..2017-12/B1", "15.25")]
    [InlineData("full-time-equivalents/2017-02..2017-02/REGION", "59.5")]
    [InlineData("agency-full-time-equivalents/2017-01..2017-12/REGION", "1.5")]
    [InlineData("sick-leave-hours/2017-01..2017-12/REGION", "450")]
    [InlineData("ordinary-hours/2017-01..2017-12/REGION", "12000")]
    [InlineData("sick-leave/2017-01..2017-12/REGION", "3.75")]
    [InlineData("sick-leave/2017-01..2017-12/A2", "?")]
    [InlineData("headcount/2017-01..2017-12/NOWHERE", "?")]
    [InlineData("headcount/2017-01..2017-12/A1/account=5010", "?")]
    public void A_figure_of_staff_has_this_value(string address, string value) => Assert.Equal(value, Shown(View(Staff).Evaluate(Address(address))));

    [Theory]
    [InlineData("headcount/2017-01..2017-12/REGION", FigureRule.LatestMonth, "DN-A 34 DN-B 40", "headcount/2017-02..2017-02/REGION 74")]
    [InlineData("headcount/2017-02..2017-02/DN-A", FigureRule.Sum, "A1 22 A2 12", "")]
    [InlineData("headcount/2017-02..2017-02/A1", FigureRule.Observed, "", "")]
    [InlineData("full-time-equivalents/2017-01..2017-12/DN-A", FigureRule.MonthlyAverage, "A1 19 A2 8.5", "full-time-equivalents/2017-01..2017-01/DN-A 26 full-time-equivalents/2017-02..2017-02/DN-A 29")]
    [InlineData("sick-leave-hours/2017-01..2017-12/REGION", FigureRule.Sum, "DN-A 150 DN-B 300", "")]
    [InlineData("sick-leave/2017-01..2017-12/REGION", FigureRule.Ratio, "", "sick-leave-hours/2017-01..2017-12/REGION 450 ordinary-hours/2017-01..2017-12/REGION 12000")]
    public void Its_explanation_says_by_which_rule_from_which_parts_and_inputs(string address, FigureRule rule, string parts, string inputs)
    {
        var explained = View(Staff).Explain(Address(address));
        Assert.Equal((rule, parts, inputs), (
            explained.Rule,
            string.Join(' ', explained.Parts.Select(p => $"{p.Address.Subject} {Shown(p)}")),
            string.Join(' ', explained.Inputs.Select(i => $"{i.Address} {Shown(i)}"))));
        Assert.Equal(["S1"], explained.Batches.Select(b => b.Batch.Id));
    }

    [Fact]
    public void Hours_can_be_broken_down_by_month_too()
    {
        var explained = View(Staff).Explain(Address("sick-leave-hours/2017-01..2017-12/REGION"), Breakdown.Month);
        Assert.Equal([Breakdown.Subject, Breakdown.Month], explained.Breakdowns);
        Assert.Equal(["2017-01..2017-01 100", "2017-02..2017-02 350"], explained.Parts.Select(p => $"{p.Address.Period} {Shown(p)}"));
    }

    [Fact]
    public void What_is_told_later_of_the_same_unit_and_month_holds()
    {
        var view = View(Staff, "A1 2017-02 25 - - - -");
        Assert.Equal("37", Shown(view.Evaluate(Address("headcount/2017-01..2017-12/DN-A"))));
        Assert.Equal("27.5", Shown(view.Evaluate(Address("full-time-equivalents/2017-01..2017-12/DN-A"))));
    }

    [Fact]
    public void Sick_leave_of_fewer_than_ten_is_below_the_public_and_so_is_a_breakdown_that_shows_it()
    {
        var view = View("A1 2017-01 9 9 - 10 100\nA2 2017-01 11 9 - 10 100\nB1 2017-01 - - - 10 100");
        Assert.True(view.IsBelowPublic(Address("sick-leave/2017-01..2017-12/A1")));
        Assert.True(view.IsBelowPublic(Address("sick-leave-hours/2017-01..2017-12/A1")));
        Assert.True(view.IsBelowPublic(Address("sick-leave/2017-01..2017-12/B1")));
        Assert.False(view.IsBelowPublic(Address("headcount/2017-01..2017-12/A1")));
        Assert.DoesNotContain(Breakdown.Subject, view.Explain(Address("sick-leave-hours/2017-01..2017-12/DN-A"), insight: Insight.Public).Breakdowns);
        Assert.Contains(Breakdown.Subject, view.Explain(Address("sick-leave-hours/2017-01..2017-12/DN-A")).Breakdowns);
    }

    [Fact]
    public void Sick_leave_that_would_tell_of_a_handful_is_below_the_public_too_in_every_month_of_the_year()
    {
        var view = View("A1 2017-01 9 9 - 10 100\nA2 2017-01 30 9 - 20 100\nA3 2017-01 30 9 - 30 100\nB1 2017-01 40 40 - 40 400\nA1 2017-02 12 12 - 5 100");
        Assert.True(view.IsBelowPublic(Address("sick-leave/2017-01..2017-12/A1")));
        Assert.True(view.IsBelowPublic(Address("sick-leave/2017-02..2017-02/A1")));
        Assert.True(view.IsBelowPublic(Address("sick-leave/2017-01..2017-01/A2")));
        foreach (var shown in new[] { "A3", "B1", "DN-A", "DN-B", "REGION" })
            Assert.False(view.IsBelowPublic(Address($"sick-leave/2017-01..2017-12/{shown}")));
    }

    [Fact]
    public void The_only_unit_of_a_part_hides_the_part_and_what_the_part_could_be_reckoned_from()
    {
        var view = View("A1 2017-01 9 9 - 10 100\nB1 2017-01 40 40 - 40 400");
        Assert.Equal(
            "A1 DN-A B1 DN-B",
            string.Join(' ', new[] { "A1", "DN-A", "B1", "DN-B", "REGION" }.Where(subject => view.IsBelowPublic(Address($"sick-leave/2017-01..2017-12/{subject}")))));
    }

    [Fact]
    public void A_region_without_facts_of_staff_has_none()
    {
        var view = ReadableRegion.Of(Organisation).View();
        Assert.False(view.HoldsStaff("REGION", Period.Year(2017)));
        Assert.Equal("?", Shown(view.Evaluate(Address("headcount/2017-01..2017-12/REGION"))));
        Assert.True(View(Staff).HoldsStaff("A1", Period.Year(2017)));
        Assert.False(View(Staff).HoldsStaff("A1", Period.Year(2016)));
        Assert.Equal([new Month(2017, 1), new Month(2017, 2)], View(Staff).StaffMonths("DN-A", Period.Year(2017)));
    }

    private static FollowUpView View(params string[] batches)
    {
        var region = ReadableRegion.Of(Organisation);
        var facts = batches.Select((text, i) => Facts($"S{i + 1}", text)).ToList();
        var entries = region.Entries.Concat(facts.Select((f, i) => new FactEntry(region.Entries.Count + i + 1, new(2017, 3, 1, 0, 0, 0, TimeSpan.Zero), f.Batch, [])));
        return new(RegionState.Fold(entries, new(new(2017, 12, 31), long.MaxValue), new("Regionen", "The region")), region.Cells) { Staff = facts };
    }

    private static StaffFacts Facts(string id, string text)
    {
        var rows = text.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        long[] Column(int at, decimal scale) => [.. rows.Select(r => r[at] == "-" ? StaffRows.None : (long)(decimal.Parse(r[at], CultureInfo.InvariantCulture) * scale))];
        var staff = new StaffRows(
            [.. rows.Select((_, i) => i + 1)],
            [.. rows.Select(r => r[0])],
            [.. rows.Select(r => Month.TryParse(r[1], out var month) ? month.Index : throw new FormatException(r[1]))],
            [Column(2, 1), Column(3, 1000), Column(4, 1000), [.. rows.Select(_ => StaffRows.None)], Column(5, 100), Column(6, 100)]);
        var batch = new FactBatch(id, FactKind.Staff, id, 0, "text", null, null, Period.Year(2017), [], id, null, staff.Count, 0, Money.Zero, Money.Zero, [], false) { Staff = staff.Sums() };
        return new(batch, staff);
    }

    private static FigureAddress Address(string text) => FigureAddress.TryParse(text, out var address) ? address : throw new FormatException(text);

    private static string Shown(Figure figure) => figure.Value switch
    {
        FigureValue.Count count => count.Items.ToString(CultureInfo.InvariantCulture),
        FigureValue.Number number => number.Value.ToString("0.######", CultureInfo.InvariantCulture),
        _ => "?",
    };
}
