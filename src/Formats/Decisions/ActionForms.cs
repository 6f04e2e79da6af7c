using Styrkedja.Decisions;
using static Styrkedja.Formats.Decisions.Kinds;

namespace Styrkedja.Formats.Decisions;

/// <summary>The forms of acts about measures against deviations, and about internal control.</summary>
internal static class ActionForms
{
    public static readonly IReadOnlyList<ActForm> All =
    [
        new("decide-measure", 1, "Decides what is done about a deviation.", f => new DecideMeasure(
            f.Required("id", Id, "Short id."),
            f.Required("subject", Id, "Whose deviation it is: body, administration, unit or REGION."),
            f.Required("owner", Id, "Office, unit or body that carries it out."),
            f.Required("text", Names, "What is done."),
            f.Optional("why", Names, "The deviation in words."),
            f.Optional("group", Id, "Account group that deviates."),
            f.Optional("goal", Id, "Goal or sub-goal that deviates."),
            f.Optional("effects", ListOf(Nested(e => new ExpectedEffect(
                e.Required("year", Year, "The year."),
                e.Required("amount", Amount, "What it gives that year; a better result is positive.")))), "What it is expected to give, year by year.") ?? [],
            f.Required("time", Time, "From the day it begins to the day on which it is to be carried out."))),
        new("end-measure", 1, "Ends a measure.", f => new EndMeasure(
            f.Required("measure", Id, "The measure."),
            f.Required("how", OneOf<MeasureEnding>(), "How it came to its end."),
            f.Optional("text", Names, "What came of it."))),
        new("adopt-control-plan", 1, "Adopts a committee's risks and controls of a year.", f => new AdoptControlPlan(
            f.Required("body", Id, "The committee."),
            f.Required("year", Year, "The year."),
            f.Required("risks", SomeOf(Nested(r => new Risk(
                r.Required("id", Id, "Short id within the plan."),
                r.Required("text", Names, "What can go wrong."),
                r.Required("owner", Id, "Office, unit or body that answers for it."),
                r.Required("likelihood", Step, "From 1, unlikely, to 4, probable."),
                r.Required("consequence", Step, "From 1, hardly felt, to 4, serious.")))), "The risks."),
            f.Required("controls", SomeOf(Nested(c => new PlannedControl(
                c.Required("id", Id, "Short id within the plan."),
                c.Required("risk", Id, "The risk that it guards against."),
                c.Required("text", Names, "What is looked after."),
                c.Required("frequency", OneOf<ControlFrequency>(), "How often it is made."),
                c.Required("by", Id, "Office, unit or body that makes it."),
                c.Required("due", Date, "The day by which its last result is told.")))), "The controls."),
            f.Optional("report-by", Optionally(Date), "The day by which the committee reports to the executive board."),
            f.Optional("summary-by", Optionally(Date), "In the executive board's own plan: the day by which it sums up all committees."))),
        new("report-control", 1, "Tells what a control found.", f => new ReportControl(
            f.Required("body", Id, "The committee."),
            f.Required("year", Year, "The year of the plan."),
            f.Required("control", Id, "The control."),
            f.Required("day", Date, "The day on which it was made."),
            f.Required("found", OneOf<ControlFinding>(), "What it found."),
            f.Required("text", Names, "In words."),
            f.Optional("remedy", Names, "What is done about it."),
            f.Optional("measure", Id, "The measure that has been decided about it."))),
        new("report-internal-control", 1, "Tells the executive board how a committee's internal control has worked.", f => new ReportInternalControl(
            f.Required("body", Id, "The committee."),
            f.Required("year", Year, "The year."),
            f.Required("judgement", OneOf<ControlJudgement>(), "Whether it was enough."),
            f.Required("text", Names, "In words."))),
        new("summarise-internal-control", 1, "Sums up the internal control of all committees.", f => new SummariseInternalControl(
            f.Required("year", Year, "The year."),
            f.Required("judgement", OneOf<ControlJudgement>(), "Whether it was enough."),
            f.Required("text", Names, "In words."))),
    ];
}
