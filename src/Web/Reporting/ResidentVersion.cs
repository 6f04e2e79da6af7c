using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.FollowUp;
using Styrkedja.Formats.Figures;
using Styrkedja.Frames;
using Styrkedja.Goals;
using Styrkedja.Organisation;
using Styrkedja.Reports;
using Styrkedja.Rounds;
using Styrkedja.Statements;
using Styrkedja.Web.Words;

namespace Styrkedja.Web.Reporting;

/// <summary>A report told to those who live in the region: short sentences, round numbers, amounts for each resident and of each hundred kronor.</summary>
/// <remarks>Rounded so that it can be said aloud; each number leads to the exact one.</remarks>
internal sealed class ResidentVersion(ReportGround ground, FollowUpRound round)
{
    private const int MostPurposes = 6;
    private const int MostReceivers = 6;
    private const int MostGoals = 4;

    private readonly FollowUpSummary _summary = ground.View.FollowUp(ground.Period);

    private bool IsWholeYear => ground.Known.To.Number == 12;

    private string When => IsWholeYear ? $"{ground.Year}" : DateWords.Of(ground.T, ground.Known);

    public string Title => ground.T["short.resident.title", ("region", ground.T[ground.Reading.Archive.Name]), ("when", When)];

    public IReadOnlyList<ReportBlock> Blocks()
    {
        if (!ground.View.HasOutcome(ground.Period))
            return [new ReportParagraph(ground.T["reports.no-outcome", ("year", ground.Year)])];
        return [.. InShort(), .. From(), .. To(), .. Achieved(), .. Now()];
    }

    private IEnumerable<ReportBlock> InShort()
    {
        var (result, deviation) = (_summary.Region.Result, _summary.Region.Deviation);
        yield return new ReportParagraph(
        [
            .. Sentence(Way("short.resident.result", result), ("amount", ground.Run(result, Millions(result)))), new(" "),
            .. Sentence(Way("short.resident.against-budget", deviation), ("amount", ground.Run(deviation, Millions(deviation)))), new(" "),
            .. ground.Reading.Residents > 0 ? Sentence("short.resident.each-result", ("amount", ground.Run(result, PerResident(result)))) : [],
        ], ReportTone.Lead);
    }

    /// <summary>Tax, the state and fees, for each resident and of each hundred kronor that came in.</summary>
    private IEnumerable<ReportBlock> From()
    {
        var whole = Of(Measure.Revenue);
        if (!whole.IsKnown || whole.Money <= Money.Zero)
            yield break;
        yield return new ReportHeading(ground.T["short.resident.from"]);
        yield return new ReportParagraph(Whole("short.resident.came-in", whole));
        yield return new ReportPoints(
        [
            .. new[] { StatementLine.TaxRevenue, StatementLine.GeneralGrantsAndEqualisation, StatementLine.OperatingRevenue, StatementLine.FinancialIncome }
                .Select(line => (Line: line, Figure: ground.View.StatementFigure(new(Measure.Result, ground.Known, Subject.RegionId), line, budget: false)))
                .Where(l => l.Figure.Money > Money.Zero)
                .Select(l => Part(ground.T[$"short.resident.line.{Provenance.KeyWord.Of(l.Line)}"], l.Figure, whole)),
        ], false);
        var rate = ground.View.Evaluate(new(Measure.TaxRate, Period.Year(ground.Year), Subject.RegionId));
        if (rate.Value is FigureValue.Number number)
            yield return new ReportParagraph(Sentence("short.resident.tax", ("rate", ground.Run(rate, AmountText.Number(number.Value, 2)))));
    }

    /// <summary>What the money was used for by the ledger, and who was given it by the frames decided.</summary>
    private IEnumerable<ReportBlock> To()
    {
        var whole = Of(Measure.Cost);
        if (!whole.IsKnown || whole.Money >= Money.Zero)
            yield break;
        yield return new ReportHeading(ground.T["short.resident.to"]);
        yield return new ReportParagraph(Whole("short.resident.went-out", whole));
        var groups = ground.View.State.Accounts.Groups.Where(g => g.Line != StatementLine.BalanceSheet)
            .Select(g => (g.Name, Figure: ground.View.Evaluate(new(Measure.Cost, ground.Known, Subject.RegionId, new(Group: g.Id)))))
            .Where(g => g.Figure.IsKnown && g.Figure.Money < Money.Zero).OrderBy(g => g.Figure.Money).ToList();
        yield return new ReportPoints(
        [
            .. groups.Take(MostPurposes).Select(g => Part(ground.T[g.Name], g.Figure, whole)),
            .. groups.Count > MostPurposes
                ? new IReadOnlyList<ReportRun>[] { [new(ground.T["short.resident.rest", ("kronor", OfHundred(Money.Sum(groups.Skip(MostPurposes).Select(g => g.Figure.Money)), whole.Money))])] }
                : [],
        ], false);
        var shares = TaxKrona.Of(ground.View.State.Frames, ground.Year, Money.Zero);
        if (shares.Count == 0)
            yield break;
        yield return new ReportParagraph([new(ground.T["short.resident.given"])]);
        yield return new ReportPoints(
        [
            .. shares.Take(MostReceivers).Select(s => (IReadOnlyList<ReportRun>)
            [
                new(ground.NameOf(s.Subject), Address: "/budget/" + Uri.EscapeDataString(s.Subject)),
                new(ground.T["short.resident.of-hundred", ("kronor", AmountText.Number(AmountText.In(s.OfHundred, AmountUnit.Krona), 0))]),
            ]),
            .. shares.Count > MostReceivers
                ? new IReadOnlyList<ReportRun>[] { [new(ground.T["short.resident.rest", ("kronor", AmountText.Number(shares.Skip(MostReceivers).Sum(s => AmountText.In(s.OfHundred, AmountUnit.Krona)), 0))])] }
                : [],
        ], false);
    }

    private IEnumerable<ReportBlock> Achieved()
    {
        var reached = _summary.Goals.Where(g => g.Fulfilment == GoalFulfilment.Fulfilled).ToList();
        if (BoardSummary.TellsOfGoals(round) && _summary.Goals.Count > 0)
        {
            yield return new ReportHeading(ground.T["short.resident.reached"]);
            yield return new ReportParagraph(Sentence("short.resident.goals", ("fulfilled", ground.Run(_summary.GoalsFulfilled)), ("total", ground.Run(_summary.GoalsTotal)), ("partly", ground.Run(_summary.GoalsPartly))));
            if (reached.Count > 0)
                yield return Named(reached);
        }

        var missed = _summary.Goals.Where(g => BoardSummary.TellsOfGoals(round) && g.Fulfilment == GoalFulfilment.NotFulfilled).ToList();
        var worse = _summary.Bodies.Where(b => b.Deviation.IsKnown && Whole(b.Deviation.Money) < 0).OrderBy(b => b.Deviation.Money).Take(2).ToList();
        if (missed.Count == 0 && worse.Count == 0)
            yield break;
        yield return new ReportHeading(ground.T["short.resident.missed"]);
        if (missed.Count > 0)
            yield return Named(missed);
        foreach (var body in worse)
            yield return new ReportParagraph(Sentence("short.resident.over", ("name", new(ground.T[body.Subject.Name])), ("amount", ground.Run(body.Deviation, Millions(body.Deviation)))));
    }

    private IEnumerable<ReportBlock> Now()
    {
        var t = ground.T;
        var points = new List<IReadOnlyList<ReportRun>>();
        if (!IsWholeYear && _summary.Region.Forecast is { IsKnown: true } forecast)
            points.Add(Sentence(Way("short.resident.forecast", forecast), ("amount", ground.Run(forecast, Millions(forecast)))));
        if (IsWholeYear && ground.View.RequirementFigure(ground.Year, RequirementLine.ClosingDeficit) is { IsKnown: true } deficit && deficit.Money < Money.Zero)
            points.Add(Sentence("short.resident.restore", ("amount", ground.Run(deficit, Millions(deficit)))));
        var measures = ground.View.MeasuresOf(Subject.RegionId, ground.Known).Count;
        if (measures > 0)
            points.Add([new(t["short.resident.measures", ("count", measures)], Address: "/follow-up/measures?period=" + DateWords.Query(ground.Period))]);
        points.Add(round.Approvals is [.., var approval]
            ? [new(t["short.resident.approved", ("body", ground.NameOf(approval.By.Body)), ("day", DateWords.Of(t, approval.By.Date))], Address: "/decisions/" + Uri.EscapeDataString(approval.By.Id))]
            : [new(t["short.resident.not-approved"])]);
        points.Add([new(t["short.resident.more"], Address: "/reports/rounds/" + Uri.EscapeDataString(round.Id))]);
        yield return new ReportHeading(t["short.resident.now"]);
        yield return new ReportPoints(points, false);
    }

    private ReportPoints Named(IReadOnlyList<GoalStanding> goals) => new(
    [
        .. goals.Take(MostGoals).Select(g => (IReadOnlyList<ReportRun>)[new(WordingOf(g.Id), Address: "/goals/" + Uri.EscapeDataString(g.Id))]),
        .. goals.Count > MostGoals ? new IReadOnlyList<ReportRun>[] { [new(ground.T["short.resident.more-goals", ("count", goals.Count - MostGoals)])] } : [],
    ], false);

    private string WordingOf(string goal) => ground.View.State.Goals.Goals.TryGetValue(goal, out var adopted) && adopted.Act.Text is { } text ? ground.T[text] : $"{goal}: {ground.T["goal.no-wording"]}";

    /// <summary>A whole amount in billions, and for each resident where their number is known.</summary>
    private IReadOnlyList<ReportRun> Whole(string key, Figure whole) =>
    [
        .. Sentence(key, ("amount", ground.Run(whole, Millions(whole)))), new(" "),
        .. ground.Reading.Residents > 0 ? Sentence("short.resident.each", ("amount", ground.Run(whole, PerResident(whole)))) : [],
    ];

    private IReadOnlyList<ReportRun> Part(string name, Figure part, Figure whole) =>
    [
        new(name), .. Sentence(ground.Reading.Residents > 0 ? "short.resident.part" : "short.resident.part-of-hundred",
            ("kronor", ground.Run(part, OfHundred(part.Money, whole.Money))), ("each", ground.Run(part, PerResident(part)))),
    ];

    private IReadOnlyList<ReportRun> Sentence(string key, params (string Name, ReportRun Run)[] parts) => ReportGround.Sentence(ground.T[key, ("when", When), ("region", ground.T[ground.Reading.Archive.Name])], parts);

    private Figure Of(Measure measure) => ground.View.Evaluate(new(measure, ground.Known, Subject.RegionId));

    private string Millions(Figure figure) => Math.Abs(Whole(figure.Money)) is var millions && millions >= 1000
        ? ground.T["short.billion", ("amount", AmountText.Number(millions / 1000, 1))]
        : ground.T["short.million", ("amount", AmountText.Number(millions, 0))];

    private static decimal Whole(Money money) => Math.Round(AmountText.In(money, AmountUnit.Million), MidpointRounding.AwayFromZero);

    /// <summary>Kronor for each resident, to hundreds, tens or ones by how large it is; nothing said when residents are not known.</summary>
    private string PerResident(Figure figure)
    {
        if (ground.Reading.Residents == 0)
            return "";
        var each = Math.Abs(AmountText.In(figure.Money, AmountUnit.PerResident, ground.Reading.Residents));
        var step = each >= 1000 ? 100 : each >= 100 ? 10 : 1;
        return ground.T["short.kronor", ("amount", AmountText.Number(Math.Round(each / step, MidpointRounding.AwayFromZero) * step, 0))];
    }

    private string OfHundred(Money part, Money whole) => (decimal)part.Ore * 100 / whole.Ore is var kronor && kronor is > 0 and < 0.5m ? ground.T["short.under-one"] : AmountText.Number(kronor, 0);

    private static string Way(string key, Figure figure) => key + (Whole(figure.Money) switch { < 0 => "-minus", > 0 => "-plus", _ => "-even" });
}
