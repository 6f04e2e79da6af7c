using System.Globalization;
using System.Text.Json.Nodes;
using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.FollowUp;
using Styrkedja.Formats.Figures;
using Styrkedja.Organisation;
using Styrkedja.Provenance;

namespace Styrkedja.App.FollowingUp;

/// <summary>Why an outcome is not its budget, as data for others: what is explained, by whom and by which cause, and where it lies.</summary>
public static class DeviationOut
{
    /// <summary>The heads of the records.</summary>
    public static readonly IReadOnlyList<string> RecordColumns = ["subject", "what", "of", "ore", "address", "by", "illustrative"];

    /// <summary>The deviation of a subject in a period, its explained parts, and the deviation of each group of accounts.</summary>
    public static JsonObject Json(FollowUpView view, Subject subject, Period period)
    {
        var known = view.Known(period);
        return new()
        {
            ["subject"] = subject.Id,
            ["period"] = period.ToString(),
            ["throughMonth"] = known.To.ToString(),
            ["deviation"] = Told(Of(view, Measure.ResultDeviation, subject, known)),
            ["explained"] = Told(Of(view, Measure.ExplainedDeviation, subject, known)),
            ["unexplained"] = Told(Of(view, Measure.UnexplainedDeviation, subject, known)),
            ["causes"] = new JsonArray([.. view.CausesOf(subject.Id, known).Select(part => (JsonNode)new JsonObject
            {
                ["cause"] = KeyWord.Of(part.Explained.Cause),
                ["ore"] = part.Explained.Amount.Ore,
                ["kind"] = "deviation",
                ["group"] = part.Explained.Group,
                ["text"] = part.Explained.Text?.Sv,
                ["subject"] = part.By.Assessment.Subject,
                ["assessment"] = part.By.Assessment.Id,
                ["position"] = part.By.Position,
                ["illustrative"] = part.By.Assessment.Illustrative,
            })]),
            ["groups"] = new JsonObject(Groups(view, subject, known).Select(g => KeyValuePair.Create(g.Id, (JsonNode?)new JsonObject
            {
                ["result"] = FigureJson.Of(g.Outcome),
                ["budget"] = FigureJson.Of(g.Budget),
                ["deviation"] = FigureJson.Of(g.Deviation),
            }))),
        };
    }

    /// <summary>Every amount in a line of its own: the deviation, each explained part, and each group of accounts; öre, positive is better than budget.</summary>
    public static IEnumerable<IReadOnlyList<string>> Records(FollowUpView view, Subject subject, Period period)
    {
        var known = view.Known(period);
        foreach (var measure in new[] { Measure.ResultDeviation, Measure.ExplainedDeviation, Measure.UnexplainedDeviation })
        {
            if (Of(view, measure, subject, known) is { IsKnown: true } figure)
                yield return Record(subject.Id, measure.Word(), "", figure.Money, $"{figure.Address}", "", figure.Illustrative);
        }

        foreach (var part in view.CausesOf(subject.Id, known))
            yield return Record(part.By.Assessment.Subject, "cause", KeyWord.Of(part.Explained.Cause), part.Explained.Amount, "", part.By.Assessment.Id, part.By.Assessment.Illustrative);
        foreach (var (id, _, _, deviation) in Groups(view, subject, known))
            yield return Record(subject.Id, "group", id, deviation.Money, $"{deviation.Address}", "", deviation.Illustrative);
    }

    private static IReadOnlyList<string> Record(string subject, string what, string of, Money amount, string address, string by, bool illustrative) =>
        [subject, what, of, amount.Ore.ToString(CultureInfo.InvariantCulture), address, by, illustrative ? "true" : "false"];

    private static IEnumerable<(string Id, Figure Outcome, Figure Budget, Figure Deviation)> Groups(FollowUpView view, Subject subject, Period known) =>
        view.State.Accounts.Groups.Where(g => g.Line != StatementLine.BalanceSheet)
            .Select(g => (g.Id, Of(view, Measure.Result, subject, known, g.Id), Of(view, Measure.ResultBudget, subject, known, g.Id), Of(view, Measure.ResultDeviation, subject, known, g.Id)))
            .Where(g => g.Item4.IsKnown && (g.Item2.Money != Money.Zero || g.Item3.Money != Money.Zero));

    private static Figure Of(FollowUpView view, Measure measure, Subject subject, Period known, string? group = null) => view.Evaluate(new(measure, known, subject.Id, new(Group: group)));

    private static JsonObject? Told(Figure figure) => figure.IsKnown ? FigureJson.Of(figure) : null;
}
