using Styrkedja.Authority;
using Styrkedja.Decisions;
using Styrkedja.Provenance;

namespace Styrkedja.Duties;

/// <summary>What sort of thing a body or office has to do by a certain day.</summary>
public enum DutyKind
{
    BudgetProposal,
    BudgetAdoption,
    InterimReport,
    AnnualReport,
    AnnualReportApproval,
    Discharge,
    CompanyOversight,
    MotionAnswer,
    MinutesAnnouncement,
    AssignmentReport,
    DelegationReport,
    SteeringReview,

    /// <summary>The giver of a targeted grant is to be told how it was used.</summary>
    GrantReport,

    /// <summary>The last result of a control of the year.</summary>
    ControlResult,
    ControlReport,
    ControlSummary,

    /// <summary>What a round of follow-up asks of a body.</summary>
    RoundAnswer,
}

/// <summary>How a duty stands on a certain day.</summary>
public enum DutyStatus
{
    Done,

    /// <summary>Done, but after its last day.</summary>
    DoneLate,

    /// <summary>Done before the day on which it could be done at the earliest, as a budget before the newly elected take office.</summary>
    DoneTooEarly,

    /// <summary>Its day has passed and nothing in the journal says that it is done.</summary>
    Late,

    /// <summary>Its day comes within a month.</summary>
    DueSoon,

    /// <summary>Its day is more than a month away.</summary>
    Ahead,
}

/// <summary>Something that has to be done by a day, with the decision that did it.</summary>
/// <param name="Id">The same for the same duty whatever is known of it.</param>
/// <param name="Owner">The body, administration, unit or office that has to do it.</param>
/// <param name="Subject">What it is about: a year, case, meeting, company, assignment, decision, steering document or round, by its id.</param>
/// <param name="Earliest">The first day on which it can be done; absent when there is none.</param>
/// <param name="DoneBy">The decision that did it; absent while none stands in the journal.</param>
/// <param name="DoneOn">The day it was done; for minutes the day of the announcement.</param>
/// <param name="Law">The law that sets the day; absent when a body has set it itself.</param>
public sealed record Duty(string Id, DutyKind Kind, string Owner, string Subject, DateOnly? Earliest, DateOnly Due, Decision? DoneBy, DateOnly? DoneOn, LegalSource? Law)
{
    /// <summary>The kind as a word in keys and addresses: motion-answer.</summary>
    public string KindWord => KeyWord.Of(Kind);

    public DutyStatus On(DateOnly day)
    {
        if (DoneOn is { } done)
            return done > Due ? DutyStatus.DoneLate : done < Earliest ? DutyStatus.DoneTooEarly : DutyStatus.Done;
        return Due < day ? DutyStatus.Late : Due <= day.AddMonths(1) ? DutyStatus.DueSoon : DutyStatus.Ahead;
    }
}
