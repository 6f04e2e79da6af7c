using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;

namespace Styrkedja.FollowUp;

/// <summary>A region small enough to reckon by hand: two committees that trade with each other, and a board that holds the taxes.</summary>
public class FollowUpViewTests
{
    private const string Organisation = """
        DN-A / A1 / cc 100
        DN-A / A2 / cc 110
        DN-B / B1 / cc 200
        RS / part RS-FIN / cc 900
        counterparty 71 is DN-A
        counterparty 72 is DN-B
        counterparty 11 is A1
        counterparty 12 is A2
        counterparty 99 is outside

        """;

    private const string Trade = Organisation + """
        # A1 sells to B1 for 500, A2 to A1 for 80; A1 buys drugs and B1 sells to a neighbour; taxes come in.
        2017-01 cc 100 account 3010 counterparty 72 -500 kr
        2017-01 cc 200 account 4010 counterparty 71  500 kr
        2017-01 cc 110 account 3010 counterparty 11 -80 kr
        2017-01 cc 100 account 4010 counterparty 12  80 kr
        2017-02 cc 100 account 4020 counterparty 99  300 kr
        2017-02 cc 200 account 3020 counterparty 99 -120 kr
        2017-02 cc 900 account 8010                 -700 kr
        2017-02 cc 900 account 1910                  900 kr   # the balance sheet is in no result

        """;

    [Fact]
    public void What_both_sides_of_is_inside_a_level_is_taken_away_at_that_level_and_no_lower() => FigureTable.Shows(
        """
               | result | revenue | cost | revenue-elimination | cost-elimination | elimination-difference
        A1     |    120 |     500 | -380 |                   0 |                0 |   0
        A2     |     80 |      80 |    0 |                   0 |                0 |   0
        DN-A   |    200 |     500 | -300 |                 -80 |               80 |   0
        DN-B   |   -380 |     120 | -500 |                   0 |                0 |   0
        RS     |    700 |     700 |    0 |                   0 |                0 |   0
        REGION |    520 |     820 | -300 |                -500 |              500 |   0
        """,
        ReadableRegion.Of(Trade).View(), "2017", "A1 A2 DN-A DN-B RS REGION",
        Measure.Result, Measure.Revenue, Measure.Cost, Measure.RevenueElimination, Measure.CostElimination, Measure.EliminationDifference);

    [Fact]
    public void Revenue_of_the_region_is_that_of_its_committees_less_a_row_of_elimination() => FigureTable.Parts(
        """
        revenue/2017-01..2017-12/DN-A                 |  500
        revenue/2017-01..2017-12/DN-B                 |  120
        revenue/2017-01..2017-12/RS                   |  700
        revenue-elimination/2017-01..2017-12/REGION   | -500
        =                                             |  820
        """,
        ReadableRegion.Of(Trade).View(), "revenue/2017/REGION", Breakdown.Subject);

    [Fact]
    public void A_result_by_the_lines_of_the_statement() => FigureTable.Parts(
        """
        revenue/2017-01..2017-12/REGION/line=operating-revenue |  120
        cost/2017-01..2017-12/REGION/line=operating-costs      | -300
        revenue/2017-01..2017-12/REGION/line=tax-revenue       |  700
        =                                                      |  520
        """,
        ReadableRegion.Of(Trade).View(), "result/2017/REGION", Breakdown.Line);

    [Fact]
    public void Internal_trade_that_does_not_meet_changes_no_result_and_is_shown_as_a_difference()
    {
        var view = ReadableRegion.Of(Trade + "2017-03 cc 100 account 3010 counterparty 72 -40 kr").View();

        FigureTable.Shows(
            """
                   | result | revenue | cost | elimination-difference
            DN-A   |    240 |     540 | -300 |  0
            DN-B   |   -380 |     120 | -500 |  0
            REGION |    560 |     820 | -300 | 40
            """,
            view, "2017", "DN-A DN-B REGION", Measure.Result, Measure.Revenue, Measure.Cost, Measure.EliminationDifference);
        FigureTable.Parts(
            """
            revenue/2017-01..2017-12/REGION/line=operating-revenue                      |  120
            cost/2017-01..2017-12/REGION/line=operating-costs                           | -300
            revenue/2017-01..2017-12/REGION/line=tax-revenue                            |  700
            elimination-difference/2017-01..2017-12/REGION/through=extraordinary-items  |   40
            =                                                                           |  560
            """,
            view, "result/2017/REGION", Breakdown.Line);
        Assert.Equal("DN-A 540, DN-B -500, skillnad 40", Pairs(view, "2017"));
        Assert.Equal("", Pairs(view, "2017-02"));
        Assert.Equal("DN-A 40, DN-B 0, skillnad 40", Pairs(view, "2017-03..2017-03"));
    }

    [Fact]
    public void Trade_between_units_of_one_body_is_nobody_elses_difference() =>
        Assert.Equal("", Pairs(ReadableRegion.Of(Trade + "2017-03 cc 110 account 3010 counterparty 11 -5 kr").View(), "2017"));

    [Fact]
    public void Amounts_that_stand_directly_on_a_subject_are_a_part_of_their_own() => FigureTable.Parts(
        """
        result-budget/2017-01..2017-12/A1             | -1200
        result-budget/2017-01..2017-12/DN-A/own=yes   |  1500
        =                                             |   300
        """,
        ReadableRegion.Of(Organisation + """
            budget 2017 A1 group care -1200 kr
            budget 2017 DN-A group grants 1500 kr
            """).View(),
        "result-budget/2017/DN-A", Breakdown.Subject);

    [Fact]
    public void Rows_on_a_cost_centre_that_nobody_has_opened_are_shown_as_not_placed() => FigureTable.Parts(
        """
        result/2017-01..2017-12/DN-A      | 200
        result/2017-01..2017-12/DN-B      | -380
        result/2017-01..2017-12/RS        | 700
        result/2017-01..2017-12/UNPLACED  | -7
        =                                 | 513
        """,
        ReadableRegion.Of(Trade + "2017-03 cc 777 account 5010 7 kr").View(), "result/2017/REGION", Breakdown.Subject);

    [Fact]
    public void An_account_without_a_place_in_the_chart_counts_as_cost_in_a_group_of_its_own() => FigureTable.Parts(
        """
        cost/2017-01..2017-12/A1/group=care      | -380
        cost/2017-01..2017-12/A1/group=unmapped  | -9
        =                                        | -389
        """,
        ReadableRegion.Of(Trade + "2017-03 cc 100 account 9999 9 kr").View(), "cost/2017/A1", Breakdown.Group);

    [Fact]
    public void A_deviation_counts_no_month_that_is_not_known()
    {
        var view = ReadableRegion.Of(Trade + "budget 2017 A1 group care -1200 kr\nbudget 2017 RS-FIN group taxes 6000 kr").View();

        Assert.Equal("2017-01..2017-02", view.Known(Period.Year(2017)).ToString());
        FigureTable.Shows(
            """
                   | result | result-budget | result-deviation | revenue-deviation | cost-deviation
            A1     |    120 |         -1200 |              320 |  500 | -180
            DN-A   |    200 |         -1200 |              400 |  500 | -100
            RS-FIN |    700 |          6000 |             -300 | -300 |    0
            REGION |    520 |          4800 |             -280 | -180 | -100
            """,
            view, "2017", "A1 DN-A RS-FIN REGION", Measure.Result, Measure.ResultBudget, Measure.ResultDeviation, Measure.RevenueDeviation, Measure.CostDeviation);
        FigureTable.Shows("| result | result-budget | result-deviation\nREGION | ? | 800 | ?", view, "2017-05..2017-06", "REGION", Measure.Result, Measure.ResultBudget, Measure.ResultDeviation);
    }

    [Fact]
    public void Before_the_first_month_nothing_is_known_rather_than_zero() => FigureTable.Shows(
        "| result | revenue | result-deviation\nREGION | ? | ? | ?\nDN-A | ? | ? | ?\nNOBODY | ? | ? | ?",
        ReadableRegion.Of(Organisation).View(), "2017", "REGION DN-A NOBODY", Measure.Result, Measure.Revenue, Measure.ResultDeviation);

    [Fact]
    public void Deviations_of_those_under_a_body_add_up_also_where_it_has_cost_centres_of_its_own() => FigureTable.Parts(
        """
        result-deviation/2017-01..2017-12/A1   |  320
        result-deviation/2017-01..2017-12/A2   |   80
        result-deviation/2017-01..2017-12/120  |  -30
        =                                      |  370
        """,
        ReadableRegion.Of("DN-A / A1 / cc 100\nDN-A / A2\nDN-A / cc 120\n" + Trade + "2017-02 cc 120 account 5010 30 kr\nbudget 2017 A1 group care -1200 kr").View(),
        "result-deviation/2017/DN-A");

    [Fact]
    public void A_forecast_is_the_subjects_own_latest_or_the_sum_of_its_parts_with_budget_for_the_silent()
    {
        var view = ReadableRegion.Of(Trade + """
            budget 2017 DN-A group care -100 kr
            budget 2017 DN-B group care -40 kr
            forecast 2017-04 DN-A -150 kr
            forecast 2017-08 DN-A -175 kr
            forecast 2017-08 DN-B -60 kr
            forecast 2017-08 RS 10 kr
            """).View();

        FigureTable.Shows("| result-forecast\nDN-A | -150\nDN-B | ?\nRS | ?\nREGION | -190", view, "2017-06", "DN-A DN-B RS REGION", Measure.ResultForecast);
        FigureTable.Shows("| result-forecast\nDN-A | -175\nDN-B | -60\nRS | 10\nREGION | -225", view, "2017-08", "DN-A DN-B RS REGION", Measure.ResultForecast);
        FigureTable.Parts(
            """
            result-forecast/2017-01..2017-06/DN-A  | -150
            result-budget/2017-01..2017-12/DN-B    |  -40
            result-budget/2017-01..2017-12/RS      |    0
            =                                      | -190
            """,
            view, "result-forecast/2017-06/REGION");
    }

    [Fact]
    public void Nobody_who_has_said_nothing_has_a_forecast() => FigureTable.Shows(
        "| result-forecast\nDN-A | ?\nREGION | ?",
        ReadableRegion.Of(Trade + "budget 2017 DN-A group care -100 kr").View(), "2017-08", "DN-A REGION", Measure.ResultForecast);

    [Fact]
    public void A_frame_is_the_sum_of_what_each_giver_gave() => FigureTable.Parts(
        """
        frame/2017-01..2017-12/DN-A/from=REGION  | 100
        frame/2017-01..2017-12/DN-A/from=RS      |  55
        =                                        | 155
        """,
        ReadableRegion.Of(Organisation + """
            frame 2017 from REGION to DN-A 100 kr
            frame 2017 from RS to DN-A purpose care 50 kr
            frame 2017 from RS to DN-A purpose drugs 5 kr
            frame 2018 from RS to DN-A 999 kr
            """).View(),
        "frame/2017/DN-A");

    [Fact]
    public void Care_flows_from_the_financiers_own_books_by_the_same_rule_whoever_runs_it()
    {
        var view = ReadableRegion.Of(Organisation + """
            RS / part RS-HSF / cc 910
            counterparty 98 is outside
            financier RS-HSF
            provider OWN-A own counterparty 71
            provider P1 private counterparty 99
            provider P2 private counterparty 98
            provider SKANE out-of-region counterparty 97
            counterparty 97 is outside
            2017-01 cc 910 account 4010 counterparty 71 400 kr
            2017-01 cc 910 account 4020 counterparty 99 30 kr
            2017-02 cc 910 account 4020 counterparty 99 -5 kr
            2017-01 cc 910 account 4020 counterparty 97 70 kr
            2017-01 cc 200 account 4020 counterparty 98 1000 kr   # a committee's own buying is not the financier's
            """).View();

        Assert.Equal(
            "Own OWN-A 400; Private P1 25; OutOfRegion SKANE 70",
            string.Join("; ", view.CareFlow(Period.Year(2017)).Select(a => $"{a.Provider.Act.Regime} {a.Provider.Act.Id} {FigureTable.Kronor(a.Paid)}")));
    }

    [Theory]
    [InlineData("", "P1 25 P2 500 P3 300; total 1225, private 825, own 400")]
    [InlineData("protects suppliers suppression", "OWN-A 400 P1 hidden P2 hidden P3 hidden; total 1225, private 825, own 400")]
    public void Amounts_of_single_private_providers_are_shown_as_the_region_has_decided(string decided, string shown)
    {
        var paid = ReadableRegion.Of(Organisation + $"""
            RS / part RS-HSF / cc 910
            counterparty 96 is outside
            counterparty 97 is outside
            counterparty 98 is outside
            financier RS-HSF
            provider OWN-A own counterparty 71
            provider P1 private counterparty 98
            provider P2 private counterparty 97
            provider P3 private counterparty 96
            {decided}
            2017-01 cc 910 account 4010 counterparty 71 400 kr
            2017-01 cc 910 account 4020 counterparty 98 25 kr
            2017-01 cc 910 account 4020 counterparty 97 500 kr
            2017-02 cc 910 account 4020 counterparty 96 300 kr
            """).View().CarePaid(new(new(2017, 1), new(2017, 12)));

        var told = paid.Arms.Where(a => a.Provider.Act.Regime == Regime.Private || paid.Hidden.Count > 0).Select(a => $"{a.Provider.Act.Id} {FigureTable.Kronor(a.Paid)}").Concat(paid.Hidden.Select(p => $"{p.Act.Id} hidden"));
        string Sum(Money? money) => money is { } sum ? FigureTable.Kronor(sum) : "hidden";
        Assert.Equal(
            shown,
            $"{string.Join(' ', told.Order(StringComparer.Ordinal))}; total {Sum(paid.Total)}, private {Sum(paid.ByRegime.TryGetValue(Regime.Private, out var some) ? some : null)}, own {Sum(paid.ByRegime.TryGetValue(Regime.Own, out var own) ? own : null)}");
    }

    [Fact]
    public void Care_does_not_flow_before_there_is_a_financier() => Assert.Empty(ReadableRegion.Of(Trade).View().CareFlow(Period.Year(2017)));

    [Fact]
    public void Rows_of_a_batch_that_is_superseded_do_not_count()
    {
        var region = ReadableRegion.Of(Organisation + """
            batch B1
            2017-01 cc 100 account 5010 100 kr
            batch B2 supersedes B1
            2017-01 cc 100 account 5010 90 kr
            batch B3 illustrative
            2017-02 cc 200 account 5010 1 kr
            """);

        FigureTable.Shows("| result\nDN-A | -90\nREGION | -91", region.View(), "2017", "DN-A REGION", Measure.Result);
        var before = new FollowUpView(Styrkedja.Region.RegionState.Fold(region.Entries, new(new(2017, 12, 31), 2), new("R")), region.Cells);
        FigureTable.Shows("| result\nDN-A | -100\nREGION | -100", before, "2017", "DN-A REGION", Measure.Result);
        Assert.Equal("REGION, DN-B", string.Join(", ", new[] { "REGION", "DN-A", "DN-B" }.Where(s => region.View().Evaluate(new(Measure.Result, Period.Year(2017), s)).Illustrative)));
    }

    [Fact]
    public void An_income_statement_has_the_lines_of_the_law_with_their_subtotals()
    {
        var view = ReadableRegion.Of(Trade + """
            2016-02 cc 900 account 8010 -650 kr
            2017-02 cc 900 account 7910 20 kr
            2017-02 cc 900 account 8110 -60 kr
            2017-02 cc 900 account 8510 3 kr
            budget 2017 RS-FIN group taxes 6000 kr
            """).View();

        Assert.Equal(
            FigureTable.Tidy("""
                OperatingRevenue              |  120 |    0 |   0
                OperatingCosts                | -300 |    0 |   0
                Depreciation                  |  -20 |    0 |   0
                = net-cost                    | -200 |      |   0
                TaxRevenue                    |  700 | 1000 | 650
                GeneralGrantsAndEqualisation  |   60 |    0 |   0
                = operating-result            |  560 |      | 650
                FinancialCosts                |   -3 |    0 |   0
                = after-financial-items       |  557 |      | 650
                = result                      |  557 | 1000 | 650
                """),
            FigureTable.Tidy(string.Join('\n', view.IncomeStatement("REGION", Period.Year(2017)).Select(r =>
                $"{r.Line?.ToString() ?? $"= {r.Subtotal}"} | {FigureTable.Shown(r.Outcome)} | {(r.Budget is { } b ? FigureTable.Shown(b) : "")} | {FigureTable.Shown(r.PreviousYear!)}"))));
    }

    [Fact]
    public void One_who_asks_as_the_public_never_gets_below_account_unit_and_month()
    {
        var view = ReadableRegion.Of(Trade).View();
        Assert.True(FigureAddress.TryParse("result/2017/A1", out var unit));
        Assert.Equal([Breakdown.Subject, Breakdown.Line, Breakdown.Group, Breakdown.Account, Breakdown.Counterparty, Breakdown.Month], view.Explain(unit).Breakdowns.Order());
        var offered = view.Explain(unit, insight: Insight.Public).Breakdowns;
        Assert.DoesNotContain(Breakdown.Subject, offered);
        Assert.DoesNotContain(Breakdown.Counterparty, offered);
        Assert.True(view.IsBelowPublic(unit with { Subject = "100" }));
        Assert.True(view.IsBelowPublic(unit with { Dimensions = new(Counterparty: "99") }));
        Assert.False(view.IsBelowPublic(unit));
    }

    [Fact]
    public void The_rows_behind_an_external_figure_leave_out_the_trade_within()
    {
        var view = ReadableRegion.Of(Trade).View();
        Assert.True(FigureAddress.TryParse("revenue/2017/DN-A", out var address));
        var rows = view.RowsBehind(address)!;
        Assert.Equal("100 110 | 3010 | 11 | B1 | -1", $"{string.Join(' ', rows.CostCentres)} | {string.Join(' ', rows.Accounts)} | {string.Join(' ', rows.InternalCounterparties)} | {rows.Batches.Single().Id} | {rows.Sign}");
        Assert.Null(view.RowsBehind(new(Measure.ResultBudget, Period.Year(2017), "DN-A")));
        Assert.Null(view.RowsBehind(new(Measure.Result, Period.Year(2017), "NOBODY")));
    }

    private static string Pairs(FollowUpView view, string period)
    {
        Assert.True(Period.TryParse(period, out var months));
        return string.Join("; ", view.UnmatchedInternalTrade(months).Select(p =>
            $"{p.First} {FigureTable.Kronor(p.InFirst)}, {p.Second} {FigureTable.Kronor(p.InSecond)}, skillnad {FigureTable.Kronor(p.Difference)}"));
    }
}
