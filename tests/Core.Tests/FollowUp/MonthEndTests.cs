using Styrkedja.Amounts;
using Styrkedja.Authority;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Facts;
using Styrkedja.Region;

namespace Styrkedja.FollowUp;

/// <summary>How a month stands, in small regions that can be reckoned by hand.</summary>
public class MonthEndTests
{
    private const string Organisation = """
        DN-A / A1 / cc 100
        DN-A / A2 / cc 110
        DN-B / B1 / cc 200
        counterparty 71 is A1
        counterparty 72 is A2
        counterparty 73 is B1
        counterparty 70 is DN-A

        """;

    private static readonly Month s_january = new(2017, 1);

    [Fact]
    public void A_pair_that_meets_is_not_told_and_one_that_does_not_is_with_both_amounts() => Assert.Equal(
        ["DN-A DN-B 40 -35 5 lacking DN-B"],
        Pairs("""
            2017-01 cc 100 account 3010 counterparty 73 activity 7 -40 kr
            2017-01 cc 200 account 4010 counterparty 71 activity 7 35 kr
            2017-01 cc 100 account 3010 counterparty 72 activity 7 -100 kr
            2017-01 cc 110 account 4010 counterparty 71 activity 7 100 kr
            """));

    [Fact]
    public void Within_a_body_the_pair_is_its_two_units() => Assert.Equal(
        ["A1 A2 100 0 100 lacking A2"],
        Pairs("2017-01 cc 100 account 3010 counterparty 72 activity 7 -100 kr"));

    [Fact]
    public void A_counterparty_above_the_cost_centre_names_no_other_side_and_stands_in_the_pair_itself() => Assert.Equal(
        ["DN-A A1 0 100 100 lacking DN-A"],
        Pairs("2017-01 cc 100 account 3010 counterparty 70 activity 7 -100 kr"));

    [Fact]
    public void Two_sides_that_have_both_booked_revenue_both_lack_a_row() => Assert.Equal(
        ["DN-A DN-B 40 40 80 lacking DN-A DN-B"],
        Pairs("""
            2017-01 cc 100 account 3010 counterparty 73 activity 7 -40 kr
            2017-01 cc 200 account 3010 counterparty 71 activity 7 -40 kr
            """));

    [Fact]
    public void Another_month_and_the_balance_sheet_are_not_part_of_it() => Assert.Empty(Pairs("""
        2017-02 cc 100 account 3010 counterparty 73 activity 7 -40 kr
        2017-01 cc 100 account 1510 counterparty 73 activity 7 40 kr
        """));

    [Fact]
    public void A_unit_that_has_booked_against_itself_is_told_as_a_pair_with_itself() => Assert.Equal(
        ["A1 A1 30 0 30 lacking A1"],
        Pairs("2017-01 cc 100 account 3010 counterparty 71 activity 7 -30 kr"));

    /// <summary>Whatever is booked, the differences of all pairs add up to the elimination difference of the region.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_differences_of_all_pairs_add_up_to_what_does_not_eliminate(int seed)
    {
        var random = new Random(seed);
        var rows = string.Join('\n', Enumerable.Range(0, 60).Select(_ =>
            $"2017-01 cc {new[] { 100, 110, 200 }[random.Next(3)]} account {new[] { 3010, 4010 }[random.Next(2)]} counterparty {70 + random.Next(4)} activity 7 {random.Next(-500, 500)} kr"));
        var view = ReadableRegion.Of(Organisation + rows).View();
        Assert.Equal(
            view.Evaluate(new(Measure.EliminationDifference, new(s_january, s_january), "REGION")).Money,
            Money.Sum(view.PairDifferences(s_january).Select(p => p.Difference)));
    }

    [Fact]
    public void An_accrual_is_told_by_unit_and_account_with_what_was_not_turned_back()
    {
        var layout = new AdoptStatements(
            "R",
            [new(BalanceLine.Receivables, [new("1700", "1799")], null), new(BalanceLine.ShortTermLiabilities, [new("2900", "2999")], null)], [], [], Validity.Always)
        { Accruals = [new("1700", "1799"), new("2900", "2999")] };
        var view = ReadableRegion.Of(Organisation + "2017-01 cc 100 account 4010 activity 7 1 kr\n2017-02 cc 100 account 4010 activity 7 1 kr\n", layout).View();
        var end = view.MonthEnd(s_january,
        [
            Booked("100", "2990", 1, 0, -300), Booked("100", "2990", 2, 200, -150),
            Booked("110", "1710", 1, 500, -40), Booked("110", "1710", 2, 0, -500),
            Booked("200", "4010", 1, 900, 0),
        ]);
        Assert.Equal(["A1 2990 300 200 left 100", "A2 1710 500 500 left 0"], end.Accruals.Select(a => $"{a.Subject} {a.Account} {a.Accrued.Ore} {a.TurnedBack?.Ore} left {a.Left.Ore}"));
        Assert.Equal(["2990 A1 100"], end.Left.Where(t => t.Step == MonthEndStep.TurnAccrual).Select(t => $"{t.About} {t.Amount?.Ore}"));
    }

    [Fact]
    public void An_accrual_of_the_last_month_booked_cannot_yet_be_told_to_have_been_turned_back()
    {
        var layout = new AdoptStatements("R", [new(BalanceLine.ShortTermLiabilities, [new("2900", "2999")], null)], [], [], Validity.Always) { Accruals = [new("2900", "2999")] };
        var end = ReadableRegion.Of(Organisation + "2017-01 cc 100 account 4010 activity 7 1 kr\n", layout).View().MonthEnd(s_january, [Booked("100", "2990", 1, 0, -300)]);
        Assert.Equal((null, Money.Zero), (Assert.Single(end.Accruals).TurnedBack, end.Accruals[0].Left));
    }

    [Fact]
    public void Each_signs_off_whose_head_is_nearest_and_the_body_what_no_head_is_near()
    {
        var end = View(Heads()).MonthEnd(s_january, []);
        Assert.Equal(["DN-A", "A1", "DN-B"], end.SignOffs.Select(s => s.Subject));
        Assert.Equal(["SignOff DN-A: C-A1", "SignOff A1: C-A1", "SignOff DN-B: DN-B", "Close : RS"], end.Left.Select(t => $"{t.Step} {t.About}: {string.Join(' ', t.Turn)}"));
    }

    [Fact]
    public void A_sign_off_stands_for_the_rows_that_were_known_and_later_ones_are_told_with_what_they_change()
    {
        var signed = View(Heads(), signedBefore: 2).MonthEnd(s_january, []);
        var standing = signed.SignOffs.Single(s => s.Subject == "A1");
        // The first file has 10 kr of cost on A1, the second replaces it by 10 kr and adds 4 kr: one sum is another, 4 kr worse.
        Assert.Equal(("SIGNERAR", -4_00L, 1), (standing.Given!.By.Id, standing.Since!.Result.Ore, standing.Since.Sums));
        Assert.Contains(signed.Left, t => t is { Step: MonthEndStep.SignOffAnew, About: "A1" });
        Assert.Null(View(Heads(), signedBefore: 3).MonthEnd(s_january, []).SignOffs.Single(s => s.Subject == "A1").Since);
    }

    [Fact]
    public void Projects_and_what_is_on_none_add_up_to_the_result()
    {
        var view = ReadableRegion.Of(Organisation + """
            2017-01 cc 100 account 3010 activity 7 -90 kr
            2017-01 cc 100 account 4010 activity 7 50 kr
            2017-01 cc 200 account 4010 activity 7 30 kr
            """).View();
        LedgerTurnover[] booked = [Booked("100", "3010", 1, 0, -70_00, "P1"), Booked("100", "4010", 1, 20_00, 0, "P1"), Booked("200", "4010", 1, 30_00, 0, "P2"), Booked("200", "1510", 1, 99_00, 0, "P2")];
        var result = view.Evaluate(new(Measure.Result, new(s_january, s_january), "REGION"));
        Assert.Equal(["P1 70 -20 50", "P2 0 -30 -30", " 0 -10 -10"], view.Projects("REGION", result, booked).Select(p => $"{p.Project} {p.Revenue.Ore / 100} {p.Cost.Ore / 100} {p.Result.Ore / 100}"));
        Assert.Equal(result.Money, Money.Sum(view.Projects("REGION", result, booked).Select(p => p.Result)));
        Assert.Equal(["P2 -30"], view.Projects("DN-B", view.Evaluate(result.Address with { Subject = "DN-B" }), booked).Select(p => $"{p.Project} {p.Result.Ore / 100}"));
        Assert.Equal(["A1 care -20", "A1 sales 70"], view.ProjectParts("REGION", "P1", booked).Select(p => $"{p.Subject} {p.Group} {p.Amount.Ore / 100}"));
        Assert.Empty(view.Projects("REGION", result, []));
    }

    private static LedgerTurnover Booked(string costCentre, string account, int month, long debit, long credit, string project = "") =>
        new(costCentre, account, project, new(2017, month), new(debit), new(credit), 1, false);

    private static IEnumerable<string> Pairs(string rows) => ReadableRegion.Of(Organisation + rows).View().PairDifferences(s_january).Select(p =>
        $"{p.First} {p.Second} {p.InFirst.Ore / 100} {p.InSecond.Ore / 100} {p.Difference.Ore / 100} lacking {string.Join(' ', p.Lacking)}");

    private static Act[] Heads() => [new EstablishOffice("C-A1", new("Chef"), "A1", null, Validity.Always) { Function = OfficeFunction.UnitHead }];

    /// <summary>Two files of January, the second in the place of the first, and a sign-off of A1 recorded at a position between, or after, them.</summary>
    private static FollowUpView View(Act[] acts, int? signedBefore = null)
    {
        var region = ReadableRegion.Of(
            Organisation + """
            batch F1
            2017-01 cc 100 account 4010 activity 7 10 kr
            2017-01 cc 110 account 4010 activity 7 10 kr
            2017-01 cc 200 account 4010 activity 7 10 kr
            batch F2 supersedes F1
            2017-01 cc 100 account 4010 activity 7 14 kr
            2017-01 cc 110 account 4010 activity 7 10 kr
            2017-01 cc 200 account 4010 activity 7 10 kr
            """, acts);
        var entries = region.Entries.ToList();
        if (signedBefore is { } at)
            entries.Insert(at, new DecisionEntry(0, DateTimeOffset.UnixEpoch, Region.Entries.Decision("SIGNERAR", "2017-02-08", new SignOffMonth("A1", s_january, null)), Verdict.Within));
        return new(RegionState.Fold(entries.Select((e, i) => e with { Position = i + 1 }), new(new(2017, 12, 31), long.MaxValue), new("Regionen", "The region")), region.Cells);
    }
}
