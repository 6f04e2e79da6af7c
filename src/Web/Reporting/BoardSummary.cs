using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.FollowUp;
using Styrkedja.Formats.Figures;
using Styrkedja.Goals;
using Styrkedja.Organisation;
using Styrkedja.Provenance;
using Styrkedja.Reports;
using Styrkedja.Rounds;
using Styrkedja.Statements;
using Styrkedja.Web.Words;

namespace Styrkedja.Web.Reporting;

/// <summary>A report on one page for the executive board: what came of it, where it went otherwise than planned and why, and what is left to decide.</summary>
/// <remarks>As much as has room on one A4 with the table of bodies; the rest stands in the report.</remarks>
internal sealed class BoardSummary(ReportGround ground, FollowUpRound round)
{
    private const int MostBodies = 6;
    private const int MostDeviations = 3;
    private const int MostCauses = 3;
    private const int MostGoals = 3;

    private readonly FollowUpSummary _summary = ground.View.FollowUp(ground.Period);

    /// <summary>True for a report that says how goals stand; in a month most of them are not judged.</summary>
    public static bool TellsOfGoals(FollowUpRound round) => round.JudgesGoals || round.Terms.Kind is RoundKind.AnnualReport or RoundKind.InterimReport;

    private bool IsWholeYear => ground.Known.To.Number == 12;

    private Period Before => new(ground.Known.From.Plus(-12), ground.Known.To.Plus(-12));

    public IReadOnlyList<ReportBlock> Blocks()
    {
        if (!ground.View.HasOutcome(ground.Period))
            return [new ReportParagraph(ground.T["reports.no-outcome", ("year", ground.Year)])];
        return
        [
            new ReportParagraph(ReportBuilder.LeadOf(ground), ReportTone.Lead),
            Economy(),
            .. Part("short.board.why", [.. Deviations()]),
            .. Part("short.board.goals", [.. Goals()]),
            .. Part("short.board.left", [.. Left()]),
        ];
    }

    private IEnumerable<ReportBlock> Part(string heading, IReadOnlyList<IReadOnlyList<ReportRun>> points) =>
        points.Count == 0 ? [] : [new ReportHeading(ground.T[heading]), new ReportPoints(points, false)];

    private ReportTable Economy()
    {
        var t = ground.T;
        // Those that matter most, in the order of the report; a year that has ended is held against the year before, one under way against what is expected.
        var shown = _summary.Bodies.OrderByDescending(b => Math.Abs(b.Deviation.Money.Ore)).Take(MostBodies).ToHashSet();
        var hidden = _summary.Bodies.Count - shown.Count;
        var expected = !IsWholeYear && _summary.Bodies.Append(_summary.Region).Any(e => e.Forecast.IsKnown);
        return new("board-economy", t["economy.caption", ("name", t[_summary.Region.Subject.Name]), ("period", DateWords.Of(t, ground.Known))], "mnkr",
            [ground.Text("column.part"), ground.Number("column.result"), ground.Number("column.period-budget"), ground.Number("column.deviation"), ground.Number(expected ? "column.forecast" : "statements.before")],
            [
                .. _summary.Bodies.Where(shown.Contains).Append(_summary.Region).Select(e => new ReportRow(
                    [
                        new(t[e.Subject.Name], Address: "/follow-up/" + Uri.EscapeDataString(e.Subject.Id)), ground.Amount(e.Result), ground.Amount(e.PeriodBudget), ground.Amount(e.Deviation),
                        ground.Amount(expected ? e.Forecast : ground.View.Evaluate(new(Measure.Result, Before, e.Subject.Id))),
                    ],
                    e.Subject.Kind == SubjectKind.Region ? ReportRowKind.Total : ReportRowKind.Item)),
            ],
            hidden > 0 ? [t["short.board.others", ("shown", shown.Count), ("count", _summary.Bodies.Count)]] : []);
    }

    private IEnumerable<IReadOnlyList<ReportRun>> Deviations() =>
        _summary.Bodies.Where(b => IsShown(b.Deviation)).OrderByDescending(b => Math.Abs(b.Deviation.Money.Ore)).Take(MostDeviations).Select(Deviation);

    private IReadOnlyList<ReportRun> Deviation(SubjectEconomy body)
    {
        var t = ground.T;
        var causes = ground.View.CausesOf(body.Subject.Id, ground.Known).GroupBy(c => c.Explained.Cause)
            .Select(c => (Cause: c.Key, Amount: Money.Sum(c.Select(part => part.Explained.Amount)))).OrderByDescending(c => Math.Abs(c.Amount.Ore)).Take(MostCauses).ToList();
        var runs = new List<ReportRun> { new(t[body.Subject.Name] + " ", Strong: true), ground.Run(body.Deviation) };
        if (causes.Count == 0)
            return [.. runs, new(t["short.board.no-cause"])];
        runs.Add(new(": " + string.Join(", ", causes.Select(c => $"{Lower(t[$"deviation-cause.{KeyWord.Of(c.Cause)}"])} {Said(c.Amount)}"))));
        var unexplained = ground.View.Evaluate(new(Measure.UnexplainedDeviation, ground.Known, body.Subject.Id));
        return IsShown(unexplained) ? [.. runs, .. ReportGround.Sentence(t["short.board.unexplained"], ("amount", ground.Run(unexplained)))] : [.. runs, new(".")];
    }

    private IEnumerable<IReadOnlyList<ReportRun>> Goals()
    {
        var t = ground.T;
        if (TellsOfGoals(round) && _summary.GoalsTotal.Value is FigureValue.Count { Items: > 0 })
        {
            yield return
            [
                .. ReportGround.Sentence(t["report.summary-goals"], ("total", ground.Run(_summary.GoalsTotal)), ("fulfilled", ground.Run(_summary.GoalsFulfilled)), ("partly", ground.Run(_summary.GoalsPartly)),
                    ("not", ground.Run(_summary.GoalsNotFulfilled)), ("unknown", ground.Run(_summary.GoalsNotJudged))),
            ];
        }

        if (TellsOfGoals(round) && ground.View.JudgementOf(ground.Period) is { } judgement)
        {
            string Word(GoalFulfilment fulfilment) => t[$"judgement.word.{KeyWord.Of(fulfilment)}"];
            var said = judgement.Decision is { } decision
                ? t["judgement.answer", ("year", ground.Year), ("proposed", Word(judgement.Proposed)), ("decided", Word(decision))]
                : t["judgement.answer-undecided", ("year", ground.Year), ("proposed", Word(judgement.Proposed))];
            yield return [new(said, Address: "/goals/judgement?year=" + DateWords.Query(Period.Year(ground.Year))), new(".")];
        }

        if (IsWholeYear && ground.View.Requirement(ground.Year) is { } requirement)
        {
            var (result, left) = (ground.View.RequirementFigure(ground.Year, RequirementLine.RequirementResult), ground.View.RequirementFigure(ground.Year, RequirementLine.ClosingDeficit));
            var key = requirement[RequirementLine.RequirementResult] < Money.Zero ? "requirement.breaks" : "requirement.meets";
            yield return [.. ReportGround.Sentence(t[key, ("year", ground.Year)], ("result", ground.Run(result)), ("left", ground.Run(left, Said(-left.Money) + AmountText.Group + "mnkr"))), new(".")];
        }
    }

    /// <summary>What is off track and has no decision about it, what nobody has judged, and the station that the round waits at.</summary>
    private IEnumerable<IReadOnlyList<ReportRun>> Left()
    {
        var (t, state) = (ground.T, ground.View.State);
        foreach (var body in _summary.Bodies.Where(b => IsShown(b.Deviation) && b.Deviation.Money < Money.Zero).OrderBy(b => b.Deviation.Money).Take(MostDeviations))
        {
            var measures = ground.View.MeasuresOf(body.Subject.Id, ground.Known);
            yield return
            [
                new(t[body.Subject.Name], Address: $"/follow-up/{Uri.EscapeDataString(body.Subject.Id)}?period={DateWords.Query(ground.Period)}"),
                new(measures.Count == 0 ? t["short.board.no-measure"] : t["short.board.measures", ("count", measures.Count)]),
            ];
        }

        var missed = _summary.Goals.Where(g => TellsOfGoals(round) && g.Fulfilment == GoalFulfilment.NotFulfilled).ToList();
        foreach (var goal in missed.Take(MostGoals))
            yield return [new(ground.NameOf(goal.Id), Address: "/goals/" + Uri.EscapeDataString(goal.Id)), new(t["short.board.goal-missed", ("owner", OwnerOf(goal.Id))])];
        if (missed.Count > MostGoals)
            yield return [new(t["short.board.more-goals", ("count", missed.Count - MostGoals)])];
        if (round.JudgesGoals && round.Unjudged(state.Goals) is { Count: > 0 } unjudged)
            yield return [new(t["short.board.unjudged", ("count", unjudged.Count)])];
        var missing = ReportBuilder.OutlineOf(state, round.Terms).Count(s => s.Writer is not null && state.Reports.TextOf(round.Id, s.Id) is null);
        if (missing > 0)
            yield return [new(t["short.board.texts", ("count", missing)], Address: $"/reports/rounds/{Uri.EscapeDataString(round.Id)}/texts")];
        if (round.Approvals.Count == 0 && round.Terms.Kind is RoundKind.AnnualReport or RoundKind.InterimReport)
            yield return [new(t["report.not-approved"])];
        if (round.Asks)
            yield return [new(new RoundWords(t, state).Standing(RoundProgress.Of(round, state.RoundBook, state.Organisation, state.Goals, state.Frames), state.At.AsOf), Address: "/follow-up/rounds/" + Uri.EscapeDataString(round.Id))];
    }

    private string OwnerOf(string goal) => ground.View.State.Goals.Goals.TryGetValue(goal, out var adopted) && adopted.Act.Owner is { } owner ? ground.NameOf(owner) : ground.T["goal.no-owner"];

    /// <summary>True for an amount that is not nothing as it is shown.</summary>
    private static bool IsShown(Figure figure) => figure.IsKnown && Math.Round(AmountText.In(figure.Money, AmountUnit.Million), 1, MidpointRounding.AwayFromZero) != 0;

    private static string Said(Money amount) => AmountText.Of(amount, AmountUnit.Million, true);

    private static string Lower(string words) => words.Length == 0 ? words : char.ToLowerInvariant(words[0]) + words[1..];
}
