using System.Globalization;
using System.Text.Json.Nodes;
using Styrkedja.Calendar;
using Styrkedja.FollowUp;
using Styrkedja.Formats.Figures;
using Styrkedja.Organisation;
using Styrkedja.Provenance;

namespace Styrkedja.App.FollowingUp;

/// <summary>Measures against a deviation as JSON, the same on the command line and under /api. Amounts are öre, better is positive.</summary>
public static class MeasureJson
{
    /// <summary>A subject's deviation beside what has been decided about it, then each measure with what has been told of it.</summary>
    public static JsonObject Of(FollowUpView view, Subject subject, Period period)
    {
        var answer = view.AnswerTo(subject.Id, period);
        return new()
        {
            ["period"] = period.ToString(),
            ["asOf"] = Iso(view.State.At.AsOf),
            ["subject"] = subject.Id,
            ["deviation"] = FigureJson.Of(answer.Deviation),
            ["decided"] = FigureJson.Of(answer.Decided),
            ["effect"] = FigureJson.Of(answer.Effect),
            ["forecast"] = FigureJson.Of(answer.Forecast),
            ["leftOre"] = answer.Left.Ore,
            ["remainingOre"] = answer.Remaining?.Ore,
            ["measures"] = new JsonArray([.. view.MeasuresOf(subject.Id, period).Select(m => (JsonNode)Of(m, period.From.Year))]),
        };
    }

    private static JsonObject Of(MeasureStanding standing, int year)
    {
        var act = standing.Measure.Act;
        return new()
        {
            ["id"] = act.Id,
            ["subject"] = act.Subject,
            ["owner"] = act.Owner,
            ["text"] = Names(act.Text),
            ["why"] = Names(act.Why),
            ["group"] = act.Group,
            ["goal"] = act.Goal,
            ["from"] = Iso(act.Time.From),
            ["until"] = Iso(act.Time.To!.Value),
            ["status"] = FigureJson.Word(standing.Status),
            ["year"] = year,
            ["expectedOre"] = standing.Expected?.Ore,
            ["effectOre"] = standing.Effect?.Ore,
            ["forecastOre"] = standing.Forecast?.Ore,
            ["decidedBy"] = standing.Measure.Decided.By.Id,
            ["endedBy"] = standing.Measure.Ended?.By.Id,
            ["told"] = new JsonArray([.. standing.Told.Select(t => (JsonNode)new JsonObject
            {
                ["assessment"] = t.By.Assessment.Id,
                ["period"] = t.By.Assessment.Period.ToString(),
                ["by"] = t.By.Assessment.By,
                ["effectOre"] = t.Report.Effect?.Ore,
                ["forecastOre"] = t.Report.Forecast?.Ore,
                ["text"] = Names(t.Report.Text),
            })]),
            ["unanswered"] = new JsonArray([.. standing.Unanswered.Select(r => JsonValue.Create(r.Act.Id))]),
            ["illustrative"] = act.Illustrative,
        };
    }

    private static JsonObject? Names(Bilingual? text) => text is null ? null : new() { ["sv"] = text.Sv, ["en"] = text.En };

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
