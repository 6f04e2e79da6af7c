using Styrkedja.Calendar;
using Styrkedja.Goals;
using Styrkedja.Organisation;

namespace Styrkedja.FollowUp;

/// <summary>The economy of one subject in a period: the row of every follow-up table.</summary>
public sealed record SubjectEconomy(Subject Subject, Figure Result, Figure Budget, Figure PeriodBudget, Figure Deviation, Figure Forecast);

/// <summary>How the region stands after a period: economy by body, goals, and the joint judgement.</summary>
/// <param name="Period">What was asked for.</param>
/// <param name="Known">The part of it for which there is outcome.</param>
public sealed record FollowUpSummary(
    Period Period,
    Period Known,
    SubjectEconomy Region,
    IReadOnlyList<SubjectEconomy> Bodies,
    IReadOnlyList<GoalStanding> Goals,
    Figure GoalsTotal,
    Figure GoalsFulfilled,
    Figure GoalsPartly,
    Figure GoalsNotFulfilled,
    Figure GoalsNotJudged,
    Figure SoundFinancialManagement)
{
    public GoalFulfilment Judgement => SoundFinancialManagement.Value is FigureValue.Judgement judgement ? judgement.Fulfilment : GoalFulfilment.NotJudged;
}

public sealed partial class FollowUpView
{
    /// <summary>Follows a period up.</summary>
    /// <remarks>Rule: kommunallagen (2017:725) 11 kap. 6 and 16 §§, LKBR (2018:597) 11 and 13 kap.; the joint judgement by the rule adopted with the budget.</remarks>
    public FollowUpSummary FollowUp(Period period)
    {
        FigureAddress Goal(Measure measure) => new(measure, period, Subject.RegionId);
        return new(
            period,
            Known(period),
            Economy(State.Organisation.Region, period),
            EconomiesUnder(Subject.RegionId, period),
            Goals(period),
            Evaluate(Goal(Measure.GoalsTotal)),
            Evaluate(Goal(Measure.GoalsFulfilled)),
            Evaluate(Goal(Measure.GoalsPartly)),
            Evaluate(Goal(Measure.GoalsNotFulfilled)),
            Evaluate(Goal(Measure.GoalsNotJudged)),
            Evaluate(Goal(Measure.SoundFinancialManagement)));
    }

    /// <summary>The economy of everyone who stands directly under a subject and has money in the period.</summary>
    public IReadOnlyList<SubjectEconomy> EconomiesUnder(string subject, Period period) =>
        [.. Children(subject).Where(child => HoldsMoney(child.Id, Period.Year(period.From.Year))).Select(child => Economy(child, period))];

    public SubjectEconomy Economy(Subject subject, Period period)
    {
        var known = Known(period);
        var year = Period.Year(period.From.Year);
        return new(
            subject,
            Evaluate(new(Measure.Result, known, subject.Id)),
            Evaluate(new(Measure.ResultBudget, year, subject.Id)),
            Evaluate(new(Measure.ResultBudget, known, subject.Id)),
            Evaluate(new(Measure.ResultDeviation, known, subject.Id)),
            Evaluate(new(Measure.ResultForecast, known, subject.Id)));
    }
}
