using System.Text.Json.Nodes;
using Styrkedja.Calendar;
using Styrkedja.Cases;
using Styrkedja.Decisions;
using Styrkedja.Formats.Figures;
using Styrkedja.Goals;
using Styrkedja.Provenance;
using Styrkedja.Region;

namespace Styrkedja.Web.Api;

/// <summary>Cases, meetings and assignments as JSON. What is secret is left out; its paragraph stands instead.</summary>
internal static class CasesJson
{
    public static JsonObject Cases(RegionState state) => new()
    {
        ["asOf"] = Iso(state.At.AsOf),
        ["cases"] = new JsonArray([.. state.Cases.All.OrderBy(c => c.Id, StringComparer.Ordinal).Select(c => (JsonNode)Head(c, state.At.AsOf))]),
    };

    public static JsonObject? Case(RegionState state, string id)
    {
        if (state.Cases.Find(id) is not { } entry)
            return null;
        var open = entry.Secrecy is null;
        var json = Head(entry, state.At.AsOf);
        json["steps"] = new JsonArray([.. entry.Steps.Select(s => (JsonNode)Step(s, open))]);
        json["decisions"] = new JsonArray(
            [.. state.Decisions.Where(d => d.Decision.Date.Latest <= state.At.AsOf && (d.Decision.Diary == id || d.Decision.Minute?.Case == id)).Select(d => (JsonNode)JsonValue.Create(d.Decision.Id)!)]);
        return json;
    }

    public static JsonObject Meetings(RegionState state) => new()
    {
        ["asOf"] = Iso(state.At.AsOf),
        ["meetings"] = new JsonArray([.. state.Meetings.All.Select(m => (JsonNode)Meeting(state, m))]),
    };

    public static JsonObject? Meeting(RegionState state, string id) => state.Meetings.Find(id) is { } meeting ? Meeting(state, meeting) : null;

    public static JsonObject Assignments(RegionState state) => new()
    {
        ["asOf"] = Iso(state.At.AsOf),
        ["assignments"] = new JsonArray([.. state.Assignments.All.Select(a => (JsonNode)Assignment(a, state.At.AsOf))]),
    };

    private static JsonObject Head(CaseEntry entry, DateOnly day) => new()
    {
        ["id"] = entry.Id,
        ["title"] = entry.Secrecy is null ? Names(entry.Opened.Act.Title) : null,
        ["secrecy"] = entry.Secrecy,
        ["kind"] = FigureJson.Word(entry.Opened.Act.Kind),
        ["opened"] = Date(entry.Opened.By.Date),
        ["openedBy"] = entry.Opened.By.Body,
        ["stage"] = FigureJson.Word(entry.Stage),
        ["with"] = entry.With,
        ["outcome"] = entry.Outcome is { } outcome ? FigureJson.Word(outcome) : null,
        ["open"] = entry.IsOpen,
        ["lateMotion"] = entry.IsLateMotion(day),
        ["decision"] = entry.Opened.By.Id,
        ["illustrative"] = entry.Opened.Act.Illustrative,
    };

    private static JsonObject Step(CaseStep step, bool open)
    {
        var json = new JsonObject { ["date"] = Date(step.By.Date), ["body"] = step.By.Body, ["decision"] = step.By.Id, ["illustrative"] = step.Act.Illustrative };
        switch (step.Act)
        {
            case FileDocument a:
                var kept = !open || a.Secrecy is not null;
                (json["step"], json["kind"], json["secrecy"]) = ("document", FigureJson.Word(a.Kind), a.Secrecy);
                (json["title"], json["sha256"]) = (kept ? null : Names(a.Title), kept ? null : a.Hash);
                break;
            case WriteMemo a:
                (json["step"], json["serves"]) = ("memo", open ? a.Serves : null);
                (json["text"], json["ore"], json["financing"]) = (open ? Names(a.Text) : null, open ? a.Amount?.Ore : null, open && a.Financing is { } financing ? Names(financing) : null);
                break;
            case PutProposal a:
                (json["step"], json["by"], json["text"]) = ("proposal", open ? new JsonArray([.. a.By.Select(b => (JsonNode)JsonValue.Create(b)!)]) : null, open ? Names(a.Text) : null);
                break;
            case SendCase a:
                (json["step"], json["to"], json["for"], json["proposal"]) = ("sent", a.To, FigureJson.Word(a.For), open && a.Proposal is { } proposal ? Names(proposal) : null);
                break;
            case ReferBack a:
                (json["step"], json["to"], json["byMinority"], json["reason"]) = ("referredBack", a.To, a.ByMinority, open && a.Reason is { } reason ? Names(reason) : null);
                break;
            case Postpone a:
                (json["step"], json["until"], json["byMinority"]) = ("postponed", a.Until is { } until ? Iso(until) : null, a.ByMinority);
                break;
            case AnswerSuggestion a:
                (json["step"], json["does"], json["text"]) = ("answered", FigureJson.Word(a.Does), open ? Names(a.Text) : null);
                break;
            case ConcludeCase a:
                (json["step"], json["outcome"]) = ("concluded", FigureJson.Word(a.Outcome));
                break;
        }

        if (step.By.Minute is { } minute && open)
            json["minute"] = Minute(minute);
        return json;
    }

    private static JsonObject Minute(MinuteItem minute) => new()
    {
        ["meeting"] = minute.Meeting,
        ["manner"] = minute.Manner is { } manner ? FigureJson.Word(manner) : null,
        ["votes"] = new JsonArray([.. minute.Votes.Select(v => (JsonNode)new JsonObject { ["party"] = v.Party, ["yes"] = v.Yes, ["no"] = v.No, ["abstained"] = v.Abstained, ["absent"] = v.Absent })]),
        ["reservations"] = Seats(minute.Reservations),
        ["conflicts"] = Seats(minute.Conflicts),
    };

    private static JsonObject Meeting(RegionState state, MeetingEntry meeting) => new()
    {
        ["id"] = meeting.Id,
        ["body"] = meeting.Body,
        ["day"] = Iso(meeting.Day),
        ["agenda"] = new JsonArray(
        [
            .. meeting.Called.Act.Agenda.Select(i => (JsonNode)new JsonObject
            {
                ["item"] = i.Item,
                ["case"] = i.Case,
                ["title"] = i.Case is { } id && state.Cases.Find(id)?.Secrecy is not null ? null : Names(i.Title),
            }),
        ]),
        ["verified"] = meeting.Minutes is { } verified ? Iso(verified.Act.Verified) : null,
        ["announced"] = meeting.Minutes is { } announced ? Iso(announced.Act.Announced) : null,
        ["appealBy"] = meeting.AppealBy is { } appeal ? Iso(appeal) : null,
        ["decision"] = meeting.Called.By.Id,
        ["illustrative"] = meeting.Called.Act.Illustrative,
    };

    private static JsonObject Assignment(AssignmentEntry assignment, DateOnly day) => new()
    {
        ["id"] = assignment.Id,
        ["from"] = assignment.Giver,
        ["to"] = assignment.Given.Act.To,
        ["text"] = Names(assignment.Given.Act.Text),
        ["given"] = Date(assignment.Given.By.Date),
        ["due"] = assignment.Due is { } due ? Iso(due) : null,
        ["status"] = FigureJson.Word(assignment.Status),
        ["late"] = assignment.IsLate(day),
        ["partOf"] = assignment.Given.Act.PartOf,
        ["parts"] = new JsonArray([.. assignment.Parts.Select(p => (JsonNode)JsonValue.Create(p)!)]),
        ["serves"] = assignment.Given.Act.Serves,
        ["reports"] = new JsonArray([.. assignment.Reports.Select(r => (JsonNode)new JsonObject { ["date"] = Date(r.By.Date), ["text"] = Names(r.Act.Text), ["done"] = r.Act.Done, ["decision"] = r.By.Id })]),
        ["decision"] = assignment.Given.By.Id,
        ["closedBy"] = assignment.Closed?.By.Id,
        ["illustrative"] = assignment.Given.Act.Illustrative,
    };

    private static JsonArray Seats(IReadOnlyList<PartySeats> seats) => new([.. seats.Select(s => (JsonNode)new JsonObject { ["party"] = s.Party, ["seats"] = s.Seats })]);

    private static JsonNode Date(UncertainDate date) => date.IsCertain
        ? JsonValue.Create(Iso(date.Latest))!
        : new JsonObject { ["earliest"] = Iso(date.Earliest), ["latest"] = Iso(date.Latest), ["basis"] = date.Basis };

    private static JsonObject Names(Bilingual name) => new() { ["sv"] = name.Sv, ["en"] = name.En };

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
