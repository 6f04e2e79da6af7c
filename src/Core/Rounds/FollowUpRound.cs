using Styrkedja.Decisions;
using Styrkedja.Goals;

namespace Styrkedja.Rounds;

/// <summary>A round of follow-up with all that has been done in it so far.</summary>
/// <param name="Opened">The act that opened it, as it was written.</param>
/// <param name="Terms">What it asks and demands, with what it takes from an earlier round filled in.</param>
/// <param name="Answers">Judgements, forecasts, explanations and answers that count in it, the earliest given first.</param>
public sealed record FollowUpRound(
    Decided<OpenRound> Opened,
    OpenRound Terms,
    IReadOnlyList<Decided<SubmitReport>> Submissions,
    IReadOnlyList<Decided<ApproveReport>> Approvals,
    IReadOnlyList<Decided<GiveAuditOpinion>> Opinions,
    Decided<LockRound>? Lock,
    IReadOnlyList<Assessment> Answers)
{
    public string Id => Terms.Id;

    /// <summary>True when the round asks someone something, and so has a way that is followed.</summary>
    public bool Asks => Terms.Template is not null || Terms.Asks.Count > 0;

    /// <summary>Its stations in order.</summary>
    public IReadOnlyList<RoundStep> Way => Terms.Steps.Count > 0 ? Terms.Steps : RoundWay.Of(Terms.Kind);

    /// <summary>True when every sub-goal of the year is to be judged in it.</summary>
    public bool JudgesGoals => Terms.Template == RoundTemplate.EconomyAndGoals || Terms.Asks.Any(ask => ask.For.Contains(AskedFor.SubGoals));

    /// <summary>Sub-goals of its year without a judgement that counts in it, by id, whether it asks for one or not. "Cannot be judged" is a judgement.</summary>
    public IReadOnlyList<string> Unjudged(GoalTree goals) =>
    [
        .. goals.SubGoals.Select(s => s.Act).Where(s => s.Year == Terms.Period.From.Year && Latest(s.Id, a => a.Fulfilment is not null) is null)
            .Select(s => s.Id).Order(StringComparer.Ordinal),
    ];

    /// <summary>What had been done in it by the end of a day.</summary>
    public FollowUpRound Until(DateOnly day) => this with
    {
        Submissions = [.. Submissions.Where(s => s.By.Date.Latest <= day)],
        Approvals = [.. Approvals.Where(a => a.By.Date.Latest <= day)],
        Opinions = [.. Opinions.Where(o => o.By.Date.Latest <= day)],
        Lock = Lock?.By.Date.Latest <= day ? Lock : null,
        Answers = [.. Answers.Where(a => a.Date <= day)],
    };

    /// <summary>The same with acts of a decision that is about to be recorded; those about other rounds change nothing.</summary>
    public FollowUpRound After(IEnumerable<Act> acts, Decision by) => acts.Aggregate(this, (round, act) => act switch
    {
        SubmitReport a when a.Round == Id => round with { Submissions = [.. round.Submissions, new(a, by, long.MaxValue)] },
        ApproveReport a when a.Round == Id => round with { Approvals = [.. round.Approvals, new(a, by, long.MaxValue)] },
        GiveAuditOpinion a when a.Round == Id => round with { Opinions = [.. round.Opinions, new(a, by, long.MaxValue)] },
        LockRound a when a.Round == Id => round with { Lock = new(a, by, long.MaxValue) },
        _ => round,
    });

    /// <summary>The latest that counts in the round and says something of a kind of a subject; absent while nobody has.</summary>
    public Assessment? Latest(string subject, Func<Assessment, bool> says) => Answers.LastOrDefault(a => a.Subject == subject && says(a));
}
