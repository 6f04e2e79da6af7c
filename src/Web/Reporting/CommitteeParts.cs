using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.FollowUp;
using Styrkedja.Formats.Figures;
using Styrkedja.Organisation;
using Styrkedja.Provenance;
using Styrkedja.Reports;
using Styrkedja.Rounds;
using Styrkedja.Web.Words;

namespace Styrkedja.Web.Reporting;

/// <summary>What each committee and board has to tell in a report: its economy, its sub-goals, its measures, and what it has said in the round.</summary>
internal sealed class CommitteeParts(ReportGround ground, FollowUpRound round)
{
    public FilledPart Committees()
    {
        var bodies = ground.View.State.Organisation.Children(Subject.RegionId)
            .Where(body => body.Kind == SubjectKind.Body && (ground.View.HoldsMoney(body.Id, Period.Year(ground.Year)) || SubGoalsOf(body.Id).Count > 0)).ToList();
        return bodies.Count == 0 ? new([new ReportParagraph(ground.T["report-document.no-committees"])]) : new([], [.. bodies.Select(Of)]);
    }

    private ReportSection Of(Subject body)
    {
        var blocks = new List<ReportBlock>();
        if (body.Field is { } field)
            blocks.Add(new ReportParagraph(ground.T[field], ReportTone.Note));
        if (ground.View.HasOutcome(ground.Period) && ground.View.HoldsMoney(body.Id, Period.Year(ground.Year)))
        {
            blocks.AddRange(Economy(body));
            blocks.AddRange(new EconomyParts(ground).Causes(body.Id, $"causes-{Key(body)}"));
        }

        blocks.AddRange(Said(body));
        if (new GoalParts(ground).Table($"sub-goals-{Key(body)}", ground.T[body.Name], SubGoalsOf(body.Id)) is { } goals)
            blocks.Add(goals);
        if (Measures(body) is { } measures)
            blocks.Add(measures);
        return new($"committee-{Key(body)}", ground.T[body.Name], blocks, []);
    }

    private IEnumerable<ReportBlock> Economy(Subject body)
    {
        var economy = ground.View.Economy(body, ground.Period);
        yield return ground.Paragraph(
            ground.T[economy.Deviation.Money < Money.Zero ? "report-document.committee-worse" : "report-document.committee-better", ("name", ground.T[body.Name])],
            ("result", economy.Result), ("budget", economy.PeriodBudget), ("deviation", economy.Deviation));
        var rows = new[] { (Measure.Revenue, Measure.RevenueBudget, Measure.RevenueDeviation), (Measure.Cost, Measure.CostBudget, Measure.CostDeviation), (Measure.Result, Measure.ResultBudget, Measure.ResultDeviation) };
        var before = new Period(ground.Known.From.Plus(-12), ground.Known.To.Plus(-12));
        yield return new ReportTable($"economy-{Key(body)}", ground.T["economy.caption", ("name", ground.T[body.Name]), ("period", DateWords.Of(ground.T, ground.Known))], "mnkr",
            [ground.Text("statements.row"), ground.Number("statements.outcome"), ground.Number("statements.budget"), ground.Number("statements.deviation"), ground.Number("statements.before")],
            [
                .. rows.Select(r => new ReportRow(
                    [new(ground.Words.Measure(r.Item1)), .. new[] { r.Item1, r.Item2, r.Item3 }.Select(m => ground.Amount(At(m, ground.Known))), ground.Amount(At(r.Item1, before))],
                    r.Item1 == Measure.Result ? ReportRowKind.Total : ReportRowKind.Item)),
            ], []);

        Figure At(Measure measure, Period period) => ground.View.Evaluate(new(measure, period, body.Id));
    }

    private IEnumerable<ReportBlock> Said(Subject body)
    {
        foreach (var answer in round.Answers.Where(a => a.Subject == body.Id))
        {
            if (answer.Text is { } text)
                yield return new ReportParagraph(ground.T[text]);
            foreach (var given in answer.Answers)
            {
                var question = round.Terms.Questions.FirstOrDefault(q => q.Id == given.Question);
                yield return new ReportParagraph([new((question is null ? given.Question : ground.T[question.Text]) + " ", Strong: true), new(ground.T[given.Text])]);
            }
        }
    }

    private ReportTable? Measures(Subject body)
    {
        var measures = ground.View.MeasuresOf(body.Id, ground.Known);
        return measures.Count == 0 ? null : new($"measures-{Key(body)}", ground.T["report-document.measures", ("name", ground.T[body.Name])], "mnkr",
            [ground.Text("report-document.measure"), ground.Text("report-document.status"), ground.Number("report-document.expected"), ground.Number("report-document.effect"), ground.Number("report-document.effect-year")],
            [
                .. measures.Select(m => new ReportRow(
                [
                    new(ground.T[m.Measure.Act.Text], Address: "/decisions/" + m.Measure.Decided.By.Id), new(ground.T[$"measure-status.{KeyWord.Of(m.Status)}"]), Plain(m.Expected), Plain(m.Effect), Plain(m.Forecast),
                ])),
            ], []);
    }

    private List<GoalStanding> SubGoalsOf(string body) =>
        [.. ground.View.State.Goals.SubGoals.Where(s => s.Act.Year == ground.Year && ground.View.State.Organisation.AnsweringBody(s.Act.Owner).Id == body).Select(s => ground.View.Standing(s.Act.Id, ground.Period)).OrderBy(s => s.Id, StringComparer.Ordinal)];

    private ReportCell Plain(Money? amount) => amount is { } known ? new(AmountText.Of(known, AmountUnit.Million, true), known.Ore / 100m) : ground.Missing;

    private static string Key(Subject body) => body.Id.ToLowerInvariant();
}
