using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.FollowUp;
using Styrkedja.Region;

namespace Styrkedja.Reports;

/// <summary>What a report of a period rests on beside the ledger.</summary>
/// <remarks>A pure function of a view, so the same journal position, day and engine give the same.</remarks>
/// <param name="Decisions">Goals, frames, tax, rounds and approval of the year, in the order of their days.</param>
/// <param name="Published">What has been published for figures of the period, each beside ours.</param>
public sealed record ReportBasis(IReadOnlyList<DecisionEntry> Decisions, IReadOnlyList<(Figure Ours, PublishedValue Published)> Published)
{
    public static ReportBasis Of(FollowUpView view, Period period)
    {
        var year = period.From.Year;
        return new(
            [.. view.State.Decisions.Where(d => d.Decision.Acts.Any(Concerning(view.State, year))).OrderBy(d => d.Decision.Date.Latest).ThenBy(d => d.Position)],
            [.. PublishedIn(view, period)]);
    }

    private static Func<Act, bool> Concerning(RegionState state, int year)
    {
        var rounds = state.Rounds.Where(r => r.Act.Period.From.Year == year).Select(r => r.Act.Id).ToHashSet(StringComparer.Ordinal);
        return act => act switch
        {
            SetFrame a => a.Year == year,
            SetResultBudget a => a.Year == year,
            SetTaxRate a => a.Year == year,
            SetJudgementRule a => a.Year == year,
            AdoptSubGoal a => a.Year == year,
            AdoptGoal a => state.Goals.Goals.ContainsKey(a.Id),
            AdoptVision or AdoptStrategy => true,
            OpenRound a => rounds.Contains(a.Id),
            SubmitReport a => rounds.Contains(a.Round),
            ApproveReport a => rounds.Contains(a.Round),
            _ => false,
        };
    }

    private static IEnumerable<(Figure Ours, PublishedValue Published)> PublishedIn(FollowUpView view, Period period)
    {
        foreach (var name in view.State.Observations.Where(o => o.Observation.Source is not null).Select(o => o.Observation.Figure).Distinct(StringComparer.Ordinal))
        {
            // Population is observed and nothing else: there is no figure of ours to hold it against.
            if (!FigureAddress.TryParse(name, out var address) || address.Period.From.Year != period.From.Year || address.Period.To > period.To || address.Measure == Measure.Population)
                continue;
            var ours = view.Evaluate(address);
            foreach (var published in view.Published(ours))
                yield return (ours, published);
        }
    }
}
