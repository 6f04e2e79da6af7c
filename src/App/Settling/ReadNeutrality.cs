using Styrkedja.App.Archive;
using Styrkedja.Calendar;
using Styrkedja.Care;
using Styrkedja.Facts;
using Styrkedja.Region;

namespace Styrkedja.App.Settling;

/// <summary>Own and private providers side by side, from the months that are frozen.</summary>
public static class ReadNeutrality
{
    /// <summary>Each payment model that both own and private providers are paid by in a period.</summary>
    /// <param name="state">The region as it is read, which tells providers, agreements and models.</param>
    /// <param name="knownAt">The last position of the journal that is known to the reader.</param>
    public static IReadOnlyList<Neutrality> Of(RegionArchive archive, RegionState state, Period period, long knownAt) =>
        Neutrality.Of(state.Care, [.. archive.FactEntries().Where(f => f.Position <= knownAt && f.Batch.Kind == FactKind.Settlement && f.Batch.Period.From.Year == period.From.Year).Select(f => archive.Settlements.Read(f.Batch))], period);

    /// <summary>True when all the months are made up.</summary>
    public static bool IsIllustrative(RegionArchive archive, Period period) => archive.FactEntries().Any(f => f.Batch is { Kind: FactKind.Settlement, Illustrative: true } && period.Holds(f.Batch.Period.From));
}
