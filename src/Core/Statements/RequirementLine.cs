using Styrkedja.Decisions;

namespace Styrkedja.Statements;

/// <summary>The rows of the balance requirement as they are printed, numbered from one.</summary>
/// <remarks>Rule: kommunallagen (2017:725) 11 kap. 12-14 §§, LKBR (2018:597) 11 kap. 10-11 §§, RKR R15.</remarks>
public enum RequirementLine
{
    /// <summary>Row 1: the result of the income statement.</summary>
    YearResult,
    RealisedGains,
    PermittedGains,
    PermittedLosses,
    UnrealisedChanges,
    ReversedChanges,

    /// <summary>Row 7: rows 1 to 6.</summary>
    AdjustedResult,
    Reserved,
    ReserveUsed,

    /// <summary>Row 10: rows 7 to 9.</summary>
    RequirementResult,

    /// <summary>Row 11: what was left to restore when the year began, negative.</summary>
    OpeningDeficit,

    /// <summary>Row 12: what need not be restored.</summary>
    SpecialReasons,

    /// <summary>Row 13: what is left to restore when the year ends, negative; a surplus restores and is not carried on.</summary>
    ClosingDeficit,
}

/// <summary>How the rows of the balance requirement lie between ledger and decisions.</summary>
public static class RequirementLines
{
    public static readonly IReadOnlyList<RequirementLine> InOrder = Enum.GetValues<RequirementLine>();

    /// <summary>The number of the row in print.</summary>
    public static int Number(this RequirementLine line) => (int)line + 1;

    /// <summary>The row that accounts and decided amounts of a kind stand on; nothing for kinds that lie outside the rows 2 to 6.</summary>
    public static RequirementLine? Of(RequirementAdjustment kind) => kind switch
    {
        RequirementAdjustment.RealisedGains => RequirementLine.RealisedGains,
        RequirementAdjustment.PermittedGains => RequirementLine.PermittedGains,
        RequirementAdjustment.PermittedLosses => RequirementLine.PermittedLosses,
        RequirementAdjustment.UnrealisedChanges => RequirementLine.UnrealisedChanges,
        RequirementAdjustment.ReversedChanges => RequirementLine.ReversedChanges,
        _ => null,
    };

    public static RequirementLine Of(RequirementRow row) => Of(Enum.Parse<RequirementAdjustment>(row.ToString()))!.Value;

    /// <summary>True for rows whose accounts are taken away from the result; the others are added as they stand.</summary>
    public static bool IsTakenAway(this RequirementRow row) => row is RequirementRow.RealisedGains or RequirementRow.PermittedLosses or RequirementRow.UnrealisedChanges;

    /// <summary>The rows that a row is the sum of.</summary>
    public static IReadOnlyList<RequirementLine> PartsOf(this RequirementLine line) => line switch
    {
        RequirementLine.AdjustedResult =>
        [
            RequirementLine.YearResult, RequirementLine.RealisedGains, RequirementLine.PermittedGains, RequirementLine.PermittedLosses, RequirementLine.UnrealisedChanges,
            RequirementLine.ReversedChanges,
        ],
        RequirementLine.RequirementResult => [RequirementLine.AdjustedResult, RequirementLine.Reserved, RequirementLine.ReserveUsed],
        _ => [],
    };
}
