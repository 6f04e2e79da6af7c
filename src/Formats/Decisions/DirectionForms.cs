using Styrkedja.Decisions;
using static Styrkedja.Formats.Decisions.Kinds;

namespace Styrkedja.Formats.Decisions;

/// <summary>The forms of acts about vision, goals, plans and other documents that steer.</summary>
internal static class DirectionForms
{
    public static readonly IReadOnlyList<ActForm> All =
    [
        new("adopt-vision", 1, "Adopts the vision.", f => new AdoptVision(
            f.Required("id", Id, "Short id."),
            f.Required("text", Names, "The vision."),
            f.Required("valid", Valid, "Days in force."))),
        new("adopt-strategy", 1, "Adopts a strategy.", f => new AdoptStrategy(
            f.Required("id", Id, "Short id."),
            f.Required("name", Names, "Its name."),
            f.Required("serves", Id, "The vision or strategy it serves."),
            f.Required("valid", Valid, "Days in force."))),
        new("adopt-goal-area", 1, "Names a field into which goals are sorted.", f => new AdoptGoalArea(
            f.Required("id", Id, "Short id."),
            f.Required("name", Names, "Its name."))),
        new("adopt-goal", 1, "Adopts a goal.", f => new AdoptGoal(
            f.Required("id", Id, "Short id."),
            f.Required("area", Id, "Goal area."),
            f.Required("under", Id, "Strategy or vision it carries out."),
            f.Optional("owner", Id, "Body that answers for it; left out when no source says."),
            f.Optional("text", Names, "The wording; left out when it was never found."),
            f.Required("valid", Valid, "Days in force."))
        {
            Serves = f.Optional("serves", ListOf(Id), "Goals above that it serves; with any it is the owner's own goal.") ?? [],
            Replaces = f.Optional("replaces", ListOf(Id), "Goals that it stands instead of from its first day.") ?? [],
        }),
        new("adopt-sub-goal", 1, "Adopts a sub-goal for one year.", f => new AdoptSubGoal(
            f.Required("id", Id, "Short id."),
            f.Required("year", Year, "The year it is for."),
            f.Required("goal", Id, "The goal it serves."),
            f.Required("owner", Id, "Body that answers for it."),
            f.Required("text", Names, "The wording."))
        {
            Serves = f.Optional("serves", ListOf(Id), "Other goals that it serves as well.") ?? [],
        }),
        new("adopt-indicator", 1, "Adopts an indicator of a goal or sub-goal.", f => new AdoptIndicator(
            f.Required("id", Id, "Short id."),
            f.Required("of", Id, "Goal or sub-goal; the vision or a strategy for a measure of the place itself."),
            f.Required("name", Names, "Its name."),
            f.Required("unit", Text, "Unit of values and targets."),
            f.Optional("polarity", Optionally(OneOf<Polarity>()), "Which way is better; left out when the table of polarities is to say by the code."),
            f.Optional("computed-from", Text, "Measure of the ledger that gives the value, such as result-deviation."))
        {
            Definition = f.Optional("definition", Names, "What is counted and how."),
            ValuesFrom = f.Optional("values-from", Optionally(OneOf<StatisticsSource>()), "Whose statistics the values are."),
            Code = f.Optional("code", Text, "The source's own code of the measure, such as N79222."),
            Place = f.Optional("place", Text, "The source's code of the place whose values count, such as 0013."),
            Frequency = f.Optional("frequency", Optionally(OneOf<IndicatorFrequency>()), "How often a value comes."),
            Lag = f.Optional("lag", Count, "Months from the end of a period until its value is usually told."),
            Breakdown = f.Optional("breakdown", ListOf(OneOf<IndicatorBreakdown>()), "The ways in which values are divided.") ?? [],
            Reference = f.Optional("reference", Optionally(OneOf<ComparedWith>()), "Whom it is to be held against."),
            Decimals = f.Optional("decimals", Optionally(Count), "How many decimals values are shown with."),
        }),
        new("set-target", 1, "Sets the value an indicator must reach in a year.", f => new SetTarget(
            f.Required("indicator", Id, "The indicator."),
            f.Required("year", Year, "The year."),
            f.Required("value", Number, "The value to reach."),
            f.Optional("tolerance", Number, "How far off still counts as partly; for within, how far off still counts as reached."))
        {
            Operator = f.Optional("operator", Optionally(OneOf<TargetOperator>()), "When it is reached; left out when the polarity says."),
        }),
        new("set-judgement-rule", 1, "Sets how the year's sound financial management is judged.", f => new SetJudgementRule(
            f.Required("year", Year, "The year."),
            f.Required("financial-goals", ListOf(Id), "Goals that must all be fulfilled."),
            f.Required("activity-share", Count, "Per cent of the other goals that must be fulfilled or partly fulfilled."))
        {
            Partly = f.Optional("partly", Optionally(OneOf<JudgementWeight>()), "What a goal partly fulfilled counts as; wholly when left out."),
            NotJudged = f.Optional("not-judged", Optionally(OneOf<JudgementWeight>()), "What a goal that cannot be judged counts as; as not reached when left out."),
            ActivityGoals = f.Optional("activity-goals", ListOf(Id), "The other goals that count; all of them when left out.") ?? [],
        }),
        new("adopt-steering-document", 1, "Adopts a policy, guidelines, rules or a plan.", f => new AdoptSteeringDocument(
            f.Required("id", Id, "Short id."),
            f.Required("name", Names, "Its name."),
            f.Required("rank", OneOf<SteeringRank>(), "Where it stands among others."),
            f.Optional("serves", Id, "What it serves."),
            f.Optional("review-by", Optionally(Date), "The day by which it is to be looked over."),
            f.Required("valid", Valid, "Days in force."))),
        new("repeal-steering-document", 1, "Ends a steering document.", f => new RepealSteeringDocument(
            f.Required("id", Id, "The document."),
            f.Required("last-day", Date, "Last day in force."))),
        new("set-direction", 1, "Sets the direction of a body for a year.", f => new SetDirection(
            f.Required("id", Id, "Short id."),
            f.Required("for", Id, "The body."),
            f.Required("year", Year, "The year."),
            f.Required("text", Names, "The direction."),
            f.Optional("serves", Id, "Goal or strategy it serves."))),
        new("adopt-activity-plan", 1, "Adopts a committee's plan for a year.", f => new AdoptActivityPlan(
            f.Required("id", Id, "Short id."),
            f.Required("body", Id, "The committee."),
            f.Required("year", Year, "The year."),
            f.Required("name", Names, "Its name."),
            f.Optional("goals", ListOf(Id), "Goals it serves.") ?? [])),
        new("give-commission", 1, "Orders something of an operating committee, beside the money.", f => new GiveCommission(
            f.Required("id", Id, "Short id."),
            f.Required("year", Year, "The year."),
            f.Required("to", Id, "The operating committee."),
            f.Required("text", Names, "What is ordered."),
            f.Optional("goal", Id, "Goal it serves."))),
    ];
}
