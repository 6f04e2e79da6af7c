using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.FollowUp;

namespace Styrkedja.Reports;

/// <summary>A region of two committees that has planned 2017: everything in it can be reckoned by hand.</summary>
internal static class PlannedRegion
{
    private const string Organisation = """
        RS / part RS-HSF / cc 900
        DN-A / A1 / cc 100
        DN-A / A2 / cc 110
        DN-B / B1 / cc 200
        budget 2017 RS-HSF group taxes 120 kr
        budget 2017 RS-HSF group care -90 kr
        budget 2017 A1 group sales 8 kr
        budget 2017 A1 group staff -5 kr
        budget 2017 A2 group staff -3 kr
        budget 2016 A1 group staff -4 kr
        """;

    /// <summary>The region at the end of 2017 with all that has been planned, and what a test adds.</summary>
    public static FollowUpView With(params Act[] more) => ReadableRegion.Of(Organisation, [.. Direction(), .. Money(), .. Asked(), .. more]).View();

    /// <summary>The same organisation with nothing decided but its budget rows.</summary>
    public static FollowUpView Bare() => ReadableRegion.Of(Organisation).View();

    public static Money Kr(long kronor) => Amounts.Money.Kronor(kronor);

    private static IEnumerable<Act> Direction() =>
    [
        new AdoptVision("VISION", new("Bästa livsplatsen"), Validity.Always),
        new AdoptStrategy("HSS", new("Hälso- och sjukvårdsstrategi"), "VISION", Validity.Always),
        new AdoptGoal("G1", "A1", "HSS", "DN-A", new("Kortare köer"), Validity.Always),
        new AdoptGoal("G2", "A1", "HSS", null, null, Validity.Always),
        new AdoptSubGoal("SG1", 2017, "G1", "DN-B", new("Fler svar i tid")),
        new AdoptSubGoal("SG1-B1", 2017, "SG1", "B1", new("Röntgensvar inom sju dagar")),
        new AdoptSubGoal("SG1-2016", 2016, "G1", "DN-B", new("Förra årets")),
        new AdoptIndicator("I1", "G1", new("Väntande"), "antal", Polarity.LowerIsBetter, null),
        new AdoptIndicator("I2", "SG1-B1", new("Svar i tid"), "procent", Polarity.HigherIsBetter, null),
        new SetTarget("I2", 2017, 85, 5),
        new SetJudgementRule(2017, ["G1"], 50),
    ];

    private static IEnumerable<Act> Money() =>
    [
        new SetPlanningConditions(2017, new(2016, 2, 18), new("Prognos"), Kr(1_000), Kr(-2), Kr(15), Kr(5), 1_000, 2.9m, 2.6m, Kr(50)),
        new SetTaxRate(2017, 1082),
        new SetResultBudget(2017, "REGION", Kr(17)),
        new SetEconomicPlan([new(2017, Kr(17)), new(2018, Kr(20)), new(2019, Kr(25))]),
        new SetFrame(2017, "REGION", "RS", FrameKind.Grant, Kr(100), null) { Rows = [new(FrameRowReason.Base, Kr(97), null, null), new(FrameRowReason.Index, Kr(3), null, null)] },
        new SetFrame(2017, "REGION", "DN-B", FrameKind.Grant, Kr(7), "kultur"),
        new SetFrame(2017, "REGION", "DN-A", FrameKind.ResultRequirement, Kr(1), null),
        new SetFrame(2017, "RS", "RS-HSF", FrameKind.Grant, Kr(90), null),
        new SetFrame(2017, "RS-HSF", "DN-A", FrameKind.Commission, Kr(60), "vård") { Conditions = new("Köerna kortas") },
        new SetFrame(2017, "RS-HSF", "DN-B", FrameKind.Commission, Kr(20), null),
        new GrantAdditional(2017, "RS-HSF", "DN-B", FrameKind.Commission, Kr(4), null, [new("RS", Kr(4))]),
        new SetInvestmentFrame("INV-1", new("Magnetkamera"), "A1", 2017, Kr(30)),
        new SetInvestmentFrame("INV-2", new("Hus"), "DN-B", 2018, Kr(40)),
        new SetPriceIndex("LPIK", 2017, 2.9m),
        new SetPriceIndex("LPIK", 2016, 2.1m),
    ];

    private static IEnumerable<Act> Asked() =>
    [
        new GiveCommission("UB-1", 2017, "DN-A", new("Kortare köer"), "G1"),
        new GiveCommission("UB-1", 2017, "DN-A", new("Köer under 90 dagar"), "G1"),
        new GiveCommission("UB-0", 2016, "DN-A", new("Förra årets"), null),
        new AdoptActivityPlan("VP-A", "DN-A", 2017, new("Verksamhetsplan"), ["G2"]),
        new SetDirection("INR-1", "DN-A", 2017, new("Nära vård"), "HSS"),
        new GiveAssignment("U-1", "B1", new("Se över schemat"), new(2017, 9, 30), null, null, "G1"),
        new GiveAssignment("U-0", "B1", new("Gammalt"), new(2015, 9, 30), null, null, null),
    ];
}
