using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Goals;

namespace Styrkedja.FollowUp;

/// <summary>The judgement of a year's financial management: what follows from the region's own rule, and what was decided.</summary>
/// <remarks>Rule: the judgement rule adopted with the budget; kommunallagen (2017:725) 11 kap. 1 and 6 §§.</remarks>
/// <param name="Financial">Goals that must all be fulfilled.</param>
/// <param name="Activity">The other goals that count.</param>
/// <param name="Reached">How many of the others count as reached, a half for one that counts half.</param>
/// <param name="Counted">How many of the others there are to reach, those left out not among them.</param>
/// <param name="Proposed">What follows by the rule.</param>
/// <param name="Decided">The decision that says otherwise or the same; absent until a report that ends in a judgement is approved.</param>
public sealed record JointJudgement(
    Decided<SetJudgementRule> Rule,
    IReadOnlyList<GoalStanding> Financial,
    IReadOnlyList<GoalStanding> Activity,
    decimal Reached,
    int Counted,
    GoalFulfilment Proposed,
    Decided<ApproveReport>? Decided)
{
    /// <summary>The decided judgement; absent until there is one.</summary>
    public GoalFulfilment? Decision => Decided?.Act.SoundManagement switch
    {
        ManagementJudgement.Fulfilled => GoalFulfilment.Fulfilled,
        ManagementJudgement.Partly => GoalFulfilment.Partly,
        ManagementJudgement.NotFulfilled => GoalFulfilment.NotFulfilled,
        _ => null,
    };

    /// <summary>True when rule and decision say different things; the difference is shown.</summary>
    public bool Differs => Decision is { } decided && decided != Proposed;

    /// <summary>What a goal counts as among those that are not financial; nothing for one left out.</summary>
    public static decimal? WeightOf(SetJudgementRule rule, GoalFulfilment fulfilment) => fulfilment switch
    {
        GoalFulfilment.Fulfilled => 1,
        GoalFulfilment.Partly => Weight(rule.Partly ?? JudgementWeight.Whole),
        GoalFulfilment.NotJudged => Weight(rule.NotJudged ?? JudgementWeight.None),
        _ => 0,
    };

    private static decimal? Weight(JudgementWeight weight) => weight switch
    {
        JudgementWeight.Whole => 1,
        JudgementWeight.Half => 0.5m,
        JudgementWeight.None => 0,
        _ => null,
    };
}

public sealed partial class FollowUpView
{
    /// <summary>The year's joint judgement; nothing when no rule is adopted for the year.</summary>
    public JointJudgement? JudgementOf(Period period)
    {
        if (!State.Goals.JudgementRules.TryGetValue(period.From.Year, out var rule))
            return null;
        var goals = Goals(period);
        var financial = goals.Where(g => rule.Act.FinancialGoals.Contains(g.Id)).ToList();
        var activity = goals.Where(g => !rule.Act.FinancialGoals.Contains(g.Id) && (rule.Act.ActivityGoals.Count == 0 || rule.Act.ActivityGoals.Contains(g.Id))).ToList();
        var weights = activity.Select(g => JointJudgement.WeightOf(rule.Act, g.Fulfilment)).OfType<decimal>().ToList();
        var incomplete = financial.Count == 0 || financial.Count < rule.Act.FinancialGoals.Distinct().Count() || financial.Exists(g => g.Fulfilment == GoalFulfilment.NotJudged);
        var proposed = incomplete ? GoalFulfilment.NotJudged
            : financial.TrueForAll(g => g.Fulfilment == GoalFulfilment.Fulfilled) && weights.Sum() * 100 >= rule.Act.ActivityShare * weights.Count ? GoalFulfilment.Fulfilled
            : GoalFulfilment.NotFulfilled;
        return new(rule, financial, activity, weights.Sum(), weights.Count, proposed, DecidedJudgement(period));
    }

    /// <summary>The last approval of a report of the period that ends in a judgement.</summary>
    private Decided<ApproveReport>? DecidedJudgement(Period period)
    {
        var rounds = State.Rounds.Where(r => r.Act.Period == period).Select(r => r.Act.Id).ToHashSet(StringComparer.Ordinal);
        return State.Approvals.LastOrDefault(a => a.Act.SoundManagement is not null && rounds.Contains(a.Act.Round));
    }

    private GoalFulfilment SoundFinancialManagement(Period period) => JudgementOf(period)?.Proposed ?? GoalFulfilment.NotJudged;
}
