using Styrkedja.Calendar;
using Styrkedja.FollowUp;
using Styrkedja.Formats.Figures;
using Styrkedja.Goals;
using Styrkedja.Organisation;
using Styrkedja.Provenance;
using Styrkedja.Reports;
using Styrkedja.Web.Pages.Care;
using Styrkedja.Web.Words;

namespace Styrkedja.Web.Reporting;

/// <summary>The pictures of a report, each beside the table that holds the same numbers.</summary>
internal sealed class PicturesInReport(ReportGround ground)
{
    /// <summary>How far each body is from its budget.</summary>
    public ReportPicture Deviations(FollowUpSummary summary, string table) => Picture(
        "deviations",
        ReportPictures.Deviations([.. summary.Bodies.OrderBy(b => b.Deviation.Money).Append(summary.Region).Select(b => Row(b.Subject, b.Deviation, true))], ground.T["report-picture.worse"], ground.T["report-picture.better"]),
        table,
        ("name", summary.Bodies.MinBy(b => b.Deviation.Money) is { } worst ? ground.T[worst.Subject.Name] : ""),
        ("amount", ground.Said(summary.Region.Deviation)));

    /// <summary>From the region's budgeted result to its outcome, body by body.</summary>
    public ReportPicture Steps(FollowUpSummary summary, string table) => Picture(
        "steps",
        ReportPictures.Steps(
            new(ground.T["statement.budget"], summary.Region.PeriodBudget.Money.Ore, Text(summary.Region.PeriodBudget, false), true),
            [.. summary.Bodies.Select(b => Row(b.Subject, b.Deviation, true))],
            new(ground.T["statement.outcome"], summary.Region.Result.Money.Ore, Text(summary.Region.Result, false), true)),
        table,
        ("budget", ground.Said(summary.Region.PeriodBudget)),
        ("result", ground.Said(summary.Region.Result)));

    /// <summary>The result of each year looked back on.</summary>
    public ReportPicture? Years(string table)
    {
        var results = ground.YearsBack.Select(year => (Year: year, Figure: ground.View.Evaluate(new(Measure.Result, Shifted(year), Subject.RegionId)))).ToList();
        return results.Count < 2 ? null : Picture(
            "years",
            ReportPictures.Years([.. results.Select(r => new PictureRow($"{r.Year}", r.Figure.Money.Ore, Text(r.Figure, false), r.Year == ground.Year))]),
            table,
            ("from", results[0].Year), ("to", results[^1].Year), ("amount", ground.Said(results[^1].Figure)));
    }

    /// <summary>The result added up month by month, with budget and the year before.</summary>
    public ReportPicture Months(string table)
    {
        var months = Period.Year(ground.Year).EachMonth().ToList();
        PictureLine Line(string key, Func<Month, Figure?> of, PictureLineKind kind)
        {
            var figures = months.Select(of).ToList();
            return new(ground.T[key], [.. figures.Select(f => f is { IsKnown: true } ? (decimal?)AmountText.In(f.Money, AmountUnit.Million) : null)], figures.LastOrDefault(f => f is { IsKnown: true }) is { } last ? Text(last, false) : "", kind);
        }

        Figure Of(Measure measure, Month through, int back) => ground.View.Evaluate(new(measure, new(months[0].Plus(-12 * back), through.Plus(-12 * back)), Subject.RegionId));
        var before = new Period(months[0].Plus(-12), months[^1].Plus(-12));
        return Picture(
            "months",
            ReportPictures.Lines([.. months.Select(m => DateWords.Short(ground.T, m))],
            [
                Line("statement.outcome", m => m <= ground.Known.To ? Of(Measure.Result, m, 0) : null, PictureLineKind.Outcome),
                Line("statement.budget", m => Of(Measure.ResultBudget, m, 0), PictureLineKind.Budget),
                .. ground.View.HasOutcome(before) ? new[] { Line("report-picture.before", m => m.Plus(-12) <= ground.View.Known(before).To ? Of(Measure.Result, m, 1) : null, PictureLineKind.Earlier) } : [],
            ]),
            table,
            ("year", ground.Year));
    }

    /// <summary>How many goals stand in each way, and the sub-goals under each.</summary>
    public ReportPicture Goals(IReadOnlyList<GoalStanding> goals, string table) => Picture(
        "goals",
        ReportPictures.Goals(
            [.. goals.GroupBy(g => g.Fulfilment).OrderBy(g => g.Key).Select(g => new PictureCount(g.Key, g.Count(), $"{g.Count()} {ground.Words.Fulfilment(g.Key)}"))],
            [.. goals.Select(g => new PictureGoal(ground.NameOf(g.Id), [.. g.SubGoals.Select(s => new PictureSubGoal(s.Id, s.Fulfilment, ground.Words.Fulfilment(s.Fulfilment)))]))]),
        table,
        ("count", goals.Count), ("fulfilled", goals.Count(g => g.Fulfilment == GoalFulfilment.Fulfilled)));

    /// <summary>Who pays whom for care.</summary>
    public ReportPicture CareSystem(CareSystemFlows flows, string table)
    {
        var (t, words) = (ground.T, new CareFlowWords(ground.Reading, CareFlowMeasure.Money));
        var homes = new CareHomes(ground.Reading, null).Of(flows)
            .Select(h => new PictureHome(h.Code, ground.Words.PlaceName(h.Code), h.Value, h.Value is { } value ? h.OfResidents ? AmountText.Number(value, 0) : words.Said(value) : "")).ToList();
        return Picture(
            "care-system",
            ReportPictures.CareSystem(flows, homes, new(
                t["care-picture.residents"], t["care-picture.financier"], t["care.regime"], t["care-picture.arms"], t[ground.Reading.Archive.Name], words.Said, regime => t[$"regime.{KeyWord.Of(regime)}"], arm => t[arm.Group.Name],
                count => t["report-picture.untold-arms", ("count", count)])),
            table,
            ("all", words.Said(flows.Total)));
    }

    private ReportPicture Picture(string id, Drawing drawing, string table, params (string Name, object Value)[] told) =>
        new($"picture-{id}", ground.T[$"report-picture.{id}", told], ground.T[$"report-picture.{id}-alt", told], drawing.Svg, drawing.Width, drawing.Height, table);

    private PictureRow Row(Subject subject, Figure figure, bool signed) => new(ground.T[subject.Name], figure.IsKnown ? figure.Money.Ore : null, Text(figure, signed), subject.Kind == SubjectKind.Region);

    private static string Text(Figure figure, bool signed) => figure.IsKnown ? AmountText.Of(figure.Money, AmountUnit.Million, signed) : "";

    private Period Shifted(int year) => new(ground.Known.From.Plus(12 * (year - ground.Year)), ground.Known.To.Plus(12 * (year - ground.Year)));
}
