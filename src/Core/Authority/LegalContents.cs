using Styrkedja.Decisions;

namespace Styrkedja.Authority;

/// <summary>Something that the law demands of a report.</summary>
/// <param name="Id">Short; its name is looked up by it in the reader's language, and a section of text that answers the demand bears it as its own id.</param>
/// <param name="Sources">The law, each with the accounting years it holds for.</param>
/// <param name="Recommendation">The recommendation of the council for municipal accounting (RKR) that says more; absent when none is known.</param>
/// <param name="Parts">What the system can answer it with, any one of them; none for what only people can write.</param>
public sealed record LegalContent(string Id, IReadOnlyList<LegalSource> Sources, string? Recommendation, IReadOnlyList<ReportPart> Parts)
{
    /// <summary>The law that demands it of a year's report; absent when no law of that year does.</summary>
    public LegalSource? SourceFor(int year) => Sources.FirstOrDefault(s => s.Valid.Holds(new(year, 12, 31)));

    /// <summary>True for a section that answers the demand: one with a part that does, or a text under its own id.</summary>
    public bool IsIn(OutlineSection section) => section.Parts.Any(Parts.Contains) || (section.Id == Id && section.Writer is not null);
}

/// <summary>What the law in force for a year demands that the year's annual report and interim report hold.</summary>
/// <remarks>LKBR (2018:597) from the accounting year 2019, KRL (1997:614) before it. Of LKBR the names of its chapters have been checked, and what an interim report has to hold; what 11 kap.
/// demands paragraph by paragraph has not, and no text of KRL has. People are told. Monthly reports, follow-up reports and preliminary results are asked for by no law.</remarks>
public static class LegalContents
{
    private const string Directors = "RKR R15";
    private const string Interim = "RKR R17";

    private static readonly IReadOnlyList<LegalContent> s_annual =
    [
        Demand("overview", "11 kap.", "4 kap. 1 §", Directors, ReportPart.KeyFigures),
        Demand("conditions", "11 kap.", "4 kap. 1 §", Directors),
        Demand("events", "11 kap.", "4 kap. 1 §", Directors),
        Demand("steering", "11 kap.", null, Directors, ReportPart.Organisation),
        Demand("sound-management", "11 kap. 8 §", "4 kap. 5 §", Directors, ReportPart.SoundManagement),
        Demand("economic-position", "11 kap.", "4 kap. 1 §", Directors, ReportPart.EconomicAnalysis),
        Demand("balance-requirement", "11 kap. 10 §", "4 kap. 3 a §", Directors, ReportPart.BalanceRequirement),
        Demand("staff", "11 kap.", "4 kap. 1 a §", Directors, ReportPart.Staff),
        Demand("outlook", "11 kap.", "4 kap. 1 §", Directors),
        Checked("income-statement", "5 kap.", "5 kap. 1 §", null, ReportPart.IncomeStatement),
        Checked("balance-sheet", "6 kap.", "5 kap. 2 §", null, ReportPart.BalanceSheet),
        Checked("cash-flow", "8 kap.", "7 kap. 1 §", null, ReportPart.CashFlow),
        Checked("notes", "9 kap.", "3 kap. 2 §", null, ReportPart.Notes),
        Checked("operations-account", "10 kap.", "4 kap. 2 §", null, ReportPart.OperationsAccount),
        Checked("investment-account", "10 kap.", "4 kap. 3 §", null, ReportPart.InvestmentAccount),
        Checked("group", "12 kap.", "8 kap. 1 §", null, ReportPart.Group),
    ];

    private static readonly IReadOnlyList<LegalContent> s_interim =
    [
        Checked("events", "13 kap.", "9 kap. 3 §", Interim),
        Checked("outlook", "13 kap.", "9 kap. 3 §", Interim, ReportPart.Forecast),
        Checked("sound-management", "13 kap.", "9 kap. 3 §", Interim, ReportPart.SoundManagement),
        Checked("balance-requirement", "13 kap.", null, Interim, ReportPart.BalanceRequirement),
        Checked("income-statement", "13 kap.", "9 kap. 2 §", Interim, ReportPart.IncomeStatement),
        Checked("balance-sheet", "13 kap.", "9 kap. 2 §", Interim, ReportPart.BalanceSheet),
        Demand("notes", "13 kap.", null, Interim, ReportPart.Notes),
        Demand("operations-account", "13 kap.", "9 kap. 3 §", Interim, ReportPart.OperationsAccount),
        Demand("investment-account", "13 kap.", "9 kap. 3 §", Interim, ReportPart.InvestmentAccount),
    ];

    /// <summary>What the law demands of a year's report of a kind, in the order of the law; nothing for kinds that no law asks for.</summary>
    public static IReadOnlyList<LegalContent> Of(RoundKind kind, int year) =>
        [.. (kind switch { RoundKind.AnnualReport => s_annual, RoundKind.InterimReport => s_interim, _ => [] }).Where(content => content.SourceFor(year) is not null)];

    /// <summary>What of it no section of an outline answers.</summary>
    public static IReadOnlyList<LegalContent> Missing(IReadOnlyList<OutlineSection> sections, RoundKind kind, int year) =>
        [.. Of(kind, year).Where(content => !sections.Any(content.IsIn))];

    /// <param name="now">Where LKBR demands it.</param>
    /// <param name="before">Where KRL demanded it; absent when it did not.</param>
    private static LegalContent Demand(string id, string now, string? before, string? recommendation, params ReportPart[] parts) => Demand(id, now, false, before, recommendation, parts);

    /// <summary>The same where LKBR has been checked.</summary>
    private static LegalContent Checked(string id, string now, string? before, string? recommendation, params ReportPart[] parts) => Demand(id, now, true, before, recommendation, parts);

    private static LegalContent Demand(string id, string now, bool verified, string? before, string? recommendation, ReportPart[] parts) => new(
        id,
        [
            .. before is null ? Array.Empty<LegalSource>() : [new("lagen (1997:614) om kommunal redovisning", before, new(new(1998, 1, 1), new(2018, 12, 31)), false)],
            new("lagen (2018:597) om kommunal bokföring och redovisning", now, new(new(2019, 1, 1)), verified),
        ],
        recommendation,
        parts);
}
