using Styrkedja.Amounts;
using Styrkedja.Decisions;
using Styrkedja.Organisation;

namespace Styrkedja.Frames;

/// <summary>A step of the chain from directives to the revised budget.</summary>
public enum BudgetStep { Directive, Draft, Proposal, CounterProposal, Adopted, Revised }

/// <summary>One version of a year's budget: its frames by giver and receiver, and what else it says.</summary>
/// <param name="By">Whose version it is; absent for those that are in force and for the committees' drafts taken together.</param>
/// <param name="Decisions">The decisions that it is read from, the earliest first.</param>
/// <param name="Frames">What each receiver would get of each giver; empty where the version tells none.</param>
/// <param name="Illustrative">True when any part of it is made up.</param>
public sealed record BudgetVersion(
    BudgetStep Step,
    string? By,
    IReadOnlyList<Decision> Decisions,
    IReadOnlyDictionary<(string From, string To), Money> Frames,
    Money? Result,
    int? OrePerHundredKronor,
    IReadOnlyList<PlanYear> Plan,
    bool Illustrative)
{
    /// <summary>The versions of a year in the order of the chain: directives, the committees' drafts, the board's proposal, those of other parties, what was adopted and
    /// what stands after changes. The same body's later version replaces its earlier one.</summary>
    public static IReadOnlyList<BudgetVersion> Of(BudgetPlanning planning, FrameBook book, int year)
    {
        var put = planning.Versions.Where(v => v.Act.Year == year).ToList();
        var versions = new List<BudgetVersion>();
        versions.AddRange(Latest(put, BudgetStage.Directive).Select(v => OfOne(BudgetStep.Directive, v)));
        if (Latest(put, BudgetStage.Draft).ToList() is { Count: > 0 } drafts)
            versions.Add(Together(drafts));
        versions.AddRange(Latest(put, BudgetStage.Proposal).Select(v => OfOne(BudgetStep.Proposal, v)));
        versions.AddRange(Latest(put, BudgetStage.CounterProposal).Select(v => OfOne(BudgetStep.CounterProposal, v)));
        if (book.StoriesOf(year) is { Count: > 0 } stories)
        {
            var adopted = InForce(BudgetStep.Adopted, book, year, stories, story => story.Adopted);
            versions.Add(adopted);
            if (stories.Any(story => story.HasChanged))
                versions.Add(InForce(BudgetStep.Revised, book, year, stories, story => story.Revised));
        }

        return versions;
    }

    private static IEnumerable<Decided<ProposeBudget>> Latest(IEnumerable<Decided<ProposeBudget>> put, BudgetStage stage) =>
        put.Where(v => v.Act.Stage == stage).GroupBy(v => v.Act.By ?? v.By.Body, StringComparer.Ordinal).Select(same => same.Last());

    private static BudgetVersion OfOne(BudgetStep step, Decided<ProposeBudget> put) => new(
        step,
        put.Act.By ?? put.By.Body,
        [put.By],
        SumsOf(put.Act.Frames.Select(f => (f.From, f.To, f.Amount))),
        put.Act.Result,
        put.Act.OrePerHundredKronor,
        put.Act.Plan,
        put.Act.Illustrative);

    private static BudgetVersion Together(IReadOnlyList<Decided<ProposeBudget>> drafts) => new(
        BudgetStep.Draft,
        drafts.Count == 1 ? drafts[0].Act.By ?? drafts[0].By.Body : null,
        [.. drafts.Select(d => d.By)],
        SumsOf(drafts.SelectMany(d => d.Act.Frames).Select(f => (f.From, f.To, f.Amount))),
        null,
        null,
        [],
        drafts.Any(d => d.Act.Illustrative));

    private static BudgetVersion InForce(BudgetStep step, FrameBook book, int year, IReadOnlyList<FrameStory> stories, Func<FrameStory, SetFrame> frame)
    {
        var money = stories.Select(story => (Story: story, Frame: frame(story))).Where(s => s.Frame.Kind != FrameKind.ResultRequirement).ToList();
        var result = book.ResultBudgets.GetValueOrDefault((year, Subject.RegionId));
        return new(
            step,
            null,
            [.. money.SelectMany(s => s.Story.Changes.Select(c => c.By).Where(_ => step == BudgetStep.Revised).Prepend(s.Story.By)).Distinct()],
            SumsOf(money.Select(s => (s.Frame.From, s.Frame.To, s.Frame.Amount))),
            result?.Act.Result,
            book.TaxRates.GetValueOrDefault(year)?.Act.OrePerHundredKronor,
            book.Plans.LastOrDefault(p => p.Act.Years[0].Year == year)?.Act.Years ?? [],
            money.Any(s => s.Frame.Illustrative));
    }

    private static Dictionary<(string From, string To), Money> SumsOf(IEnumerable<(string From, string To, Money Amount)> frames) =>
        frames.GroupBy(f => (f.From, f.To)).ToDictionary(g => g.Key, g => Money.Sum(g.Select(f => f.Amount)));
}
