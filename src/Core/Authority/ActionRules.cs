using Styrkedja.Decisions;
using Styrkedja.Organisation;
using static Styrkedja.Authority.Deciders;
using static Styrkedja.Authority.RuleTable;

namespace Styrkedja.Authority;

/// <summary>Who decides what is done about a deviation, and who looks after what can go wrong.</summary>
/// <remarks>The executive board oversees the committees, but what a committee does about its own deviation it decides itself.</remarks>
internal static class ActionRules
{
    public static readonly IReadOnlyList<CompetenceRow> Competences =
    [
        Row<DecideMeasure>("measure", Rules.MeasuresInItsField, (a, p) => AnsweringFor(p, a.Subject)),
        Row<EndMeasure>("end of a measure", Rules.MeasuresInItsField, (a, p) => AnsweringFor(p, SubjectOf(p, a.Measure))),
        Row<AdoptControlPlan>("plan of internal control", Rules.ControlsItsOwn, (a, _) => [a.Body]),
        Row<ReportControl>("result of a control", Rules.ControllerReports, (a, p) => MakersOf(p, a)),
        Row<ReportInternalControl>("report of internal control", Rules.ControlsItsOwn, (a, _) => [a.Body]),
        Row<SummariseInternalControl>("summary of internal control", Rules.BoardLeads, (_, _) => Board),
    ];

    /// <summary>The body in whose field the deviation lies, or the assembly; for the region as a whole the executive board too.</summary>
    private static IReadOnlyList<string> AnsweringFor(DecisionPoint p, string subject) => subject == Subject.RegionId ? BoardOrAssembly : AnsweringOrAssembly(p, subject);

    private static string SubjectOf(DecisionPoint p, string measure) =>
        p.Decision.Acts.OfType<DecideMeasure>().LastOrDefault(m => m.Id == measure)?.Subject ?? p.Standing.Measures.Find(measure)!.Act.Subject;

    /// <summary>The office that makes the control, and the committee whose control it is.</summary>
    private static IReadOnlyList<string> MakersOf(DecisionPoint p, ReportControl result)
    {
        var planned = p.Decision.Acts.OfType<AdoptControlPlan>().LastOrDefault(a => a.Body == result.Body && a.Year == result.Year)?.Controls.FirstOrDefault(c => c.Id == result.Control)
            ?? p.Standing.Controls.FindControl(result.Body, result.Year, result.Control);
        return planned is not null && p.Organisation.FindOffice(planned.By) is not null ? [planned.By, result.Body] : [result.Body];
    }
}
