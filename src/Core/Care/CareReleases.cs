using Styrkedja.Calendar;
using Styrkedja.Facts;

namespace Styrkedja.Care;

/// <summary>One release of the care tables of a year: which facts it counts.</summary>
/// <param name="Number">From one; a later release corrects an earlier.</param>
/// <param name="Position">The journal position up to which batches count.</param>
/// <param name="Known">When the last of them became known.</param>
/// <param name="Batches">Those of contacts and of listings, in the order they became known.</param>
public sealed record CareRelease(int Year, int Number, long Position, DateTimeOffset Known, IReadOnlyList<FactBatch> Batches)
{
    /// <summary>True when anything counted is made up.</summary>
    public bool Illustrative => Batches.Any(b => b.Illustrative);

    /// <summary>One person in so many is counted among contacts; 1 when everyone is.</summary>
    public int OneIn => Batches.Where(b => b.Kind == FactKind.Contacts).Select(b => b.OneIn).DefaultIfEmpty(1).Max();
}

/// <summary>When care tables of a year are released: first when every month of it is known, then with what each following year has corrected.</summary>
/// <remarks>Few releases, since each one lets readers reckon what has changed since the one before. Which they are follows from the journal alone, so that <c>knownAt</c> shows the release that was made
/// by then. Rule: our own choice, DECISIONS 2026-11-27.</remarks>
public static class CareReleases
{
    private const int MonthsOfYear = 12;

    /// <summary>The years of which any care is known by some batches.</summary>
    public static IReadOnlyList<int> Years(IReadOnlyList<KnownBatch> known) => [.. Contacts(known).SelectMany(b => YearsOf(b.Batch)).Distinct().Order()];

    /// <summary>The releases of a year, the oldest first; none while a month of it is missing.</summary>
    /// <param name="known">The batches known, in the order of their positions.</param>
    /// <param name="now">When the last entry known was recorded; corrections of a calendar year are released once it is over.</param>
    public static IReadOnlyList<CareRelease> Of(int year, IReadOnlyList<KnownBatch> known, DateTimeOffset now)
    {
        var (months, first) = (new HashSet<Month>(), (KnownBatch?)null);
        foreach (var batch in Contacts(known))
        {
            months.UnionWith(batch.Batch.Period.EachMonth().Where(m => m.Year == year));
            if (months.Count < MonthsOfYear)
                continue;
            first = batch;
            break;
        }

        if (first is null)
            return [];
        var releases = new List<CareRelease> { Release(1, first) };
        for (var turn = new DateTimeOffset(first.Recorded.Year + 1, 1, 1, 0, 0, 0, TimeSpan.Zero); turn <= now; turn = turn.AddYears(1))
        {
            var later = known.Where(b => b.Batch.Kind is FactKind.Contacts or FactKind.Listings && b.Position > releases[^1].Position && b.Recorded < turn)
                .LastOrDefault(b => YearsOf(b.Batch).Contains(year));
            if (later is not null)
                releases.Add(Release(releases.Count + 1, later));
        }

        return releases;

        CareRelease Release(int number, KnownBatch last) => new(year, number, last.Position, last.Recorded,
            [.. known.Where(b => b.Batch.Kind is FactKind.Contacts or FactKind.Listings && b.Position <= last.Position).Select(b => b.Batch)]);
    }

    private static IEnumerable<KnownBatch> Contacts(IReadOnlyList<KnownBatch> known) => known.Where(b => b.Batch.Kind == FactKind.Contacts);

    private static IEnumerable<int> YearsOf(FactBatch batch) => Enumerable.Range(batch.Period.From.Year, batch.Period.To.Year - batch.Period.From.Year + 1);
}
