using Styrkedja.Amounts;
using Styrkedja.Decisions;

namespace Styrkedja.Development;

/// <summary>Where a call is in its time on a day.</summary>
public enum CallPhase
{
    /// <summary>It has been decided, and its first day has not come.</summary>
    Coming,
    Open,

    /// <summary>Its last day has passed, and some application is not decided.</summary>
    Assessing,

    /// <summary>Every application has been granted or rejected.</summary>
    Decided,
}

/// <summary>A call as it last stood, with what has been added to it, who has applied, and what has been granted.</summary>
/// <param name="First">The decision that opened it.</param>
/// <param name="Applications">In the order in which they came in.</param>
/// <param name="Grants">In the order of their ids.</param>
public sealed record CallOpened(Decided<OpenCall> Opened, Decision First, IReadOnlyList<Decided<AddToCall>> Additions, IReadOnlyList<GrantApplication> Applications, IReadOnlyList<GrantedProject> Grants)
{
    public string Id => Opened.Act.Id;

    public OpenCall Act => Opened.Act;

    /// <summary>What can be granted in all: what it opened with and what has been added; positive.</summary>
    public Money Frame => Act.Frame + Added;

    public Money Added => Money.Sum(Additions.Select(a => a.Act.Amount));

    /// <summary>What all applications together ask for; positive.</summary>
    public Money Applied => Money.Sum(Applications.Select(a => a.Act.Applied));

    public Money Granted => Money.Sum(Grants.Select(g => g.Granted));

    /// <summary>What can still be granted; granted and left are always the frame. Below zero only after a decision that broke the rule.</summary>
    public Money Left => Frame - Granted;

    public Money Paid => Money.Sum(Grants.Select(g => g.Paid));

    /// <summary>What was applied for by those who were rejected; positive.</summary>
    public Money Refused => Money.Sum(Applications.Where(a => a.Outcome == ApplicationState.Rejected).Select(a => a.Act.Applied));

    /// <summary>How many different organisations have applied.</summary>
    public int Applicants => Applications.Select(a => a.Act.Applicant.Number ?? a.Act.Applicant.Name.Sv).Distinct(StringComparer.Ordinal).Count();

    public bool IsIllustrative => Act.Illustrative || Opened.By.Illustrative;

    public CallPhase PhaseOn(DateOnly day) => day < Act.Opens ? CallPhase.Coming
        : day <= Act.Closes ? CallPhase.Open
        : Applications.Count > 0 && Applications.All(a => a.IsDecided) ? CallPhase.Decided : CallPhase.Assessing;
}
