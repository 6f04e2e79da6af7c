using Styrkedja.Accounts;
using Styrkedja.Authority;
using Styrkedja.Care;
using Styrkedja.Cases;
using Styrkedja.Controls;
using Styrkedja.Decisions;
using Styrkedja.Development;
using Styrkedja.Disclosure;
using Styrkedja.Facts;
using Styrkedja.Frames;
using Styrkedja.Goals;
using Styrkedja.Organisation;
using Styrkedja.Provenance;
using Styrkedja.Rounds;
using Styrkedja.Statements;

namespace Styrkedja.Region;

/// <summary>The region as it was on one day and known at one moment: the fold over the journal.</summary>
/// <remarks>Decisions dated after the day are known but not in force, and do not count; what is said about a period (assessments, rounds, facts) counts
/// as soon as it is known.</remarks>
public sealed class RegionState
{
    private readonly Bilingual _name;
    private readonly FoldedRoom<OrganisationChart> _organisation;
    private readonly FoldedRoom<ChartOfAccounts> _accounts;
    private readonly FoldedRoom<GoalTree> _goals;
    private readonly FoldedRoom<FrameBook> _frames;
    private readonly FoldedRoom<StatementMapping> _statements;
    private readonly FoldedRoom<RequirementBook> _requirement;
    private readonly FoldedRoom<BudgetPlanning> _planning;
    private readonly FoldedRoom<CareSystem> _care;
    private readonly FoldedRoom<DevelopmentWork> _development;
    private readonly FoldedRoom<CallBook> _calls;
    private readonly FoldedRoom<DelegationOrder> _delegations;
    private readonly FoldedRoom<CaseRegister> _cases;
    private readonly FoldedRoom<MeetingList> _meetings;
    private readonly FoldedRoom<AssignmentList> _assignments;
    private readonly FoldedRoom<SteeringRegister> _steering;
    private readonly FoldedRoom<MonthEndBook> _monthEnds;
    private readonly FoldedRoom<MeasureList> _measures;
    private readonly FoldedRoom<ControlBook> _controls;
    private readonly FoldedRoom<DisclosurePolicy> _disclosure;
    private readonly FoldedRoom<ReportBook> _reports;
    private readonly Lazy<ILookup<string, KnownObservation>> _observationsOf;
    private readonly Lazy<RoundBook> _rounds;
    private readonly Lazy<IReadOnlyList<Decision>> _untilAsOf;
    private readonly Lazy<ILookup<Type, (Act Act, Decision By)>> _actsByKind;

    private readonly Lazy<IndicatorBook> _indicators;

    private readonly EntriesByDecision _entryOf;

    private RegionState(ActsInOrder acts, ActsInOrder everKnown, Viewpoint at, Bilingual regionName, IReadOnlyList<RegionState> earlier, EntriesByDecision entryOf, Func<IndicatorBook> indicators)
    {
        (At, _name, _entryOf, _indicators) = (at, regionName, entryOf, new(indicators));
        _observationsOf = new(() => Observations!.ToLookup(o => o.Observation.Figure, StringComparer.Ordinal));
        _rounds = new(() => RoundBook.Of(Rounds!, Submissions!, Approvals!, AuditOpinions!, Locks!, Assessments!.Select(a => a.Assessment).Where(a => a.IsOfFollowUp), Observations!.Select(o => o.Observation)));
        _untilAsOf = new(() => [.. Decisions!.Select(d => d.Decision).Where(d => d.Date.Latest <= at.AsOf && !Annulled!.ContainsKey(d.Id)).OrderBy(d => d.Date.Latest)]);
        _actsByKind = new(() => _untilAsOf.Value.SelectMany(d => d.Acts.Select(a => (a, d))).ToLookup(a => a.a.GetType()));
        var sameDay = earlier.Where(state => state.At.AsOf == at.AsOf && state._name == regionName).ToList();
        _organisation = Kept(sameDay, state => state._organisation, a => OrganisationChart.Fold(a, at.AsOf, regionName));
        _accounts = Kept(sameDay, state => state._accounts, a => ChartOfAccounts.Fold(a, at.AsOf));
        _goals = Kept(sameDay, state => state._goals, a => GoalTree.Fold(a, at.AsOf));
        _frames = Kept(earlier, state => state._frames, FrameBook.Fold);
        _statements = Kept(sameDay, state => state._statements, a => StatementMapping.Fold(a, at.AsOf));
        _requirement = Kept(earlier, state => state._requirement, RequirementBook.Fold);
        _planning = Kept(earlier, state => state._planning, BudgetPlanning.Fold);
        _care = Kept(sameDay, state => state._care, a => CareSystem.Fold(a, at.AsOf));
        _development = Kept(sameDay, state => state._development, a => DevelopmentWork.Fold(a, at.AsOf));
        _calls = Kept(earlier, state => state._calls, CallBook.Fold);
        _delegations = Kept(sameDay, state => state._delegations, a => DelegationOrder.Fold(a, at.AsOf));
        _cases = Kept(earlier, state => state._cases, CaseRegister.Fold);
        _meetings = Kept(earlier, state => state._meetings, MeetingList.Fold);
        _assignments = Kept(earlier, state => state._assignments, AssignmentList.Fold);
        _steering = Kept(earlier, state => state._steering, SteeringRegister.Fold);
        _monthEnds = earlier.Select(state => state._monthEnds).FirstOrDefault(room => room.RestsOnTheSame(everKnown)) ?? everKnown.Fold(MonthEndBook.Fold);
        _measures = Kept(earlier, state => state._measures, MeasureList.Fold);
        _controls = Kept(earlier, state => state._controls, ControlBook.Fold);
        _disclosure = earlier.Select(state => state._disclosure).FirstOrDefault(room => room.RestsOnTheSame(everKnown)) ?? everKnown.Fold(DisclosurePolicy.Fold);
        _reports = earlier.Select(state => state._reports).FirstOrDefault(room => room.RestsOnTheSame(everKnown)) ?? everKnown.Fold(ReportBook.Fold);

        FoldedRoom<TRoom> Kept<TRoom>(IReadOnlyList<RegionState> states, Func<RegionState, FoldedRoom<TRoom>> of, Func<ActsInOrder, TRoom> fold) =>
            states.Select(of).FirstOrDefault(room => room.RestsOnTheSame(acts)) ?? acts.Fold(fold);
    }

    public Viewpoint At { get; }

    public OrganisationChart Organisation => _organisation.Room;

    public ChartOfAccounts Accounts => _accounts.Room;

    public GoalTree Goals => _goals.Room;

    public FrameBook Frames => _frames.Room;

    public StatementMapping Statements => _statements.Room;

    public RequirementBook Requirement => _requirement.Room;
    public BudgetPlanning Planning => _planning.Room;

    public CareSystem Care => _care.Room;

    public DevelopmentWork Development => _development.Room;

    /// <summary>Calls and grants of regional development, with what has been applied for, paid and told.</summary>
    public CallBook Calls => _calls.Room;

    public DelegationOrder Delegations => _delegations.Room;

    public CaseRegister Cases => _cases.Room;

    public MeetingList Meetings => _meetings.Room;

    public AssignmentList Assignments => _assignments.Room;

    public SteeringRegister Steering => _steering.Room;

    /// <summary>Months signed off and closed, also by decisions dated after the day.</summary>
    public MonthEndBook MonthEnds => _monthEnds.Room;

    /// <summary>The values of indicators known, whatever the day: a value is about a period and counts as soon as it is known.</summary>
    public IndicatorBook Indicators => _indicators.Value;

    public MeasureList Measures => _measures.Room;

    public ControlBook Controls => _controls.Room;

    /// <summary>How published tables are protected, also by decisions dated after the day: what is hidden today is hidden when one looks back too.</summary>
    public DisclosurePolicy Disclosure => _disclosure.Room;

    /// <summary>Outlines, texts and editions of reports, also by decisions dated after the day.</summary>
    public ReportBook Reports => _reports.Room;

    /// <summary>The position of the last entry known; zero when none is.</summary>
    public required long LastPosition { get; init; }

    /// <summary>Every decision known, the earliest recorded first, in force or not.</summary>
    public required IReadOnlyList<DecisionEntry> Decisions { get; init; }

    /// <summary>Batches of facts that no later batch has superseded.</summary>
    public required IReadOnlyList<KnownBatch> LiveBatches { get; init; }

    /// <summary>Every ledger file known, also those that later ones have superseded, the earliest recorded first.</summary>
    public required IReadOnlyList<KnownBatch> Ledgers { get; init; }

    public required IReadOnlyList<KnownObservation> Observations { get; init; }

    public required IReadOnlyList<AssessmentEntry> Assessments { get; init; }

    public required IReadOnlyList<Decided<OpenRound>> Rounds { get; init; }

    public required IReadOnlyList<Decided<SubmitReport>> Submissions { get; init; }

    public required IReadOnlyList<Decided<ApproveReport>> Approvals { get; init; }

    public required IReadOnlyList<Decided<GiveAuditOpinion>> AuditOpinions { get; init; }

    public required IReadOnlyList<Decided<LockRound>> Locks { get; init; }

    /// <summary>Discharge granted, year by year and body by body.</summary>
    public required IReadOnlyList<Decided<GrantDischarge>> Discharges { get; init; }

    /// <summary>The rounds with all that is known to have been done in them.</summary>
    public RoundBook RoundBook => _rounds.Value;

    /// <summary>Decisions that a court has annulled, with the decision that tells of it; nothing in them counts.</summary>
    public required IReadOnlyDictionary<string, Decided<AnnulDecision>> Annulled { get; init; }

    /// <summary>What a decision of this day would be judged by.</summary>
    public Standing Standing => new(
        Organisation,
        Frames,
        Goals,
        Delegations,
        Cases,
        Meetings,
        Assignments,
        Steering,
        Measures,
        Controls,
        Rounds.ToDictionary(r => r.Act.Id, r => r.Act, StringComparer.Ordinal),
        Approvals,
        AuditOpinions,
        _rounds,
        Reports,
        LastPosition,
        Development,
        MonthEnds,
        Care.Payment,
        Care.Agreements,
        Calls,
        [.. LiveBatches.Where(b => b.Batch.Kind == FactKind.Ledger)],
        id => FindDecision(id)?.Decision);

    /// <summary>Folds the entries up to a viewpoint's position to the state on its day.</summary>
    /// <param name="earlier">States folded before from the same journal, the nearest first; what rests on the same acts is taken from them.</param>
    public static RegionState Fold(IEnumerable<Entry> entries, Viewpoint at, Bilingual regionName, IReadOnlyList<RegionState>? earlier = null)
    {
        var history = new History();
        foreach (var entry in entries)
        {
            if (entry.Position > at.KnownAt)
                break;
            history.Add(entry);
        }

        return history.StateAt(at, regionName, earlier);
    }

    /// <summary>The state at a viewpoint, of what the history holds by then.</summary>
    internal static RegionState Of(History history, Viewpoint at, Bilingual regionName, IReadOnlyList<RegionState>? earlier)
    {
        var (decisions, facts, assessments) = (history.DecisionsUntil(at.KnownAt), history.FactsUntil(at.KnownAt), history.AssessmentsUntil(at.KnownAt));
        var annulled = history.Acts.At(DateOnly.MaxValue, at.KnownAt).Latest<AnnulDecision, string>(a => a.Decision);
        var counted = annulled.Count == 0 ? history.Acts : history.ActsWithout(annulled.Keys);
        var (inForce, everKnown) = (counted.At(at.AsOf, at.KnownAt), counted.At(DateOnly.MaxValue, at.KnownAt));
        var superseded = facts.SelectMany(f => f.Batch.Supersedes).ToHashSet(StringComparer.Ordinal);
        var live = facts.Where(f => !superseded.Contains(f.Batch.Id)).Select(f => (f, Known: new KnownBatch(f.Batch, f.Position, f.Recorded))).ToList();

        var shelf = history.Indicators;
        return new(inForce, everKnown, at, regionName, earlier ?? [], history.EntryOf, () => shelf.Book(facts, at.KnownAt))
        {
            Decisions = decisions,
            LiveBatches = [.. live.Select(l => l.Known)],
            Ledgers = [.. facts.Where(f => f.Batch.Kind == FactKind.Ledger).Select(f => new KnownBatch(f.Batch, f.Position, f.Recorded))],
            Observations = [.. live.SelectMany(l => l.f.Observations.Select(o => new KnownObservation(o, l.Known)))],
            Assessments = assessments,
            Rounds = [.. everKnown.Latest<OpenRound, string>(r => r.Id).Values],
            Submissions = [.. everKnown.Of<SubmitReport>()],
            Approvals = [.. everKnown.Of<ApproveReport>()],
            AuditOpinions = [.. everKnown.Of<GiveAuditOpinion>()],
            Locks = [.. everKnown.Of<LockRound>()],
            Discharges = [.. everKnown.Of<GrantDischarge>()],
            LastPosition = history.LastPosition(at.KnownAt),
            Annulled = annulled,
        };
    }

    /// <summary>The values that came from outside for a figure, the earliest first.</summary>
    public IEnumerable<KnownObservation> ObservationsOf(string figure) => _observationsOf.Value[figure];

    /// <summary>How far a round has come, by the organisation, goals and frames of the day.</summary>
    public RoundProgress ProgressOf(FollowUpRound round) => RoundProgress.Of(round, RoundBook, Organisation, Goals, Frames);

    /// <summary>The entry of a decision that the state knows.</summary>
    public DecisionEntry EntryOf(Decision decision) => _entryOf.Of(decision, Decisions);

    /// <summary>True for a decision that is known to have broken a rule when it was taken; with an act, when that act of it did.</summary>
    public bool BrokeARule(Decision decision, Act? act = null) =>
        _entryOf.Find(decision, Decisions) is { Verdict: { Outcome: VerdictOutcome.Breach } verdict } && (act is null || verdict.Breaches.Any(b => ReferenceEquals(decision.Acts[b.Act - 1], act)));

    /// <summary>What had been decided by the day, the earliest first; what a court has annulled is left out.</summary>
    public IReadOnlyList<Decision> DecisionsUntilAsOf => _untilAsOf.Value;

    /// <summary>Every act of one kind decided by the day, the earliest first, also those that later ones have replaced.</summary>
    public IEnumerable<(TAct Act, Decision By)> ActsOf<TAct>()
        where TAct : Act =>
        _actsByKind.Value[typeof(TAct)].Select(a => ((TAct)a.Act, a.By));

    /// <summary>The paragraph by which a decision's title is kept from the public, when it was taken in a secret case; nothing otherwise.</summary>
    public string? SecrecyOf(Decision decision) => decision.Minute?.Case is { } id ? Cases.Find(id)?.Secrecy : null;

    public DecisionEntry? FindDecision(string id) => Decisions.LastOrDefault(d => d.Decision.Id == id);
}
