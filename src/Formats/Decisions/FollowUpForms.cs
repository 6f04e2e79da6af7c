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
            f.Required("name", Names, "Its name."))
        {
            Like = f.Optional("like", Id, "An earlier round that it is a copy of, but for what is said here."),
            Template = f.Optional("template", Optionally(OneOf<RoundTemplate>()), "What is asked of everyone not named."),
            AnswerBy = f.Optional("answer-by", Optionally(Date), "The last day for answers."),
            Steps = f.Optional("steps", ListOf(OneOf<RoundStep>()), "Its way, when it is another than its kind has.") ?? [],
            Threshold = f.Optional("threshold", Nested(ThresholdForm), "How large a deviation must be before it has to be explained."),
            Questions = f.Optional("questions", ListOf(Nested(QuestionForm)), "Its own questions.") ?? [],
            Asks = f.Optional("asks", ListOf(Nested(AskForm)), "What is asked of whom.") ?? [],
        }),
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
            f.Required("round", Id, "The round of the report."),
            f.Optional("recommends-discharge", Optionally(Flag), "True when they recommend discharge; left out of an interim report, where there is nothing to discharge."),
            f.Optional("text", Names, "In their words."))),
        new("grant-discharge", 1, "Grants the bodies discharge for a year.", f => new GrantDischarge(
            f.Required("year", Year, "The year."),
            f.Required("to", SomeOf(Id), "The bodies."))),
    ];

    private static ExplanationThreshold ThresholdForm(Fields f) => new(
        f.Optional("amount", Optionally(AmountGiven), "Above this amount."),
        f.Optional("per-cent", Optionally(Number), "Above this share of the period's budgeted cost."));

    private static RoundQuestion QuestionForm(Fields f) => new(
        f.Required("id", Id, "Short id, the same from round to round."),
        f.Required("text", Names, "The question."));

    private static RoundAsk AskForm(Fields f) => new(
        f.Required("of", Id, "The unit or body that answers."),
        f.Optional("for", ListOf(OneOf<AskedFor>()), "What it answers.") ?? [],
        f.Optional("questions", ListOf(Id), "Ids of the round's own questions.") ?? []);
}
