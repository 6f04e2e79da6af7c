using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.FollowUp;
using Styrkedja.Formats.Figures;
using Styrkedja.Organisation;
using Styrkedja.Web.Marks;
using Styrkedja.Web.Readers;

namespace Styrkedja.Web.Words;

/// <summary>Where things hang: from the vision down to whoever carries it out, and on to outcome and annual report.</summary>
public sealed class Chains(Reading reading)
{
    private FollowUpView View => reading.View;

    /// <summary>The chain of a goal or one of its sub-goals.</summary>
    public IReadOnlyList<ChainLink> OfGoal(string id, string? subGoal = null)
    {
        var goals = View.State.Goals;
        if (goals.InForce(id) is not { } goal)
            return [];
        var links = new List<ChainLink>(Direction(goal.Act.Under))
        {
            new(reading.T["chain.goal", ("id", id)], reading.Href("/goals/" + id), By(goal.By), subGoal is null),
        };
        var subGoals = goals.SubGoalsOf(id, reading.Year).ToList();
        if (subGoal is not null || subGoals.Count > 0)
            links.Add(new(reading.T["chain.sub-goal", ("year", reading.Year)], reading.Href($"/goals/{id}#sub-goals"), subGoals.Count > 0 ? By(subGoals[0].By) : null, subGoal is not null));
        if (goal.Act.Owner is { } owner && View.State.Organisation.Find(owner) is { } body)
            links.Add(new(owner, reading.HrefOf(body), FrameNote(owner)));
        var status = View.Evaluate(new(Measure.GoalStatus, reading.Period, id));
        links.Add(new(reading.T["chain.outcome", ("period", DateWords.Query(reading.Period))], reading.Href(status.Address), Words.Value(status, AmountUnit.Million, 0)));
        links.AddRange(Report());
        return links;
    }

    /// <summary>The chain of someone in the organisation, from the region down, and on to frame and outcome.</summary>
    public IReadOnlyList<ChainLink> OfSubject(Subject subject)
    {
        var links = Up(subject, here: true);
        if (View.Evaluate(new(Measure.Frame, Period.Year(reading.Year), subject.Id)) is { IsKnown: true } frame)
            links.Add(new(reading.T["chain.frame", ("year", reading.Year)], reading.Href("/budget/" + subject.Id), Words.Value(frame, AmountUnit.Million, 0)));
        var result = View.Evaluate(new(Measure.Result, View.Known(reading.Period), subject.Id));
        if (View.HoldsMoney(subject.Id, reading.Period))
            links.Add(new(reading.T["chain.outcome", ("period", DateWords.Query(result.Address.Period))], reading.Href("/follow-up/" + subject.Id, ("period", DateWords.Query(reading.Period))), Words.Value(result, AmountUnit.Million, 0)));
        links.AddRange(Report());
        return links;
    }

    /// <summary>The chain of a figure: whoever it is about, then the figure itself.</summary>
    public IReadOnlyList<ChainLink> OfFigure(Figure figure)
    {
        var address = figure.Address;
        var tail = new ChainLink(Words.Measure(address.Measure), null, DateWords.Of(reading.T, address.Period), true);
        if (View.State.Organisation.Find(address.Subject) is { } subject)
            return [.. Up(subject, here: false), tail, .. Report()];
        var goals = View.State.Goals;
        var of = goals.Indicators.FirstOrDefault(i => i.Act.Id == address.Subject)?.Act.Of ?? address.Subject;
        if (View.State.Development.Book.GoalOf(of) is { } followed)
            return [.. new ProgrammeWords(reading).Chain(followed.Programme).Select(link => link with { Here = false }), new(reading.T[followed.Choice?.Name ?? followed.Goal.Name], $"{new ProgrammeWords(reading).HrefOf(followed.Programme.Act.Id)}#g-{followed.Goal.Id}", By(followed.Programme.By)), tail];
        var goal = goals.SubGoals.FirstOrDefault(s => s.Act.Id == of)?.Act.Goal ?? of;
        if (goals.InForce(goal) is not { } decided)
            return [.. Direction(of), tail];
        return [.. Direction(decided.Act.Under), new(reading.T["chain.goal", ("id", goal)], reading.Href("/goals/" + goal), By(decided.By)), tail, .. Report()];
    }

    /// <summary>Body and day of a decision, as it stands under a link.</summary>
    public string By(Decision decision) => $"{decision.Body} {DateWords.Short(reading.T, decision.Date)}";

    private FigureWords Words => new(reading.T, View.State);

    private IEnumerable<ChainLink> Direction(string under)
    {
        var goals = View.State.Goals;
        var path = new List<ChainLink>();
        var id = under;
        for (var i = 0; i < 8 && goals.Strategies.TryGetValue(id, out var strategy); i++)
        {
            path.Insert(0, new(reading.T[strategy.Act.Name], reading.Href("/decisions/" + strategy.By.Id), By(strategy.By)));
            id = strategy.Act.Serves;
        }

        if (goals.Vision is { } vision)
            path.Insert(0, new(reading.T["chain.vision"], reading.Href("/decisions/" + vision.By.Id), By(vision.By)));
        return path;
    }

    private List<ChainLink> Up(Subject subject, bool here) =>
    [
        .. View.State.Organisation.PathUp(subject.Id).Reverse().Select(s => new ChainLink(
            s.Id == subject.Id || s.Kind == SubjectKind.Region ? reading.T[s.Name] : s.Id,
            reading.HrefOf(s),
            s.By is { } by ? By(by) : reading.T["chain.by-law"],
            here && s.Id == subject.Id)),
    ];

    private string? FrameNote(string subject) =>
        View.Evaluate(new(Measure.Frame, Period.Year(reading.Year), subject)) is { IsKnown: true } frame
            ? reading.T["chain.frame-of", ("amount", AmountText.Of(frame.Money, AmountUnit.Million))]
            : null;

    private IEnumerable<ChainLink> Report()
    {
        var round = View.State.Rounds.FirstOrDefault(r => r.Act.Kind == RoundKind.AnnualReport && r.Act.Period.From.Year == reading.Year);
        var approved = round is null ? null : View.State.Approvals.LastOrDefault(a => a.Act.Round == round.Act.Id);
        if (round is not null)
            yield return new(reading.T["chain.report", ("year", reading.Year)], reading.Href($"/reports/annual/{reading.Year}"), approved is null ? null : By(approved.By));
    }
}
