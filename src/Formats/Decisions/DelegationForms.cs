using Styrkedja.Decisions;
using static Styrkedja.Formats.Decisions.Kinds;

namespace Styrkedja.Formats.Decisions;

/// <summary>The forms of acts about who may decide in whose name, and what was decided so.</summary>
internal static class DelegationForms
{
    public static readonly IReadOnlyList<ActForm> All =
    [
        new("delegate", 1, "Lets someone decide a kind of matter in the body's name.", f => new GiveDelegation(
            f.Required("id", Id, "Number in the delegation order."),
            f.Required("kind", OneOf<DelegateKind>(), "To what sort of receiver."),
            f.Required("to", Id, "The committee, subcommittee or office; for presidium, member and automated function the body itself."),
            f.Required("matter", Id, "The kind of matter."),
            f.Optional("matter-kind", OneOf<MatterKind>(), "What law says of such matters; left out for ordinary ones."),
            f.Optional("limit", Optionally(AmountGiven), "Largest amount of one decision."),
            f.Optional("report-within-days", Optionally(Count), "Days within which each decision is reported; left out means at the next meeting."),
            f.Optional("may-pass-on", Flag, "True when the head of an administration may pass it on."),
            f.Required("valid", Valid, "Days in force."))),
        new("pass-on-delegation", 1, "Passes on a right to decide within an administration.", f => new PassOnDelegation(
            f.Required("id", Id, "Number in the delegation order."),
            f.Required("delegation", Id, "The delegation that is passed on."),
            f.Required("to", Id, "The office."),
            f.Optional("limit", Optionally(AmountGiven), "Largest amount of one decision."),
            f.Required("valid", Valid, "Days in force."))),
        new("revoke-delegation", 1, "Ends a delegation.", f => new RevokeDelegation(
            f.Required("delegation", Id, "The delegation."),
            f.Required("last-day", Date, "Last day in force."))),
        new("decide-matter", 1, "Decides a matter that has no act of its own.", f => new DecideMatter(
            f.Required("matter", Id, "The kind of matter, in the words of mandates and delegations."),
            f.Required("text", Names, "What is decided."),
            f.Optional("amount", Optionally(AmountGiven), "What it is about in money."),
            f.Optional("subject", Id, "Whom it is about."))),
        new("give-access", 1, "Lets an office see protected data for a purpose and a time.", f => new GiveAccess(
            f.Required("id", Id, "Number of the access."),
            f.Required("office", Id, "The office."),
            f.Required("what", OneOf<ProtectedData>(), "Which data."),
            f.Required("in", Id, "Body, administration or unit that the data are about."),
            f.Required("purpose", Names, "What the data are needed for."),
            f.Required("valid", Valid, "First and last day."))),
        new("report-delegated", 1, "Reports delegated decisions to the body.", f => new ReportDelegated(
            f.Required("decisions", SomeOf(Id), "The decisions reported."))),
    ];
}
