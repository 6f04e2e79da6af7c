using Styrkedja.Accounts;
using Styrkedja.Care;
using Styrkedja.Decisions;
using Styrkedja.Development;
using Styrkedja.Facts;
using Styrkedja.Frames;
using Styrkedja.Goals;
using Styrkedja.Organisation;
using Styrkedja.Provenance;

namespace Styrkedja.Region;

/// <summary>The region as it was on one day and known at one moment: the fold over the journal.</summary>
/// <remarks>Decisions dated after the day are known but not in force, and do not count; what is said about a period (assessments, rounds, facts) counts
/// as soon as it is known.</remarks>
public sealed class RegionState
{
    private RegionState()
    {
    }

    public required Viewpoint At { get; init; }

    public required OrganisationChart Organisation { get; init; }

    public required ChartOfAccounts Accounts { get; init; }

    public required GoalTree Goals { get; init; }

    public required FrameBook Frames { get; init; }

    public required CareSystem Care { get; init; }

    public required DevelopmentWork Development { get; init; }

    /// <summary>Every decision known, the earliest recorded first, in force or not.</summary>
    public required IReadOnlyList<DecisionEntry> Decisions { get; init; }

    /// <summary>Batches of facts that no later batch has superseded.</summary>
    public required IReadOnlyList<KnownBatch> LiveBatches { get; init; }

    public required IReadOnlyList<KnownObservation> Observations { get; init; }

    public required IReadOnlyList<AssessmentEntry> Assessments { get; init; }

    public required IReadOnlyList<Decided<OpenRound>> Rounds { get; init; }

    public required IReadOnlyList<Decided<SubmitReport>> Submissions { get; init; }

    public required IReadOnlyList<Decided<ApproveReport>> Approvals { get; init; }

    /// <summary>Folds the entries up to a viewpoint's position to the state on its day.</summary>
    public static RegionState Fold(IEnumerable<Entry> entries, Viewpoint at, Bilingual regionName)
    {
        var known = entries.TakeWhile(entry => entry.Position <= at.KnownAt).ToList();
        var decisions = known.OfType<DecisionEntry>().ToList();
        var facts = known.OfType<FactEntry>().ToList();
        var inForce = new ActsInOrder(decisions.Where(d => d.Decision.Date.Latest <= at.AsOf).Select(d => (d.Decision, d.Position)));
        var everKnown = new ActsInOrder(decisions.Select(d => (d.Decision, d.Position)));
        var superseded = facts.SelectMany(f => f.Batch.Supersedes).ToHashSet(StringComparer.Ordinal);
        var live = facts.Where(f => !superseded.Contains(f.Batch.Id)).Select(f => (f, Known: new KnownBatch(f.Batch, f.Position, f.Recorded))).ToList();

        return new()
        {
            At = at,
            Organisation = OrganisationChart.Fold(inForce, at.AsOf, regionName),
            Accounts = ChartOfAccounts.Fold(inForce, at.AsOf),
            Goals = GoalTree.Fold(inForce, at.AsOf),
            Frames = FrameBook.Fold(inForce),
            Care = CareSystem.Fold(inForce, at.AsOf),
            Development = DevelopmentWork.Fold(inForce, at.AsOf),
            Decisions = decisions,
            LiveBatches = [.. live.Select(l => l.Known)],
            Observations = [.. live.SelectMany(l => l.f.Observations.Select(o => new KnownObservation(o, l.Known)))],
            Assessments = [.. known.OfType<AssessmentEntry>()],
            Rounds = [.. everKnown.Latest<OpenRound, string>(r => r.Id).Values],
            Submissions = [.. everKnown.Of<SubmitReport>()],
            Approvals = [.. everKnown.Of<ApproveReport>()],
        };
    }

    public DecisionEntry? FindDecision(string id) => Decisions.LastOrDefault(d => d.Decision.Id == id);
}
