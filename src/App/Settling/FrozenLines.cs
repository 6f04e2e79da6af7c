using Styrkedja.App.Archive;
using Styrkedja.Calendar;
using Styrkedja.Facts;
using Styrkedja.Formats.Care;
using Styrkedja.Region;

namespace Styrkedja.App.Settling;

/// <summary>What one component gave an agreement in a frozen month, with what the parties have said of it.</summary>
/// <param name="Rows">The month's own row first, then adjustments of earlier months; at least one.</param>
/// <param name="Illustrative">True when what was settled is made up.</param>
/// <param name="Said">Questions, objections and answers, the earliest first.</param>
public sealed record FrozenLine(Month Month, string Agreement, string Component, IReadOnlyList<StatementRow> Rows, bool Illustrative, IReadOnlyList<AssessmentEntry> Said)
{
    /// <summary>What was last asked, when nobody has answered it; nothing otherwise.</summary>
    public AssessmentEntry? Unanswered => Said.LastOrDefault(s => s.Assessment.Remark is { IsAnswer: false } && Said.All(a => a.Assessment.Remark!.Answers != s.Assessment.Id || !a.Assessment.Remark.IsAnswer));
}

/// <summary>The frozen months of settlement, line by line, as known at a moment.</summary>
/// <remarks>Sums by agreement and component alone: no contact and nobody's listing is in them. Who may see them is for the asker to say.</remarks>
public sealed class FrozenLines(RegionArchive archive)
{
    /// <summary>Lines of one agreement, the latest month first.</summary>
    /// <param name="state">What is known decides which months and remarks are there.</param>
    public IReadOnlyList<FrozenLine> Of(string agreement, RegionState state)
    {
        var said = state.Assessments.Where(a => a.Assessment.Remark is not null && a.Assessment.Subject == agreement)
            .ToLookup(a => (Month: a.Assessment.Period.From, a.Assessment.Remark!.Component));
        return
        [
            .. from batch in state.LiveBatches.Select(b => b.Batch)
               where batch.Kind == FactKind.Settlement
               orderby batch.Period.From.Index descending
               from line in archive.Settlements.ReadRows(batch).Where(r => r.Agreement == agreement).GroupBy(r => r.Component)
               select new FrozenLine(batch.Period.From, agreement, line.Key, [.. line.OrderByDescending(r => r.About)], batch.Illustrative, [.. said[(batch.Period.From, line.Key)]]),
        ];
    }

    /// <summary>One line; nothing when the month is not frozen or the component gave the agreement nothing.</summary>
    public FrozenLine? Find(string agreement, Month month, string component, RegionState state) => Of(agreement, state).FirstOrDefault(l => l.Month == month && l.Component == component);
}
