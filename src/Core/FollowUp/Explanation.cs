using Styrkedja.Facts;
using Styrkedja.Region;

namespace Styrkedja.FollowUp;

/// <summary>How a figure comes to be, which decides what its explanation shows.</summary>
public enum FigureRule
{
    /// <summary>The parts add up to the figure.</summary>
    Sum,

    /// <summary>Reckoned forward from the inputs by a method.</summary>
    Projected,

    /// <summary>Outcome less budget.</summary>
    Difference,

    /// <summary>Taken from decisions as it stands.</summary>
    Decided,

    /// <summary>Said by someone responsible.</summary>
    Assessed,

    /// <summary>Counted among the inputs.</summary>
    Counted,

    /// <summary>One input in per cent of another.</summary>
    Ratio,

    /// <summary>Judged from the inputs by a rule.</summary>
    Judged,

    /// <summary>Reported or published from outside.</summary>
    Observed,

    /// <summary>Summed from the rows of the ledger themselves.</summary>
    Rows,

    /// <summary>Nothing known gives it a value.</summary>
    Unknown,

    /// <summary>A stock: as it stood in the latest month told of.</summary>
    LatestMonth,

    /// <summary>The average of the months told of.</summary>
    MonthlyAverage,

    /// <summary>What the year opened with, and what the year has changed.</summary>
    OpeningAndChange,

    /// <summary>The change between two days.</summary>
    BetweenTwoDays,

    /// <summary>By the rule of the balance requirement, from the year's accounts, decisions and the year before.</summary>
    Required,
}

/// <summary>The ways in which an additive figure can be broken down.</summary>
public enum Breakdown { Subject, Line, Group, Account, Activity, Counterparty, Month }

/// <summary>A published value for the same figure, and whether ours agrees with it at its own precision.</summary>
public sealed record PublishedValue(KnownObservation Observation, bool Agrees);

/// <summary>Where a figure comes from: its parts, its inputs, the decisions it rests on and the batches it was computed from.</summary>
/// <param name="By">Which breakdown the parts are.</param>
/// <param name="Parts">Figures of the same kind that add up to this one, to the öre; empty where the figure ends at rows or decisions.</param>
/// <param name="Inputs">Figures it was computed from by a rule other than a sum.</param>
/// <param name="Breakdowns">The breakdowns that can be asked for.</param>
public sealed record Explanation(
    Figure Figure,
    FigureRule Rule,
    Breakdown? By,
    IReadOnlyList<Figure> Parts,
    IReadOnlyList<Figure> Inputs,
    IReadOnlyList<Breakdown> Breakdowns,
    IReadOnlyList<DecisionEntry> Decisions,
    IReadOnlyList<KnownBatch> Batches,
    IReadOnlyList<AssessmentEntry> Assessments,
    IReadOnlyList<PublishedValue> Published);
