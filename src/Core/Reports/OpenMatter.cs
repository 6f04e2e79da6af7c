using Styrkedja.Decisions;
using Styrkedja.Frames;

namespace Styrkedja.Reports;

/// <summary>What a planning document would have told, had anyone decided it; in the order in which documents tell it.</summary>
public enum PlanMatter
{
    Vision,
    Strategies,
    Mandate,
    AdoptedPlan,
    Goals,
    GoalWording,
    GoalOwner,
    SubGoals,
    Targets,
    Directions,
    Conditions,
    TaxRate,
    PriceIndex,
    BudgetedResult,
    EconomicPlan,
    Frames,
    FrameReasons,
    FrameConditions,
    Commissions,
    Assignments,
    InvestmentFrames,
    DetailedBudget,
    JudgementRule,

    /// <summary>Analysis of risks and plan for internal control. Rule: kommunallagen (2017:725) 6 kap. 6 §; no act records one yet.</summary>
    Risks,
}

/// <summary>Something that nobody has decided, so that the document says it is missing instead of passing over it.</summary>
/// <param name="Of">Ids of the goals, indicators or receivers that it is missing for; empty when it is missing altogether.</param>
public sealed record OpenMatter(PlanMatter What, IReadOnlyList<string> Of)
{
    /// <summary>What is missing altogether, or of some; what is there is left out.</summary>
    internal static IEnumerable<OpenMatter> Where(params (PlanMatter What, bool Missing)[] matters) => matters.Where(m => m.Missing).Select(m => new OpenMatter(m.What, []));

    /// <summary>What is missing for some of those it could be told of.</summary>
    internal static IEnumerable<OpenMatter> MissingOf<T>(PlanMatter what, IEnumerable<T> all, Func<T, bool> missing, Func<T, string> id)
    {
        var ids = all.Where(missing).Select(id).Distinct(StringComparer.Ordinal).ToList();
        return ids.Count == 0 ? [] : [new(what, ids)];
    }

    /// <summary>Frames of money whose giver has not told what they are made of.</summary>
    internal static IEnumerable<OpenMatter> WithoutReasons(IEnumerable<FrameStory> stories) =>
        MissingOf(PlanMatter.FrameReasons, stories, s => s.Rows.Count == 0 && s.Adopted.Kind != FrameKind.ResultRequirement, s => s.Adopted.To);
}
