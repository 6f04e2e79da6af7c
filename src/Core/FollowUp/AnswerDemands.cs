using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Goals;
using Styrkedja.Rounds;

namespace Styrkedja.FollowUp;

/// <summary>What an answer in a round can lack.</summary>
public enum AnswerLack
{
    /// <summary>Its period ends with another month than the round's.</summary>
    Period,

    /// <summary>A judgement of the sub-goal that it is about.</summary>
    Fulfilment,

    /// <summary>The year's forecast.</summary>
    Forecast,

    /// <summary>Why the outcome deviates, when it does by more than the round lets pass.</summary>
    Explanation,

    /// <summary>One of the round's own questions is left without an answer.</summary>
    Answer,

    /// <summary>It answers a question that the round does not put.</summary>
    UnknownQuestion,
}

/// <summary>One thing that an answer lacks.</summary>
/// <param name="About">The question, by its id; otherwise whoever or whatever the answer is about.</param>
/// <param name="Deviation">The deviation that is not explained, positive when better than budget; absent for everything else.</param>
public sealed record AnswerShortfall(AnswerLack Lack, string About, Money? Deviation = null);

/// <summary>Holds an answer against what its round asks of the one it is about.</summary>
public static class AnswerDemands
{
    /// <summary>All that the answer lacks, in the order it was asked; nothing when it can be handed in. What has been answered before in the round need not be said again.</summary>
    public static IReadOnlyList<AnswerShortfall> Of(FollowUpView view, FollowUpRound round, Assessment answer)
    {
        var (terms, about, items) = (round.Terms, answer.Subject, view.State.ProgressOf(round).Items);
        var lacks = new List<AnswerShortfall>();
        if (answer.Period.To != terms.Period.To)
            lacks.Add(new(AnswerLack.Period, about));
        if (view.State.Goals.SubGoals.Any(s => s.Act.Id == about) && answer.Fulfilment is null)
            lacks.Add(new(AnswerLack.Fulfilment, about));
        var asked = items.Where(item => item.Of == about).ToList();
        if (answer.Forecast is null && asked.Exists(item => item is { For: AskedFor.Forecast, Answered: false }))
            lacks.Add(new(AnswerLack.Forecast, about));
        if (asked.Count > 0 && answer.Explained.Count == 0 && answer.Text is null && MustExplain(view, round, asked) is { Demanded: true, Deviation: var deviation })
            lacks.Add(new(AnswerLack.Explanation, about, deviation));
        lacks.AddRange(asked.Where(item => item is { For: null, Answered: false } && answer.Answers.All(a => a.Question != item.About)).Select(item => new AnswerShortfall(AnswerLack.Answer, item.About)));
        lacks.AddRange(answer.Answers.Where(a => terms.Questions.All(q => q.Id != a.Question)).Select(a => new AnswerShortfall(AnswerLack.UnknownQuestion, a.Question)));
        return lacks;
    }

    /// <summary>Whether a deviation is so large, whichever way, that the round demands an explanation; false where outcome or budget is not known.</summary>
    public static bool IsAbove(ExplanationThreshold threshold, Money deviation, Money? budgetedCost) =>
        Math.Abs(deviation.Ore) > threshold.Amount?.Ore
        || (threshold.PerCent is { } share && budgetedCost is { } cost && Math.Abs(deviation.Ore) * 100m > share * Math.Abs(cost.Ore));

    /// <summary>The deviation of the year so far that a round looks at; absent while outcome or budget is not known.</summary>
    public static Money? DeviationOf(FollowUpView view, FollowUpRound round, string subject) => Known(view, Measure.ResultDeviation, round, subject);

    private static (bool Demanded, Money? Deviation) MustExplain(FollowUpView view, FollowUpRound round, List<AskedItem> asked)
    {
        var subject = asked[0].Of;
        var deviation = DeviationOf(view, round, subject);
        return round.Terms.Threshold is { } threshold
            ? (deviation is { } money && IsAbove(threshold, money, Known(view, Measure.CostBudget, round, subject)), deviation)
            : (asked.Exists(item => item is { For: AskedFor.Deviation, Answered: false }), deviation);
    }

    private static Money? Known(FollowUpView view, Measure measure, FollowUpRound round, string subject) =>
        view.Evaluate(new(measure, Period.Through(round.Terms.Period.To), subject)) is { IsKnown: true } figure ? figure.Money : null;
}
