using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Facts;
using Styrkedja.Goals;

namespace Styrkedja.Rounds;

/// <summary>The rounds of follow-up opened so far, with what has been done in each.</summary>
public sealed class RoundBook
{
    private readonly Dictionary<string, FollowUpRound> _rounds;
    private readonly HashSet<(string Indicator, Month Through)> _observed;

    private RoundBook(Dictionary<string, FollowUpRound> rounds, HashSet<(string, Month)> observed) => (_rounds, _observed) = (rounds, observed);

    /// <summary>Every round, the one whose period ends first standing first.</summary>
    public IReadOnlyList<FollowUpRound> All => [.. _rounds.Values.OrderBy(r => r.Terms.Period.To).ThenBy(r => r.Terms.Kind).ThenBy(r => r.Id, StringComparer.Ordinal)];

    public FollowUpRound? Find(string id) => _rounds.GetValueOrDefault(id);

    /// <summary>The round of the same kind for the same months a year before; nothing when there was none.</summary>
    public FollowUpRound? YearBefore(FollowUpRound round)
    {
        var period = new Period(round.Terms.Period.From.Plus(-12), round.Terms.Period.To.Plus(-12));
        return All.LastOrDefault(r => r.Terms.Kind == round.Terms.Kind && r.Terms.Period == period);
    }

    /// <summary>True when a value of an indicator is known for a period that ends with a month.</summary>
    public bool HasValue(string indicator, Month through) => _observed.Contains((indicator, through));

    /// <summary>Puts together what is known of rounds.</summary>
    public static RoundBook Of(
        IReadOnlyList<Decided<OpenRound>> opened,
        IReadOnlyList<Decided<SubmitReport>> submissions,
        IReadOnlyList<Decided<ApproveReport>> approvals,
        IReadOnlyList<Decided<GiveAuditOpinion>> opinions,
        IReadOnlyList<Decided<LockRound>> locks,
        IEnumerable<Assessment> assessments,
        IEnumerable<Observation> observations)
    {
        var (handed, approved, spoken, locked) = (
            submissions.ToLookup(s => s.Act.Round, StringComparer.Ordinal),
            approvals.ToLookup(a => a.Act.Round, StringComparer.Ordinal),
            opinions.ToLookup(o => o.Act.Round, StringComparer.Ordinal),
            locks.ToLookup(l => l.Act.Round, StringComparer.Ordinal));
        var given = assessments.ToLookup(a => a.Period.To);
        var written = opened.ToDictionary(o => o.Act.Id, o => o.Act, StringComparer.Ordinal);
        return new(
            opened.ToDictionary(
                o => o.Act.Id,
                o => new FollowUpRound(
                    o,
                    Filled(o.Act, written, []),
                    [.. handed[o.Act.Id]],
                    [.. approved[o.Act.Id]],
                    [.. spoken[o.Act.Id]],
                    locked[o.Act.Id].FirstOrDefault(),
                    [.. given[o.Act.Period.To].Where(a => a.Round is null || a.Round == o.Act.Id).OrderBy(a => a.Date)]),
                StringComparer.Ordinal),
            [.. observations.Select(o => o.Figure.Split('/')).Where(p => p is ["indicator", _, _] && Period.TryParse(p[1], out _)).Select(p => (p[2], Period.TryParse(p[1], out var of) ? of.To : default))]);
    }

    /// <summary>The terms of a round with what it takes from the one it is a copy of; of rounds that are copies of each other each takes only what it says itself.</summary>
    private static OpenRound Filled(OpenRound round, Dictionary<string, OpenRound> written, HashSet<string> passed)
    {
        if (round.Like is not { } like || !passed.Add(round.Id) || !written.TryGetValue(like, out var before))
            return round;
        var from = Filled(before, written, passed);
        return round with
        {
            Template = round.Template ?? from.Template,
            Steps = round.Steps.Count > 0 ? round.Steps : from.Kind == round.Kind ? from.Steps : [],
            Threshold = round.Threshold ?? from.Threshold,
            Questions = round.Questions.Count > 0 ? round.Questions : from.Questions,
            Asks = round.Asks.Count > 0 ? round.Asks : from.Asks,
        };
    }
}
