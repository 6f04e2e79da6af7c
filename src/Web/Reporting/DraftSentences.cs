using System.Text;
using Styrkedja.Amounts;
using Styrkedja.Decisions;
using Styrkedja.FollowUp;
using Styrkedja.Goals;
using Styrkedja.Organisation;
using Styrkedja.Reports;
using Styrkedja.Web.Words;

namespace Styrkedja.Web.Reporting;

/// <summary>Sentences about deviations and goals reckoned from the figures, for those who write a section's text to take or replace.</summary>
internal static class DraftSentences
{
    public static IReadOnlyList<SuggestedSentence> For(ReportGround ground, OutlineSection section)
    {
        var sentences = new List<string>();
        var about = section.Parts.ToHashSet();
        if (about.Overlaps([ReportPart.Summary, ReportPart.EconomicAnalysis, ReportPart.Forecast, ReportPart.KeyFigures, ReportPart.IncomeStatement]) || about.Count == 0)
            sentences.AddRange(Economy(ground));
        if (about.Overlaps([ReportPart.Summary, ReportPart.Goals, ReportPart.SoundManagement]))
            sentences.AddRange(OfGoals(ground));
        if (about.Contains(ReportPart.Staff))
            sentences.AddRange(Staff(ground));
        var texts = new ReportTexts(ground);
        return [.. sentences.Select(written => new SuggestedSentence(written, texts.Blocks(written).OfType<ReportParagraph>().First()))];
    }

    private static IEnumerable<string> Economy(ReportGround ground)
    {
        if (!ground.View.HasOutcome(ground.Period))
            yield break;
        var region = ground.View.Economy(ground.View.State.Organisation.Region, ground.Period);
        yield return Sentence(ground, Against(region.Deviation, "report-draft.result-worse", "report-draft.result-better", "report-draft.result-even"), region, null);
        if (region.Forecast.IsKnown && ground.Period.To.Number < 12)
            yield return Sentence(ground, "report-draft.forecast", region, null);
        foreach (var body in ground.View.EconomiesUnder(Subject.RegionId, ground.Period).Where(b => b.Deviation.Money != Money.Zero).OrderBy(b => b.Deviation.Money).Take(3))
            yield return Sentence(ground, Against(body.Deviation, "report-draft.body-worse", "report-draft.body-better", "report-draft.body-better"), body, ground.T[body.Subject.Name]);
    }

    private static IEnumerable<string> OfGoals(ReportGround ground)
    {
        var region = Subject.RegionId;
        if (ground.View.Goals(ground.Period).Count == 0)
            yield break;
        yield return new StringBuilder(ground.T["report-draft.goals"])
            .Replace("{fulfilled}", Named(new(Measure.GoalsFulfilled, ground.Period, region))).Replace("{total}", Named(new(Measure.GoalsTotal, ground.Period, region)))
            .Replace("{partly}", Named(new(Measure.GoalsPartly, ground.Period, region))).Replace("{not}", Named(new(Measure.GoalsNotFulfilled, ground.Period, region))).ToString();
        foreach (var goal in ground.View.Goals(ground.Period).Where(g => g.Fulfilment == GoalFulfilment.NotFulfilled))
            yield return ground.T["report-draft.goal-not", ("goal", ground.NameOf(goal.Id))];
    }

    private static IEnumerable<string> Staff(ReportGround ground)
    {
        if (!ground.View.HoldsStaff(Subject.RegionId, ground.Period))
            yield break;
        yield return new StringBuilder(ground.T["report-draft.staff"])
            .Replace("{headcount}", Named(new(Measure.Headcount, ground.Period, Subject.RegionId))).Replace("{sick}", Named(new(Measure.SickLeave, ground.Period, Subject.RegionId)))
            .Replace("{agency}", Named(new(Measure.AgencyFullTimeEquivalents, ground.Period, Subject.RegionId))).ToString();
    }

    private static string Against(Figure deviation, string worse, string better, string even) => deviation.Money < Money.Zero ? worse : deviation.Money > Money.Zero ? better : even;

    private static string Sentence(ReportGround ground, string key, SubjectEconomy economy, string? name) =>
        new StringBuilder(ground.T[key, ("name", name ?? ""), ("period", DateWords.Of(ground.T, ground.Known))])
            .Replace("{result}", Named(economy.Result.Address)).Replace("{budget}", Named(economy.PeriodBudget.Address))
            .Replace("{deviation}", Named(economy.Deviation.Address, absolute: true)).Replace("{forecast}", Named(economy.Forecast.Address)).Replace("{year-budget}", Named(economy.Budget.Address)).ToString();

    private static string Named(FigureAddress address, bool absolute = false) => $"{{figure: {address}{(absolute ? " | abs" : "")}}}";
}
