using Styrkedja.Amounts;
using Styrkedja.App.Archive;
using Styrkedja.App.FollowingUp;
using Styrkedja.FollowUp;
using Styrkedja.Region;
using Styrkedja.Reports;
using Styrkedja.Store.Facts;

namespace Styrkedja.App.Verifying;

/// <summary>A row that was drawn, and the entry that names the file it lies in.</summary>
/// <param name="Hits">How many times it was hit; more than once for a row much larger than the interval.</param>
public sealed record SampledRow(LocatedRow Located, int Hits, FactEntry Entry)
{
    /// <summary>Debit positive.</summary>
    public Money Amount => new(Located.Row.Row.Ore);
}

/// <summary>A sample of the rows behind a figure, and what it was drawn from.</summary>
/// <param name="Rows">How many rows the figure is summed from.</param>
/// <param name="Sum">What they add up to, with the sign of the figure.</param>
/// <param name="Size">What they come to when each counts by its size whichever way it goes.</param>
/// <param name="Drawn">In the order of the rows.</param>
public sealed record DrawnSample(SampleTerms Terms, long Rows, Money Sum, Money Size, IReadOnlyList<SampledRow> Drawn);

/// <summary>Draws an auditor's sample of the rows behind a figure.</summary>
/// <remarks>What is sampled is what the view sees: batches that live at its moment, in the organisation of its day.</remarks>
public sealed class DrawSample(RegionArchive archive)
{
    /// <summary>The sample; nothing for a figure that is no sum of rows.</summary>
    public DrawnSample? Draw(FollowUpView view, SampleTerms terms)
    {
        if (view.RowsBehind(terms.Figure) is not { } scope || new VoucherRows(archive).Behind(view, terms.Figure) is not var (batches, filter))
            return null;
        var rows = archive.Rows.Sampling(batches, filter);
        var stretches = rows.Stretches();
        var byAmount = terms.Method == SampleMethod.MonetaryUnit;
        var hits = SampleTerms.Places(terms.Hits(stretches.Sum(s => byAmount ? s.Size : s.Rows)), [.. stretches.Select(s => byAmount ? s.Size : s.Rows)]);
        var within = hits.GroupBy(h => stretches[h.Item], h => h.Unit).ToList();
        var lying = rows.RowsOf([.. within.Select(w => w.Key)]);
        var drawn = within.SelectMany(w => SampleTerms.Places([.. w], [.. lying[w.Key].Select(r => byAmount ? Math.Abs(r.Ore) : 1)]).Select(place => lying[w.Key][place.Item])).ToList();
        var different = drawn.Distinct().ToList();
        var entries = archive.FactEntries().Where(e => e.Position <= view.State.At.KnownAt).ToLookup(e => e.Batch.Id, StringComparer.Ordinal);
        return new(
            terms,
            stretches.Sum(s => s.Rows),
            new(scope.Sign * stretches.Sum(s => s.Ore)),
            new(stretches.Sum(s => s.Size)),
            [.. rows.Fetch(different).Zip(different, (located, row) => new SampledRow(located, drawn.Count(d => d == row), entries[located.Batch.Id].Last()))]);
    }
}
