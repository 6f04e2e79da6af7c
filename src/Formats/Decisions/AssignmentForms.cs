using Styrkedja.Decisions;
using static Styrkedja.Formats.Decisions.Kinds;

namespace Styrkedja.Formats.Decisions;

/// <summary>The forms of acts about assignments and oversight.</summary>
internal static class AssignmentForms
{
    public static readonly IReadOnlyList<ActForm> All =
    [
        new("give-assignment", 1, "Gives someone an assignment.", f => new GiveAssignment(
            f.Required("id", Id, "Short id."),
            f.Required("to", Id, "Body, administration, unit or office that is to do it."),
            f.Required("text", Names, "What is to be done."),
            f.Optional("deadline", Optionally(Date), "The day by which it is done."),
            f.Optional("report-back", Optionally(Date), "The day by which it is reported; left out means the deadline."),
            f.Optional("part-of", Id, "The assignment it is a part of."),
            f.Optional("serves", Id, "Goal it serves."))),
        new("report-assignment", 1, "Tells how an assignment goes.", f => new ReportAssignment(
            f.Required("assignment", Id, "The assignment."),
            f.Required("text", Names, "How it goes."),
            f.Optional("done", Flag, "True when the receiver holds it done."))),
        new("close-assignment", 1, "Closes an assignment.", f => new CloseAssignment(
            f.Required("assignment", Id, "The assignment."))),
        new("record-oversight", 1, "Tells of the yearly oversight of a committee or company.", f => new RecordOversight(
            f.Required("of", Id, "Committee or company."),
            f.Required("year", Year, "The year looked at."),
            f.Required("within", Flag, "True when it has stayed within what it is for."),
            f.Required("text", Names, "What was found."))),
    ];
}
