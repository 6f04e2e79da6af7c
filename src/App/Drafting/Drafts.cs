using Styrkedja.App.Archive;
using Styrkedja.App.Deciding;
using Styrkedja.App.FollowingUp;
using Styrkedja.Decisions;
using Styrkedja.Formats.Decisions;
using Styrkedja.Provenance;
using Styrkedja.Region;
using Styrkedja.Rights;
using Styrkedja.Store.Drafts;

namespace Styrkedja.App.Drafting;

/// <summary>What became of something done with a draft: done, or why not. What was not done has changed nothing.</summary>
/// <param name="Draft">The draft as it stands afterwards; absent when there is none.</param>
/// <param name="Refusal">The right that was missing.</param>
/// <param name="Theirs">What someone else has written since; whoever wants to change it must have seen it.</param>
/// <param name="Recorded">What became of it in the journal, when it was to be recorded.</param>
public sealed record DraftResult(Draft? Draft, Refusal? Refusal = null, Draft? Theirs = null, RecordingResult? Recorded = null)
{
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    public bool Done => Refusal is null && Theirs is null && Faults.Count == 0 && Recorded is not { Refused: true };
}

/// <summary>Writes drafts and answers, submits, approves, returns and withdraws them, and records what they say: each step only for those whose offices give them the right.</summary>
public sealed class Drafts(RegionArchive archive, DraftFile file, RegionToday today, TimeProvider clock)
{
    /// <summary>A draft that someone may see; nothing when there is none, or when they may not.</summary>
    public Draft? Find(OfficeHolder who, long id) => file.Find(id) is { } draft && DraftRights.See(who, draft, today.State).Allowed ? draft : null;

    /// <summary>Why someone may not see a draft; nothing when they may, or when there is none.</summary>
    public Refusal? WhyHidden(OfficeHolder who, long id) => file.Find(id) is { } draft ? DraftRights.See(who, draft, today.State).Refusal : null;

    /// <summary>Every version of a draft that someone may see.</summary>
    public IReadOnlyList<Draft> Versions(OfficeHolder who, long id) => Find(who, id) is null ? [] : file.Versions(id);

    /// <summary>The drafts that someone may see and that wait for something.</summary>
    public IReadOnlyList<Draft> Waiting(OfficeHolder who)
    {
        var state = today.State;
        return who.Arrival == Arrival.Public ? [] : [.. file.Open().Where(draft => DraftRights.See(who, draft, state).Allowed)];
    }

    /// <summary>Holders who have written in the text of a draft.</summary>
    public IReadOnlyCollection<string> Writers(long id)
    {
        var writers = new HashSet<string>(StringComparer.Ordinal);
        string? before = null;
        foreach (var version in file.Versions(id))
        {
            if (version.Content.Text != before)
                writers.Add(version.ChangedBy);
            before = version.Content.Text;
        }

        return writers;
    }

    /// <summary>Begins a new draft.</summary>
    /// <param name="owner">The unit, body or partner whose draft it is.</param>
    public DraftResult Write(OfficeHolder who, DraftKind kind, string owner, string text)
    {
        if (Policy.May(who, Right.WriteDraft, owner, today.State).Refusal is { } refusal)
            return new(null, refusal);
        return new(file.Add(ContentOf(kind, owner, text, null), NameOf(who), clock.GetUtcNow()));
    }

    /// <summary>Changes the text of a draft.</summary>
    /// <param name="seen">The number of the version that the writer has seen.</param>
    public DraftResult Write(OfficeHolder who, long id, int seen, string text) => Step(who, id, seen, DraftStep.Write, DraftRights.Write, draft =>
        Changed(who, draft, draft.State == DraftState.Approved ? DraftState.Approved : DraftState.Draft, draft.Note, ContentOf(draft.Content.Kind, draft.Content.Owner, text, draft.Content)));

    /// <summary>Hands a draft to whoever approves. What can't be read as a decision, and an answer that lacks something its round asks for, is not handed in.</summary>
    public DraftResult Submit(OfficeHolder who, long id, int seen) => Step(who, id, seen, DraftStep.Submit, DraftRights.Submit, draft =>
        (FaultsOf(draft.Content) is { Count: > 0 } faults ? faults : Lacks(draft.Content)) is { Count: > 0 } wrong ? new(draft) { Faults = wrong } : Changed(who, draft, DraftState.Submitted));

    /// <summary>Approves what someone else has written. An answer is recorded by that; a decision waits for whoever decides.</summary>
    public DraftResult Approve(OfficeHolder who, long id, int seen) => Step(who, id, seen, DraftStep.Approve, DraftRights.Approve, draft =>
    {
        if (Writers(id).Contains(NameOf(who)))
            return new(draft) { Faults = [Fault.Error("draft.own-text", new(""), draft.Content.Title)] };
        return draft.Content.Kind == DraftKind.Answer ? Recorded(who, draft) : Changed(who, draft, DraftState.Approved);
    });

    /// <summary>Gives a draft back to those whose it is.</summary>
    /// <param name="note">What is missing.</param>
    public DraftResult Return(OfficeHolder who, long id, int seen, string? note) => Step(who, id, seen, DraftStep.Return, DraftRights.Return, draft =>
        string.IsNullOrWhiteSpace(note) ? new(draft) { Faults = [Fault.Error("draft.note-missing", new(""), "")] } : Changed(who, draft, DraftState.Returned, note.Trim()));

    /// <summary>Takes a draft away. Its versions stay with those whose it is.</summary>
    public DraftResult Withdraw(OfficeHolder who, long id, int seen) => Step(who, id, seen, DraftStep.Withdraw, DraftRights.Withdraw, draft =>
        Changed(who, draft, DraftState.Withdrawn, draft.Note));

    /// <summary>Records what a draft says: a body's decision by its secretary, an office's by whoever holds it, what a partner answers or decides by its officer.</summary>
    public DraftResult Record(OfficeHolder who, long id, int seen) => Step(who, id, seen, DraftStep.Record, DraftRights.Record, draft =>
        draft.Content.Kind == DraftKind.Answer && !DraftRights.IsPartnersOwn(draft.Content, today.State)
            ? new(draft) { Faults = [Fault.Error("draft.not-approved", new(""), draft.Content.Title)] }
            : Recorded(who, draft));

    /// <summary>True for what is signed when it is recorded: what a partner answers or decides, and minutes that are verified.</summary>
    public static bool IsSigned(DraftKind kind, string text, RegionState state)
    {
        var read = DecisionFile.Read(text, "");
        return kind == DraftKind.Answer
            ? read.Assessments is [{ Assessment.By: var by }] && Policy.IsPartner(by, state)
            : read.Decisions is [{ Decision: { Acts.Count: > 0 } decision }] && (Policy.IsPartner(decision.Body, state) || decision.Acts.All(act => act is VerifyMinutes));
    }

    /// <summary>What a text says of itself: who is to decide, in which case, and what it is called. What can't be read is as it was.</summary>
    internal static DraftContent ContentOf(DraftKind kind, string owner, string text, DraftContent? before)
    {
        var form = DraftText.Form(text, FieldsOf(kind));
        var title = kind == DraftKind.Decision ? form?["title"] : form?["subject"];
        return new(
            kind,
            owner,
            form?[kind == DraftKind.Decision ? "body" : "by"] ?? before?.ForBody ?? owner,
            form is null ? before?.Case : form["minute.case"] ?? form["diary"] ?? form["acts.0.case"],
            title ?? before?.Title ?? "–",
            text);
    }

    /// <summary>The fields of the form that a draft of a kind fills in.</summary>
    public static IReadOnlyList<FormField> FieldsOf(DraftKind kind) => kind == DraftKind.Decision ? DraftText.DecisionFields : DraftText.AssessmentFields;

    private static List<Fault> FaultsOf(DraftContent content)
    {
        var read = DecisionFile.Read(content.Text, "");
        var count = content.Kind == DraftKind.Decision ? read.Decisions.Count : read.Assessments.Count;
        return read.Refused ? [.. read.Faults.Where(f => f.Severity == Severity.Error)]
            : count == 1 && read.Decisions.Count + read.Assessments.Count == 1 ? []
            : [Fault.Error("draft.not-one", new(""), $"{read.Decisions.Count + read.Assessments.Count}")];
    }

    /// <summary>What an answer lacks of what its round asks for.</summary>
    private IReadOnlyList<Fault> Lacks(DraftContent content)
    {
        var state = today.State;
        return content.Kind == DraftKind.Answer ? AnswerFaults.Of(DecisionFile.Read(content.Text, "").Assessments, () => archive.ViewAt(state.At), state) : [];
    }

    /// <summary>The name under which versions are kept: never a person's.</summary>
    private static string NameOf(OfficeHolder who) => who.Id ?? "console";

    private DraftResult Step(OfficeHolder who, long id, int seen, DraftStep step, Func<OfficeHolder, Draft, RegionState, Permission> may, Func<Draft, DraftResult> take)
    {
        if (file.Find(id) is not { } draft)
            return new(null) { Faults = [Fault.Error("draft.unknown", new(""), $"{id}")] };
        if ((DraftRights.See(who, draft, today.State).Refusal ?? may(who, draft, today.State).Refusal) is { } refusal)
            return new(null, refusal);
        if (draft.Number != seen)
            return new(draft, Theirs: draft);
        return step.IsPossible(draft) ? take(draft) : new(draft) { Faults = [Fault.Error("draft.not-now", new(""), draft.Content.Title)] };
    }

    private DraftResult Changed(OfficeHolder who, Draft draft, DraftState state, string? note = null, DraftContent? content = null) =>
        file.Change(draft, content ?? draft.Content, state, NameOf(who), clock.GetUtcNow(), note) is { } next ? new(next) : new(file.Find(draft.Id), Theirs: file.Find(draft.Id));

    private DraftResult Recorded(OfficeHolder who, Draft draft)
    {
        if (FaultsOf(draft.Content) is { Count: > 0 } faults)
            return new(draft) { Faults = faults };
        var result = new TakeDecision(archive, today).Take([(draft.Content.Text, "")], who, clock.GetUtcNow());
        if (result.Refused)
            return new(draft, result.Refusals.Count > 0 ? result.Refusals[0] : null, null, result);
        // The journal holds it now. Should someone have changed the draft meanwhile, what was recorded is still what this version said.
        Draft? recorded;
        do
        {
            recorded = file.Change(file.Find(draft.Id)!, draft.Content, DraftState.Recorded, NameOf(who), clock.GetUtcNow(), null, result.Recordings[0].Position);
        }
        while (recorded is null);
        return new(recorded, null, null, result);
    }
}
