using Styrkedja.Decisions;
using Styrkedja.Provenance;

namespace Styrkedja.Reports;

/// <summary>What a report holds as long as nobody has decided an outline for its kind: what the system itself can fill in, one part a section, without texts.</summary>
/// <remarks>Annual report: LKBR (2018:597) 4-11 kap.; interim report: 13 kap. The others are asked for by no law and hold what a board follows up by.</remarks>
public static class StandardOutline
{
    public static IReadOnlyList<OutlineSection> Of(RoundKind kind) => [.. PartsOf(kind).Select(part => new OutlineSection(KeyWord.Of(part), new(""), [part], null, null))];

    private static ReportPart[] PartsOf(RoundKind kind) => kind switch
    {
        RoundKind.AnnualReport => [.. Enum.GetValues<ReportPart>().Where(part => part != ReportPart.Forecast)],
        RoundKind.InterimReport =>
        [
            ReportPart.Summary, ReportPart.EconomicAnalysis, ReportPart.Forecast, ReportPart.Goals, ReportPart.SoundManagement, ReportPart.BalanceRequirement, ReportPart.Staff, ReportPart.Committees,
            ReportPart.IncomeStatement, ReportPart.BalanceSheet, ReportPart.CashFlow, ReportPart.Notes, ReportPart.OperationsAccount, ReportPart.InvestmentAccount, ReportPart.Auditors, ReportPart.Decisions, ReportPart.Published,
        ],
        RoundKind.FollowUpReport => [ReportPart.Summary, ReportPart.EconomicAnalysis, ReportPart.Forecast, ReportPart.Goals, ReportPart.Committees, ReportPart.Published],
        RoundKind.PreliminaryResult => [ReportPart.Summary, ReportPart.KeyFigures, ReportPart.EconomicAnalysis, ReportPart.IncomeStatement, ReportPart.Published],
        _ => [ReportPart.Summary, ReportPart.EconomicAnalysis, ReportPart.Forecast, ReportPart.IncomeStatement, ReportPart.Published],
    };
}
