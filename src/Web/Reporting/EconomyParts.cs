using System.Globalization;
using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.FollowUp;
using Styrkedja.Formats.Figures;
using Styrkedja.Organisation;
using Styrkedja.Provenance;
using Styrkedja.Reports;
using Styrkedja.Web.Words;

namespace Styrkedja.Web.Reporting;

/// <summary>The economy of the region in a report: in short, over years, against budget, and as expected.</summary>
internal sealed class EconomyParts(ReportGround ground)
{
    private const string MonthsTableId = "result-by-month";
    private const string BodiesTableId = "economy-by-body";

    private readonly PicturesInReport _pictures = new(ground);
    private readonly FollowUpSummary _summary = ground.View.FollowUp(ground.Period);

    private bool IsKnown => ground.View.HasOutcome(ground.Period);

    private bool IsWhole => ground.Period == Period.Year(ground.Year);

    public FilledPart Summary()
    {
        if (!IsKnown)
            return new([new ReportParagraph(ground.T["reports.no-outcome", ("year", ground.Year)])]);
        return new([.. Sentences(), _pictures.Deviations(_summary, BodiesTableId), BodiesTable()]);
    }

    /// <summary>Result, position and people of this year and those before it.</summary>
    public FilledPart KeyFigures()
    {
        var years = ground.YearsBack;
        var rows = new List<ReportRow>();
        foreach (var (measure, atEnd) in new[]
                 {
                     (Measure.Result, false), (Measure.ResultDeviation, false), (Measure.NetCostShare, false), (Measure.EquityRatio, true), (Measure.SelfFinancing, false), (Measure.NetInvestments, false),
                     (Measure.TaxRate, false), (Measure.Population, true), (Measure.Headcount, true), (Measure.SickLeave, false),
                 })
        {
            var cells = years.Select(year => ground.Value(Of(measure, year, atEnd))).ToList();
            if (cells.Exists(c => c.Figure is not null))
                rows.Add(new([new(ground.T[$"measure.{measure.Word()}"]), .. cells]));
        }

        return new(
        [
            .. _pictures.Years("key-figures") is { } picture ? new[] { picture } : [],
            new ReportTable("key-figures", ground.T["report-document.key-figures", ("from", years.Count > 0 ? years[0] : ground.Year), ("to", ground.Year)], null,
                [ground.Text("statements.ratio"), .. years.Select(year => new ReportColumn(Invariant(year), ReportColumnKind.Number))], rows, []),
        ]);
    }

    /// <summary>Where the outcome differs from budget, and why.</summary>
    public FilledPart Analysis()
    {
        if (!IsKnown)
            return new([new ReportParagraph(ground.T["reports.no-outcome", ("year", ground.Year)])]);
        return new([.. Sentences(), GroupsTable(), .. Causes(Subject.RegionId, "causes"), _pictures.Months(MonthsTableId), MonthsTable()]);
    }

    public FilledPart Forecast()
    {
        var records = ground.View.ForecastsOf(Subject.RegionId, ground.Year).Where(r => r.Through <= ground.Period.To && (r.Own.IsKnown || r.Through == ground.Period.To)).ToList();
        var expected = new[] { Measure.ResultForecast, Measure.LinearForecast, Measure.SeasonalForecast };
        var blocks = new List<ReportBlock>();
        if (!IsWhole)
        {
            blocks.Add(new ReportTable("forecast-by-body", ground.T["report-document.forecast-by-body", ("period", DateWords.Of(ground.T, ground.Known))], "mnkr",
                [ground.Text("column.part"), ground.Number("forecast.own"), ground.Number("forecast.linear"), ground.Number("forecast.seasonal"), ground.Number("column.year-budget")],
                [
                    .. _summary.Bodies.Append(_summary.Region).Select(e => new ReportRow(
                        [new(ground.T[e.Subject.Name]), .. expected.Select(m => ground.Amount(ground.View.Evaluate(new(m, ground.Known, e.Subject.Id)))), ground.Amount(e.Budget)],
                        e.Subject.Kind == SubjectKind.Region ? ReportRowKind.Total : ReportRowKind.Item)),
                ], [ground.T["forecast.no-sum"]]));
        }

        if (records.Count > 0)
        {
            blocks.Add(new ReportTable("forecast-course", ground.T["forecast.course"], "mnkr",
                [ground.Text("forecast.after"), ground.Number("forecast.own"), ground.Number("forecast.linear"), ground.Number("forecast.seasonal"), ground.Number("forecast.outcome")],
                [.. records.Select(r => new ReportRow([new(DateWords.Of(ground.T, r.Through)), ground.Amount(r.Own), ground.Amount(r.Linear), ground.Amount(r.Seasonal), ground.Amount(r.Outcome)]))],
                [ground.T["forecast.accuracy-about"]]));
        }

        return new(blocks.Count > 0 ? blocks : [new ReportParagraph(ground.T["report-document.no-forecast"])]);
    }

    /// <summary>What has been explained of a deviation, and what has not; nothing when nobody has explained anything.</summary>
    public IEnumerable<ReportBlock> Causes(string subject, string id)
    {
        var causes = ground.View.CausesOf(subject, ground.Known);
        if (causes.Count == 0)
            yield break;
        var t = ground.T;
        yield return new ReportTable(id, t["report-document.causes", ("name", ground.NameOf(subject))], "mnkr",
            [ground.Text("deviation.cause"), ground.Text("deviation.who"), ground.Text("deviation.words"), ground.Number("deviation.amount")],
            [
                .. causes.OrderBy(c => c.Explained.Amount).Select(c => new ReportRow(
                [
                    new(t[$"deviation-cause.{KeyWord.Of(c.Explained.Cause)}"]), new(ground.NameOf(c.By.Assessment.Subject)), new(c.Explained.Text is { } said ? t[said] : ""),
                    new(AmountText.Of(c.Explained.Amount, AmountUnit.Million, true), c.Explained.Amount.Ore / 100m),
                ])),
                Sum("deviation.explained", Measure.ExplainedDeviation, ReportRowKind.Subtotal),
                Sum("deviation.unexplained", Measure.UnexplainedDeviation, ReportRowKind.Item),
                Sum("column.deviation", Measure.ResultDeviation, ReportRowKind.Total),
            ], []);

        ReportRow Sum(string key, Measure measure, ReportRowKind kind) =>
            new([new(t[key]), ReportCell.Empty, ReportCell.Empty, ground.Amount(ground.View.Evaluate(new(measure, ground.Known, subject)))], kind);
    }

    private IEnumerable<ReportBlock> Sentences()
    {
        var (t, region) = (ground.T, _summary.Region);
        yield return ground.Paragraph(IsWhole ? t["report.summary-result"] : t["report-document.result-so-far", ("period", DateWords.Of(t, ground.Known))], ("result", region.Result), ("budget", region.PeriodBudget), ("deviation", region.Deviation));
        if (_summary.Bodies.MinBy(b => b.Deviation.Money) is { } worst && worst.Deviation.Money < Money.Zero)
            yield return ground.Paragraph(t["report.summary-worst", ("name", t[worst.Subject.Name])], ("deviation", worst.Deviation));
        if (_summary.Bodies.MaxBy(b => b.Deviation.Money) is { } best && best.Deviation.Money > Money.Zero)
            yield return ground.Paragraph(t["report.summary-best", ("name", t[best.Subject.Name])], ("deviation", best.Deviation));
        var before = new Period(ground.Known.From.Plus(-12), ground.Known.To.Plus(-12));
        if (ground.View.HasOutcome(before) && ground.View.Economy(region.Subject, before) is { Result.IsKnown: true } earlier)
            yield return ground.Paragraph(t[IsWhole ? "report.summary-before" : "report-document.same-months-before", ("year", ground.Year - 1)], ("result", earlier.Result), ("deviation", earlier.Deviation));
        if (region.Forecast.IsKnown)
            yield return ground.Paragraph(t[IsWhole ? "report.summary-forecast" : "report-document.forecast"], ("forecast", region.Forecast), ("budget", region.Budget));
        if (_summary.GoalsTotal.Value is FigureValue.Count { Items: > 0 })
            yield return ground.Paragraph(t["report.summary-goals"], ("total", _summary.GoalsTotal), ("fulfilled", _summary.GoalsFulfilled), ("partly", _summary.GoalsPartly), ("not", _summary.GoalsNotFulfilled), ("unknown", _summary.GoalsNotJudged));
    }

    private ReportTable BodiesTable() => new(BodiesTableId, ground.T["economy.caption", ("name", ground.T[_summary.Region.Subject.Name]), ("period", DateWords.Of(ground.T, ground.Known))], "mnkr",
        [ground.Text("column.part"), ground.Number("column.result"), ground.Number("column.deviation"), ground.Number("column.period-budget"), ground.Number("column.year-budget"), ground.Number("column.forecast")],
        [
            .. _summary.Bodies.Append(_summary.Region).Select(e => new ReportRow(
                [new(ground.T[e.Subject.Name], Address: "/follow-up/" + e.Subject.Id), ground.Amount(e.Result), ground.Amount(e.Deviation), ground.Amount(e.PeriodBudget), ground.Amount(e.Budget), ground.Amount(e.Forecast)],
                e.Subject.Kind == SubjectKind.Region ? ReportRowKind.Total : ReportRowKind.Item)),
        ],
        AmountText.RoundsApart(_summary.Bodies.Select(b => b.Result.Money), _summary.Region.Result.Money, AmountUnit.Million) ? [ground.T["report-document.rounded"]] : []);

    /// <summary>The result of each month, and added up since January.</summary>
    private ReportTable MonthsTable() => new(MonthsTableId, ground.T["report-document.by-month", ("period", DateWords.Of(ground.T, ground.Known))], "mnkr",
        [ground.Text("staff.month"), ground.Number("statement.outcome"), ground.Number("statement.budget"), ground.Number("report-document.outcome-so-far"), ground.Number("report-document.budget-so-far")],
        [
            .. ground.Known.EachMonth().Select(month => new ReportRow(
            [
                new(DateWords.Name(ground.T, month)), Of(Measure.Result, new(month, month)), Of(Measure.ResultBudget, new(month, month)), Of(Measure.Result, new(ground.Known.From, month)), Of(Measure.ResultBudget, new(ground.Known.From, month)),
            ])),
        ], []);

    private ReportCell Of(Measure measure, Period period) => ground.Amount(ground.View.Evaluate(new(measure, period, Subject.RegionId)));

    private ReportTable GroupsTable()
    {
        var rows = ground.View.State.Accounts.Groups.Where(g => g.Line != StatementLine.BalanceSheet)
            .Select(g => (Name: ground.T[g.Name], Outcome: Of(Measure.Result, g.Id), Budget: Of(Measure.ResultBudget, g.Id), Deviation: Of(Measure.ResultDeviation, g.Id)))
            .Where(g => g.Outcome.Money != Money.Zero || g.Budget.Money != Money.Zero).OrderBy(g => g.Deviation.Money)
            .Append((ground.T["column.result"], Of(Measure.Result, null), Of(Measure.ResultBudget, null), Of(Measure.ResultDeviation, null))).ToList();
        return new("deviation-by-group", ground.T["deviation.where-caption", ("period", DateWords.Of(ground.T, ground.Known))], "mnkr",
            [ground.Text("deviation.group"), ground.Number("statement.outcome"), ground.Number("statement.budget"), ground.Number("column.deviation")],
            [.. rows.Select((g, i) => new ReportRow([new(g.Item1), ground.Amount(g.Item2), ground.Amount(g.Item3), ground.Amount(g.Item4)], i == rows.Count - 1 ? ReportRowKind.Total : ReportRowKind.Item))], []);

        Figure Of(Measure measure, string? group) => ground.View.Evaluate(new(measure, ground.Known, Subject.RegionId, new(Group: group)));
    }

    /// <summary>A measure of a year, or of as many months of it as the report tells; a stock at their end.</summary>
    private Figure Of(Measure measure, int year, bool atEnd)
    {
        var shift = 12 * (year - ground.Year);
        var (from, to) = (ground.Known.From.Plus(shift), ground.Known.To.Plus(shift));
        return measure switch
        {
            Measure.TaxRate => ground.View.Evaluate(new(measure, Period.Year(year), Subject.RegionId)),
            Measure.Population => ground.View.Evaluate(new(measure, new(to, to), Subject.RegionId)),
            _ => ground.View.Evaluate(new(measure, atEnd && measure == Measure.Headcount ? new(to, to) : new(from, to), Subject.RegionId)),
        };
    }

    private static string Invariant(int year) => year.ToString(CultureInfo.InvariantCulture);
}
