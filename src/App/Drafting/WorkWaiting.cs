using Styrkedja.App.FollowingUp;
using Styrkedja.App.Settling;
using Styrkedja.Cases;
using Styrkedja.Decisions;
using Styrkedja.Development;
using Styrkedja.Duties;
using Styrkedja.Goals;
using Styrkedja.Region;
using Styrkedja.Rights;
using Styrkedja.Store.Drafts;

namespace Styrkedja.App.Drafting;

/// <summary>What waits for someone in the offices held today, and what is coming.</summary>
/// <param name="Returned">Drafts of theirs that were given back.</param>
/// <param name="ToApprove">What others have submitted for their approval.</param>
/// <param name="ToRecord">What has been approved and is theirs to record or decide.</param>
/// <param name="Own">Other drafts of theirs under way.</param>
/// <param name="Asked">What rounds of follow-up that are not locked ask the unit or body of one of their offices, and that is not answered.</param>
/// <param name="Unreported">Decisions of theirs by delegation that the body has not been told of.</param>
public sealed record WorkWaiting(
    IReadOnlyList<Draft> Returned,
    IReadOnlyList<Draft> ToApprove,
    IReadOnlyList<Draft> ToRecord,
    IReadOnlyList<Draft> Own,
    IReadOnlyList<AskedInRound> Asked,
    IReadOnlyList<AssignmentEntry> Assignments,
    IReadOnlyList<DelegatedDecision> Unreported,
    IReadOnlyList<Duty> Duties,
    IReadOnlyList<MeetingEntry> Meetings)
{
    /// <summary>Measures that the person's office or unit carries out and that are not ended, the one due first standing first.</summary>
    public IReadOnlyList<MeasureEntry> Measures { get; init; } = [];

    /// <summary>What providers have asked about settlements that the person may answer in the payer's name, and nobody has.</summary>
    public IReadOnlyList<OpenQuestion> Questions { get; init; } = [];

    /// <summary>Consultations in which the person's body or partner is asked and has not answered, the one due first standing first.</summary>
    public IReadOnlyList<(string Asked, Consultation Consultation)> Consultations { get; init; } = [];

    /// <summary>Values that the person's partner has promised to tell of the last period that is over, and has not.</summary>
    public IReadOnlyList<ValueToTell> ValuesToTell { get; init; } = [];

    private const int MonthsAhead = 2;

    /// <summary>How many things wait for the person now: what is given back, to approve, to record or to answer, late or due within a month.</summary>
    public int Count(DateOnly day) => Returned.Count + ToApprove.Count + ToRecord.Count + Unreported.Count + Asked.Count + Questions.Count + Consultations.Count + ValuesToTell.Count
        + Assignments.Count(a => a.Status == AssignmentStatus.Open && a.Due <= day.AddMonths(1))
        + Measures.Count(m => m.StatusOn(day) == MeasureStatus.Late);

    public static WorkWaiting Of(OfficeHolder who, Drafts drafts, RegionState state)
    {
        var day = state.Organisation.Day;
        var places = who.Offices.SelectMany(office => new[] { office.Office, office.In }).ToHashSet(StringComparer.Ordinal);
        var bodies = who.Offices.Where(SpeaksForABody).Select(office => state.Organisation.AnsweringBody(office.In).Id).ToHashSet(StringComparer.Ordinal);
        var partners = who.Offices.Where(office => office.Function == OfficeFunction.PartnerOfficer && state.Development.FindPartner(office.In) is not null).Select(office => office.In).ToHashSet(StringComparer.Ordinal);
        var writesFor = DraftRights.OwnersOf(who, state).ToHashSet(StringComparer.Ordinal);
        var (returned, approve, record, own) = (new List<Draft>(), new List<Draft>(), new List<Draft>(), new List<Draft>());
        foreach (var draft in drafts.Waiting(who))
        {
            var steps = DraftRights.Steps(who, draft, drafts.Writers(draft.Id), state).ToHashSet();
            var list = draft.State == DraftState.Returned && steps.Contains(DraftStep.Write) ? returned
                : steps.Contains(DraftStep.Approve) ? approve
                : draft.State is DraftState.Approved or DraftState.Submitted && steps.Contains(DraftStep.Record) ? record
                : places.Contains(draft.Content.Owner) ? own : null;
            list?.Add(draft);
        }

        return new(
            returned,
            approve,
            record,
            own,
            [.. AskedInRound.In(state).Where(asked => writesFor.Contains(asked.Of))],
            [.. state.Assignments.Open.Where(a => places.Contains(a.Given.Act.To)).OrderBy(a => a.Due ?? DateOnly.MaxValue)],
            [.. DelegatedDecision.In(state).Where(d => d.Report is null && places.Contains(d.Decision.Body))],
            [.. DutiesAhead(state, day).Where(d => d.Kind is not (DutyKind.AssignmentReport or DutyKind.DelegationReport or DutyKind.RoundAnswer) && (bodies.Contains(d.Owner) || places.Contains(d.Owner)))],
            [.. state.Meetings.All.Where(m => m.Day >= day && m.Day <= day.AddMonths(MonthsAhead) && (bodies.Contains(m.Body) || places.Contains(m.Body)))])
        {
            Consultations = [.. bodies.Union(partners).SelectMany(asked => state.Development.Consultations.WaitingFor(asked).Select(c => (asked, c))).OrderBy(c => c.c.Sent.Act.AnswerBy)],
            ValuesToTell = [.. partners.SelectMany(partner => ValueToTell.In(state, partner))],
            Measures = [.. state.Measures.All.Where(m => m.IsOpen && places.Contains(m.Act.Owner)).OrderBy(m => m.Act.Time.To)],
            Questions = [.. OpenQuestion.In(state).Where(q => SettlementRights.OfficesFor(who, answers: true, q.Agreement, state).Count > 0)],
        };
    }

    /// <summary>What is late, and what comes within two months and is not done.</summary>
    private static IEnumerable<Duty> DutiesAhead(RegionState state, DateOnly day) =>
        DutyCalendar.LateOrSoon(state)
            .Concat(new[] { day.Year, day.Year + 1 }.SelectMany(year => DutyCalendar.Of(state, year)).Where(d => d.Due >= day && d.Due <= day.AddMonths(MonthsAhead) && d.DoneOn is null))
            .DistinctBy(d => d.Id).OrderBy(d => d.Due);

    /// <summary>True for offices whose holders keep an eye on what their body has to do.</summary>
    private static bool SpeaksForABody(OfficeHeld office) => office.Function is OfficeFunction.Member or OfficeFunction.Chair or OfficeFunction.Secretary or OfficeFunction.Registrar
        or OfficeFunction.RegionalDirector or OfficeFunction.HealthCareDirector or OfficeFunction.HeadOfAdministration;
}
