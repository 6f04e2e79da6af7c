using Styrkedja.Amounts;
using Styrkedja.App.Archive;
using Styrkedja.Calendar;
using Styrkedja.Facts;
using Styrkedja.Formats.Care;
using Styrkedja.Formats.Journal;
using Styrkedja.Provenance;
using Styrkedja.Region;
using Styrkedja.Store.Care;

namespace Styrkedja.App.Importing;

/// <summary>Takes contacts, listings and costs per group into the zone of care, each file whole or not at all. What a later file tells of the same corrects what an earlier told.</summary>
/// <remarks>A file is read as a stream, so that memory does not grow with it; the same file taken in twice is the same batch. Broken off, by hand or by a crash, the import goes on
/// where it was when it is run again.</remarks>
public sealed class ImportCare(RegionArchive archive)
{
    /// <exception cref="OperationCanceledException">Stopped; files that were done before are taken in.</exception>
    public IReadOnlyList<ImportResult> Contacts(IReadOnlyList<CareSource> files, ImportTerms terms, IProgress<ImportProgress>? progress = null, CancellationToken stop = default) =>
        Each(FactKind.Contacts, files, terms, progress, Contacts, stop);

    /// <exception cref="OperationCanceledException">Stopped between two blocks; nothing of the file under way is left.</exception>
    public IReadOnlyList<ImportResult> Listings(IReadOnlyList<CareSource> files, ImportTerms terms, IProgress<ImportProgress>? progress = null, CancellationToken stop = default) =>
        Each(FactKind.Listings, files, terms, progress, Listings, stop);

    public IReadOnlyList<ImportResult> GroupCosts(IReadOnlyList<CareSource> files, ImportTerms terms) => Each(FactKind.GroupCosts, files, terms, null, GroupCosts, CancellationToken.None);

    private IReadOnlyList<ImportResult> Each(FactKind kind, IReadOnlyList<CareSource> files, ImportTerms terms, IProgress<ImportProgress>? progress, Func<Run, Taken> take, CancellationToken stop)
    {
        using var writer = archive.BeginWriting();
        var results = new List<ImportResult>();
        var (bytes, before, rows) = (files.Sum(f => f.Length), 0L, 0L);
        foreach (var file in files)
        {
            var run = new Run(file, file.Hash(), terms, (rowsRead, bytesRead) =>
            {
                stop.ThrowIfCancellationRequested();
                progress?.Report(new(results.Count, files.Count, rows + rowsRead, before + bytesRead, bytes));
            });
            var result = Known(run.Source) is { } known ? new(file.Name, known.Id, known.Rows, true, []) : Appended(kind, run, take(run));
            results.Add(result);
            rows += result.Rows;
            before += file.Length;
        }

        if (!terms.Check)
            archive.CareStatistics.MakeMissing();
        return results;
    }

    private FactBatch? Known(byte[] source) => archive.FactEntries().Select(f => f.Batch).FirstOrDefault(b => b is { IsOfCare: true, RowsFile: { } rows } && archive.Care.IdOf(rows, source) == b.Id);

    private ImportResult Appended(FactKind kind, Run run, Taken taken)
    {
        List<Fault> faults = [.. taken.Faults];
        if (taken.Rows == 0 && !faults.Exists(f => f.Severity == Severity.Error))
            faults.Add(Fault.Error("import.no-rows", new(run.File.Name), ""));
        if (taken.Kept is not { } kept)
            return new(run.File.Name, null, taken.Rows, false, faults);
        var batch = new FactBatch(
            kept.Batch, kind, Path.GetFileName(run.File.Name), run.File.Length, run.File.Format, null, null,
            new(Month.Of(DateOnly.FromDayNumber(taken.FirstDay)), Month.Of(DateOnly.FromDayNumber(taken.LastDay))),
            [], kept.RowsFile, null, taken.Rows, 0, Money.Zero, Money.Zero, [], run.Terms.Illustrative)
        {
            CareSum = taken.Sum,
            OneIn = kind == FactKind.Contacts ? run.Terms.OneIn : 1,
        };
        var last = archive.Entries() is [.., var entry] ? entry.Recorded : run.Terms.Recorded;
        archive.Care.FlushNames();
        archive.Append([position => EntryFormat.Write(position, last > run.Terms.Recorded ? last : run.Terms.Recorded, batch, [])]);
        return new(run.File.Name, batch.Id, taken.Rows, false, faults);
    }

    private Taken Contacts(Run run)
    {
        using var rows = run.File.Open();
        var reading = new ContactReading(rows, run.File.Name);
        var seen = new Seen(run.Terms.Recorded, Authorised());
        IReadOnlyList<string> providers = [];
        using var writing = archive.Care.Contacts.Write();
        while (reading.Next() is { } block)
        {
            providers = block.Contacts.Providers;
            seen.See(block.Contacts.Provider, block.Contacts.Day, block.Contacts.Day, block.Line, providers);
            foreach (var fee in block.Contacts.Fee)
                seen.Sum += fee;
            writing.Add(block);
            run.Told(seen.Rows, rows.BytesRead);
        }

        List<Fault> faults = [.. reading.Faults, .. seen.Faults(run.File.Name, providers), .. writing.Twice().Select(t => Fault.Error("care.contact-twice", new(run.File.Name, t.Line), t.Found, ("first", $"{t.First}")))];
        return run.Ended(seen, faults, writing.Finish);
    }

    private Taken Listings(Run run)
    {
        using var rows = run.File.Open();
        var reading = new ListingReading(rows, run.File.Name);
        var seen = new Seen(run.Terms.Recorded, Authorised());
        IReadOnlyList<string> providers = [];
        using var writing = archive.Care.Listings.Write();
        while (reading.Next() is { } block)
        {
            providers = block.Listings.Providers;
            seen.See(block.Listings.Provider, block.Listings.From, block.Listings.To, block.Line, providers);
            for (var i = 0; i < block.Listings.Count; i++)
                seen.Sum += block.Listings.Acg[i] + block.Listings.Cni[i];
            writing.Add(block);
            run.Told(seen.Rows, rows.BytesRead);
        }

        List<Fault> faults = [.. reading.Faults, .. seen.Faults(run.File.Name, providers), .. writing.Overlapping().Select(t => Fault.Error("care.listed-twice", new(run.File.Name, t.Line), t.Found, ("first", $"{t.First}")))];
        return run.Ended(seen, faults, writing.Finish);
    }

    private Taken GroupCosts(Run run)
    {
        using var rows = run.File.Open();
        var table = GroupCostTable.Read(rows, run.File.Name);
        var seen = new Seen(run.Terms.Recorded, Authorised()) { Sum = Money.Sum(table.Costs.Select(c => c.Cost)).Ore };
        var providers = table.Costs.Select(c => c.Provider).Distinct().ToList();
        seen.See(
            [.. table.Costs.Select(c => (ushort)providers.IndexOf(c.Provider))],
            [.. table.Costs.Select(c => c.Period.From.FirstDay.DayNumber)],
            [.. table.Costs.Select(c => c.Period.To.LastDay.DayNumber)],
            [.. table.Lines],
            providers);
        return run.Ended(seen, [.. table.Faults, .. seen.Faults(run.File.Name, providers)], source => archive.Care.Costs.Write(table.Costs, source));
    }

    private AuthorisedDays Authorised() => new(archive.StateAt(new Viewpoint(DateOnly.MaxValue, long.MaxValue)));

    /// <summary>One file under way.</summary>
    /// <param name="Told">Tells how many rows and bytes have been read, and stops when that is asked for.</param>
    private sealed record Run(CareSource File, byte[] Source, ImportTerms Terms, Action<long, long> Told)
    {
        public Taken Ended(Seen seen, List<Fault> faults, Keeping keep)
        {
            if (seen.Rows > 0 && !faults.Exists(f => f.Severity == Severity.Error))
                faults.AddRange(File.ChangedSince(Source));
            var kept = Terms.Check || seen.Rows == 0 || faults.Exists(f => f.Severity == Severity.Error) ? null : keep(Source);
            return new(seen.Rows, seen.FirstDay, seen.LastDay, seen.Sum, faults, kept);
        }
    }

    private delegate KeptCare Keeping(ReadOnlySpan<byte> source);

    /// <param name="Kept">Absent when the file was refused or only checked.</param>
    private sealed record Taken(long Rows, int FirstDay, int LastDay, long Sum, IReadOnlyList<Fault> Faults, KeptCare? Kept);

    /// <summary>What has been seen of a file so far.</summary>
    private sealed class Seen(DateTimeOffset recorded, AuthorisedDays authorised)
    {
        private readonly int _today = DateOnly.FromDateTime(recorded.UtcDateTime).DayNumber;
        private (int Line, int Day, long Rows) _ahead;

        public long Rows { get; private set; }

        public int FirstDay { get; private set; } = int.MaxValue;

        public int LastDay { get; private set; }

        public long Sum { get; set; }

        public void See(ushort[] provider, int[] first, int[] last, int[] line, IReadOnlyList<string> providers)
        {
            authorised.See(provider, first, last, line, providers);
            Rows += first.Length;
            for (var i = 0; i < first.Length; i++)
            {
                FirstDay = Math.Min(FirstDay, first[i]);
                LastDay = Math.Max(LastDay, last[i] == int.MaxValue ? first[i] : last[i]);
                if (first[i] > _today)
                    _ahead = _ahead.Rows == 0 ? (line[i], first[i], 1) : _ahead with { Rows = _ahead.Rows + 1 };
            }
        }

        public IEnumerable<Fault> Faults(string file, IReadOnlyList<string> providers) =>
        [
            .. authorised.Faults(file, providers),
            .. _ahead.Rows == 0 ? Array.Empty<Fault>() : [Fault.Error("care.not-yet", new(file, _ahead.Line), $"{DateOnly.FromDayNumber(_ahead.Day):yyyy-MM-dd}", ("rows", $"{_ahead.Rows}"))],
        ];
    }
}
