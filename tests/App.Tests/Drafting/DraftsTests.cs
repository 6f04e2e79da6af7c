using Styrkedja.Authority;
using Styrkedja.Region;
using Styrkedja.Rights;
using Styrkedja.Store.Drafts;

namespace Styrkedja.App.Drafting;

/// <summary>Drafts from the first word to the journal, and every step that someone without the right to it tries to take.</summary>
public sealed class DraftsTests : IDisposable
{
    private const string Purchase = "decision: DN-A-2026-11-27\nbody: DN-A\ndate: 2026-11-27\ntitle: Inköp\nacts:\n- decide-matter: {matter: utrustning, text: Fläktar köps in}\n";
    private const string Answer = "assessment: B-G05\nsubject: G05\nby: DN-A\nperiod: 2026\ndate: 2026-11-27\nfulfilment: partly\ntext: På väg\n";
    private const string PartnersAnswer = "assessment: B-RUS\nsubject: RUS\nby: KOM\nperiod: 2026\ndate: 2026-11-27\nfulfilment: fulfilled\ntext: Vi har gjort vårt\n";

    private readonly SmallRegion _region = new();

    private Drafts Drafts => _region.Drafts;

    [Fact]
    public void A_unit_writes_and_submits_its_head_approves_and_the_secretary_records()
    {
        var draft = Done(Drafts.Write(_region.Employee, DraftKind.Decision, "A1", Purchase));
        draft = Done(Drafts.Write(_region.Employee, draft.Id, draft.Number, Purchase.Replace("Inköp", "Inköp av fläktar")));
        draft = Done(Drafts.Submit(_region.UnitHead, draft.Id, draft.Number));
        Assert.Equal(DraftState.Submitted, draft.State);
        draft = Done(Drafts.Approve(_region.Chief, draft.Id, draft.Number));
        Assert.Equal(DraftState.Approved, draft.State);
        draft = Done(Drafts.Write(_region.Secretary, draft.Id, draft.Number, Purchase.Replace("title:", "paragraph: § 12\ntitle:")));
        Assert.Equal(DraftState.Approved, draft.State);
        draft = Done(Drafts.Record(_region.Secretary, draft.Id, draft.Number));

        Assert.Equal(DraftState.Recorded, draft.State);
        var entry = Assert.IsType<DecisionEntry>(_region.Archive.Entries()[(int)draft.Position!.Value - 1]);
        Assert.Equal(("DN-A", "§ 12", VerdictOutcome.Within), (entry.Decision.Body, entry.Decision.Paragraph, entry.Verdict.Outcome));
        Assert.Equal(_region.Clock.Now, entry.Recorded);
        Assert.Equal(6, _region.File.Versions(draft.Id).Count);
    }

    [Fact]
    public void An_answer_that_someone_else_approves_becomes_an_assessment()
    {
        var draft = Done(Drafts.Write(_region.UnitHead, DraftKind.Answer, "A1", Answer));
        draft = Done(Drafts.Submit(_region.UnitHead, draft.Id, draft.Number));
        draft = Done(Drafts.Approve(_region.Chief, draft.Id, draft.Number));

        var entry = Assert.IsType<AssessmentEntry>(_region.Archive.Entries()[(int)draft.Position!.Value - 1]);
        Assert.Equal(("G05", "DN-A"), (entry.Assessment.Subject, entry.Assessment.By));
    }

    [Fact]
    public void Nobody_approves_what_they_have_written_themselves()
    {
        var draft = Done(Drafts.Write(_region.Chief, DraftKind.Answer, "F-A", Answer));
        draft = Done(Drafts.Submit(_region.Chief, draft.Id, draft.Number));

        ChangesNothing(() => Drafts.Approve(_region.Chief, draft.Id, draft.Number), "draft.own-text");
        ChangesNothing(() => Drafts.Record(_region.Chief, draft.Id, draft.Number));
        Done(Drafts.Approve(_region.Chair, draft.Id, draft.Number));
    }

    [Fact]
    public void A_partners_officer_signs_an_answer_about_a_shared_programme()
    {
        var draft = Done(Drafts.Write(_region.PartnersOfficer, DraftKind.Answer, "KOM", PartnersAnswer));
        Assert.Null(Drafts.Find(_region.Chief, draft.Id));

        draft = Done(Drafts.Record(_region.PartnersOfficer, draft.Id, draft.Number));

        Assert.Equal("KOM", Assert.IsType<AssessmentEntry>(_region.Archive.Entries()[(int)draft.Position!.Value - 1]).Assessment.By);
    }

    [Fact]
    public void A_partner_speaks_for_itself_alone_and_of_programmes_alone()
    {
        var aboutGoal = Done(Drafts.Write(_region.PartnersOfficer, DraftKind.Answer, "KOM", PartnersAnswer.Replace("subject: RUS", "subject: G05")));
        var forCommittee = Done(Drafts.Write(_region.PartnersOfficer, DraftKind.Answer, "KOM", PartnersAnswer.Replace("by: KOM", "by: DN-A")));

        ChangesNothing(() => Drafts.Record(_region.PartnersOfficer, aboutGoal.Id, aboutGoal.Number));
        ChangesNothing(() => Drafts.Record(_region.PartnersOfficer, forCommittee.Id, forCommittee.Number));
        ChangesNothing(() => Drafts.Write(_region.PartnersOfficer, DraftKind.Answer, "DN-A", Answer), Right.WriteDraft);
    }

    [Fact]
    public void Before_it_is_submitted_a_draft_is_seen_by_its_unit_only()
    {
        var draft = Done(Drafts.Write(_region.Employee, DraftKind.Decision, "A1", Purchase));
        Assert.NotNull(Drafts.Find(_region.UnitHead, draft.Id));
        foreach (var other in new[] { _region.Neighbour, _region.Chief, _region.Secretary, _region.Chair, _region.PartnersOfficer, OfficeHolder.Public })
            Assert.Null(Drafts.Find(other, draft.Id));

        draft = Done(Drafts.Submit(_region.UnitHead, draft.Id, draft.Number));

        Assert.NotNull(Drafts.Find(_region.Chief, draft.Id));
        Assert.Null(Drafts.Find(_region.Neighbour, draft.Id));
        Assert.Null(Drafts.Find(_region.PartnersOfficer, draft.Id));
        Assert.Single(Drafts.Waiting(_region.Chief));
        Assert.Empty(Drafts.Waiting(_region.Neighbour));
        Assert.Empty(Drafts.Waiting(OfficeHolder.Public));
    }

    [Fact]
    public void A_step_without_its_right_says_which_and_changes_nothing()
    {
        ChangesNothing(() => Drafts.Write(_region.Neighbour, DraftKind.Decision, "A1", Purchase), Right.WriteDraft);
        ChangesNothing(() => Drafts.Write(OfficeHolder.Public, DraftKind.Decision, "A1", Purchase), Right.WriteDraft);
        var draft = Done(Drafts.Write(_region.Employee, DraftKind.Decision, "A1", Purchase));
        ChangesNothing(() => Drafts.Submit(_region.Employee, draft.Id, draft.Number), Right.Submit);
        ChangesNothing(() => Drafts.Submit(_region.Neighbour, draft.Id, draft.Number), Right.SeeDrafts);
        ChangesNothing(() => Drafts.Record(_region.UnitHead, draft.Id, draft.Number), Right.Record);
        draft = Done(Drafts.Submit(_region.UnitHead, draft.Id, draft.Number));
        ChangesNothing(() => Drafts.Approve(_region.UnitHead, draft.Id, draft.Number), Right.Approve);
        ChangesNothing(() => Drafts.Return(_region.UnitHead, draft.Id, draft.Number, "Nej"), Right.Approve);
        ChangesNothing(() => Drafts.Write(_region.Employee, draft.Id, draft.Number, Purchase), "draft.not-now");
        ChangesNothing(() => Drafts.Record(_region.Secretary, draft.Id, draft.Number));
    }

    [Fact]
    public void What_is_given_back_has_a_note_and_can_be_submitted_anew()
    {
        var draft = Done(Drafts.Write(_region.UnitHead, DraftKind.Decision, "A1", Purchase));
        draft = Done(Drafts.Submit(_region.UnitHead, draft.Id, draft.Number));
        ChangesNothing(() => Drafts.Return(_region.Chief, draft.Id, draft.Number, " "), "draft.note-missing");

        draft = Done(Drafts.Return(_region.Chief, draft.Id, draft.Number, "Vad kostar det?"));

        Assert.Equal((DraftState.Returned, "Vad kostar det?"), (draft.State, draft.Note));
        Assert.Null(Drafts.Find(_region.Chief, draft.Id));
        draft = Done(Drafts.Write(_region.UnitHead, draft.Id, draft.Number, Purchase.Replace("Fläktar", "Två fläktar")));
        Done(Drafts.Submit(_region.UnitHead, draft.Id, draft.Number));
    }

    [Fact]
    public void The_second_of_two_writers_sees_what_the_first_wrote()
    {
        var draft = Done(Drafts.Write(_region.Employee, DraftKind.Decision, "A1", Purchase));
        Done(Drafts.Write(_region.UnitHead, draft.Id, draft.Number, Purchase.Replace("Inköp", "Chefens")));

        var second = Drafts.Write(_region.Employee, draft.Id, draft.Number, Purchase.Replace("Inköp", "Medarbetarens"));

        Assert.False(second.Done);
        Assert.Equal("Chefens", second.Theirs!.Content.Title);
        Assert.Equal("Medarbetarens", Done(Drafts.Write(_region.Employee, draft.Id, second.Theirs.Number, Purchase.Replace("Inköp", "Medarbetarens"))).Content.Title);
        Assert.Equal(["Inköp", "Chefens", "Medarbetarens"], Drafts.Versions(_region.Employee, draft.Id).Select(v => v.Content.Title));
    }

    [Fact]
    public void A_decision_beyond_the_body_is_not_recorded_unless_the_body_has_taken_it()
    {
        const string Beyond = "decision: DN-A-ram\nbody: DN-A\ndate: 2026-11-27\ntitle: Ram\nacts:\n- set-frame: {year: 2027, from: REGION, to: DN-A, kind: grant, amount: 1 mnkr}\n";
        var draft = Done(Drafts.Write(_region.Secretary, DraftKind.Decision, "DN-A", Beyond));

        ChangesNothing(() => Drafts.Record(_region.Secretary, draft.Id, draft.Number));
        draft = Done(Drafts.Write(_region.Secretary, draft.Id, draft.Number, Beyond.Replace("title:", "taken: true\nexception: Bråttom\ntitle:")));
        draft = Done(Drafts.Record(_region.Secretary, draft.Id, draft.Number));

        Assert.Equal(VerdictOutcome.Breach, Assert.IsType<DecisionEntry>(_region.Archive.Entries()[(int)draft.Position!.Value - 1]).Verdict.Outcome);
    }

    [Fact]
    public void What_cannot_be_read_is_kept_but_not_submitted()
    {
        var draft = Done(Drafts.Write(_region.UnitHead, DraftKind.Decision, "A1", "decision: A\nbody: DN-A\ntitle: Halvfärdigt\n"));
        Assert.Equal("Halvfärdigt", draft.Content.Title);

        ChangesNothing(() => Drafts.Submit(_region.UnitHead, draft.Id, draft.Number), "decision.field-missing");
        ChangesNothing(() => Drafts.Submit(_region.UnitHead, 99, 1), "draft.unknown");
    }

    [Fact]
    public void A_right_ends_with_the_appointment_it_rests_on()
    {
        var draft = Done(Drafts.Write(_region.UnitHead, DraftKind.Decision, "A1", Purchase));
        _region.Record("decision: RF-2\nbody: RF\ndate: 2026-11-01\ntitle: Avgång\ntaken: true\nacts:\n- appoint: {office: O-ENHET, holder: H-ENHET, valid: 2026-01-01..2026-11-27}\n");
        Assert.True(DraftRights.Submit(_region.UnitHead, draft, _region.Today.State).Allowed);

        _region.Clock.Now = new(2026, 11, 27, 23, 0, 0, TimeSpan.Zero);

        ChangesNothing(() => Drafts.Submit(_region.UnitHead, draft.Id, draft.Number), Right.SeeDrafts);
        Assert.Equal(RefusalReason.AppointmentEnded, Drafts.Submit(_region.UnitHead, draft.Id, draft.Number).Refusal!.Reason);
    }

    [Fact]
    public void A_text_is_weighed_before_anyone_decides_it()
    {
        var state = _region.Today.State;
        var within = WeighedText.Of(Purchase, _region.Secretary, _region.Archive, state);
        Assert.Equal((VerdictOutcome.Within, true, false), (within.Verdict!.Outcome, within.Record!.Allowed, within.ChangesFigures));

        var beyond = WeighedText.Of(Purchase.Replace("decide-matter: {matter: utrustning, text: Fläktar köps in}", "set-frame: {year: 2027, from: REGION, to: DN-A, kind: grant, amount: 1 mnkr}"), _region.Employee, _region.Archive, state);
        Assert.Equal((VerdictOutcome.Refused, false, true), (beyond.Verdict!.Outcome, beyond.Record!.Allowed, beyond.ChangesFigures));
        Assert.Contains("RF", beyond.Verdict.Breaches[0].CouldDecide);
    }

    [Fact]
    public void A_withdrawn_draft_waits_for_nothing_and_can_be_read_by_its_unit()
    {
        var draft = Done(Drafts.Write(_region.UnitHead, DraftKind.Decision, "A1", Purchase));
        draft = Done(Drafts.Withdraw(_region.UnitHead, draft.Id, draft.Number));

        Assert.Empty(Drafts.Waiting(_region.UnitHead));
        Assert.NotNull(Drafts.Find(_region.Employee, draft.Id));
        ChangesNothing(() => Drafts.Submit(_region.UnitHead, draft.Id, draft.Number), "draft.not-now");
    }

    public void Dispose() => _region.Dispose();

    private static Draft Done(DraftResult result)
    {
        Assert.True(result.Done, $"{result.Refusal} {string.Join(", ", result.Faults)} {result.Theirs} {string.Join(", ", result.Recorded?.Recordings.Select(r => $"{r.Verdict}") ?? [])}");
        return result.Draft!;
    }

    private void ChangesNothing(Func<DraftResult> act, Right missing)
    {
        var result = ChangesNothing(act);
        Assert.Equal(missing, result.Refusal!.Right);
    }

    private void ChangesNothing(Func<DraftResult> act, string fault)
    {
        var result = ChangesNothing(act);
        Assert.Contains(fault, result.Faults.Select(f => f.Code));
    }

    private DraftResult ChangesNothing(Func<DraftResult> act)
    {
        var before = (_region.Archive.Head(), string.Join('\n', _region.File.Open()));
        var result = act();
        Assert.False(result.Done);
        Assert.Equal(before, (_region.Archive.Head(), string.Join('\n', _region.File.Open())));
        return result;
    }
}
