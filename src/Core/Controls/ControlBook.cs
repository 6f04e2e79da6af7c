using Styrkedja.Decisions;
using Styrkedja.Provenance;

namespace Styrkedja.Controls;

/// <summary>How much a risk weighs, in the three steps that people talk of.</summary>
/// <remarks>Rule: our own choice, DECISIONS 2026-11-27: up to 3 small, up to 8 moderate, above that great.</remarks>
public enum RiskStep { Small, Moderate, Great }

/// <summary>A control of a plan with what it has found.</summary>
/// <param name="Results">The earliest made first.</param>
public sealed record ControlMade(PlannedControl Planned, IReadOnlyList<Decided<ReportControl>> Results)
{
    /// <summary>How many results are told when it is made as often as planned.</summary>
    public int Wanted => Planned.Frequency switch
    {
        ControlFrequency.HalfYearly => 2,
        ControlFrequency.Quarterly => 4,
        ControlFrequency.Monthly => 12,
        _ => 1,
    };

    /// <summary>Results that are still to be told.</summary>
    public int Lacking => Math.Max(0, Wanted - Results.Count);

    public bool IsComplete => Lacking == 0;

    /// <summary>The worst that has been found; nothing while no result is told.</summary>
    public ControlFinding? Worst => Results.Count == 0 ? null : Results.Max(r => r.Act.Found);

    /// <summary>True when its day has passed and results lack.</summary>
    public bool IsLate(DateOnly day) => !IsComplete && Planned.Due < day;
}

/// <summary>A body's internal control of one year: its risks, controls, results, and what it has told the executive board.</summary>
/// <param name="Plan">Absent when the body has reported without a plan.</param>
/// <param name="Report">Absent while the body has not reported.</param>
[Term("internkontroll")]
public sealed record InternalControl(string Body, int Year, Decided<AdoptControlPlan>? Plan, IReadOnlyList<ControlMade> Controls, Decided<ReportInternalControl>? Report)
{
    public IReadOnlyList<Risk> Risks => Plan?.Act.Risks ?? [];

    /// <summary>Controls of which a result lacks, whether or not the body has reported.</summary>
    public IEnumerable<ControlMade> WithoutResult => Controls.Where(c => !c.IsComplete);

    /// <summary>True when its day for reporting has passed without a report.</summary>
    public bool IsLate(DateOnly day) => Report is null && Plan?.Act.ReportBy < day;
}

/// <summary>Internal control year by year: each body's plan, results and report, and the executive board's summary of them.</summary>
public sealed class ControlBook
{
    private readonly Dictionary<(string Body, int Year), InternalControl> _controls;
    private readonly IReadOnlyDictionary<int, Decided<SummariseInternalControl>> _summaries;

    private ControlBook(Dictionary<(string, int), InternalControl> controls, IReadOnlyDictionary<int, Decided<SummariseInternalControl>> summaries) => (_controls, _summaries) = (controls, summaries);

    /// <summary>Years of which anything is decided, the earliest first.</summary>
    public IReadOnlyList<int> Years => [.. _controls.Keys.Select(key => key.Year).Concat(_summaries.Keys).Distinct().Order()];

    public static ControlBook Fold(ActsInOrder acts)
    {
        var plans = acts.Latest<AdoptControlPlan, (string, int)>(p => (p.Body, p.Year));
        var reports = acts.Latest<ReportInternalControl, (string, int)>(r => (r.Body, r.Year));
        var results = acts.Of<ReportControl>().ToLookup(r => (r.Act.Body, r.Act.Year, r.Act.Control));
        var controls = plans.Keys.Concat(reports.Keys).Distinct().ToDictionary(key => key, key =>
        {
            var plan = plans.GetValueOrDefault(key);
            IReadOnlyList<ControlMade> made = plan is null ? [] : [.. plan.Act.Controls.Select(c => new ControlMade(c, [.. results[(key.Item1, key.Item2, c.Id)].OrderBy(r => r.Act.Day)]))];
            return new InternalControl(key.Item1, key.Item2, plan, made, reports.GetValueOrDefault(key));
        });
        return new(controls, acts.Latest<SummariseInternalControl, int>(s => s.Year));
    }

    /// <summary>What a body has decided of a year; nothing when it has neither plan nor report.</summary>
    public InternalControl? Find(string body, int year) => _controls.GetValueOrDefault((body, year));

    public PlannedControl? FindControl(string body, int year, string control) => Find(body, year)?.Controls.FirstOrDefault(c => c.Planned.Id == control)?.Planned;

    /// <summary>Each body's internal control of a year, in the order first decided.</summary>
    public IEnumerable<InternalControl> Of(int year) => _controls.Values.Where(c => c.Year == year);

    public Decided<SummariseInternalControl>? SummaryOf(int year) => _summaries.GetValueOrDefault(year);

    /// <summary>The day from which a year is looked at: what is found in it is told in the year after, so the end of that, or today when it has not come.</summary>
    public static DateOnly SeenOn(int year, DateOnly today) => new DateOnly(year + 1, 12, 31) is var last && last < today ? last : today;

    /// <summary>The step of a weight of likelihood times consequence.</summary>
    public static RiskStep StepOf(int weight) => weight <= 3 ? RiskStep.Small : weight <= 8 ? RiskStep.Moderate : RiskStep.Great;
}
