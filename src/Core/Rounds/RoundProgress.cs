using Styrkedja.Decisions;
using Styrkedja.Frames;
using Styrkedja.Goals;
using Styrkedja.Organisation;

namespace Styrkedja.Rounds;

/// <summary>One thing that someone is asked in a round.</summary>
/// <param name="Of">The unit or body that answers.</param>
/// <param name="Body">The body that answers for it.</param>
/// <param name="For">What sort of thing; absent for one of the round's own questions.</param>
/// <param name="About">The sub-goal, indicator or question, by its id; the one asked itself for forecast and deviation.</param>
/// <param name="Answer">What has been answered; absent while nothing has, and for values of indicators, which come as facts.</param>
public sealed record AskedItem(string Of, string Body, AskedFor? For, string About, Assessment? Answer, bool Answered);

/// <summary>What one body or unit has to do at a station, and the decision by which it has.</summary>
public sealed record StepPart(string Who, bool Done, Decision? By);

/// <summary>How far a round has come at one of its stations.</summary>
public sealed record StepStanding(RoundStep Step, IReadOnlyList<StepPart> Parts)
{
    public bool Done => Parts.All(part => part.Done);

    public IEnumerable<string> Missing => Parts.Where(part => !part.Done).Select(part => part.Who);
}

/// <summary>How far a round of follow-up has come: who has answered what, which stations it has passed, and what stands in the way of locking it.</summary>
public sealed class RoundProgress
{
    private RoundProgress(FollowUpRound round, IReadOnlyList<AskedItem> items, IReadOnlyList<StepStanding> steps, IReadOnlyList<string> unjudged) =>
        (Round, Items, Steps, Unjudged) = (round, items, steps, unjudged);

    public FollowUpRound Round { get; }

    /// <summary>Everything asked, by body and then by the one asked.</summary>
    public IReadOnlyList<AskedItem> Items { get; }

    /// <summary>The stations in the order of the way.</summary>
    public IReadOnlyList<StepStanding> Steps { get; }

    /// <summary>Sub-goals of the year without a judgement in the round, by id; none in a round that does not judge goals. "Cannot be judged" is a judgement.</summary>
    public IReadOnlyList<string> Unjudged { get; }

    /// <summary>The station that the round waits at; absent when it has passed them all.</summary>
    public StepStanding? Waits => Steps.FirstOrDefault(step => !step.Done);

    /// <summary>Those asked, each with whether it has answered everything.</summary>
    public IReadOnlyList<StepPart> Asked => [.. Items.GroupBy(item => item.Of, StringComparer.Ordinal).Select(of => new StepPart(of.Key, of.All(item => item.Answered), null))];

    /// <summary>True when the last day for answers has passed and someone has not answered everything.</summary>
    public bool IsLate(DateOnly day) => Round.Terms.AnswerBy < day && Items.Any(item => !item.Answered);

    /// <summary>Reckons how far a round has come, by the organisation, goals and frames of a day.</summary>
    public static RoundProgress Of(FollowUpRound round, RoundBook book, OrganisationChart organisation, GoalTree goals, FrameBook frames)
    {
        var year = round.Terms.Period.From.Year;
        var subGoals = goals.SubGoals.Where(s => s.Act.Year == year).Select(s => s.Act).ToList();
        var items = Asks(round, subGoals, organisation, frames, year)
            .SelectMany(ask => ItemsOf(ask, round, book, subGoals, goals, organisation))
            .DistinctBy(item => (item.Of, item.For, item.About))
            .OrderBy(item => item.Body, StringComparer.Ordinal).ThenBy(item => item.Of, StringComparer.Ordinal).ToList();
        var committees = items.Select(item => item.Body).Where(body => body is not (Subject.ExecutiveBoardId or Subject.AssemblyId)).Distinct().ToList();
        return new(
            round,
            items,
            [.. round.Way.Select(step => new StepStanding(step, PartsOf(step, round, items, committees, organisation)))],
            round.JudgesGoals ? round.Unjudged(goals) : []);
    }

    /// <summary>The asks of the round: those written, and for everyone else what the template says.</summary>
    private static IEnumerable<RoundAsk> Asks(FollowUpRound round, List<AdoptSubGoal> subGoals, OrganisationChart organisation, FrameBook frames, int year)
    {
        var named = round.Terms.Asks.Where(ask => organisation.Find(ask.Of) is not null).ToList();
        var written = named.Select(ask => ask.Of).ToHashSet(StringComparer.Ordinal);
        if (round.Terms.Template is not { } template)
            return named;
        var money = frames.FramesOf(year).Where(f => f.Act.Kind != FrameKind.ResultRequirement).Select(f => f.Act.To)
            .Where(to => organisation.Find(to) is { BodyKind: BodyKind.OperatingCommittee or BodyKind.LocalCommittee or BodyKind.JointCommittee }).ToHashSet(StringComparer.Ordinal);
        var owners = template == RoundTemplate.EconomyAndGoals ? subGoals.Select(s => s.Owner).Where(owner => organisation.Find(owner) is not null).ToHashSet(StringComparer.Ordinal) : [];
        return named.Concat(money.Union(owners).Where(of => !written.Contains(of)).Order(StringComparer.Ordinal).Select(of => new RoundAsk(
            of,
            [.. owners.Contains(of) ? new[] { AskedFor.SubGoals } : [], .. money.Contains(of) ? new[] { AskedFor.Forecast } : []],
            [])));
    }

    private static IEnumerable<AskedItem> ItemsOf(RoundAsk ask, FollowUpRound round, RoundBook book, List<AdoptSubGoal> subGoals, GoalTree goals, OrganisationChart organisation)
    {
        var body = organisation.AnsweringBody(ask.Of).Id;
        var own = subGoals.Where(s => s.Owner == ask.Of).ToList();
        foreach (var asked in ask.For.Distinct())
        {
            switch (asked)
            {
                case AskedFor.SubGoals:
                    foreach (var subGoal in own)
                        yield return Item(asked, subGoal.Id, round.Latest(subGoal.Id, a => a.Fulfilment is not null));
                    break;
                case AskedFor.Indicators:
                    foreach (var indicator in own.SelectMany(s => goals.IndicatorsOf(s.Id)).Where(i => i.Act.ComputedFrom is null))
                        yield return new(ask.Of, body, asked, indicator.Act.Id, null, book.HasValue(indicator.Act.Id, round.Terms.Period.To));
                    break;
                case AskedFor.Forecast:
                    yield return Item(asked, ask.Of, round.Latest(ask.Of, a => a.Forecast is not null));
                    break;
                default:
                    // With a threshold, an answer that was taken in has explained what had to be explained.
                    yield return Item(asked, ask.Of, round.Latest(ask.Of, a => a.Explained.Count > 0 || a.Text is not null || (round.Terms.Threshold is not null && a.Round == round.Id)));
                    break;
            }
        }

        foreach (var question in ask.Questions)
            yield return Item(null, question, round.Latest(ask.Of, a => a.Answers.Any(answer => answer.Question == question)));

        AskedItem Item(AskedFor? what, string about, Assessment? answer) => new(ask.Of, body, what, about, answer, answer is not null);
    }

    private static List<StepPart> PartsOf(RoundStep step, FollowUpRound round, List<AskedItem> items, List<string> committees, OrganisationChart organisation)
    {
        return step switch
        {
            RoundStep.Answers => [.. items.GroupBy(item => item.Of, StringComparer.Ordinal).Select(of => new StepPart(of.Key, of.All(item => item.Answered), null))],
            RoundStep.CommitteesApprove => [.. committees.Select(body => Part(body, ApprovedBy(body)))],
            RoundStep.CommitteesSubmit => [.. committees.Select(body => Part(body, HandedBy(body, Subject.ExecutiveBoardId)))],
            RoundStep.BoardApproves => [Part(Subject.ExecutiveBoardId, ApprovedBy(Subject.ExecutiveBoardId))],
            RoundStep.BoardSubmits => [Part(Subject.ExecutiveBoardId, HandedBy(Subject.ExecutiveBoardId, Subject.AssemblyId))],
            // A region without auditors of its own in the journal has nobody here to wait for.
            RoundStep.AuditorsSpeak => [.. organisation.Bodies.Where(b => b.BodyKind == BodyKind.Auditors).Select(b => Part(b.Id, round.Opinions.LastOrDefault(o => o.By.Body == b.Id)?.By))],
            _ => [Part(Subject.AssemblyId, ApprovedBy(Subject.AssemblyId))],
        };

        StepPart Part(string who, Decision? by) => new(who, by is not null, by);
        Decision? ApprovedBy(string body) => round.Approvals.FirstOrDefault(a => a.By.Body == body)?.By;
        Decision? HandedBy(string body, string to) => round.Submissions.FirstOrDefault(s => s.By.Body == body && s.Act.To == to)?.By;
    }
}
