using Styrkedja.Goals;
using Styrkedja.Indicators;

namespace Styrkedja.FollowUp;

/// <summary>One thing that a proposed status rests on: an indicator with its value and target.</summary>
/// <param name="Of">The goal or sub-goal that it is measured for.</param>
/// <param name="Value">In the indicator's unit; absent when none counts.</param>
/// <param name="Reason">Why it cannot be judged; absent when it can.</param>
public sealed record ProposalGround(string Indicator, string Of, decimal? Value, decimal? Target, GoalFulfilment Fulfilment, NotJudgedReason? Reason);

/// <summary>What the rule proposes of a goal, with all it rests on; the words of it follow from this and nothing else.</summary>
/// <param name="Grounds">The indicators of the goal and of all that contributes to it, each once.</param>
public sealed record GoalProposal(string Goal, GoalFulfilment Fulfilment, IReadOnlyList<ProposalGround> Grounds)
{
    public static GoalProposal Of(GoalStanding standing) =>
        new(standing.Id, standing.Computed, [.. Everything(standing).SelectMany(s => s.Indicators.Select(i => Ground(s.Id, i))).DistinctBy(g => g.Indicator)]);

    /// <summary>The grounds that are not the same in another proposal of the same goal, as they are here and there; nothing where one lacks it.</summary>
    public IEnumerable<(ProposalGround? Here, ProposalGround? There)> DifferencesFrom(GoalProposal other)
    {
        var there = other.Grounds.ToDictionary(g => g.Indicator, StringComparer.Ordinal);
        var here = Grounds.Select(g => g.Indicator).ToHashSet(StringComparer.Ordinal);
        return Grounds.Select(g => ((ProposalGround?)g, there.GetValueOrDefault(g.Indicator))).Where(pair => pair.Item1 != pair.Item2)
            .Concat(other.Grounds.Where(g => !here.Contains(g.Indicator)).Select(g => ((ProposalGround?)null, (ProposalGround?)g)));
    }

    private static ProposalGround Ground(string of, IndicatorStanding standing) =>
        new(standing.Indicator.Act.Id, of, standing.Counted.Number, standing.Target?.Act.Value, standing.Fulfilment, standing.Reason);

    private static IEnumerable<GoalStanding> Everything(GoalStanding standing) => standing.Contributions.SelectMany(Everything).Prepend(standing);
}
