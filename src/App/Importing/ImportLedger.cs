using Styrkedja.Amounts;
using Styrkedja.App.Archive;
using Styrkedja.Calendar;
using Styrkedja.Facts;
using Styrkedja.Formats.Journal;
using Styrkedja.Provenance;
using Styrkedja.Region;
using Styrkedja.Store.Facts;

namespace Styrkedja.App.Importing;

/// <summary>Takes files of vouchers into the region: reads, checks against what is known, writes the rows to a file and then the entry that names it.</summary>
/// <remarks>Files are read and written several at a time, and become known in the order given; each is whole or not at all. Broken off, by hand or by a crash, the
/// import goes on where it was when it is run again, since files that are known already are passed over.</remarks>
public sealed class ImportLedger(RegionArchive archive)
{
    /// <summary>How many files that are ready may wait to become known in one go.</summary>
    private const int TogetherAtMost = 64;

    public ImportResult Import(ReadOnlyMemory<byte> bytes, string fileName, ImportTerms terms) => Import([new SieSource(bytes, fileName)], terms)[0];

    /// <summary>Takes in several files under one lock.</summary>
    /// <exception cref="OperationCanceledException">Stopped; files that were done before are taken in.</exception>
    public IReadOnlyList<ImportResult> Import(IReadOnlyList<LedgerSource> files, ImportTerms terms, IProgress<ImportProgress>? progress = null, CancellationToken stop = default)
    {
        using var writer = archive.BeginWriting();
        var run = new Run(archive, terms, files, progress, stop);
        return run.Import();
    }

    /// <summary>One import of several files, from the lock taken to the last entry appended.</summary>
    private sealed class Run
    {
        private readonly RegionArchive _archive;
        private readonly ImportTerms _terms;
        private readonly IReadOnlyList<LedgerSource> _files;
        private readonly IProgress<ImportProgress>? _progress;
        private readonly CancellationToken _stop;
        private readonly IReadOnlyList<Entry> _entries;
        private readonly DateTimeOffset _recorded;
        private readonly ILookup<long, FactBatch> _knownBySize;
        private readonly Dictionary<string, FactBatch> _known;
        private readonly List<FactBatch> _alive;
        private readonly Dictionary<DateOnly, RegionState> _states = [];
        private readonly MonthEndBook _monthEnds;
        private readonly Lock _folding = new();
        private readonly List<FactBatch> _taken = [];
        private readonly List<WrittenLedger> _unused = [];
        private readonly long _bytes;
        private long _bytesRead;
        private long _rows;
        private int _done;

        public Run(RegionArchive archive, ImportTerms terms, IReadOnlyList<LedgerSource> files, IProgress<ImportProgress>? progress, CancellationToken stop)
        {
            (_archive, _terms, _files, _progress, _stop) = (archive, terms, files, progress, stop);
            _entries = archive.Entries();
            _recorded = _entries.Count > 0 && _entries[^1].Recorded > terms.Recorded ? _entries[^1].Recorded : terms.Recorded;
            var batches = _entries.OfType<FactEntry>().Select(f => f.Batch).ToList();
            _knownBySize = batches.ToLookup(b => b.SourceBytes);
            _known = batches.ToDictionary(b => b.Id, StringComparer.Ordinal);
            var superseded = batches.SelectMany(b => b.Supersedes).ToHashSet(StringComparer.Ordinal);
            _alive = [.. batches.Where(b => b.Kind is FactKind.Ledger or FactKind.Balances && !superseded.Contains(b.Id))];
            _bytes = files.Sum(f => f.Length);
            _monthEnds = StateOn(DateOnly.FromDateTime(_recorded.UtcDateTime)).MonthEnds;
        }

        public IReadOnlyList<ImportResult> Import()
        {
            var results = new List<ImportResult>(_files.Count);
            var ahead = new Queue<Task<Prepared>>();
            var next = 0;
            try
            {
                for (var i = 0; i < _files.Count; i++)
                {
                    for (; next < _files.Count && ahead.Count < Environment.ProcessorCount; next++)
                    {
                        var file = _files[next];
                        ahead.Enqueue(Task.Run(() => Prepare(file), _stop));
                    }

                    var prepared = ahead.Dequeue().GetAwaiter().GetResult();
                    results.Add(Take(_files[i], prepared));
                    if (_taken.Count >= TogetherAtMost || ahead.Count == 0 || !ahead.Peek().IsCompleted)
                        Append();
                    Interlocked.Add(ref _rows, results[^1].Rows);
                    Interlocked.Increment(ref _done);
                    Tell();
                }
            }
            finally
            {
                // What was ready becomes known also when a later file broke the import off; what was under way is left to the next sweep.
                Append();
                Task.WhenAll(ahead).ContinueWith(_ => { }, TaskScheduler.Default).Wait(CancellationToken.None);
                _archive.Facts.Discard(_unused, [.. _known.Values]);
            }

            return results;
        }

        /// <summary>Everything about one file that does not depend on the files before it; runs beside others.</summary>
        private Prepared Prepare(LedgerSource file)
        {
            if (_knownBySize.Contains(file.Length) && file.Hash() is var hash && _known.TryGetValue(hash, out var same))
            {
                Read(file.Length);
                return new(null, null, null, same);
            }

            var told = 0L;
            var check = new LedgerCheck(file.Name, StateOn, _monthEnds);
            using var writing = _terms.Check ? null : _archive.Facts.Write();
            var reading = file.Read(
                rows =>
                {
                    check.Add(rows);
                    writing?.Add(rows);
                },
                read =>
                {
                    Read(read - told);
                    told = read;
                },
                _stop);
            Read(file.Length - told);
            List<Fault> faults = [.. reading.Faults, .. check.Faults(), .. _terms.Replace ? [] : check.Closed.Adding()];
            if (reading is { Rows: 0, Refused: false, Opening: null })
                faults.Add(Fault.Error("import.no-rows", new(file.Name), ""));
            var refused = faults.Exists(f => f.Severity == Severity.Error);
            return new(reading with { Faults = faults }, check, refused || writing is null || reading.Rows == 0 ? null : writing.Finish(check.Vouchers), null);
        }

        /// <summary>Decides about one file in its turn, and sets it among those that are to become known.</summary>
        private ImportResult Take(LedgerSource file, Prepared prepared)
        {
            if (prepared.Written is not null)
                _unused.Add(prepared.Written);
            if (prepared.Known is { } same || (prepared.Reading is { } read && _known.TryGetValue(read.Id, out same)))
                return new(file.Name, same.Id, same.Rows, true, []);
            var (reading, check) = (prepared.Reading!, prepared.Check!);
            if (reading is { Refused: false, Rows: 0, Opening: not null })
                return TakeBalances(file, reading, check);
            if (check.Rows == 0)
                return new(file.Name, null, reading.Rows, false, reading.Faults);
            var alive = _alive.Where(b => b.Kind == FactKind.Ledger && b.LegalEntity == reading.LegalEntity && b.Period.From.Year == check.Period.From.Year).ToList();
            List<Fault> faults = [.. reading.Faults, .. check.Closed.Opening(reading.Opening, OpenedBy(reading)), .. _terms.Replace ? check.Closed.Replacing(alive, _archive.Facts) : []];
            if (!reading.Refused && !_terms.Replace)
                faults.AddRange(Alive(file, reading, check, alive));
            var refused = faults.Exists(f => f.Severity == Severity.Error);
            if (!refused && prepared.Written is { } written)
            {
                var batch = Batch(file, reading, check, written, alive);
                _unused.Remove(written);
                _known.Add(batch.Id, batch);
                _alive.RemoveAll(b => batch.Supersedes.Contains(b.Id));
                _alive.Add(batch);
                _taken.Add(batch);
            }

            return new(file.Name, refused || _terms.Check ? null : reading.Id, check.Rows, false, faults, check.Effect());
        }

        /// <summary>Decides about a file that tells what a year opened with and holds no voucher.</summary>
        private ImportResult TakeBalances(LedgerSource file, LedgerReading reading, LedgerCheck check)
        {
            var (opening, january) = (reading.Opening!, new Month(reading.Opening!.Year, 1));
            var alive = OpenedBy(reading);
            List<Fault> faults = [.. reading.Faults, .. check.Closed.Opening(opening, alive)];
            if (alive.Count > 0 && (!_terms.Replace || alive.Exists(b => b.Kind == FactKind.Ledger)))
                faults.Add(Fault.Error("import.replaces", new(file.Name), reading.LegalEntity ?? "", ("batches", $"{alive.Count}")));
            var refused = faults.Exists(f => f.Severity == Severity.Error);
            if (!refused && !_terms.Check)
            {
                var (debit, credit) = (opening.Accounts.Where(a => a.Ore > 0).Sum(a => a.Ore), opening.Accounts.Where(a => a.Ore < 0).Sum(a => a.Ore));
                var batch = new FactBatch(
                    reading.Id, FactKind.Balances, Path.GetFileName(file.Name), file.Length, reading.Format, reading.LegalEntity, null, new(january, january), [], null, null, 0, 0,
                    new Money(debit), new Money(credit), [.. alive.Select(b => b.Id)], _terms.Illustrative)
                {
                    Opening = opening,
                };
                _known.Add(batch.Id, batch);
                _alive.RemoveAll(b => batch.Supersedes.Contains(b.Id));
                _alive.Add(batch);
                _taken.Add(batch);
            }

            return new(file.Name, refused || _terms.Check ? null : reading.Id, 0, false, faults);
        }

        /// <summary>The files alive that tell what the year of the file opened with.</summary>
        private List<FactBatch> OpenedBy(LedgerReading reading) => [.. _alive.Where(b => b.LegalEntity == reading.LegalEntity && reading.Opening is { } opening && b.Opening?.Year == opening.Year)];

        private FactBatch Batch(LedgerSource file, LedgerReading reading, LedgerCheck check, WrittenLedger written, IReadOnlyList<FactBatch> alive) => new(
            reading.Id,
            FactKind.Ledger,
            Path.GetFileName(file.Name),
            file.Length,
            reading.Format,
            reading.LegalEntity,
            _terms.Replace ? $"{reading.LegalEntity} {check.Period.From.Year}" : null,
            check.Period,
            [.. check.Series],
            written.RowsFile,
            written.TextsFile,
            written.Rows,
            check.VoucherCount,
            new Money(written.Debit),
            new Money(written.Credit),
            _terms.Replace ? [.. alive.Select(b => b.Id)] : [],
            _terms.Illustrative)
        {
            Opening = reading.Opening,
        };

        /// <summary>What stands in the way of adding the file to what is alive already.</summary>
        private IEnumerable<Fault> Alive(LedgerSource file, LedgerReading reading, LedgerCheck check, IReadOnlyList<FactBatch> alive)
        {
            if (alive.Count == 0)
                yield break;
            if (reading.Whole)
            {
                yield return Fault.Error("import.replaces", new(file.Name), reading.LegalEntity ?? "", ("batches", $"{alive.Count}"));
                yield break;
            }

            var meeting = alive
                .Where(b => b.VoucherSeries.Any(check.Series.Contains))
                .Select(b => (Batch: b, Vouchers: _archive.Facts.Vouchers(b.RowsFile!)))
                .Where(b => b.Vouchers.Meets(check.Vouchers))
                .ToList();
            if (meeting.Count == 0)
                yield break;
            // Which of the file's vouchers they are, and where, is read once more: the rows are not held, and this is rare.
            var found = new List<Fault>();
            file.Read(
                rows =>
                {
                    for (var v = 0; v < rows.VoucherNumbers.Length; v++)
                    {
                        var (series, number) = (rows.SeriesCodes[rows.VoucherSeries[v]], rows.VoucherNumbers[v]);
                        if (number.Length > 0 && meeting.FirstOrDefault(b => b.Vouchers.Holds(series, number)).Batch is { } batch)
                            found.Add(Fault.Error("import.voucher-alive", new(file.Name, rows.VoucherLines[v]), $"{series} {number}", ("batch", batch.Id[..12])));
                    }
                },
                _ => { },
                _stop);
            foreach (var fault in found)
                yield return fault;
        }

        private void Append()
        {
            if (_taken.Count == 0)
                return;
            _archive.Facts.FlushNames();
            _archive.Append([.. _taken.Select(batch => (Func<long, byte[]>)(position => EntryFormat.Write(position, _recorded, batch, [])))]);
            _taken.Clear();
        }

        private RegionState StateOn(DateOnly day)
        {
            lock (_folding)
            {
                if (!_states.TryGetValue(day, out var state))
                    _states[day] = state = _archive.StateAt(new(day, _entries.Count));
                return state;
            }
        }

        private void Read(long bytes)
        {
            Interlocked.Add(ref _bytesRead, bytes);
            Tell();
        }

        private void Tell() => _progress?.Report(new(Volatile.Read(ref _done), _files.Count, Interlocked.Read(ref _rows), Interlocked.Read(ref _bytesRead), _bytes));
    }

    /// <summary>What is known of one file before its turn comes.</summary>
    /// <param name="Written">Absent when it was refused or only checked.</param>
    /// <param name="Known">The batch that it is already; then nothing else is there.</param>
    private sealed record Prepared(LedgerReading? Reading, LedgerCheck? Check, WrittenLedger? Written, FactBatch? Known);
}
