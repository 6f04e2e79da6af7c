using Styrkedja.Amounts;
using Styrkedja.Decisions;
using Styrkedja.FollowUp;
using Styrkedja.Frames;
using Styrkedja.Goals;
using Styrkedja.Organisation;
using Styrkedja.Provenance;
using Styrkedja.Region;

namespace Styrkedja.Reports;

/// <summary>What one committee gets of the executive board for a year, and what it is asked to do for it.</summary>
/// <param name="Frames">Money and result requirements given by the board or a part of it.</param>
/// <param name="Commissions">What the financier of care orders beside the money.</param>
/// <param name="Assignments">What it has been told to do and answer for, open some time in the year.</param>
/// <param name="Directions">Which way it is to go.</param>
/// <param name="SubGoals">The sub-goals of the year that it owns, whoever adopted them.</param>
public sealed record CommissionedCommittee(
    Subject Body,
    IReadOnlyList<FrameStory> Frames,
    IReadOnlyList<(GiveCommission Act, Decision By)> Commissions,
    IReadOnlyList<AssignmentEntry> Assignments,
    IReadOnlyList<(SetDirection Act, Decision By)> Directions,
    IReadOnlyList<PlannedSubGoal> SubGoals)
{
    /// <summary>The money given, as it stands after changes.</summary>
    public Money Given => Money.Sum(Frames.Where(f => f.Adopted.Kind != FrameKind.ResultRequirement).Select(f => f.Revised.Amount));
}

/// <summary>How the executive board lays out what the assembly has given it: to parts of its own budget, and onward to the committees with what they are asked to do.</summary>
/// <remarks>A pure function of a view. Frames are whole amounts as decided; sums leave out result requirements, which give no money. Rule: kommunallagen (2017:725) 6 kap. 1 and 3 §§:
/// the board leads and coordinates, and decides within what the assembly has given it to give; before 2018 kommunallagen (1991:900) 6 kap. 1 § and 3 kap. 13 §.</remarks>
/// <param name="Received">What the assembly has given the board.</param>
/// <param name="Parts">What the board has laid on parts of its own budget.</param>
/// <param name="Indexes">Price indexes of the year and those after it, by name and year.</param>
[Term("resursfördelning")]
public sealed record ResourceAllocation(
    int Year,
    Viewpoint At,
    IReadOnlyList<FrameStory> Received,
    IReadOnlyList<FrameStory> Parts,
    IReadOnlyList<CommissionedCommittee> Committees,
    IReadOnlyList<(SetPriceIndex Act, Decision By)> Indexes,
    IReadOnlyList<DecisionEntry> Decisions,
    IReadOnlyList<OpenMatter> Open)
{
    /// <summary>All that the board has got to lay out.</summary>
    public Money ReceivedSum => Money.Sum(Received.Where(f => f.Adopted.Kind != FrameKind.ResultRequirement).Select(f => f.Revised.Amount));

    /// <summary>All that has gone onward to committees outside the board.</summary>
    public Money GivenOnward => Money.Sum(Committees.Select(c => c.Given));

    /// <summary>What stays in the board's own budget; below zero when more has been given than got.</summary>
    public Money Kept => ReceivedSum - GivenOnward;

    public static ResourceAllocation Of(FollowUpView view, int year)
    {
        var state = view.State;
        var stories = state.Frames.StoriesOf(year);
        var goals = PlannedGoal.Each(view, year);
        bool OfBoard(string id) => BodyOf(state, id) == Subject.ExecutiveBoardId;
        var onward = stories.Where(s => OfBoard(s.Adopted.From) && !OfBoard(s.Adopted.To)).ToList();
        var commissions = LatestOf<GiveCommission>(state, c => c.Year == year, c => c.Id).ToList();
        var assignments = AssignedIn(state, year).Where(a => OfBoard(a.Giver)).ToList();
        var directions = LatestOf<SetDirection>(state, d => d.Year == year, d => d.Id).Where(d => OfBoard(d.By.Body)).ToList();
        var committees = onward.Select(s => s.Adopted.To).Concat(commissions.Select(c => c.Act.To)).Concat(assignments.Select(a => a.Given.Act.To)).Concat(directions.Select(d => d.Act.For))
            .Select(id => BodyOf(state, id)).Where(body => body != Subject.ExecutiveBoardId && body != Subject.AssemblyId).Distinct(StringComparer.Ordinal)
            .Select(body => new CommissionedCommittee(
                state.Organisation.Find(body)!,
                GoalsAndBudget.Largest(onward.Where(s => BodyOf(state, s.Adopted.To) == body)),
                [.. commissions.Where(c => BodyOf(state, c.Act.To) == body)],
                [.. assignments.Where(a => BodyOf(state, a.Given.Act.To) == body)],
                [.. directions.Where(d => BodyOf(state, d.Act.For) == body)],
                [.. goals.SelectMany(g => g.SubGoalsOf(owner => BodyOf(state, owner) == body))]))
            .OrderByDescending(c => c.Given).ThenBy(c => c.Body.Id, StringComparer.Ordinal);
        var document = new ResourceAllocation(
            year,
            state.At,
            GoalsAndBudget.Largest(stories.Where(s => !OfBoard(s.Adopted.From) && OfBoard(s.Adopted.To))),
            GoalsAndBudget.Largest(stories.Where(s => OfBoard(s.Adopted.From) && OfBoard(s.Adopted.To))),
            [.. committees],
            [.. LatestOf<SetPriceIndex>(state, i => i.Year >= year && i.Year <= year + 2, i => $"{i.Index} {i.Year}").OrderBy(i => i.Act.Index, StringComparer.Ordinal).ThenBy(i => i.Act.Year)],
            [],
            []);
        return document with { Decisions = GoalsAndBudget.EntriesOf(state, document.Behind()), Open = [.. document.Missing()] };
    }

    /// <summary>The body that answers for a subject or office.</summary>
    internal static string BodyOf(RegionState state, string id) => state.Organisation.AnsweringBody(id).Id;

    /// <summary>Acts of one kind that stand, each with its decision, after later ones have replaced earlier ones of the same name.</summary>
    internal static IEnumerable<(TAct Act, Decision By)> LatestOf<TAct>(RegionState state, Func<TAct, bool> which, Func<TAct, string> name)
        where TAct : Act =>
        state.ActsOf<TAct>().GroupBy(a => name(a.Act), StringComparer.Ordinal).Select(same => same.Last()).Where(a => which(a.Act));

    /// <summary>Assignments given by the end of a year that are not over before it: its last day is in the year or later, or it was given in the year.</summary>
    internal static IEnumerable<AssignmentEntry> AssignedIn(RegionState state, int year) =>
        state.Assignments.All.Where(a => a.Given.By.Date.Latest.Year <= year && (a.Due ?? a.Given.By.Date.Latest).Year >= year && !(a.Closed?.By.Date.Latest.Year < year));

    private IEnumerable<Decision?> Behind() =>
    [
        .. GoalsAndBudget.BehindFrames(Received.Concat(Parts).Concat(Committees.SelectMany(c => c.Frames))),
        .. Committees.SelectMany(c => c.Commissions.Select(x => x.By).Concat(c.Assignments.Select(a => a.Given.By)).Concat(c.Directions.Select(d => d.By))
            .Concat(c.SubGoals.SelectMany(s => s.WithParts()).Select(s => s.SubGoal.By))),
        .. Indexes.Select(i => i.By),
    ];

    private IEnumerable<OpenMatter> Missing() =>
    [
        .. OpenMatter.MissingOf(PlanMatter.SubGoals, Committees, c => c.SubGoals.Count == 0, c => c.Body.Id),
        .. OpenMatter.Where((PlanMatter.PriceIndex, Indexes.All(i => i.Act.Year != Year)), (PlanMatter.Frames, Received.Count == 0 || Committees.All(c => c.Frames.Count == 0))),
        .. OpenMatter.WithoutReasons(Received.Concat(Parts).Concat(Committees.SelectMany(c => c.Frames))),
        .. OpenMatter.MissingOf(PlanMatter.FrameConditions, Committees.SelectMany(c => c.Frames), f => f.Adopted.Conditions is null && f.Adopted.Kind != FrameKind.ResultRequirement, f => f.Adopted.To),
        .. OpenMatter.MissingOf(PlanMatter.Commissions, Committees, c => c.Commissions.Count == 0, c => c.Body.Id),
    ];
}
