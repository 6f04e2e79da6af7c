using Styrkedja.Decisions;
using static Styrkedja.Formats.Decisions.Kinds;

namespace Styrkedja.Formats.Decisions;

/// <summary>The forms of acts about rounds of follow-up and what ends a year.</summary>
internal static class FollowUpForms
{
    public static readonly IReadOnlyList<ActForm> All =
    [
        new("open-round", 1, "Opens a round of follow-up.", f => new OpenRound(
            f.Required("id", Id, "Short id."),
            f.Required("kind", OneOf<RoundKind>(), "Which round it is."),
            f.Required("period", Months, "The months it covers."),
            f.Required("name", Names, "Its name."))),
        new("submit-report", 1, "Hands a round's report onward.", f => new SubmitReport(
            f.Required("round", Id, "The round."),
            f.Required("to", Id, "The body that receives it."))),
        new("approve-report", 1, "Approves a round's report.", f => new ApproveReport(
            f.Required("round", Id, "The round."))
        {
            SoundManagement = f.Optional("sound-management", Optionally(OneOf<ManagementJudgement>()), "The judgement of sound financial management that the report ends in."),
        }),
        new("lock-round", 1, "Locks a round.", f => new LockRound(
            f.Required("round", Id, "The round."))),
        new("give-audit-opinion", 1, "Tells what the auditors say of a year.", f => new GiveAuditOpinion(
            f.Required("round", Id, "The round of the annual report."),
            f.Required("recommends-discharge", Flag, "True when they recommend discharge."),
            f.Optional("text", Names, "In their words."))),
        new("grant-discharge", 1, "Grants the bodies discharge for a year.", f => new GrantDischarge(
            f.Required("year", Year, "The year."),
            f.Required("to", SomeOf(Id), "The bodies."))),
    ];
}
