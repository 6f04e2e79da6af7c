using System.Data.Common;
using Styrkedja.App.Archive;
using Styrkedja.Decisions;
using Styrkedja.Formats.Journal;
using Styrkedja.Region;

namespace Styrkedja.App.Verifying;

/// <summary>What verification found.</summary>
/// <param name="Head">Hash of the last entry, to be kept outside so that truncation can be found.</param>
/// <param name="FirstFault">The first thing that is wrong; absent when all is well.</param>
public sealed record Verification(bool Ok, long Entries, string Head, VerificationFault? FirstFault);

/// <summary>A place that is not as it was written.</summary>
/// <param name="Position">The entry it concerns; 0 when it concerns the journal's file as a whole.</param>
/// <param name="Code">What is wrong, such as verify.entry-changed.</param>
public sealed record VerificationFault(long Position, string Code, string Detail);

/// <summary>Reads the whole journal and every file it names, and says whether all is as it was written.</summary>
public static class VerifyRegion
{
    private const int SmallestJournal = 512;

    /// <param name="folder">The region's folder.</param>
    /// <param name="keptHead">A head kept outside: it must be the hash of some entry, or entries have been cut off.</param>
    public static Verification Verify(string folder, string? keptHead)
    {
        // SQLite would take a file too short to hold anything for a new one.
        if (new FileInfo(Path.Combine(folder, "journal.sqlite")) is not { Exists: true, Length: >= SmallestJournal })
            return new(false, 0, Hex(Chain.Beginning.Span), new(0, "verify.no-journal", folder));
        long position = 0;
        ReadOnlyMemory<byte> hash = Chain.Beginning;
        try
        {
            using var archive = RegionArchive.Open(folder);
            if (archive.Journal.FaultInFile() is { } inFile)
                return Faulty(0, "verify.journal-file", inFile);
            var headSeen = keptHead is null;
            foreach (var stored in archive.Journal.ReadAfter(0))
            {
                if (stored.Position != position + 1)
                    return Faulty(position + 1, "verify.entry-missing", $"{stored.Position}");
                position = stored.Position;
                var link = Chain.Next(hash.Span, stored.CanonicalBytes.Span);
                if (!stored.Hash.Span.SequenceEqual(link))
                    return Faulty(position, "verify.entry-changed", Hex(stored.Hash.Span));
                hash = link;
                headSeen |= keptHead == Hex(link);
                Entry entry;
                try
                {
                    entry = EntryFormat.Read(stored.CanonicalBytes.Span);
                }
                catch (FormatException e)
                {
                    return Faulty(position, "verify.unreadable", e.Message);
                }

                if (entry.Position != position)
                    return Faulty(position, "verify.entry-misplaced", $"{entry.Position}");
                if (entry is FactEntry { Batch: var batch } && FaultOf(archive, batch) is var (code, detail))
                    return Faulty(position, code, detail);
            }

            if (archive.Documents.Hashes.FirstOrDefault(kept => archive.Documents.HashOf(kept) != kept) is { } changed)
                return Faulty(position, "verify.document-changed", changed);
            return headSeen ? new(true, position, Hex(hash.Span), null) : Faulty(position, "verify.head-not-found", keptHead!);
        }
        catch (Exception e) when (e is DbException or FormatException or IOException or System.Text.Json.JsonException or InvalidOperationException or InvalidCastException or KeyNotFoundException)
        {
            // A damaged file can fail anywhere in the reading; whatever it throws, the place reached is what there is to tell.
            return Faulty(position + 1, "verify.unreadable", e.Message);
        }

        Verification Faulty(long at, string code, string detail) => new(false, position, Hex(hash.Span), new(at, code, detail));
    }

    private static (string Code, string Detail)? FaultOf(RegionArchive archive, Facts.FactBatch batch)
    {
        if (batch is { IsOfCare: true, RowsFile: { } protectedRows })
            return FaultOfCare(archive, batch, protectedRows);
        if (batch.RowsFile is { } rows)
        {
            if (archive.Facts.HashOfRows(rows) is not { } found)
                return ("verify.rows-missing", rows);
            if (found != rows)
                return ("verify.rows-changed", rows);
            var addsUp = batch.Kind switch
            {
                Facts.FactKind.Staff => StaffAddsUp(archive, batch),
                Facts.FactKind.Indicators => IndicatorsAddUp(archive, batch),
                _ => archive.Facts.ControlSums(rows) == (batch.Rows, batch.Debit.Ore, batch.Credit.Ore),
            };
            if (!addsUp)
                return ("verify.rows-do-not-add-up", rows);
            if (!archive.Facts.KeptAgrees(rows))
                return ("verify.cells-differ", rows);
        }

        foreach (var answer in batch.Indicators?.Answers ?? [])
        {
            if (archive.Answers.HashOf(answer.Hash) is not { } found)
                return ("verify.answer-missing", answer.Address);
            if (found != answer.Hash)
                return ("verify.answer-changed", answer.Address);
        }

        if (batch.TextsFile is { } texts)
        {
            if (archive.Facts.HashOfTexts(texts) is not { } found)
                return ("verify.texts-missing", texts);
            if (found != texts)
                return ("verify.texts-changed", texts);
        }

        return null;
    }

    private static (string Code, string Detail)? FaultOfCare(RegionArchive archive, Facts.FactBatch batch, string rows)
    {
        if (archive.Care.NameNow(rows) is not { } found)
            return ("verify.rows-missing", rows);
        if (found != rows)
            return ("verify.rows-changed", rows);
        var sums = batch.Kind switch
        {
            Facts.FactKind.Contacts => archive.Care.Contacts.ControlSums(rows),
            Facts.FactKind.Listings => archive.Care.Listings.ControlSums(rows),
            _ => archive.Care.Costs.ControlSums(rows),
        };
        return sums == (batch.Rows, batch.CareSum) ? null : ("verify.rows-do-not-add-up", rows);
    }

    private static bool StaffAddsUp(RegionArchive archive, Facts.FactBatch batch)
    {
        var rows = archive.Staff.Read(batch.RowsFile!);
        return rows.Count == batch.Rows && rows.Sums() == batch.Staff;
    }

    private static bool IndicatorsAddUp(RegionArchive archive, Facts.FactBatch batch)
    {
        var values = archive.Indicators.Read(batch.RowsFile!);
        return values.Count == batch.Rows && Facts.IndicatorSums.Of(values) == batch.Indicators?.Sums;
    }

    private static string Hex(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(bytes);
}
