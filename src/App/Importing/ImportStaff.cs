using System.Security.Cryptography;
using Styrkedja.Amounts;
using Styrkedja.App.Archive;
using Styrkedja.Calendar;
using Styrkedja.Facts;
using Styrkedja.Formats.Journal;
using Styrkedja.Formats.Tables;
using Styrkedja.Organisation;
using Styrkedja.Provenance;
using Styrkedja.Region;

namespace Styrkedja.App.Importing;

/// <summary>Takes a table of staff by unit and month into the region. A later file that replaces holds from then on, unit by unit and month by month.</summary>
/// <remarks>A batch whose every value is told anew is superseded; of one that is told anew in part, the rest stays alive.</remarks>
public sealed class ImportStaff(RegionArchive archive)
{
    /// <param name="mapping">How the table is written; <see cref="StaffMapping.Own"/> for our own form.</param>
    public ImportResult Import(ReadOnlyMemory<byte> bytes, string fileName, StaffMapping mapping, ImportTerms terms)
    {
        var id = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        using var writer = archive.BeginWriting();
        var entries = archive.Entries();
        if (entries.OfType<FactEntry>().FirstOrDefault(f => f.Batch.Id == id) is { } known)
            return new(fileName, id, known.Batch.Rows, true, []);
        StaffTable table;
        using (var rows = TableFile.Open(archive.Folder, bytes, fileName, mapping.Form))
            table = StaffTable.Read(rows, mapping, fileName);
        if (table.Refused || table.Rows.Count == 0)
            return new(fileName, null, table.Rows.Count, false, table.Refused ? table.Faults : [.. table.Faults, Fault.Error("import.no-rows", new(fileName), "")]);

        var period = new Period(Month.FromIndex(table.Rows.MonthIndex.Min()), Month.FromIndex(table.Rows.MonthIndex.Max()));
        var alive = archive.StaffOf(archive.StateAt(new Viewpoint(period.To.LastDay, long.MaxValue)).LiveBatches.Select(b => b.Batch));
        var told = StaffKeys.Of(table.Rows);
        var charts = table.Rows.MonthIndex.Distinct().ToDictionary(m => m, m => archive.StateAt(new Viewpoint(Month.FromIndex(m).LastDay, long.MaxValue)).Organisation);
        List<Fault> faults = [.. table.Faults, .. Misplaced(table.Rows, fileName, charts), .. terms.Replace ? [] : AlreadyTold(table.Rows, fileName, alive), .. CountedTwice(table.Rows, fileName, alive, charts)];
        if (terms.Check || faults.Exists(f => f.Severity == Severity.Error))
            return new(fileName, null, table.Rows.Count, false, faults);

        var batch = new FactBatch(
            id,
            FactKind.Staff,
            Path.GetFileName(fileName),
            bytes.Length,
            TableFile.Word(table.Format),
            null,
            terms.Replace ? "staff" : null,
            period,
            [],
            archive.Staff.Write(table.Rows),
            null,
            table.Rows.Count,
            0,
            Money.Zero,
            Money.Zero,
            [.. alive.Where(b => StaffKeys.Of(b.Rows).IsSubsetOf(told)).Select(b => b.Batch.Id)],
            terms.Illustrative)
        {
            Staff = table.Rows.Sums(),
        };
        var recorded = entries.Count > 0 && entries[^1].Recorded > terms.Recorded ? entries[^1].Recorded : terms.Recorded;
        archive.Facts.FlushNames();
        archive.Append([position => EntryFormat.Write(position, recorded, batch, [])]);
        return new(fileName, id, table.Rows.Count, false, faults);
    }

    /// <summary>Parts of the organisation that no decision has established on the last day of their month, each told once.</summary>
    private static IEnumerable<Fault> Misplaced(StaffRows rows, string fileName, Dictionary<int, OrganisationChart> charts) =>
        Enumerable.Range(0, rows.Count)
            .Where(i => charts[rows.MonthIndex[i]].Find(rows.Subject[i]) is null or { Id: Subject.UnplacedId })
            .GroupBy(i => rows.Subject[i], StringComparer.Ordinal)
            .Select(g => Fault.Error("import.unit-unknown", new(fileName, g.Min(i => rows.Line[i])), g.Key, ("rows", $"{g.Count()}")));

    /// <summary>What is alive already for the same unit and month.</summary>
    private static IEnumerable<Fault> AlreadyTold(StaffRows rows, string fileName, IReadOnlyList<StaffFacts> alive)
    {
        foreach (var batch in alive)
        {
            var keys = StaffKeys.Of(batch.Rows);
            var again = Enumerable.Range(0, rows.Count).Where(i => StaffKeys.Of(rows, i).Any(keys.Contains)).ToList();
            if (again.Count > 0)
                yield return Fault.Error("import.staff-alive", new(fileName, again.Min(i => rows.Line[i])), $"{rows.Subject[again[0]]} {Month.FromIndex(rows.MonthIndex[again[0]])}", ("rows", $"{again.Count}"), ("batch", batch.Batch.Id[..12]));
        }
    }

    /// <summary>A unit whose staff is told both for itself and for something under it, in the same month: the sum would count them twice.</summary>
    private static IEnumerable<Fault> CountedTwice(StaffRows rows, string fileName, IReadOnlyList<StaffFacts> alive, Dictionary<int, OrganisationChart> charts)
    {
        var all = StaffKeys.Of(rows);
        foreach (var batch in alive)
            all.UnionWith(StaffKeys.Of(batch.Rows));
        var own = Enumerable.Range(0, rows.Count).GroupBy(i => rows.Subject[i], StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Min(i => rows.Line[i]), StringComparer.Ordinal);
        var pairs = new SortedDictionary<(int Line, string Below, string Above), int>();
        foreach (var (month, chart) in charts)
        {
            foreach (var key in all.Where(k => k.Month == month))
            {
                foreach (var above in chart.PathUp(key.Subject).Skip(1))
                {
                    if (all.Contains(key with { Subject = above.Id }) && (own.ContainsKey(key.Subject) || own.ContainsKey(above.Id)))
                    {
                        var at = (Math.Min(own.GetValueOrDefault(key.Subject, int.MaxValue), own.GetValueOrDefault(above.Id, int.MaxValue)), key.Subject, above.Id);
                        pairs[at] = pairs.GetValueOrDefault(at) + 1;
                    }
                }
            }
        }

        return pairs.Select(p => Fault.Error("import.staff-counted-twice", new(fileName, p.Key.Line), p.Key.Below, ("above", p.Key.Above)));
    }
}
