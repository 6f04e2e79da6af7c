using Styrkedja.App.Texts;
using Styrkedja.FollowUp;
using Styrkedja.Formats.Figures;
using Styrkedja.Goals;
using Styrkedja.Indicators;
using Styrkedja.Region;

namespace Styrkedja.Web.Words;

/// <summary>Figures as people say them: what they measure, of whom, when, and their value.</summary>
public sealed class FigureWords(Texts t, RegionState state)
{
    public string Measure(Measure measure) => t[$"measure.{measure.Word()}"];

    /// <summary>The name of whoever or whatever a figure is about; the id where it is not known.</summary>
    public string SubjectName(string id)
    {
        if (state.Organisation.NameOf(id) is { } name)
            return t[name];
        if (state.Goals.Adopted.TryGetValue(id, out var goal))
            return goal.Act.Text is { } text ? $"{id} {t[text]}" : id;
        if (state.Goals.SubGoals.FirstOrDefault(s => s.Act.Id == id) is { } subGoal)
            return $"{id} {t[subGoal.Act.Text]}";
        if (state.Steering.Find(id) is { } document)
            return t[document.Name];
        if (GrantWords.NameOf(t, state, id) is { } development)
            return development;
        if (state.Development.Book.GoalOf(id) is { } goalOf)
            return t[goalOf.Choice?.Name ?? goalOf.Goal.Name];
        if (state.Development.Book.StepOf(id) is { } step)
            return t[step.Text];
        return state.Goals.Indicators.FirstOrDefault(i => i.Act.Id == id) is { } indicator ? t[indicator.Act.Name] : id;
    }

    /// <summary>What narrows the figure, in words.</summary>
    public IEnumerable<string> Narrowings(Dimensions d)
    {
        if (d.Own)
            yield return t["dimension.own"];
        if (d.Line is { } line)
            yield return t[$"line.{line}"];
        if (d.Through is { } through)
            yield return t["dimension.through", ("line", t[$"line.{through}"])];
        if (d.Group is { } group)
            yield return state.Accounts.FindGroup(group) is { } found ? t[found.Name] : group;
        if (d.Account is { } account)
            yield return t["dimension.account", ("account", account), ("name", state.Accounts.NameOf(account))];
        if (d.Counterparty is { } counterparty)
            yield return t["dimension.counterparty", ("name", CounterpartyName(counterparty))];
        if (d.Activity is { } activity)
            yield return ActivityName(activity);
        if (d.From is { } from)
            yield return t["dimension.from", ("name", SubjectName(from))];
        if (d.Place is { } place)
            yield return PlaceName(place);
    }

    /// <summary>The name of a municipality of the region, or of the country; the source's code for a place that nobody has named.</summary>
    public string PlaceName(string place) => place == IndicatorGround.CountryCode ? t["indicator.country"] : MunicipalityNames.Of(t, state, place);

    /// <summary>The whole name of a figure in one line.</summary>
    public string Name(FigureAddress address) =>
        string.Join(", ", new[] { Measure(address.Measure), SubjectName(address.Subject) }.Concat(Narrowings(address.Dimensions)).Append(DateWords.Of(t, address.Period)));

    /// <summary>What one part of a figure is called beside its siblings.</summary>
    public string PartName(Figure part, FigureAddress whole, Breakdown? by)
    {
        var d = part.Address.Dimensions;
        return by switch
        {
            Breakdown.Month => DateWords.Of(t, part.Address.Period),
            _ when part.Address.Measure != whole.Measure && d.Line is null => Measure(part.Address.Measure),
            Breakdown.Subject when d.Own && !whole.Dimensions.Own => t["part.own", ("name", SubjectName(part.Address.Subject))],
            Breakdown.Subject => SubjectName(part.Address.Subject),
            Breakdown.Line => d.Line is { } line ? t[$"line.{line}"] : Measure(part.Address.Measure),
            Breakdown.Group => state.Accounts.FindGroup(d.Group!) is { } group ? t[group.Name] : d.Group!,
            Breakdown.Account => $"{d.Account} {state.Accounts.NameOf(d.Account!)}",
            Breakdown.Activity => ActivityName(d.Activity!),
            Breakdown.Counterparty => CounterpartyName(d.Counterparty!),
            _ => d.From is { } from ? t["dimension.from", ("name", SubjectName(from))] : Name(part.Address),
        };
    }

    /// <summary>The value with its unit.</summary>
    public string Value(Figure figure, AmountUnit unit, int residents, bool signed = false) => figure.Value switch
    {
        FigureValue.Amount amount => $"{AmountText.Of(amount.Money, unit, signed, residents)}{AmountText.Group}{AmountText.Word(unit)}",
        FigureValue.Count count => AmountText.Number(count.Items, 0),
        FigureValue.Number { Unit: "full-time-equivalents" or "hours" } number => $"{AmountText.Number(number.Value, 1)}{AmountText.Group}{t[$"unit.{number.Unit}"]}",
        FigureValue.Number number => NumberOf(number),
        FigureValue.Judgement judgement => Fulfilment(judgement.Fulfilment),
        _ => t["value.unknown"],
    };

    /// <summary>An observed or computed number with its unit, at most two decimals.</summary>
    public static string NumberOf(FigureValue.Number number)
    {
        var value = AmountText.Plain(Math.Round(number.Value, 2, MidpointRounding.AwayFromZero));
        return number.Unit == "count" ? value : $"{value}{AmountText.Group}{UnitName(number.Unit)}";
    }

    public static string UnitName(string unit) => unit == "procent" ? "%" : unit;

    public string Fulfilment(GoalFulfilment fulfilment) => t[$"fulfilment.{FigureJson.Word(fulfilment)}"];

    private string CounterpartyName(string code) =>
        state.Accounts.Counterparties.TryGetValue(code, out var entry) ? t[entry.Name] : code.Length == 0 ? t["dimension.none"] : code;

    private string ActivityName(string code) =>
        state.Accounts.Activities.TryGetValue(code, out var entry) ? t[entry.Name] : code.Length == 0 ? t["dimension.none"] : code;
}
