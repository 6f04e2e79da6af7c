using Styrkedja.Amounts;
using Styrkedja.Decisions;
using Styrkedja.Goals;
using Styrkedja.Region;

namespace Styrkedja.FollowUp;

/// <summary>What has been told of a measure at the end of one period, and the assessment that told it.</summary>
public sealed record MeasureTold(MeasureReport Report, AssessmentEntry By);

/// <summary>A measure as it stands in a year, at the end of a period.</summary>
/// <param name="Expected">What counts as decided of the year: what it is expected to give, or for one broken off what it has given; absent when it is in no amount.</param>
/// <param name="Told">What has been told of it in the year by the end of the period, the earliest first.</param>
/// <param name="Unanswered">Rounds of the year that have been opened while it was followed, have ended by then, and in which nothing was told of it.</param>
public sealed record MeasureStanding(MeasureEntry Measure, MeasureStatus Status, Money? Expected, IReadOnlyList<MeasureTold> Told, IReadOnlyList<Decided<OpenRound>> Unanswered)
{
    /// <summary>The effect from January, as last told; nothing while none has been told in money.</summary>
    public Money? Effect => Told.LastOrDefault(t => t.Report.Effect is not null)?.Report.Effect;

    /// <summary>What it will give in the whole year, as last told.</summary>
    public Money? Forecast => Told.LastOrDefault(t => t.Report.Forecast is not null)?.Report.Forecast;

    /// <summary>True when what is told of the whole year falls short of what was expected.</summary>
    public bool FallsShort => Forecast < Expected;
}

/// <summary>A subject's deviation beside what has been decided about it.</summary>
/// <param name="Decided">What measures are decided to give in the year; unknown when there are none.</param>
/// <param name="Effect">What they have given so far, and what the deviation already holds; unknown while nothing is told.</param>
/// <param name="Forecast">What they will give in the year by those who carry them out; unknown while nothing is told.</param>
/// <param name="YearIsOver">True when no time is left in which they could give more.</param>
public sealed record DeviationAnswered(Figure Deviation, Figure Decided, Figure Effect, Figure Forecast, bool YearIsOver)
{
    /// <summary>What is decided and has not come yet; at the end of the year, what never came.</summary>
    public Money Left => Decided.Money - Effect.Money;

    /// <summary>The deviation as it would be when all that is left comes; the deviation itself when the year is over. Nothing while it is not known.</summary>
    public Money? Remaining => !Deviation.IsKnown ? null : YearIsOver ? Deviation.Money : Deviation.Money + Left;
}
