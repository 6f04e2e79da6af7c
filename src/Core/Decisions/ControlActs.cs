using Styrkedja.Provenance;

namespace Styrkedja.Decisions;

/// <summary>Something that can go wrong in a committee's operations, weighed once a year.</summary>
/// <param name="Owner">The office, unit or body that answers for it.</param>
/// <param name="Likelihood">From 1, unlikely, to 4, probable.</param>
/// <param name="Consequence">From 1, hardly felt, to 4, serious.</param>
[Term("risk")]
public sealed record Risk(string Id, Bilingual Text, string Owner, int Likelihood, int Consequence)
{
    /// <summary>Likelihood times consequence, from 1 to 16.</summary>
    public int Weight => Likelihood * Consequence;
}

/// <summary>How often a control is made in the year.</summary>
public enum ControlFrequency { Yearly, HalfYearly, Quarterly, Monthly }

/// <summary>One thing that is looked after so that a risk does not come true.</summary>
/// <param name="Risk">The risk of the same plan that it guards against.</param>
/// <param name="By">The office, unit or body that makes it.</param>
/// <param name="Due">The day by which its last result is told.</param>
[Term("kontrollmoment")]
public sealed record PlannedControl(string Id, string Risk, Bilingual Text, ControlFrequency Frequency, string By, DateOnly Due);

/// <summary>A committee weighs its risks for a year and decides what to look after. A later plan of the same year replaces the whole of it.</summary>
/// <param name="ReportBy">The day by which the committee reports to the executive board; absent when it has set none.</param>
/// <param name="SummaryBy">In the board's own plan, the day by which it sums up all committees; absent in others.</param>
/// <remarks>Rule: kommunallagen (2017:725) 6 kap. 6 §: each committee sees to it that its internal control is sufficient.</remarks>
[Term("internkontrollplan")]
public sealed record AdoptControlPlan(string Body, int Year, IReadOnlyList<Risk> Risks, IReadOnlyList<PlannedControl> Controls, DateOnly? ReportBy, DateOnly? SummaryBy) : Act;

/// <summary>What a control found.</summary>
public enum ControlFinding
{
    InOrder,

    /// <summary>Something was not as it should be, but not of weight.</summary>
    Flaw,

    /// <summary>Something of weight was not as it should be.</summary>
    Serious,
}

/// <summary>A control has been made, and this is what it found.</summary>
/// <param name="Day">The day on which it was made.</param>
/// <param name="Remedy">What is done about what was found; absent when nothing needs to be done.</param>
/// <param name="Measure">The measure that has been decided about it; absent when there is none.</param>
[Term("kontrollresultat")]
public sealed record ReportControl(string Body, int Year, string Control, DateOnly Day, ControlFinding Found, Bilingual Text, Bilingual? Remedy, string? Measure) : Act;

/// <summary>Whether the internal control of a year was enough.</summary>
public enum ControlJudgement { Sufficient, ToImprove, Insufficient }

/// <summary>A committee tells the executive board how the internal control of a year has worked, and whether it was enough.</summary>
[Term("rapport om intern kontroll")]
public sealed record ReportInternalControl(string Body, int Year, ControlJudgement Judgement, Bilingual Text) : Act;

/// <summary>The executive board sums up what all committees have told of a year.</summary>
/// <remarks>Rule: kommunallagen (2017:725) 6 kap. 1 §: the board oversees the other committees.</remarks>
public sealed record SummariseInternalControl(int Year, ControlJudgement Judgement, Bilingual Text) : Act;
