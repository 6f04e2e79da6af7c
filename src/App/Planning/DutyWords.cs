using System.Globalization;
using Styrkedja.Duties;
using Styrkedja.Region;

namespace Styrkedja.App.Planning;

/// <summary>Duties as people say them. What is secret is never said, only by which paragraph it is.</summary>
public sealed class DutyWords(Texts.Texts t, RegionState state)
{
    /// <summary>What is to be done, as a short sentence without its day.</summary>
    public string Title(Duty duty) => t[$"duty.{duty.KindWord}", ("about", About(duty))];

    /// <summary>The name of whoever has to do it.</summary>
    public string Owner(Duty duty) => NameOf(duty.Owner);

    /// <summary>By which law it is to be done by its day; that a body has set the day when no law has.</summary>
    public string Ground(Duty duty) =>
        duty.Law is not { } law ? t["duty.own-day"] : law.Verified ? $"{law.Law} {law.Paragraph}" : t["duty.law-unverified", ("law", $"{law.Law} {law.Paragraph}")];

    /// <summary>How it stands on the day the state is seen on, with the decision that did it.</summary>
    public string Status(Duty duty)
    {
        var word = t[$"duty-status.{StatusWord(duty)}"];
        return duty is { DoneBy: { } by, DoneOn: { } on } ? t["duty.done-by", ("status", word), ("day", Iso(on)), ("body", by.Body)] : word;
    }

    /// <summary>The status as a word in keys and the look: done-late.</summary>
    public string StatusWord(Duty duty) => duty.On(state.At.AsOf) switch
    {
        DutyStatus.Done => "done",
        DutyStatus.DoneLate => "done-late",
        DutyStatus.DoneTooEarly => "done-too-early",
        DutyStatus.Late => "late",
        DutyStatus.DueSoon => "due-soon",
        _ => "ahead",
    };

    /// <summary>The page of what the duty is about, from the root.</summary>
    public static string Path(Duty duty) => duty.Kind switch
    {
        DutyKind.MotionAnswer => "/cases/" + Uri.EscapeDataString(duty.Subject),
        DutyKind.MinutesAnnouncement => "/meetings/" + Uri.EscapeDataString(duty.Subject),
        DutyKind.AssignmentReport => "/assignments#" + Uri.EscapeDataString(duty.Subject),
        DutyKind.DelegationReport => "/decisions/" + Uri.EscapeDataString(duty.Subject),
        DutyKind.RoundAnswer => "/follow-up/rounds/" + Uri.EscapeDataString(duty.Subject),
        DutyKind.SteeringReview => "/steering-documents#" + Uri.EscapeDataString(duty.Subject),
        DutyKind.GrantReport => "/budget/grants#" + Uri.EscapeDataString(duty.Subject),
        DutyKind.ControlResult or DutyKind.ControlReport or DutyKind.ControlSummary => $"/follow-up/internal-control?year={YearOfControl(duty)}",
        _ => $"/calendar?year={duty.Due.Year}",
    };

    /// <summary>The name of a body, unit, office or company; the id where it is not known.</summary>
    public string NameOf(string id)
    {
        var chart = state.Organisation;
        if (chart.Find(id) is { } subject)
            return t[subject.Name];
        if (chart.FindOffice(id) is { } office)
            return t[office.Act.Name];
        return chart.Companies.FirstOrDefault(c => c.Act.Id == id) is { } company ? t[company.Act.Name] : id;
    }

    /// <summary>The title of a case, or the paragraph by which it is kept secret.</summary>
    public string CaseTitle(string id) => state.Cases.Find(id) is not { } entry ? id : entry.Secrecy is { } paragraph ? t["matter.secret", ("paragraph", paragraph)] : t[entry.Opened.Act.Title];

    private string About(Duty duty) => duty.Kind switch
    {
        DutyKind.CompanyOversight => NameOf(duty.Subject),
        DutyKind.MotionAnswer => CaseTitle(duty.Subject),
        DutyKind.MinutesAnnouncement => state.Meetings.Find(duty.Subject) is { } meeting ? $"{NameOf(meeting.Body)} {Iso(meeting.Day)}" : duty.Subject,
        DutyKind.AssignmentReport => state.Assignments.Find(duty.Subject) is { } assignment ? t[assignment.Given.Act.Text] : duty.Subject,
        DutyKind.DelegationReport => state.FindDecision(duty.Subject) is { } entry ? t[entry.Decision.Title] : duty.Subject,
        DutyKind.RoundAnswer => state.RoundBook.Find(duty.Subject) is { } round ? t[round.Terms.Name] : duty.Subject,
        DutyKind.SteeringReview => state.Steering.Find(duty.Subject) is { } document ? t[document.Name] : duty.Subject,
        DutyKind.GrantReport => state.Frames.Grants.FirstOrDefault(g => g.Id == duty.Subject) is { } grant ? t[grant.Received.Act.Name] : duty.Subject,
        DutyKind.ControlResult => duty.Subject.Split('/') is [var body, var year, var control] && state.Controls.FindControl(body, int.Parse(year, CultureInfo.InvariantCulture), control) is { } planned ? t[planned.Text] : duty.Subject,
        DutyKind.ControlReport => YearOfControl(duty),
        _ => duty.Subject,
    };

    /// <summary>The year of a duty about internal control, whose subject is the year, or body, year and control.</summary>
    private static string YearOfControl(Duty duty) => duty.Subject.Split('/') is { Length: > 1 } parts ? parts[1] : duty.Subject;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
