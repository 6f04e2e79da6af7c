using Styrkedja.Decisions;
using Styrkedja.Provenance;

namespace Styrkedja.Region;

/// <summary>A decision that someone has taken in a body's name, with the report of it to that body.</summary>
/// <param name="Giver">The body in whose name it was decided.</param>
/// <param name="ReportBy">The last day to report it: so many days after it, or the body's next meeting; absent when neither is known.</param>
/// <param name="Report">The decision that reports it; absent until then.</param>
/// <remarks>Rule: kommunallagen (2017:725) 6 kap. 40 §; the older law 6 kap. 35 §.</remarks>
[Term("delegationsbeslut")]
public sealed record DelegatedDecision(Decision Decision, string Giver, DateOnly? ReportBy, Decision? Report)
{
    /// <summary>All that was decided by delegation until the day the state is seen on, the earliest first. What a court has annulled is left out.</summary>
    public static IReadOnlyList<DelegatedDecision> In(RegionState state)
    {
        var given = state.ActsOf<GiveDelegation>().ToLookup(d => d.Act.Id, StringComparer.Ordinal);
        var passedOn = state.ActsOf<PassOnDelegation>().ToLookup(d => d.Act.Id, d => d.Act.Delegation, StringComparer.Ordinal);
        var reports = state.ActsOf<ReportDelegated>().SelectMany(r => r.Act.Decisions.Select(id => (id, r.By))).ToLookup(r => r.id, r => r.By, StringComparer.Ordinal);
        return
        [
            .. state.DecisionsUntilAsOf.Where(d => d.Delegation is not null).Select(d =>
            {
                var source = passedOn[d.Delegation!].LastOrDefault() ?? d.Delegation!;
                var giver = given[source].LastOrDefault();
                return giver.Act is null ? null : new DelegatedDecision(d, giver.By.Body, Last(state, d, giver), reports[d.Id].FirstOrDefault());
            }).OfType<DelegatedDecision>().OrderBy(d => d.Decision.Date.Latest),
        ];
    }

    private static DateOnly? Last(RegionState state, Decision decision, (GiveDelegation Act, Decision By) given)
    {
        var day = decision.Date.Latest;
        if (given.Act.ReportWithinDays is { } days)
            return day.AddDays(days);
        return state.Meetings.Of(given.By.Body).Where(m => m.Day > day).Select(m => (DateOnly?)m.Day).FirstOrDefault();
    }
}
