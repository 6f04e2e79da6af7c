using Styrkedja.App.Texts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.FollowUp;
using Styrkedja.Formats.Figures;
using Styrkedja.Indicators;
using Styrkedja.Provenance;
using Styrkedja.Web.Readers;

namespace Styrkedja.Web.Words;

/// <summary>Indicators as people say them: values with their decimals, targets, sources, and why something cannot be judged.</summary>
public sealed class IndicatorWords(Reading reading)
{
    private Texts T => reading.T;

    /// <summary>A value as it is shown, with as many decimals as were decided and at most two otherwise.</summary>
    public static string Number(AdoptIndicator indicator, decimal value) =>
        indicator.Decimals is { } decimals ? AmountText.Number(value, decimals) : AmountText.Plain(Math.Round(value, 2, MidpointRounding.AwayFromZero));

    public static string WithUnit(AdoptIndicator indicator, decimal value) => $"{Number(indicator, value)}{AmountText.Group}{FigureWords.UnitName(indicator.Unit)}";

    /// <summary>Why an indicator cannot be judged, as the end of a sentence.</summary>
    public string Why(NotJudgedReason reason) => T[$"not-judged.{KeyWord.Of(reason)}"];

    /// <summary>When a target is reached.</summary>
    public string Target(AdoptIndicator indicator, SetTarget target, Polarity? polarity)
    {
        var (value, unit, tolerance) = (Number(indicator, target.Value), FigureWords.UnitName(indicator.Unit), Number(indicator, target.Tolerance));
        return IndicatorRule.OperatorOf(target, polarity) switch
        {
            TargetOperator.Within => T["indicator.target-within", ("tolerance", tolerance), ("value", value), ("unit", unit)],
            { } reached => (target.Tolerance > 0 ? T["indicator.target-tolerance", ("operator", Operator(reached)), ("value", value), ("unit", unit), ("tolerance", tolerance)] : T["indicator.target-is", ("operator", Operator(reached)), ("value", value), ("unit", unit)]).Trim(),
            null => WithUnit(indicator, target.Value),
        };
    }

    /// <summary>Which way is better, and whether the table or the decision says so.</summary>
    public string Better(AdoptIndicator indicator, Polarity? polarity) => polarity is not { } known ? T["polarity.unknown"]
        : indicator.Polarity is null ? T["indicator.better-table", ("polarity", T[$"polarity.{KeyWord.Of(known)}"])] : T[$"polarity.{KeyWord.Of(known)}"];

    /// <summary>Where an indicator's values come from.</summary>
    public string Source(AdoptIndicator indicator) => indicator switch
    {
        { ComputedFrom: { } measure } => T["indicator.source-computed", ("measure", T[$"measure.{measure}"])],
        { ValuesFrom: { } source, Code: { } code } => T["place.fetched-from", ("source", T[$"statistics-source.{KeyWord.Of(source)}"]), ("code", code)],
        { ValuesFrom: { } source } => T[$"statistics-source.{KeyWord.Of(source)}"],
        _ => T["indicator.source-reported"],
    };

    /// <summary>A change with its sign.</summary>
    public static string Change(AdoptIndicator indicator, decimal change) => (change > 0 ? "+" : "") + WithUnit(indicator, change);

    /// <summary>What an indicator's page says first.</summary>
    public string Answer(IndicatorStanding standing, Period period)
    {
        var act = standing.Indicator.Act;
        var name = T[act.Name];
        if (standing.Counted.Number is not { } value)
            return T["indicator.answer-unknown", ("name", name), ("period", DateWords.Of(T, period)), ("why", Why(standing.Reason ?? NotJudgedReason.NoValue))];
        var of = DateWords.Of(T, standing.Counted.Telling?.Value.Key.Period ?? period);
        return standing.Reason is { } reason || standing.Target is null
            ? T["indicator.answer-no-target", ("name", name), ("value", WithUnit(act, value)), ("period", of), ("why", Why(standing.Reason ?? NotJudgedReason.NoTarget))]
            : T["indicator.answer", ("name", name), ("value", WithUnit(act, value)), ("period", of), ("target", WithUnit(act, standing.Target.Act.Value)), ("status", T[$"indicator.reached.{KeyWord.Of(standing.Fulfilment)}"])];
    }

    /// <summary>What the rule proposes of a goal, in a sentence that rests on its grounds and nothing else.</summary>
    public string Proposal(GoalProposal proposal)
    {
        var status = T[$"fulfilment.{FigureJson.Word(proposal.Fulfilment)}"];
        return proposal.Grounds.Count == 0
            ? T["goal.proposal-none", ("goal", proposal.Goal), ("status", status)]
            : T["goal.proposal-all", ("goal", proposal.Goal), ("status", status), ("grounds", string.Join("; ", proposal.Grounds.Select(Ground)))];
    }

    /// <summary>One ground of a proposal: name, value and target, or why it says nothing.</summary>
    public string Ground(ProposalGround ground)
    {
        var indicator = reading.State.Goals.Indicators.FirstOrDefault(i => i.Act.Id == ground.Indicator)?.Act;
        string Shown(decimal? value) => value is not { } known ? T["value.unknown"] : indicator is null ? AmountText.Plain(known) : WithUnit(indicator, known);
        return T["goal.ground-of", ("name", indicator is null ? ground.Indicator : T[indicator.Name]), ("value", Shown(ground.Value)), ("target", ground.Target is null ? T["indicator.no-target"] : Shown(ground.Target))];
    }

    public string HrefOf(string indicator) => reading.Href("/goals/indicators/" + Uri.EscapeDataString(indicator), ("period", DateWords.Query(reading.Period)));

    private string Operator(TargetOperator when) => T[$"target-operator.{KeyWord.Of(when)}"];
}
