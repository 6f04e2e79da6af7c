using Styrkedja.Decisions;
using Styrkedja.Region;

namespace Styrkedja.Web.Pages.Reports;

/// <summary>The decisions that a year's report rests on: its goals, frames, tax, rounds and approval.</summary>
internal static class ReportDecisions
{
    public static IReadOnlyList<DecisionEntry> Of(RegionState state, int year)
    {
        var rounds = state.Rounds.Where(r => r.Act.Period.From.Year == year).Select(r => r.Act.Id).ToHashSet(StringComparer.Ordinal);
        var goals = state.Goals.Goals.Keys.ToHashSet(StringComparer.Ordinal);
        return
        [
            .. state.Decisions.Where(d => d.Decision.Acts.Any(Concerns))
                .OrderBy(d => d.Decision.Date.Latest).ThenBy(d => d.Position),
        ];

        bool Concerns(Act act) => act switch
        {
            SetFrame a => a.Year == year,
            SetResultBudget a => a.Year == year,
            SetTaxRate a => a.Year == year,
            SetJudgementRule a => a.Year == year,
            AdoptSubGoal a => a.Year == year,
            AdoptGoal a => goals.Contains(a.Id),
            AdoptVision or AdoptStrategy => true,
            OpenRound a => rounds.Contains(a.Id),
            SubmitReport a => rounds.Contains(a.Round),
            ApproveReport a => rounds.Contains(a.Round),
            _ => false,
        };
    }
}
