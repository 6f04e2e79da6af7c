using Styrkedja.Decisions;
using Styrkedja.Reports;
using Styrkedja.Rounds;

namespace Styrkedja.Web.Reporting;

/// <summary>What the system fills in: blocks, and sections within.</summary>
public sealed record FilledPart(IReadOnlyList<ReportBlock> Blocks, IReadOnlyList<ReportSection> Sections)
{
    public FilledPart(IReadOnlyList<ReportBlock> blocks)
        : this(blocks, [])
    {
    }
}

/// <summary>Finds who fills in each part of a report.</summary>
internal static class ReportParts
{
    public static FilledPart Of(ReportGround ground, FollowUpRound round, ReportPart part) => part switch
    {
        ReportPart.Summary => new EconomyParts(ground).Summary(),
        ReportPart.KeyFigures => new EconomyParts(ground).KeyFigures(),
        ReportPart.EconomicAnalysis => new EconomyParts(ground).Analysis(),
        ReportPart.Forecast => new EconomyParts(ground).Forecast(),
        ReportPart.Goals => new GoalParts(ground).Goals(),
        ReportPart.SoundManagement => new GoalParts(ground).SoundManagement(),
        ReportPart.Committees => new CommitteeParts(ground, round).Committees(),
        ReportPart.BalanceRequirement => new StatementParts(ground).Requirement(),
        ReportPart.IncomeStatement => new StatementParts(ground).Income(),
        ReportPart.BalanceSheet => new StatementParts(ground).Balance(),
        ReportPart.CashFlow => new StatementParts(ground).CashFlow(),
        ReportPart.OperationsAccount => new StatementParts(ground).Operations(),
        ReportPart.InvestmentAccount => new StatementParts(ground).Investments(),
        ReportPart.Notes => new StatementParts(ground).Notes(),
        ReportPart.Group => new StatementParts(ground).Group(),
        ReportPart.Staff => new RegionParts(ground).Staff(),
        ReportPart.CareSystem => new RegionParts(ground).CareSystem(),
        ReportPart.RegionalDevelopment => new RegionParts(ground).Development(),
        ReportPart.Organisation => new RegionParts(ground).Organisation(),
        ReportPart.Auditors => new GroundParts(ground, round).Auditors(),
        ReportPart.Decisions => new GroundParts(ground, round).Decisions(),
        ReportPart.Published => new GroundParts(ground, round).Published(),
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, null),
    };
}
