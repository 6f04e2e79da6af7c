using System.Globalization;
using System.Text.Json.Nodes;
using Styrkedja.FollowUp;
using Styrkedja.Formats.Decisions;
using Styrkedja.Region;

namespace Styrkedja.Formats.Figures;

/// <summary>Figures as JSON, the same on the command line and under /api. Names are stable; more members may come.</summary>
public static class FigureJson
{
    /// <summary>A figure: its address, its value under a name that tells the unit, its kind and whether it is illustrative. An unknown value is left out.</summary>
    public static JsonObject Of(Figure figure)
    {
        var json = new JsonObject { ["address"] = figure.Address.ToString() };
        switch (figure.Value)
        {
            case FigureValue.Amount amount:
                json["ore"] = amount.Money.Ore;
                break;
            case FigureValue.Count count:
                json["count"] = count.Items;
                break;
            case FigureValue.Number number:
                json["value"] = number.Value;
                json["unit"] = number.Unit;
                break;
            case FigureValue.Judgement judgement:
                json["status"] = Word(judgement.Fulfilment);
                break;
        }

        json["kind"] = Word(figure.Address.Measure.Kind());
        json["illustrative"] = figure.Illustrative;
        return json;
    }

    public static JsonObject Of(FollowUpSummary summary, Viewpoint at)
    {
        var bodies = new JsonObject();
        foreach (var economy in summary.Bodies)
            bodies[economy.Subject.Id] = Of(economy);
        var json = new JsonObject
        {
            ["period"] = summary.Period.ToString(),
            ["throughMonth"] = summary.Known.To.ToString(),
            ["asOf"] = Iso(at.AsOf),
            ["knownAt"] = at.KnownAt,
        };
        foreach (var (name, value) in Of(summary.Region))
            json[name] = value?.DeepClone();
        json["bodies"] = bodies;
        json["goals"] = new JsonObject
        {
            ["total"] = Items(summary.GoalsTotal),
            ["fulfilled"] = Items(summary.GoalsFulfilled),
            ["partly"] = Items(summary.GoalsPartly),
            ["notFulfilled"] = Items(summary.GoalsNotFulfilled),
            ["notJudged"] = Items(summary.GoalsNotJudged),
            ["each"] = new JsonArray([.. summary.Goals.Select(Of)]),
        };
        json["soundFinancialManagement"] = Word(summary.Judgement);
        return json;
    }

    public static JsonObject Of(SubjectEconomy economy) => new()
    {
        ["result"] = Of(economy.Result),
        ["budget"] = Of(economy.Budget),
        ["periodBudget"] = Of(economy.PeriodBudget),
        ["deviation"] = Of(economy.Deviation),
        ["forecast"] = economy.Forecast.IsKnown ? Of(economy.Forecast) : null,
    };

    public static JsonObject Of(GoalStanding goal) => new()
    {
        ["id"] = goal.Id,
        ["status"] = Word(goal.Fulfilment),
        ["computed"] = Word(goal.Computed),
        ["assessed"] = goal.Assessment is { } assessment ? Word(assessment.Assessment.Fulfilment!.Value) : null,
        ["illustrative"] = goal.Status.Illustrative,
        ["indicators"] = new JsonArray([.. goal.Indicators.Select(i => (JsonNode)Of(i.Value))]),
        ["subGoals"] = new JsonArray([.. goal.SubGoals.Select(s => (JsonNode)Of(s))]),
    };

    /// <summary>An explanation; rows are added by whoever may see them.</summary>
    public static JsonObject Of(Explanation explanation)
    {
        var json = Of(explanation.Figure);
        json["rule"] = Word(explanation.Rule);
        json["by"] = explanation.By is { } by ? Word(by) : null;
        json["parts"] = new JsonArray([.. explanation.Parts.Select(p => (JsonNode)Of(p))]);
        json["inputs"] = new JsonArray([.. explanation.Inputs.Select(i => (JsonNode)Of(i))]);
        json["breakdowns"] = new JsonArray([.. explanation.Breakdowns.Select(b => JsonValue.Create(Word(b)))]);
        json["decisions"] = new JsonArray([.. explanation.Decisions.Select(d => (JsonNode)Of(d, null))]);
        json["batches"] = new JsonArray(
        [
            .. explanation.Batches.Select(b => (JsonNode)new JsonObject
            {
                ["id"] = b.Batch.Id,
                ["position"] = b.Position,
                ["source"] = b.Batch.SourceName,
                ["rows"] = b.Batch.Rows,
                ["illustrative"] = b.Batch.Illustrative,
            }),
        ]);
        json["assessments"] = new JsonArray(
        [
            .. explanation.Assessments.Select(a => (JsonNode)new JsonObject
            {
                ["id"] = a.Assessment.Id,
                ["position"] = a.Position,
                ["by"] = a.Assessment.By,
                ["date"] = Iso(a.Assessment.Date),
                ["text"] = a.Assessment.Text?.Sv,
                ["source"] = a.Assessment.Source?.Key,
                ["illustrative"] = a.Assessment.Illustrative,
            }),
        ]);
        json["published"] = new JsonArray(
        [
            .. explanation.Published.Select(p => (JsonNode)new JsonObject
            {
                ["value"] = p.Observation.Observation.Value,
                ["unit"] = p.Observation.Observation.Unit,
                ["source"] = p.Observation.Observation.Source,
                ["agrees"] = p.Agrees,
            }),
        ]);
        return json;
    }

    /// <param name="secrecy">The paragraph that keeps the title; absent for a public decision.</param>
    public static JsonObject Of(DecisionEntry entry, string? secrecy) => new()
    {
        ["id"] = entry.Decision.Id,
        ["position"] = entry.Position,
        ["body"] = entry.Decision.Body,
        ["date"] = entry.Decision.Date.IsCertain
            ? Iso(entry.Decision.Date.Latest)
            : new JsonObject { ["earliest"] = Iso(entry.Decision.Date.Earliest), ["latest"] = Iso(entry.Decision.Date.Latest), ["basis"] = entry.Decision.Date.Basis },
        ["paragraph"] = entry.Decision.Paragraph,
        ["diary"] = entry.Decision.Diary,
        ["title"] = secrecy is null ? entry.Decision.Title.Sv : null,
        ["secrecy"] = secrecy,
        ["source"] = entry.Decision.Source?.Key,
        ["illustrative"] = entry.Decision.Illustrative,
        ["verdict"] = Word(entry.Verdict.Outcome),
        ["acts"] = new JsonArray([.. entry.Decision.Acts.Select(a => JsonValue.Create(ActForms.NameOf(a)))]),
    };

    /// <summary>notFulfilled and the like: the code's name with a small first letter.</summary>
    public static string Word(Enum value) => value.ToString() is var name ? char.ToLowerInvariant(name[0]) + name[1..] : "";

    private static int Items(Figure figure) => figure.Value is FigureValue.Count count ? count.Items : 0;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
