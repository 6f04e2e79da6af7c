using Styrkedja.Amounts;
using Styrkedja.App.Archive;
using Styrkedja.Calendar;
using Styrkedja.Facts;
using Styrkedja.Formats.Journal;
using Styrkedja.Region;

namespace Styrkedja.App.Importing;

/// <summary>Values of indicators on their way in, from whatever they came in.</summary>
/// <param name="Id">SHA-256 of what they came in.</param>
/// <param name="Format">The word by which the journal knows the sort of source.</param>
/// <param name="Bytes">How long it was.</param>
/// <param name="Signed">Who signed the values; absent for those that nobody signs.</param>
internal sealed record IncomingIndicators(
    string Id, string SourceName, string Format, long Bytes, IReadOnlyList<IndicatorValue> Values, IReadOnlyList<IndicatorTitle> Titles, IReadOnlyList<FetchedAnswer> Answers, bool Illustrative = false, ValueSigner? Signed = null);

/// <summary>What became of incoming values.</summary>
/// <param name="Batch">Absent when nothing was told that was not known already.</param>
/// <param name="New">Values of which nothing was known before.</param>
/// <param name="Revised">Values that stand beside an earlier telling of the same.</param>
internal sealed record TakenIndicators(FactBatch? Batch, long New, long Revised, long Unchanged);

/// <summary>Writes values of indicators beside those known: only what is new or told otherwise than before becomes a batch, so that a revision is seen as one.</summary>
internal static class IndicatorIntake
{
    /// <summary>What would be written of the values, without writing it.</summary>
    public static (IReadOnlyList<IndicatorValue> Told, TakenIndicators Taken) Sorted(RegionArchive archive, IncomingIndicators incoming)
    {
        var book = archive.StateAt(new Viewpoint(DateOnly.MaxValue, long.MaxValue)).Indicators;
        var told = new List<IndicatorValue>();
        long fresh = 0, revised = 0;
        foreach (var value in incoming.Values)
        {
            var known = book.Latest(value.Key)?.Value;
            // What was never told need not be told as taken back.
            if (known is null ? value.Status == ValueStatus.Withdrawn : known == value)
                continue;
            told.Add(value);
            _ = known is null ? fresh++ : revised++;
        }

        return (told, new(null, fresh, revised, incoming.Values.Count - told.Count));
    }

    /// <summary>Writes the file and then the entry that names it. The caller holds the writer lock.</summary>
    public static TakenIndicators Take(RegionArchive archive, IncomingIndicators incoming, DateTimeOffset recorded)
    {
        var (told, taken) = Sorted(archive, incoming);
        if (told.Count == 0)
            return taken;
        var values = IndicatorBook.InOrder(told);
        var batch = new FactBatch(
            incoming.Id,
            FactKind.Indicators,
            incoming.SourceName,
            incoming.Bytes,
            incoming.Format,
            null,
            null,
            new Period(values.Min(v => v.Key.Period.From), values.Max(v => v.Key.Period.To)),
            [],
            archive.Indicators.Write(values),
            null,
            values.Count,
            0,
            Money.Zero,
            Money.Zero,
            [],
            incoming.Illustrative)
        {
            Indicators = new(IndicatorSums.Of(values), taken.Unchanged, incoming.Titles, incoming.Answers),
            Signed = incoming.Signed,
        };
        var entries = archive.Entries();
        var moment = entries.Count > 0 && entries[^1].Recorded > recorded ? entries[^1].Recorded : recorded;
        archive.Facts.FlushNames();
        archive.Append([position => EntryFormat.Write(position, moment, batch, [])]);
        return taken with { Batch = batch };
    }
}
