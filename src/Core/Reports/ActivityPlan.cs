using Styrkedja.Calendar;
using Styrkedja.Controls;
using Styrkedja.Decisions;
using Styrkedja.FollowUp;
using Styrkedja.Frames;
using Styrkedja.Goals;
using Styrkedja.Organisation;
using Styrkedja.Provenance;
using Styrkedja.Region;

namespace Styrkedja.Reports;

/// <summary>What one part of a committee has in its budget for a year.</summary>
public sealed record PartBudget(Subject Part, Figure Revenue, Figure Cost, Figure Result);

/// <summary>What a committee is to do in a year, with which money, and by what its work will be judged.</summary>
/// <remarks>A pure function of a view. What the committee answers for is found by the organisation: goals and assignments given to it, its administrations, units and offices. Rule:
/// kommunallagen (2017:725) 6 kap. 6 §: each committee sees to it that its operations follow what the assembly has decided; before 2018 kommunallagen (1991:900) 6 kap. 7 §.</remarks>
/// <param name="Mandate">The matters that are the committee's own; absent when no mandate was found, and then the words of its establishment may tell.</param>
/// <param name="Adopted">The plan that the committee has adopted for the year, with the goals it names; absent when it has adopted none.</param>
/// <param name="Goals">Goals and sub-goals it answers for or has named in its plan.</param>
/// <param name="Commissions">What the financier of care orders of it.</param>
/// <param name="Assignments">What it has been told to do, open some time in the year.</param>
/// <param name="Received">Frames it has been given.</param>
/// <param name="Given">Frames it has given onward.</param>
/// <param name="Budget">Its budgeted result by account group; nothing when it has no budget.</param>
/// <param name="Units">Its administrations and units that have a budget of their own.</param>
/// <param name="Control">Its risks and the controls it has planned; absent when it has no plan for internal control of the year.</param>
[Term("verksamhetsplan")]
public sealed record ActivityPlan(
    int Year,
    Viewpoint At,
    Subject Body,
    Decided<SetBodyMandate>? Mandate,
    (AdoptActivityPlan Act, Decision By)? Adopted,
    IReadOnlyList<PlannedGoal> Goals,
    IReadOnlyList<(SetDirection Act, Decision By)> Directions,
    IReadOnlyList<(GiveCommission Act, Decision By)> Commissions,
    IReadOnlyList<AssignmentEntry> Assignments,
    IReadOnlyList<FrameStory> Received,
    IReadOnlyList<FrameStory> Given,
    Explanation? Budget,
    IReadOnlyList<PartBudget> Units,
    IReadOnlyList<Decided<SetInvestmentFrame>> Investments,
    InternalControl? Control,
    IReadOnlyList<DecisionEntry> Decisions,
    IReadOnlyList<OpenMatter> Open)
{
    /// <summary>The bodies that have a plan to make: those that have been given money, a budget or something to do for the year; the assembly decides and has none.</summary>
    public static IReadOnlyList<Subject> BodiesWith(RegionState state, int year)
    {
        var has = state.Frames.FramesOf(year).Select(f => f.Act.To)
            .Concat(state.Frames.Budget.Where(line => line.Year == year).Select(line => line.Subject))
            .Concat(state.Goals.SubGoals.Where(s => s.Act.Year == year).Select(s => s.Act.Owner))
            .Concat(state.ActsOf<AdoptActivityPlan>().Where(p => p.Act.Year == year).Select(p => p.Act.Body))
            .Concat(state.ActsOf<GiveCommission>().Where(c => c.Act.Year == year).Select(c => c.Act.To))
            .Distinct(StringComparer.Ordinal).Where(id => state.Organisation.Find(id) is not null).Select(id => ResourceAllocation.BodyOf(state, id)).ToHashSet(StringComparer.Ordinal);
        return [.. state.Organisation.Bodies.Where(b => b.Id != Subject.AssemblyId && has.Contains(b.Id)).OrderBy(b => b.Id, StringComparer.Ordinal)];
    }

    public static ActivityPlan Of(FollowUpView view, Subject body, int year)
    {
        var state = view.State;
        bool Own(string id) => ResourceAllocation.BodyOf(state, id) == body.Id && (state.Organisation.Find(id) ?? (object?)state.Organisation.FindOffice(id)) is not null;
        var stories = state.Frames.StoriesOf(year);
        var period = Period.Year(year);
        var adopted = ResourceAllocation.LatestOf<AdoptActivityPlan>(state, p => p.Year == year && p.Body == body.Id, p => p.Id).Select(p => ((AdoptActivityPlan Act, Decision By)?)p).LastOrDefault();
        bool HasBudget(string id) => state.Frames.Budget.Any(line => line.Year == year && state.Organisation.IsWithin(line.Subject, id));
        var document = new ActivityPlan(
            year,
            state.At,
            body,
            state.Organisation.Mandates.GetValueOrDefault(body.Id),
            adopted,
            [.. PlannedGoal.Each(view, year).Select(g => g.For(Own) ?? (adopted?.Act.Goals.Contains(g.Goal.Act.Id) == true ? g with { SubGoals = [] } : null)).OfType<PlannedGoal>()],
            [.. ResourceAllocation.LatestOf<SetDirection>(state, d => d.Year == year && Own(d.For), d => d.Id)],
            [.. ResourceAllocation.LatestOf<GiveCommission>(state, c => c.Year == year && Own(c.To), c => c.Id)],
            [.. ResourceAllocation.AssignedIn(state, year).Where(a => Own(a.Given.Act.To))],
            GoalsAndBudget.Largest(stories.Where(s => Own(s.Adopted.To) && !Own(s.Adopted.From))),
            GoalsAndBudget.Largest(stories.Where(s => Own(s.Adopted.From))),
            HasBudget(body.Id) ? InOrderOfChart(state, view.Explain(new(Measure.ResultBudget, period, body.Id), Breakdown.Group, Insight.Public)) : null,
            [.. state.Organisation.Children(body.Id).Where(c => c.Kind != SubjectKind.CostCentre && HasBudget(c.Id)).SelectMany(c => c.Kind == SubjectKind.Administration ? WithUnits(state, c, HasBudget) : [c])
                .Select(c => new PartBudget(c, view.Evaluate(new(Measure.RevenueBudget, period, c.Id)), view.Evaluate(new(Measure.CostBudget, period, c.Id)), view.Evaluate(new(Measure.ResultBudget, period, c.Id))))],
            [.. state.Frames.Investments.Where(i => i.Act.Year == year && Own(i.Act.Subject)).OrderBy(i => i.Act.Id, StringComparer.Ordinal)],
            state.Controls.Find(body.Id, year) is { Plan: not null } control ? control : null,
            [],
            []);
        return document with { Decisions = GoalsAndBudget.EntriesOf(state, document.Behind(state)), Open = [.. document.Missing()] };
    }

    /// <summary>The same explanation with its account groups in the order of the chart, so that revenue comes before what it is used for.</summary>
    public static Explanation InOrderOfChart(RegionState state, Explanation explained)
    {
        var places = state.Accounts.Groups.Select((group, place) => (group, place)).ToDictionary(g => g.group.Id, g => (g.group.Line, g.place), StringComparer.Ordinal);
        return explained with { Parts = [.. explained.Parts.OrderBy(p => p.Address.Dimensions.Group is { } group && places.TryGetValue(group, out var place) ? place : (StatementLine.BalanceSheet, int.MaxValue))] };
    }

    /// <summary>An administration followed by its units with a budget, so that each stands under whoever leads it.</summary>
    private static IEnumerable<Subject> WithUnits(RegionState state, Subject administration, Func<string, bool> hasBudget) =>
        state.Organisation.Children(administration.Id).Where(u => u.Kind != SubjectKind.CostCentre && hasBudget(u.Id)).Prepend(administration);

    private IEnumerable<Decision?> Behind(RegionState state) =>
    [
        Mandate?.By,
        Adopted?.By,
        .. Goals.SelectMany(g => g.Decisions()),
        .. Directions.Select(d => d.By),
        .. Commissions.Select(c => c.By),
        .. Assignments.Select(a => a.Given.By),
        .. GoalsAndBudget.BehindFrames(Received.Concat(Given)),
        .. state.Frames.Budget.Where(line => line.Year == Year && state.Organisation.IsWithin(line.Subject, Body.Id)).Select(line => line.Decided.By),
        .. Investments.Select(i => i.By),
        Control?.Plan?.By,
    ];

    private IEnumerable<OpenMatter> Missing() =>
    [
        .. OpenMatter.Where((PlanMatter.Mandate, Mandate is null && Body.Field is null), (PlanMatter.AdoptedPlan, Adopted is null), (PlanMatter.Goals, Goals.Count == 0)),
        .. OpenMatter.MissingOf(PlanMatter.Targets, Goals.SelectMany(g => g.AllIndicators()), i => i.Target is null, i => i.Indicator.Act.Id),
        .. OpenMatter.Where((PlanMatter.Directions, Directions.Count == 0), (PlanMatter.Frames, Received.Count == 0)),
        .. OpenMatter.WithoutReasons(Received),
        .. OpenMatter.Where((PlanMatter.Commissions, Commissions.Count == 0), (PlanMatter.Assignments, Assignments.Count == 0), (PlanMatter.DetailedBudget, Budget is null), (PlanMatter.Risks, Control is null)),
    ];
}
