using Styrkedja.Amounts;
using Styrkedja.Authority;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Region;

namespace Styrkedja.Rights;

/// <summary>A small region with an office of every function, each held by the holder of the same id in lower case.</summary>
/// <remarks>RS has the office RK and the financier HSF; DN-A has the administration A with units A1 and A2; DN-B has B with B1; HH is a partner and VC a private provider of care.</remarks>
internal static class RightsRegion
{
    private static readonly Decision[] s_decisions =
    [
        Entries.Decision("ORG", "2019-01-01",
            new EstablishBody("RS", BodyKind.RegionalExecutiveBoard, new("RS"), "REGION", null, null, null, Since("2019-01-01")),
            Entries.Body("DN-A"),
            Entries.Body("DN-B"),
            new EstablishBody("REV", BodyKind.Auditors, new("REV"), "REGION", null, null, null, Since("2019-01-01")),
            Unit("RK", "RS"),
            Unit("HSF", "RS"),
            Unit("HSF1", "HSF"),
            Unit("A", "DN-A"),
            Unit("A1", "A"),
            Unit("A2", "A"),
            Unit("B", "DN-B"),
            Unit("B1", "B"),
            new JoinPartner("HH", new("Högskolan"), PartnerKind.University, Entries.Valid("2019-01-01..2019-12-31")),
            new AuthoriseProvider("VC", new("Vårdcentralen"), Regime.Private, "1", null, null, Since("2019-01-01"))),
        Entries.Decision("OFFICES", "2019-01-01",
            Office("LED", "RF", OfficeFunction.Member),
            Office("ORDF", "DN-A", OfficeFunction.Chair),
            Office("RS-ORDF", "RS", OfficeFunction.Chair),
            Office("SEKR", "DN-A", OfficeFunction.Secretary),
            Office("REG", "A", OfficeFunction.Registrar, "CHEF"),
            Office("DIR", "RK", OfficeFunction.RegionalDirector),
            Office("HSD", "RK", OfficeFunction.HealthCareDirector, "DIR"),
            Office("CHEF", "A", OfficeFunction.HeadOfAdministration, "HSD"),
            Office("CHEF-B", "B", OfficeFunction.HeadOfAdministration, "DIR"),
            Office("ENHET", "A1", OfficeFunction.UnitHead, "CHEF"),
            Office("CTRL", "A", OfficeFunction.Controller, "CHEF"),
            Office("EKO", "RK", OfficeFunction.BudgetOffice, "DIR"),
            Office("BEST", "HSF", OfficeFunction.Commissioner, "HSD"),
            Office("PLAN", "RK", OfficeFunction.Planner, "DIR"),
            Office("MED", "A1", OfficeFunction.Employee, "ENHET"),
            Office("PART", "HH", OfficeFunction.PartnerOfficer),
            Office("VG", "VC", OfficeFunction.ProviderOfficer),
            Office("REV-LED", "REV", OfficeFunction.Auditor),
            Office("ADM", "RK", OfficeFunction.Administrator)),
        Entries.Decision("APPOINTED", "2019-01-01",
        [
            .. Holders.Select(h => new Appoint(h.ToUpperInvariant(), h, false, Since("2019-01-01"))),
            new Appoint("CHEF", "ställföreträdare", true, Entries.Valid("2019-06-01..2019-06-30")),
            new Appoint("CHEF", "tidigare", false, Entries.Valid("2019-01-01..2019-03-31")),
            new GiveAccess("Å-1", "CTRL", ProtectedData.VoucherTexts, "A", new("Bokslutsgranskning"), Entries.Valid("2019-04-01..2019-09-30")),
            new GiveAccess("Å-2", "BEST", ProtectedData.CareContacts, "DN-A", new("Avtalsuppföljning"), Entries.Valid("2019-04-01..2019-09-30")),
            new GiveDelegation("D-1", DelegateKind.Office, "CHEF", "upphandling", MatterKind.Procurement, Money.Kronor(1_000_000), null, true, Entries.Valid("2019-01-01..2019-12-31")),
            new GiveDelegation("D-2", DelegateKind.Presidium, "DN-A", "brådskande", MatterKind.Ordinary, null, null, false, Since("2019-01-01")),
            new GiveDelegation("D-3", DelegateKind.Member, "RS", "brådskande", MatterKind.Ordinary, null, null, false, Since("2019-01-01")),
        ]),
    ];

    /// <summary>Those who hold the office of their own name all the time.</summary>
    public static IReadOnlyList<string> Holders =>
        ["led", "ordf", "rs-ordf", "sekr", "reg", "dir", "hsd", "chef", "chef-b", "enhet", "ctrl", "eko", "best", "plan", "med", "part", "vg", "rev-led", "adm"];

    public static RegionState On(string day) => Entries.StateOn(day, Entries.Of([.. s_decisions.Select((d, i) => i == 2 ? d with { Body = "DN-A" } : d)]));

    public static OfficeHolder Holder(string id, string day) => OfficeHolder.Of(id, On(day), [], administrator: false);

    public static Verdict Beyond(params string[] couldDecide) =>
        new(VerdictOutcome.Breach, [], [new Breach(1, "authority.delegation-limit", null, couldDecide, new Dictionary<string, string>())], []);

    private static EstablishOffice Office(string id, string within, OfficeFunction function, string? under = null) => new(id, new(id), within, under, Since("2019-01-01")) { Function = function };

    private static EstablishUnit Unit(string id, string under) => new(id, new(id), under, false, Since("2019-01-01"));

    private static Validity Since(string day) => new(DateOnly.Parse(day));
}
