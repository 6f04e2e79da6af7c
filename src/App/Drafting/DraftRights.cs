using Styrkedja.Authority;
using Styrkedja.Formats.Decisions;
using Styrkedja.Region;
using Styrkedja.Rights;
using Styrkedja.Store.Drafts;

namespace Styrkedja.App.Drafting;

/// <summary>Who may see and do what with a draft, by the offices held on the day and how far the draft has come.</summary>
public static class DraftRights
{
    /// <summary>The units, bodies and partners that someone writes drafts for, those of the offices held.</summary>
    public static IEnumerable<string> OwnersOf(OfficeHolder who, RegionState state) =>
        who.Offices.Select(office => office.In).Distinct().Where(place => Policy.May(who, Right.WriteDraft, place, state).Allowed);

    /// <summary>Whether someone may see a draft: before it is submitted only those whose it is, after that also those who approve, and when approved those who decide.</summary>
    public static Permission See(OfficeHolder who, Draft draft, RegionState state)
    {
        var (content, submitted) = (draft.Content, draft.State is DraftState.Submitted or DraftState.Approved or DraftState.Recorded);
        var own = Policy.May(who, Right.SeeDrafts, content.Owner, state);
        if (own.Allowed || !submitted)
            return own;
        var theirs = Policy.May(who, Right.SeeSubmitted, content.Owner, state);
        if (theirs.Allowed || draft.State == DraftState.Submitted)
            return theirs;
        var deciders = Policy.May(who, Right.SeeSubmitted, content.ForBody, state);
        return deciders.Allowed || Policy.May(who, Right.DecideAsOffice, content.ForBody, state) is not { Allowed: true } office ? deciders : office;
    }

    /// <summary>Whether someone may change the text: those whose it is until it is submitted, and once it is approved those who record what the body decides.</summary>
    public static Permission Write(OfficeHolder who, Draft draft, RegionState state) =>
        draft.State == DraftState.Approved ? Policy.May(who, Right.Record, draft.Content.ForBody, state) : Policy.May(who, Right.WriteDraft, draft.Content.Owner, state);

    public static Permission Submit(OfficeHolder who, Draft draft, RegionState state) => Policy.May(who, Right.Submit, draft.Content.Owner, state);

    public static Permission Approve(OfficeHolder who, Draft draft, RegionState state) => Policy.May(who, Right.Approve, draft.Content.Owner, state);

    /// <summary>Whether someone may give a draft back: whoever approves it, and once it is approved whoever records for the body.</summary>
    public static Permission Return(OfficeHolder who, Draft draft, RegionState state)
    {
        var approver = Approve(who, draft, state);
        return approver.Allowed || draft.State != DraftState.Approved ? approver : Policy.May(who, Right.Record, draft.Content.ForBody, state);
    }

    public static Permission Withdraw(OfficeHolder who, Draft draft, RegionState state) => Policy.May(who, Right.WriteDraft, draft.Content.Owner, state);

    /// <summary>What a holder can do with a draft in the state it is in, in the order of the buttons.</summary>
    /// <param name="writers">Holders who have written in it.</param>
    public static IEnumerable<DraftStep> Steps(OfficeHolder who, Draft draft, IReadOnlyCollection<string> writers, RegionState state)
    {
        if (DraftStep.Write.IsPossible(draft) && Write(who, draft, state).Allowed)
            yield return DraftStep.Write;
        if (DraftStep.Submit.IsPossible(draft) && Submit(who, draft, state).Allowed)
            yield return DraftStep.Submit;
        if (DraftStep.Approve.IsPossible(draft) && Approve(who, draft, state).Allowed && !writers.Contains(who.Id ?? ""))
            yield return DraftStep.Approve;
        if (DraftStep.Return.IsPossible(draft) && Return(who, draft, state).Allowed)
            yield return DraftStep.Return;
        if (DraftStep.Record.IsPossible(draft) && MayTryToRecord(who, draft, state))
            yield return DraftStep.Record;
        if (DraftStep.Withdraw.IsPossible(draft) && Withdraw(who, draft, state).Allowed)
            yield return DraftStep.Withdraw;
    }

    /// <summary>Whether someone may record a draft at this stage, whatever it says; what it says is asked about when it is recorded.</summary>
    public static Permission Record(OfficeHolder who, Draft draft, RegionState state)
    {
        var content = draft.Content;
        if (content.Kind == DraftKind.Answer)
            return Policy.May(who, Right.Sign, content.ForBody, state);
        return draft.State == DraftState.Approved ? See(who, draft, state) : Policy.May(who, Right.WriteDraft, content.Owner, state);
    }

    /// <summary>True for what a partner says or decides for itself; it is signed, not approved.</summary>
    public static bool IsPartnersOwn(DraftContent content, RegionState state) => Policy.IsPartner(content.ForBody, state);

    private static bool MayTryToRecord(OfficeHolder who, Draft draft, RegionState state)
    {
        if (!Record(who, draft, state).Allowed || (draft.Content.Kind == DraftKind.Answer && !IsPartnersOwn(draft.Content, state)))
            return false;
        return draft.Content.Kind == DraftKind.Answer
            || (DecisionFile.Read(draft.Content.Text, "").Decisions is [{ Decision: var decision }]
                ? Policy.MayRecord(who, decision, Verdict.Within, state).Allowed
                : new[] { IsPartnersOwn(draft.Content, state) ? Right.Sign : Right.Record, Right.DecideAsOffice, Right.DecideForBody, Right.KeepDiary }.Any(right => Policy.May(who, right, draft.Content.ForBody, state).Allowed));
    }
}

/// <summary>Something that can be done with a draft.</summary>
public enum DraftStep { Write, Submit, Approve, Return, Record, Withdraw }

/// <summary>In which states of a draft a step can be taken.</summary>
public static class DraftSteps
{
    public static bool IsPossible(this DraftStep step, Draft draft) => (step, draft.State) switch
    {
        (DraftStep.Write, DraftState.Draft or DraftState.Returned or DraftState.Approved) => true,
        (DraftStep.Submit, DraftState.Draft or DraftState.Returned) => true,
        (DraftStep.Approve, DraftState.Submitted) => true,
        (DraftStep.Return, DraftState.Submitted or DraftState.Approved) => true,
        (DraftStep.Record, DraftState.Draft or DraftState.Returned or DraftState.Approved) => true,
        (DraftStep.Record, DraftState.Submitted) => draft.Content.Kind == DraftKind.Answer,
        (DraftStep.Withdraw, DraftState.Draft or DraftState.Returned or DraftState.Submitted) => true,
        _ => false,
    };
}
