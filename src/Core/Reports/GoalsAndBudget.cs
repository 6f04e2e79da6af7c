using Styrkedja.Accounts;
using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.FollowUp;
using Styrkedja.Frames;
using Styrkedja.Organisation;
using Styrkedja.Provenance;
using Styrkedja.Region;

namespace Styrkedja.Reports;

/// <summary>One row of a budgeted income statement; a subtotal is a row whose line is absent.</summary>
/// <param name="Before">The same row of the budget of the year before.</param>
public sealed record BudgetStatementRow(StatementLine? Line, string? Subtotal, Figure Budget, Figure Before);

/// <summary>The assembly's plan for a year and the two after it: direction, goals, tax rate, budgeted result and who gets how much, with what all of it rests on.</summary>
/// <remarks>A pure function of a view. It tells what has been decided and names what has not; nothing is made up to fill it. Rule: kommunallagen (2017:725) 11 kap. 5-10 §§; before
/// 2018 kommunallagen (1991:900) 8 kap. 4-9 §§.</remarks>
/// <param name="Rate">The tax rate of the year, or the latest before it when the year has none; absent when none is known.</param>
/// <param name="Revenue">What tax and grants would give by the conditions; absent without conditions or tax rate.</param>
/// <param name="Statement">The budgeted income statement; empty when no budget has been decided row by row.</param>
/// <param name="Frames">What the assembly has given of the region's income, the largest first; result requirements last.</param>
/// <param name="Decisions">Everything that the document rests on, in the order of their days.</param>
/// <param name="Open">What has not been decided.</param>
[Term("mål och budget")]
public sealed record GoalsAndBudget(
    int Year,
    Viewpoint At,
    Decided<AdoptVision>? Vision,
    IReadOnlyList<Decided<AdoptStrategy>> Strategies,
    IReadOnlyList<PlannedGoal> Goals,
    Decided<SetJudgementRule>? JudgementRule,
    PlanningConditions? Conditions,
    Decided<SetTaxRate>? Rate,
    RevenueForecast? Revenue,
    IReadOnlyList<Sensitivity> Sensitivity,
    Decided<SetResultBudget>? Result,
    IReadOnlyList<BudgetStatementRow> Statement,
    Decided<SetEconomicPlan>? Plan,
    IReadOnlyList<FrameStory> Frames,
    IReadOnlyList<Decided<SetInvestmentFrame>> Investments,
    IReadOnlyList<DecisionEntry> Decisions,
    IReadOnlyList<OpenMatter> Open)
{
    /// <summary>What the assembly has given in frames as they stand; a result requirement gives no money.</summary>
    public Money Given => Money.Sum(Frames.Where(f => f.Adopted.Kind != FrameKind.ResultRequirement).Select(f => f.Revised.Amount));

    /// <summary>The investment frames of the year added up.</summary>
    public Money Invested => Money.Sum(Investments.Select(i => i.Act.Amount));

    public static GoalsAndBudget Of(FollowUpView view, int year)
    {
        var (state, book) = (view.State, view.State.Frames);
        var rate = book.TaxRates.Where(r => r.Key <= year).OrderBy(r => r.Key).LastOrDefault().Value;
        var conditions = state.Planning.Of(year);
        var revenue = conditions is not null && rate is not null ? RevenueForecast.Of(conditions, rate.Act.OrePerHundredKronor) : null;
        var document = new GoalsAndBudget(
            year,
            state.At,
            state.Goals.Vision,
            [.. state.Goals.Strategies.Values.OrderBy(s => s.Act.Id, StringComparer.Ordinal)],
            PlannedGoal.Each(view, year),
            state.Goals.JudgementRules.GetValueOrDefault(year),
            conditions,
            rate,
            revenue,
            conditions is not null && revenue is not null ? Styrkedja.Frames.Sensitivity.Each(conditions, revenue, book.DistributedBy(Subject.RegionId, year)) : [],
            book.ResultBudgets.GetValueOrDefault((year, Subject.RegionId)),
            StatementOf(view, year),
            book.Plans.LastOrDefault(p => p.Act.Years[0].Year == year),
            Largest(book.StoriesOf(year).Where(s => s.Adopted.From == Subject.RegionId)),
            [.. book.Investments.Where(i => i.Act.Year == year).OrderBy(i => i.Act.Subject, StringComparer.Ordinal).ThenBy(i => i.Act.Id, StringComparer.Ordinal)],
            [],
            []);
        return document with { Decisions = EntriesOf(state, document.Behind()), Open = [.. document.Missing()] };
    }

    /// <summary>Frames of money from the largest, then the result requirements, so that only what adds up stands above a sum.</summary>
    internal static IReadOnlyList<FrameStory> Largest(IEnumerable<FrameStory> stories) =>
        [.. stories.OrderBy(s => s.Adopted.Kind == FrameKind.ResultRequirement).ThenByDescending(s => s.Revised.Amount).ThenBy(s => s.Adopted.To, StringComparer.Ordinal)];

    /// <summary>The entries of decisions, each once, in the order of their days.</summary>
    internal static IReadOnlyList<DecisionEntry> EntriesOf(RegionState state, IEnumerable<Decision?> decisions) =>
        [.. decisions.OfType<Decision>().Distinct().Select(state.EntryOf).OrderBy(d => d.Decision.Date.Latest).ThenBy(d => d.Position)];

    /// <summary>Who gave a frame, who told what it is made of, and who has changed it.</summary>
    internal static IEnumerable<Decision> BehindFrames(IEnumerable<FrameStory> stories) =>
        stories.SelectMany(s => s.Changes.Select(c => c.By).Prepend(s.ToldBy).Prepend(s.By));

    private static List<BudgetStatementRow> StatementOf(FollowUpView view, int year)
    {
        var rows = new List<BudgetStatementRow>();
        if (!view.State.Frames.Budget.Any(line => line.Year == year))
            return rows;
        var (now, before) = (new FigureAddress(Measure.ResultBudget, Period.Year(year), Subject.RegionId), new FigureAddress(Measure.ResultBudget, Period.Year(year - 1), Subject.RegionId));
        foreach (var line in IncomeStatementLines.InOrder)
        {
            var (budget, earlier) = (view.StatementFigure(now, line, budget: true), view.StatementFigure(before, line, budget: true));
            if (budget.Money != Money.Zero || earlier.Money != Money.Zero)
                rows.Add(new(line, null, budget, earlier));
            foreach (var subtotal in IncomeStatementLines.Subtotals.Where(s => s.LastLine == line))
            {
                var through = subtotal.Id == "result" ? Dimensions.None : new Dimensions(Through: line.Word());
                rows.Add(new(null, subtotal.Id, view.Evaluate(now with { Dimensions = through }), view.Evaluate(before with { Dimensions = through })));
            }
        }

        return rows;
    }

    private IEnumerable<Decision?> Behind() =>
    [
        Vision?.By,
        .. Strategies.Select(s => s.By),
        .. Goals.SelectMany(g => g.Decisions()),
        JudgementRule?.By,
        .. Conditions is { } c ? new[] { c.TaxBase?.Decided.By, c.FinalSettlement?.Decided.By, c.GeneralGrants?.Decided.By, c.Equalisation?.Decided.By, c.Population?.Decided.By, c.PriceIndexPercent?.Decided.By, c.WagePercent?.Decided.By, c.WageCost?.Decided.By } : [],
        Rate?.By,
        Result?.By,
        Plan?.By,
        .. BehindFrames(Frames),
        .. Investments.Select(i => i.By),
    ];

    private IEnumerable<OpenMatter> Missing() =>
    [
        .. OpenMatter.Where((PlanMatter.Vision, Vision is null), (PlanMatter.Strategies, Strategies.Count == 0), (PlanMatter.Goals, Goals.Count == 0)),
        .. OpenMatter.MissingOf(PlanMatter.GoalWording, Goals, g => g.Goal.Act.Text is null, g => g.Goal.Act.Id),
        .. OpenMatter.MissingOf(PlanMatter.GoalOwner, Goals, g => g.Goal.Act.Owner is null, g => g.Goal.Act.Id),
        .. OpenMatter.MissingOf(PlanMatter.SubGoals, Goals, g => g.SubGoals.Count == 0, g => g.Goal.Act.Id),
        .. OpenMatter.MissingOf(PlanMatter.Targets, Goals.SelectMany(g => g.AllIndicators()), i => i.Target is null, i => i.Indicator.Act.Id),
        .. OpenMatter.Where(
            (PlanMatter.Conditions, Conditions is null),
            (PlanMatter.TaxRate, Rate?.Act.Year != Year),
            (PlanMatter.BudgetedResult, Result is null),
            (PlanMatter.EconomicPlan, Plan is null),
            (PlanMatter.Frames, Frames.Count == 0)),
        .. OpenMatter.WithoutReasons(Frames),
        .. OpenMatter.Where((PlanMatter.InvestmentFrames, Investments.Count == 0), (PlanMatter.DetailedBudget, Statement.Count == 0), (PlanMatter.JudgementRule, JudgementRule is null)),
    ];
}
