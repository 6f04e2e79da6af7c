using Styrkedja.Amounts;
using Styrkedja.App.Texts;
using Styrkedja.Decisions;
using Styrkedja.Formats.Figures;
using Styrkedja.Provenance;
using Styrkedja.Region;
using Styrkedja.Rounds;

namespace Styrkedja.Web.Words;

/// <summary>Rounds of follow-up as people say them: what is asked, how far it has come, who is missing.</summary>
public sealed class RoundWords(Texts t, RegionState state)
{
    private const int MostNamed = 4;

    public string Step(RoundStep step) => t[$"round-step.{KeyWord.Of(step)}"];

    /// <summary>What is asked: a sub-goal or question in its own words, otherwise the sort of thing.</summary>
    public string Item(AskedItem item, OpenRound terms) => item.For switch
    {
        null => terms.Questions.FirstOrDefault(q => q.Id == item.About) is { } question ? t[question.Text] : item.About,
        AskedFor.SubGoals => t["rounds.item-sub-goal", ("id", item.About), ("text", state.Goals.SubGoals.FirstOrDefault(s => s.Act.Id == item.About) is { } subGoal ? t[subGoal.Act.Text] : "")],
        AskedFor.Indicators => t["rounds.item-indicator", ("name", state.Goals.Indicators.FirstOrDefault(i => i.Act.Id == item.About) is { } indicator ? t[indicator.Act.Name] : item.About)],
        { } asked => t[$"asked-for.{KeyWord.Of(asked)}"],
    };

    /// <summary>When the round demands that a deviation is explained; nothing when it does not.</summary>
    public string? Threshold(ExplanationThreshold? threshold) => threshold switch
    {
        { Amount: { } amount, PerCent: { } share } => t["rounds.threshold-both", ("amount", Said(amount)), ("share", share)],
        { Amount: { } amount } => t["rounds.threshold-amount", ("amount", Said(amount))],
        { PerCent: { } share } => t["rounds.threshold-share", ("share", share)],
        _ => null,
    };

    /// <summary>How far a round has come, as a sentence of its own.</summary>
    public string Standing(RoundProgress progress, DateOnly day)
    {
        (string, object)[] names = [("name", t[progress.Round.Terms.Name])];
        if (progress.Round.Lock is { } locked)
            return t["rounds.is-locked", [.. names, ("day", Iso(locked.By.Date.Latest)), ("body", locked.By.Body)]];
        if (!progress.Round.Asks)
            return t["rounds.asks-nothing", names];
        if (progress.Waits is not { } waits)
            return progress.Unjudged.Count > 0 ? t["rounds.waits-judgement", [.. names, ("count", progress.Unjudged.Count)]] : t["rounds.waits-lock", names];
        names = [.. names, ("who", Names(waits.Missing)), ("asked", waits.Parts.Count), ("done", waits.Parts.Count(p => p.Done))];
        return waits.Step == RoundStep.Answers
            ? t[progress.IsLate(day) ? "rounds.waits-answers-late" : "rounds.waits-answers", [.. names, ("day", progress.Round.Terms.AnswerBy is { } by ? Iso(by) : "")]]
            : t[$"rounds.waits-{KeyWord.Of(waits.Step)}", names];
    }

    /// <summary>How far a round has come where its name stands beside: the station it waits at, and for whom.</summary>
    public string Short(RoundProgress progress) => progress switch
    {
        { Round.Lock: { } locked } => t["rounds.short-locked", ("day", Iso(locked.By.Date.Latest)), ("body", locked.By.Body)],
        { Round.Asks: false } => t["rounds.short-nothing"],
        { Waits: { } waits } => t["rounds.short-waits", ("step", Step(waits.Step)), ("who", Names(waits.Missing))],
        { Unjudged.Count: > 0 and var count } => t["rounds.short-unjudged", ("count", count)],
        _ => t["rounds.short-ready"],
    };

    /// <summary>Names in a row; of many the first ones and how many more.</summary>
    public string Names(IEnumerable<string> ids)
    {
        var named = ids.Select(id => state.Organisation.NameOf(id) is { } name ? t[name] : id).ToList();
        if (named.Count > MostNamed)
            return t["rounds.and-more", ("names", string.Join(", ", named.Take(MostNamed - 1))), ("count", named.Count - MostNamed + 1)];
        return named.Count < 2 ? string.Concat(named) : t["rounds.and", ("names", string.Join(", ", named.SkipLast(1))), ("last", named[^1])];
    }

    private static string Said(Money money) => AmountText.Of(money, AmountUnit.Million) + AmountText.Group + "mnkr";

    private static string Iso(DateOnly day) => DateWords.Iso(day);
}
