using System.Globalization;
using System.Text.Json.Nodes;
using Styrkedja.Calendar;
using Styrkedja.FollowUp;
using Styrkedja.Formats.Figures;
using Styrkedja.Organisation;

namespace Styrkedja.App.FollowingUp;

/// <summary>What has been expected of a year, month by month and way by way, as data for others.</summary>
public static class ForecastOut
{
    /// <summary>The heads of the records.</summary>
    public static readonly IReadOnlyList<string> RecordColumns = ["subject", "through", "way", "ore", "address", "illustrative"];

    /// <summary>The forecasts of a subject's year with its budget, and those of its parts after the last of the months.</summary>
    /// <param name="through">Forecasts given or reckoned after later months are left out.</param>
    public static JsonObject Json(FollowUpView view, Subject subject, Month through)
    {
        var parts = new JsonObject();
        foreach (var part in view.EconomiesUnder(subject.Id, Period.Through(through)).Where(e => e.Subject.Kind != SubjectKind.CostCentre))
        {
            if (Records(view, part.Subject.Id, through) is [.., var last])
                parts[part.Subject.Id] = Of(last);
        }

        return new()
        {
            ["subject"] = subject.Id,
            ["year"] = through.Year,
            ["budget"] = FigureJson.Of(view.Evaluate(new(Measure.ResultBudget, Period.Year(through.Year), subject.Id))),
            ["records"] = new JsonArray([.. Records(view, subject.Id, through).Select(record => (JsonNode)Of(record))]),
            ["parts"] = parts,
        };
    }

    /// <summary>Every forecast known in a line of its own: of whom, after which month, by which way, the amount in öre and the figure's address.</summary>
    public static IEnumerable<IReadOnlyList<string>> Records(FollowUpView view, Subject subject, Month through) =>
        from of in view.EconomiesUnder(subject.Id, Period.Through(through)).Select(e => e.Subject).Where(s => s.Kind != SubjectKind.CostCentre).Prepend(subject)
        from record in Records(view, of.Id, through)
        from way in Ways(record)
        where way.Figure.IsKnown
        select (IReadOnlyList<string>)[of.Id, $"{record.Through}", way.Name, way.Figure.Money.Ore.ToString(CultureInfo.InvariantCulture), $"{way.Figure.Address}", way.Figure.Illustrative ? "true" : "false"];

    private static List<ForecastRecord> Records(FollowUpView view, string subject, Month through) => [.. view.ForecastsOf(subject, through.Year).Where(record => record.Through <= through)];

    private static JsonObject Of(ForecastRecord record)
    {
        var json = new JsonObject { ["through"] = $"{record.Through}" };
        foreach (var (name, figure) in Ways(record))
            json[name] = figure.IsKnown ? FigureJson.Of(figure) : null;
        return json;
    }

    private static IEnumerable<(string Name, Figure Figure)> Ways(ForecastRecord record) =>
        [("own", record.Own), ("linear", record.Linear), ("seasonal", record.Seasonal), ("outcome", record.Outcome)];
}
