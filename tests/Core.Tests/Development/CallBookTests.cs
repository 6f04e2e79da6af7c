using CsCheck;
using Styrkedja.Amounts;
using Styrkedja.Authority;
using Styrkedja.Decisions;
using Styrkedja.FollowUp;
using static Styrkedja.Region.Entries;

namespace Styrkedja.Development;

public class CallBookTests
{
    private static readonly Decision s_ground = Decision(
        "GRUND",
        "2016-01-01",
        new EstablishBody("RS", BodyKind.RegionalExecutiveBoard, new("RS"), "REGION", null, null, null, Valid("2015-01-01..")),
        new EstablishUnit("RS-RK", new("RS-RK"), "RS", true, Valid("2015-01-01..")),
        new SetFrame(2016, "REGION", "RS", FrameKind.Grant, Money.Kronor(5_000), null),
        new SetFrame(2016, "RS", "RS-RK", FrameKind.Grant, Money.Kronor(1_000), null),
        new AdoptProgramme("TS", new("Tillväxt"), "V", [new("T1", new("Mål"), null, [new("T1.1", new("Val")), new("T1.2", new("Annat val"))])], Valid("2014-01-01..")),
        new OpenCall("U", "TS", new("Utlysning"), "RS-RK", Money.Kronor(100), new(2016, 2, 1), new(2016, 3, 1), 50, Valid("2016-01-01..2018-12-31")) { Criteria = [new("nytta", new("Nytta"), 3), new("nytt", new("Nytt"), 1)] });

    private static readonly Gen<Act> s_acts = Gen.Select(Gen.Int[0, 9], Gen.Int[1, 4], Gen.Int[0, 70]).Select((kind, number, kronor) => (Act)(kind switch
    {
        0 => new AddToCall("U", Money.Kronor(kronor), new("Mer")),
        1 => Application(number, kronor),
        2 => Assessed(number, 4, 2),
        3 or 4 => Granted(number, kronor),
        5 => new RejectGrantApplication($"A{number}", new("Nej")),
        6 => new ClaimPayment($"R{number}", $"G{1 + (kronor % 4)}", Valid("2016-04-01..2016-05-01"), Money.Kronor(2 * kronor), Money.Kronor(kronor), false),
        7 => new ApproveClaim($"R{number}", Money.Kronor(kronor), null),
        8 => new RecoverGrant($"Å{number}", $"G{1 + (kronor % 4)}", Money.Kronor(kronor), new("Inte använt")),
        _ => new OpenCall("U", "TS", new("Utlysning"), "RS-RK", Money.Kronor(60 + kronor), new(2016, 2, 1), new(2016, 3, 1), 50, Valid("2016-01-01..2018-12-31")),
    }));

    /// <summary>Four applications that can be granted, so that what comes after them has something to be about.</summary>
    private static readonly Act[] s_prepared = [.. Enumerable.Range(1, 4).SelectMany(number => new Act[] { Application(number, 20 * number), Assessed(number, 4, 2) })];

    [Fact]
    public void What_is_granted_and_what_is_left_are_the_frame_whatever_is_decided_within_authority()
    {
        var (granted, paid) = (0, 0);
        s_acts.Array[1, 40].Sample(acts =>
        {
            var book = Judged([.. s_prepared, .. acts]);
            var call = book.FindCall("U")!;
            Assert.Equal(call.Frame, call.Granted + call.Left);
            Assert.True(call.Left >= Money.Zero);
            Assert.True(call.Frame <= Money.Kronor(1_000));
            Assert.All(book.Grants, g => Assert.True(g.Recovered <= g.Paid && g.Paid <= g.Granted && g.Kept >= Money.Zero && g.Paid + g.Left == g.Granted));
            Assert.All(call.Applications, a => Assert.True(a.Granted is null || a.Rejected is null));
            Interlocked.Add(ref granted, book.Grants.Count);
            Interlocked.Add(ref paid, book.Grants.Count(g => g.Paid > Money.Zero));
        });
        Assert.True(granted > 10 && paid > 0, $"{granted} grants and {paid} payments were let through.");
    }

    /// <summary>What stands when each act is decided in turn, and what goes beyond authority is refused.</summary>
    private static CallBook Judged(Act[] acts)
    {
        var decided = new List<Decision> { s_ground };
        foreach (var (act, i) in acts.Select((a, i) => (a, i)))
        {
            var decision = Decision($"B{i}", "2016-06-01", act) with { Body = "RS" };
            if (Judge.Of(decision, StateOn("2016-06-01", Of([.. decided])).Standing, new("")).Outcome == VerdictOutcome.Within)
                decided.Add(decision);
        }

        return Book([.. decided]);
    }

    [Fact]
    public void Decisions_of_one_day_about_different_things_give_the_same_sums_in_any_order()
    {
        Decision[] day =
        [
            Decision("M", "2016-06-01", new AddToCall("U", Money.Kronor(30), new("Mer"))),
            Decision("G1", "2016-06-01", Granted(1, 40)),
            Decision("G2", "2016-06-01", Granted(2, 50)),
            Decision("NEJ", "2016-06-01", new RejectGrantApplication("A3", new("Nej"))),
        ];
        var before = new[] { s_ground, Decision("ANSÖKT", "2016-03-02", Application(1, 60), Application(2, 60), Application(3, 60)) };
        Gen.Shuffle(day).Sample(shuffled =>
        {
            var call = Book([.. before, .. shuffled]).FindCall("U")!;
            Assert.Equal((Money.Kronor(130), Money.Kronor(90), Money.Kronor(40), Money.Kronor(60)), (call.Frame, call.Granted, call.Left, call.Refused));
        });
    }

    [Fact]
    public void Points_are_the_mean_by_the_weights_and_unknown_until_every_criterion_has_them()
    {
        var book = Book(s_ground, Decision("ANSÖKT", "2016-03-02", Application(1, 60), Application(2, 60), Assessed(1, 5, 2), new AssessApplication("A2", [new("nytta", 4)], true, GrantAdvice.Grant, new("Bra"))));
        var call = book.FindCall("U")!;

        // (3 × 5 + 1 × 2) / 4 = 4.25.
        Assert.Equal(new decimal?[] { 4.25m, null }, call.Applications.Select(a => a.WeightedPoints(call.Act)));
    }

    [Theory]
    [InlineData("2016-01-31", CallPhase.Coming)]
    [InlineData("2016-03-01", CallPhase.Open)]
    [InlineData("2016-03-02", CallPhase.Assessing)]
    public void A_call_is_open_through_its_last_day_and_decided_when_every_application_is(string day, CallPhase phase)
    {
        var applied = Decision("ANSÖKT", "2016-03-02", Application(1, 60));

        Assert.Equal(phase, Book(s_ground, applied).FindCall("U")!.PhaseOn(DateOnly.Parse(day)));
        Assert.Equal(CallPhase.Decided, Book(s_ground, applied, Decision("JA", "2016-06-01", Granted(1, 50))).FindCall("U")!.PhaseOn(new(2016, 6, 1)));
    }

    [Fact]
    public void What_is_granted_and_paid_are_figures_whose_parts_are_the_grants()
    {
        var entries = Of(
            s_ground,
            Decision("ANSÖKT", "2016-03-02", Application(1, 60), Application(2, 60)),
            Decision("JA", "2016-06-01", Granted(1, 50), Granted(2, 30)),
            Decision("REK", "2017-01-10", new ClaimPayment("R1", "G1", Valid("2016-07-01..2016-12-31"), Money.Kronor(40), Money.Kronor(20), false)),
            Decision("BET", "2017-02-01", new ApproveClaim("R1", Money.Kronor(20), null)));
        var view = new FollowUpView(StateOn("2017-12-31", entries), []);
        var granted = new FigureAddress(Measure.CoFinancingGranted, Calendar.Period.Year(2016), "U");

        Assert.Equal(new long[] { 50, 30 }, view.Explain(granted).Parts.Select(p => p.Money.Ore / 100));
        Assert.Equal(["JA"], view.Explain(granted).Decisions.Select(d => d.Decision.Id));
        foreach (var (subject, kronor) in new[] { ("REGION", 80), ("TS", 80), ("T1", 80), ("T1.1", 50), ("1380", 50), ("RS-RK", 80), ("university", 50), ("G2", 30) })
            Assert.Equal((subject, Money.Kronor(kronor)), (subject, view.Evaluate(granted with { Subject = subject }).Money));
        Assert.False(view.Evaluate(granted with { Period = Calendar.Period.Year(2017) }).IsKnown);
        Assert.Equal(Money.Kronor(20), view.Evaluate(new(Measure.CoFinancingPaid, Calendar.Period.Year(2017), "T1.1")).Money);
        Assert.Equal(["BET"], view.Explain(new(Measure.CoFinancingPaid, Calendar.Period.Year(2017), "G1")).Decisions.Select(d => d.Decision.Id));
    }

    [Fact]
    public void A_payer_binds_the_frames_of_the_years_calls_and_what_it_grants_outside_them()
    {
        var book = Book(
            s_ground,
            Decision("MER", "2016-05-01", new AddToCall("U", Money.Kronor(30), new("Mer"))),
            Decision("UTANFÖR", "2016-06-01", new GrantCoFinancing("G9", "TS", "Kommunen", new("Studie"), Money.Kronor(7), Valid("2016-01-01..2016-12-31")) { From = "RS-RK" }));

        Assert.Equal([Money.Kronor(137), Money.Zero, Money.Zero], [book.BoundBy("RS-RK", null, 2016), book.BoundBy("RS-RK", null, 2017), book.BoundBy("RS-RK", "bidrag", 2016)]);
    }

    private static ReceiveGrantApplication Application(int number, int kronor) =>
        new($"A{number}", "U", new(new($"Sökande {number}"), null, number == 1 ? PartnerKind.University : PartnerKind.CivilSociety, null), new($"Projekt {number}"), number == 1 ? "T1.1" : "T1.2", Money.Kronor(2 * kronor), Money.Kronor(kronor), Money.Kronor(kronor), Valid("2016-04-01..2017-12-31"), new(2016, 2, 20))
        {
            Place = number == 1 ? ["1380"] : [],
        };

    private static AssessApplication Assessed(int number, int use, int novelty) => new($"A{number}", [new("nytta", use), new("nytt", novelty)], true, GrantAdvice.Grant, new("Bra"));

    private static GrantCoFinancing Granted(int number, int kronor) =>
        new($"G{number}", "TS", $"Sökande {number}", new($"Projekt {number}"), Money.Kronor(kronor), Valid("2016-04-01..2017-12-31")) { Application = $"A{number}", Call = "U", Share = 50 };

    private static CallBook Book(params Decision[] decisions) => CallBook.Fold(Acts(decisions));
}
