using Styrkedja.FollowUp;
using Styrkedja.Formats.Figures;
using Styrkedja.Provenance;
using Styrkedja.Reports;
using Styrkedja.Web.Words;

namespace Styrkedja.Web.Reporting;

/// <summary>Goals, sub-goals and the joint judgement in a report.</summary>
/// <remarks>Rule: kommunallagen (2017:725) 11 kap. 6 §; LKBR (2018:597) 11 kap. 8 §.</remarks>
internal sealed class GoalParts(ReportGround ground)
{
    /// <summary>One section for each area, with its goals, the year's sub-goals under them, and what was said of each.</summary>
    public FilledPart Goals()
    {
        var (t, goals) = (ground.T, ground.View.Goals(ground.Period));
        if (goals.Count == 0)
            return new([new ReportParagraph(t["report-document.no-goals"])]);
        var areas = goals.GroupBy(g => ground.View.State.Goals.Goals[g.Id].Act.Area).OrderBy(a => a.Key, StringComparer.Ordinal).ToList();
        return new(
            [new PicturesInReport(ground).Goals(goals, "goals-count"), CountTable(goals)],
            [.. areas.Select((area, a) => new ReportSection($"goals-{a + 1}", AreaName(area.Key), [Table($"goals-{a + 1}-table", AreaName(area.Key), area, WithGoals: true), .. Said(area)], []))]);
    }

    public FilledPart SoundManagement()
    {
        var t = ground.T;
        if (ground.View.JudgementOf(ground.Period) is not { } judgement)
            return new([new ReportParagraph(t["report.no-rule", ("year", ground.Year)])]);
        var figure = ground.View.Evaluate(new(Measure.SoundFinancialManagement, ground.Period, Organisation.Subject.RegionId));
        var decided = judgement.Decision is { } decision
            ? t["judgement.answer", ("year", ground.Year), ("proposed", Word(judgement.Proposed)), ("decided", Word(decision))]
            : t["judgement.answer-undecided", ("year", ground.Year), ("proposed", Word(judgement.Proposed))];
        var reckoning = judgement.Counted == 0
            ? t["judgement.reckoning-none"]
            : t["judgement.reckoning", ("reached", AmountText.Plain(judgement.Reached)), ("count", judgement.Counted), ("share", AmountText.Number(judgement.Reached * 100 / judgement.Counted, 1)), ("wanted", judgement.Rule.Act.ActivityShare)];
        return new(
        [
            new ReportParagraph(decided + ".", ReportTone.Lead),
            new ReportParagraph([.. judgement.Differs ? [new ReportRun(t["judgement.differs"] + " ")] : Array.Empty<ReportRun>(), new(reckoning + " "), new(t["report-document.by-rule"] + ": "), ground.Run(figure), new(".")]),
            new ReportParagraph([new(new ActSentence(ground.Reading).Of(judgement.Rule.Act) + " "), new(t[judgement.Rule.By.Title], Address: "/decisions/" + judgement.Rule.By.Id)], ReportTone.Note),
            new ReportTable("sound-management", t["measure.sound-financial-management"], null, [ground.Text("goals.goal"), ground.Text("report-document.kind-of-goal"), new(t["report-document.judgement"], ReportColumnKind.Judgement)],
                [
                    .. judgement.Financial.Select(g => Row(g, "judgement.financial")),
                    .. judgement.Activity.Select(g => Row(g, "judgement.activity")),
                ], []),
        ]);

        ReportRow Row(GoalStanding goal, string kind) => new([Name(goal), new(t[kind]), ground.Value(goal.Status)]);
        string Word(Goals.GoalFulfilment fulfilment) => t[$"judgement.word.{KeyWord.Of(fulfilment)}"];
    }

    /// <summary>Sub-goals that bodies answer for, as one table; nothing when there is none.</summary>
    public ReportTable? Table(string id, string caption, IEnumerable<GoalStanding> goals) => goals.ToList() is { Count: > 0 } some ? Table(id, caption, some, WithGoals: false) : null;

    private ReportTable Table(string id, string caption, IEnumerable<GoalStanding> goals, bool WithGoals) => new(id, ground.T["report-document.goals-caption", ("area", caption)], null,
        [ground.Text("report-document.goal-or-indicator"), ground.Number("report-document.target"), ground.Number("report-document.outcome"), new(ground.T["report-document.judgement"], ReportColumnKind.Judgement)],
        [.. goals.SelectMany(goal => Rows(goal, 0, WithGoals))], []);

    private IEnumerable<ReportRow> Rows(GoalStanding goal, int level, bool isGoal)
    {
        yield return new([Name(goal), ReportCell.Empty, ReportCell.Empty, ground.Value(goal.Status)], isGoal ? ReportRowKind.Group : ReportRowKind.Item, level);
        foreach (var indicator in goal.Indicators)
        {
            yield return new(
            [
                new(ground.T[indicator.Indicator.Act.Name], Address: "/goals/indicators/" + Uri.EscapeDataString(indicator.Indicator.Act.Id)),
                indicator.Target is { } target ? new($"{AmountText.Plain(target.Act.Value)}{AmountText.Group}{FigureWords.UnitName(indicator.Indicator.Act.Unit)}", target.Act.Value, null, "/decisions/" + target.By.Id) : ground.Missing,
                ground.Value(indicator.Value),
                new(ground.Words.Fulfilment(indicator.Fulfilment)),
            ], ReportRowKind.Item, level + 1);
        }

        foreach (var row in goal.Contributions.SelectMany(part => Rows(part, level + 1, false)))
            yield return row;
    }

    private ReportCell Name(GoalStanding goal) => new(ground.NameOf(goal.Id), Address: "/goals/" + Uri.EscapeDataString(ground.View.State.Goals.InForce(goal.Id) is not null ? goal.Id : ground.View.State.Goals.SubGoals.First(s => s.Act.Id == goal.Id).Act.Goal));

    private IEnumerable<ReportBlock> Said(IEnumerable<GoalStanding> goals)
    {
        var said = goals.Where(g => g.Assessment?.Assessment.Text is not null).Select(g => (IReadOnlyList<ReportRun>)
        [
            new(g.Id + " ", Strong: true), new(ground.T[g.Assessment!.Assessment.Text!]), .. g.Differs ? [new ReportRun(" " + ground.T["goals.differ"], Emphasis: true)] : Array.Empty<ReportRun>(),
        ]).ToList();
        if (said.Count > 0)
            yield return new ReportPoints(said, false);
    }

    private ReportTable CountTable(IReadOnlyList<GoalStanding> goals) => new("goals-count", ground.T["report-document.goals-count"], null,
        [ground.Text("report-document.judgement"), ground.Number("report-document.count")],
        [
            .. new[] { Measure.GoalsFulfilled, Measure.GoalsPartly, Measure.GoalsNotFulfilled, Measure.GoalsNotJudged }.Select(m => new ReportRow([new(ground.Words.Measure(m)), Count(m)])),
            new([new(ground.Words.Measure(Measure.GoalsTotal)), Count(Measure.GoalsTotal)], ReportRowKind.Total),
        ],
        goals.Any(g => g.Differs) ? [ground.T["report-document.goals-differ"]] : []);

    private ReportCell Count(Measure measure) => ground.Value(ground.View.Evaluate(new(measure, ground.Period, Organisation.Subject.RegionId)));

    private string AreaName(string area) => ground.View.State.Goals.Areas.TryGetValue(area, out var named) ? ground.T[named.Act.Name] : area;
}
