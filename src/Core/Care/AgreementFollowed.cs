using Styrkedja.Decisions;

namespace Styrkedja.Care;

/// <summary>Where an agreement is in its time on a day.</summary>
public enum AgreementPhase
{
    Coming,
    InForce,

    /// <summary>Its last day has passed as it was agreed.</summary>
    Ended,

    /// <summary>It was ended before its time, and that day has passed.</summary>
    Terminated,
}

/// <summary>A deviation from an agreement as last told, with the decision by which the remedy was accepted.</summary>
/// <param name="First">The decision that first told of it.</param>
/// <param name="Accepted">Absent while it is open.</param>
public sealed record AgreementDeviation(Decided<DemandRemedy> Told, Decision First, Decided<AcceptRemedy>? Accepted)
{
    public DemandRemedy Act => Told.Act;

    public bool IsOpen => Accepted is null;

    /// <summary>True when the remedy's last day has passed and nobody has accepted it.</summary>
    public bool IsOverdueOn(DateOnly day) => IsOpen && day > Act.Due;
}

/// <summary>How one requirement stands by what was last found.</summary>
/// <param name="Latest">What was last found, with the follow-up that found it; absent when it has never been looked after.</param>
/// <param name="Due">The day by which it is to be looked after next; absent when that is not asked again.</param>
public sealed record RequirementStanding(ProviderRequirement Requirement, RequirementFinding? Latest, Decided<FollowUpAgreement>? By, DateOnly? Due)
{
    /// <summary>True when its day has passed without anyone having looked after it.</summary>
    public bool IsLateOn(DateOnly day) => Due < day;
}

/// <summary>An agreement with all that has come of it: what its terms require, how they are met, deviations, and how it ended.</summary>
/// <param name="Versions">As signed and signed anew, the earliest first; at least one.</param>
/// <param name="Terms">The edition in force when the agreement was last signed; absent when it names none.</param>
/// <param name="FollowUps">The earliest day first.</param>
/// <param name="Ended">Absent when nobody has ended it before its time.</param>
public sealed record AgreementFollowed(
    IReadOnlyList<Decided<SignAgreement>> Versions,
    Decided<SetProviderTerms>? Terms,
    IReadOnlyList<Decided<FollowUpAgreement>> FollowUps,
    IReadOnlyList<AgreementDeviation> Deviations,
    Decided<TerminateAgreement>? Ended)
{
    public string Id => Act.Id;

    public SignAgreement Act => Versions[^1].Act;

    public DateOnly FirstDay => Versions.Min(v => v.Act.Valid.From);

    /// <summary>The last day on which care is paid by it; absent when none is set.</summary>
    public DateOnly? LastDay => Ended is { } ended && !(Act.Valid.To < ended.Act.LastDay) ? ended.Act.LastDay : Act.Valid.To;

    public IEnumerable<AgreementDeviation> Open => Deviations.Where(d => d.IsOpen);

    /// <summary>Each requirement of the terms with what was last found about it.</summary>
    public IReadOnlyList<RequirementStanding> Requirements => Terms is null ? [] : [.. Terms.Act.Requirements.Select(Standing)];

    public AgreementPhase PhaseOn(DateOnly day) => day < FirstDay ? AgreementPhase.Coming
        : LastDay is not { } last || day <= last ? AgreementPhase.InForce
        : Ended is { } ended && ended.Act.LastDay == last ? AgreementPhase.Terminated : AgreementPhase.Ended;

    /// <summary>The day by which it is next to be followed up, by what was said last and by the requirements' own times; nothing when it ends before that.</summary>
    public DateOnly? NextFollowUp
    {
        get
        {
            var last = FollowUps.Count > 0 ? FollowUps[^1].Act : null;
            var next = Requirements.Select(r => r.Due).Append(last?.Next).Min();
            return LastDay < next ? null : next;
        }
    }

    private RequirementStanding Standing(ProviderRequirement requirement)
    {
        var by = FollowUps.LastOrDefault(f => f.Act.Findings.Any(x => x.Requirement == requirement.Id));
        DateOnly? due = MonthsBetween(requirement.Checked) is { } months ? (by?.Act.Day ?? FirstDay).AddMonths(months) : null;
        return new(requirement, by?.Act.Findings.Last(x => x.Requirement == requirement.Id), by, due);
    }

    private static int? MonthsBetween(RequirementCheck check) => check switch
    {
        RequirementCheck.Quarterly => 3,
        RequirementCheck.HalfYearly => 6,
        RequirementCheck.Yearly => 12,
        RequirementCheck.Biennially => 24,
        _ => null,
    };
}
