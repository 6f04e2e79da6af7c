using System.Globalization;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Organisation;
using Styrkedja.Provenance;
using Styrkedja.Region;

namespace Styrkedja.Duties;

/// <summary>The year of a region: what has to be done by which day, by law or by what bodies have decided, and which decision did it.</summary>
/// <remarks>Says what stands in the journal: a duty without a decision there may have been done all the same. Days are set by the law in force on them.</remarks>
[Term("årshjul")]
public static class DutyCalendar
{
    /// <summary>Every duty whose last day lies in a year, the earliest first.</summary>
    public static IReadOnlyList<Duty> Of(RegionState state, int year) => Ordered(YearlyDuties(state, year).Concat(OwnDuties(state).Where(d => d.Due.Year == year)));

    /// <summary>What is late on the day the state is seen on, or becomes so within a month; the yearly duties of law and the minutes for a year back, all others since ever.</summary>
    public static IReadOnlyList<Duty> LateOrSoon(RegionState state)
    {
        var day = state.At.AsOf;
        var from = day.AddYears(-1);
        return Ordered(Enumerable.Range(from.Year, day.Year - from.Year + 2).SelectMany(year => YearlyDuties(state, year)).Where(d => d.Due > from)
            .Concat(OwnDuties(state).Where(d => d.Kind != DutyKind.MinutesAnnouncement || d.Due > from))
            .Where(d => d.On(day) is DutyStatus.Late or DutyStatus.DueSoon));
    }

    /// <summary>What law asks for every year.</summary>
    private static IEnumerable<Duty> YearlyDuties(RegionState state, int year)
    {
        var (next, previous) = (year + 1, year - 1);
        var elected = Elections.AreHeldIn(year) ? Elections.NewlyElectedFrom(year) : (DateOnly?)null;
        yield return Yearly(DutyKind.BudgetProposal, Subject.ExecutiveBoardId, next, new(year, 10, 31), null, state.ActsOf<ProposeBudget>().Where(a => a.Act.Year == next && a.Act.Stage == BudgetStage.Proposal).Select(a => a.By));
        yield return Yearly(
            DutyKind.BudgetAdoption,
            Subject.AssemblyId,
            next,
            new(year, 11, 30),
            elected,
            state.ActsOf<SetResultBudget>().Where(a => a.Act.Year == next && a.Act.Subject == Subject.RegionId).Select(a => a.By));

        var rounds = state.Rounds.Where(r => r.By.Date.Latest <= state.At.AsOf).ToDictionary(r => r.Act.Id, r => r.Act, StringComparer.Ordinal);
        var interim = rounds.Values.LastOrDefault(r => r.Kind == RoundKind.InterimReport && r.Period.From.Year == year);
        yield return Yearly(
            DutyKind.InterimReport,
            Subject.ExecutiveBoardId,
            year,
            interim?.Period.To.Plus(2).LastDay ?? new(year, 10, 31),
            null,
            Handed(RoundKind.InterimReport, year).Concat(Approved(RoundKind.InterimReport, year)));
        yield return Yearly(DutyKind.AnnualReport, Subject.ExecutiveBoardId, previous, new(year, 4, 15), null, Handed(RoundKind.AnnualReport, previous));
        yield return Yearly(DutyKind.AnnualReportApproval, Subject.AssemblyId, previous, new(year, 6, 30), null, Approved(RoundKind.AnnualReport, previous));
        yield return Yearly(DutyKind.Discharge, Subject.AssemblyId, previous, new(year, 6, 30), null, state.ActsOf<GrantDischarge>().Where(a => a.Act.Year == previous).Select(a => a.By));
        foreach (var company in state.Organisation.Companies.Where(c => c.Act.Valid.From.Year <= previous))
        {
            var done = state.ActsOf<RecordOversight>().Where(a => a.Act.Of == company.Act.Id && a.Act.Year == previous).Select(a => a.By).FirstOrDefault();
            yield return Made($"{KeyWord.Of(DutyKind.CompanyOversight)}-{company.Act.Id}-{previous}", DutyKind.CompanyOversight, Subject.ExecutiveBoardId, company.Act.Id, null, new(year, 12, 31), done, done?.Date.Latest);
        }

        IEnumerable<Decision> Handed(RoundKind kind, int of) =>
            state.ActsOf<SubmitReport>().Where(a => a.Act.To == Subject.AssemblyId && Is(a.Act.Round, kind, of)).Select(a => a.By);
        IEnumerable<Decision> Approved(RoundKind kind, int of) =>
            state.ActsOf<ApproveReport>().Where(a => a.By.Body == Subject.AssemblyId && Is(a.Act.Round, kind, of)).Select(a => a.By);
        bool Is(string round, RoundKind kind, int of) => rounds.TryGetValue(round, out var found) && found.Kind == kind && found.Period.From.Year == of;
    }

    /// <summary>What cases, meetings, assignments, delegated decisions and steering documents bring with them.</summary>
    private static IEnumerable<Duty> OwnDuties(RegionState state) =>
        Motions(state).Concat(Minutes(state)).Concat(Assignments(state)).Concat(Delegated(state)).Concat(Reviews(state)).Concat(Grants(state)).Concat(Controls(state)).Concat(RoundAnswers(state));

    private static IEnumerable<Duty> Motions(RegionState state) =>
        from entry in state.Cases.All
        where entry.AnswerBy is not null
        let done = entry.Steps.FirstOrDefault(s => s.Act is ConcludeCase { Outcome: not CaseOutcome.CarriedOut })?.By
        select Made($"{KeyWord.Of(DutyKind.MotionAnswer)}-{entry.Id}", DutyKind.MotionAnswer, Subject.AssemblyId, entry.Id, null, entry.AnswerBy!.Value, done, done?.Date.Latest);

    /// <remarks>Verified within fourteen days and announced on the second day after that. Rule: kommunallagen (2017:725) 5 kap. 69 § and 8 kap. 12 §.</remarks>
    private static IEnumerable<Duty> Minutes(RegionState state) =>
        from meeting in state.Meetings.All
        let minutes = meeting.Minutes
        select Made(
            $"{KeyWord.Of(DutyKind.MinutesAnnouncement)}-{meeting.Id}",
            DutyKind.MinutesAnnouncement,
            meeting.Body,
            meeting.Id,
            null,
            minutes?.Act.Verified.AddDays(2) ?? meeting.Day.AddDays(16),
            minutes?.By,
            minutes?.Act.Announced);

    private static IEnumerable<Duty> Assignments(RegionState state) =>
        from assignment in state.Assignments.All
        where assignment.Due is not null
        let done = assignment.Reports.FirstOrDefault(r => r.Act.Done)?.By ?? assignment.Closed?.By
        select Made($"{KeyWord.Of(DutyKind.AssignmentReport)}-{assignment.Id}", DutyKind.AssignmentReport, assignment.Given.Act.To, assignment.Id, null, assignment.Due!.Value, done, done?.Date.Latest);

    private static IEnumerable<Duty> Delegated(RegionState state) =>
        from delegated in DelegatedDecision.In(state)
        where delegated.ReportBy is not null
        select Made(
            $"{KeyWord.Of(DutyKind.DelegationReport)}-{delegated.Decision.Id}",
            DutyKind.DelegationReport,
            delegated.Decision.Body,
            delegated.Decision.Id,
            null,
            delegated.ReportBy!.Value,
            delegated.Report,
            delegated.Report?.Date.Latest);

    /// <remarks>A review is done by the decision that adopts the document anew or ends it.</remarks>
    private static IEnumerable<Duty> Reviews(RegionState state)
    {
        var ended = state.ActsOf<RepealSteeringDocument>().ToLookup(r => r.Act.Id, r => r.By, StringComparer.Ordinal);
        foreach (var versions in state.ActsOf<AdoptSteeringDocument>().GroupBy(d => d.Act.Id, StringComparer.Ordinal))
        {
            var inOrder = versions.ToList();
            for (var i = 0; i < inOrder.Count; i++)
            {
                if (inOrder[i].Act.ReviewBy is not { } due)
                    continue;
                var done = i + 1 < inOrder.Count ? inOrder[i + 1].By : ended[versions.Key].FirstOrDefault();
                yield return Made($"{KeyWord.Of(DutyKind.SteeringReview)}-{versions.Key}-{due:yyyyMMdd}", DutyKind.SteeringReview, inOrder[i].By.Body, versions.Key, null, due, done, done?.Date.Latest);
            }
        }
    }

    /// <remarks>The giver sets the day; it is done when all of the grant has been told of as used or paid back.</remarks>
    private static IEnumerable<Duty> Grants(RegionState state) =>
        from grant in state.Frames.Grants
        where grant.Received.Act.ReportBy is not null
        let done = grant.Completed?.By
        select Made($"{KeyWord.Of(DutyKind.GrantReport)}-{grant.Id}", DutyKind.GrantReport, grant.Received.By.Body, grant.Id, null, grant.Received.Act.ReportBy!.Value, done, done?.Date.Latest);

    /// <remarks>A control is done when its last result of the year is told; which day that is the plan says.</remarks>
    private static IEnumerable<Duty> Controls(RegionState state)
    {
        foreach (var control in state.Controls.Years.SelectMany(state.Controls.Of).Where(c => c.Plan is not null))
        {
            var (body, year) = (control.Body, control.Year);
            foreach (var made in control.Controls)
            {
                var done = made.IsComplete ? made.Results[^1].By : null;
                yield return Made($"{KeyWord.Of(DutyKind.ControlResult)}-{body}-{year}-{made.Planned.Id}", DutyKind.ControlResult, made.Planned.By, $"{body}/{year}/{made.Planned.Id}", null, made.Planned.Due, done, done?.Date.Latest);
            }

            if (control.Plan!.Act.ReportBy is { } reportBy)
                yield return Made($"{KeyWord.Of(DutyKind.ControlReport)}-{body}-{year}", DutyKind.ControlReport, body, $"{body}/{year}", null, reportBy, control.Report?.By, control.Report?.By.Date.Latest);
            if (control.Plan.Act.SummaryBy is { } summaryBy && state.Controls.SummaryOf(year) is var summary)
                yield return Made($"{KeyWord.Of(DutyKind.ControlSummary)}-{year}", DutyKind.ControlSummary, Subject.ExecutiveBoardId, $"{year}", null, summaryBy, summary?.By, summary?.By.Date.Latest);
        }
    }

    /// <remarks>Answers are no decisions; the day is that of the last of them. Values of indicators come as facts and have no day of their own.</remarks>
    private static IEnumerable<Duty> RoundAnswers(RegionState state) =>
        from round in state.RoundBook.All
        where round.Terms.AnswerBy is not null
        from asked in state.ProgressOf(round.Until(state.At.AsOf)).Items.GroupBy(item => item.Of, StringComparer.Ordinal)
        let due = round.Terms.AnswerBy!.Value
        let done = asked.All(item => item.Answered) ? asked.Max(item => item.Answer?.Date) ?? due : (DateOnly?)null
        select Made($"{KeyWord.Of(DutyKind.RoundAnswer)}-{round.Id}-{asked.Key}", DutyKind.RoundAnswer, asked.Key, round.Id, null, due, null, done);

    private static Duty Yearly(DutyKind kind, string owner, int about, DateOnly due, DateOnly? earliest, IEnumerable<Decision> done)
    {
        var by = done.FirstOrDefault();
        var subject = about.ToString(CultureInfo.InvariantCulture);
        return Made($"{KeyWord.Of(kind)}-{subject}", kind, owner, subject, earliest, due, by, by?.Date.Latest);
    }

    private static Duty Made(string id, DutyKind kind, string owner, string subject, DateOnly? earliest, DateOnly due, Decision? doneBy, DateOnly? doneOn) =>
        new(id, kind, owner, subject, earliest, due, doneBy, doneOn, DutyTable.LawOf(kind, due));

    private static IReadOnlyList<Duty> Ordered(IEnumerable<Duty> duties) => [.. duties.OrderBy(d => d.Due).ThenBy(d => d.Kind).ThenBy(d => d.Id, StringComparer.Ordinal)];
}
