using System.Security.Cryptography;
using Styrkedja.Amounts;
using Styrkedja.App.Archive;
using Styrkedja.Calendar;
using Styrkedja.Facts;
using Styrkedja.Formats.Journal;
using Styrkedja.Formats.Ledger;
using Styrkedja.Organisation;
using Styrkedja.Provenance;
using Styrkedja.Region;
using Styrkedja.Store.Facts;

namespace Styrkedja.App.Importing;

/// <summary>Takes a ledger file (SIE 4) into the region: reads, checks against what is known, writes the rows to a file and then the entry that names it.</summary>
public sealed class ImportLedger(RegionArchive archive)
{
    public ImportResult Import(ReadOnlyMemory<byte> bytes, string fileName, ImportTerms terms) => Import([(bytes, fileName)], terms)[0];

    /// <summary>Takes in several files under one lock. Each is whole or not at all; those that are taken in become known together.</summary>
    public IReadOnlyList<ImportResult> Import(IReadOnlyList<(ReadOnlyMemory<byte> Bytes, string Name)> files, ImportTerms terms)
    {
        using var writer = archive.BeginWriting();
        var entries = archive.Entries();
        var known = entries.OfType<FactEntry>().Select(f => f.Batch).ToList();
        var recorded = entries.Count > 0 && entries[^1].Recorded > terms.Recorded ? entries[^1].Recorded : terms.Recorded;
        var results = new List<ImportResult>(files.Count);
        var taken = new List<FactBatch>();
        RegionState? state = null;
        var organisations = new Dictionary<DateOnly, OrganisationChart>();
        foreach (var (bytes, name) in files)
        {
            var id = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
            if (known.Concat(taken).FirstOrDefault(b => b.Id == id) is { } same)
            {
                results.Add(new(name, id, same.Rows, true, []));
                continue;
            }

            var file = SieReader.Read(bytes, name, SieOptions.Default);
            if (file.Refused || file.Rows.Count == 0)
            {
                results.Add(new(name, null, file.Rows.Count, false, file.Refused ? file.Faults : [.. file.Faults, Fault.Error("import.no-rows", new(name), "")]));
                continue;
            }

            var period = PeriodOf(file);
            if (state?.At.AsOf != period.To.LastDay)
                state = archive.StateAt(new Viewpoint(period.To.LastDay, long.MaxValue));
            var alive = state.LiveBatches.Select(b => b.Batch).Concat(taken)
                .Where(b => b.Kind == FactKind.Ledger && b.LegalEntity == file.Header.CompanyName && b.Period.From.Year == period.From.Year)
                .ToList();
            List<Fault> faults = [.. file.Faults, .. UnknownCodes.In(file, state, OrganisationOn), .. terms.Replace ? [] : Alive(file, alive)];
            var refused = faults.Exists(f => f.Severity == Severity.Error);
            if (!refused && !terms.Check)
                taken.Add(Written(file, bytes, id, period, alive, terms));
            results.Add(new(name, refused || terms.Check ? null : id, file.Rows.Count, false, faults));
        }

        if (taken.Count > 0)
        {
            archive.Facts.FlushNames();
            archive.Append([.. taken.Select(batch => (Func<long, byte[]>)(position => EntryFormat.Write(position, recorded, batch, [])))]);
        }

        return results;

        OrganisationChart OrganisationOn(DateOnly day)
        {
            if (!organisations.TryGetValue(day, out var organisation))
                organisations[day] = organisation = archive.StateAt(new Viewpoint(day, long.MaxValue)).Organisation;
            return organisation;
        }
    }

    /// <summary>Writes the rows and texts of a file and makes its manifest.</summary>
    private FactBatch Written(SieFile file, ReadOnlyMemory<byte> bytes, string id, Period period, IReadOnlyList<FactBatch> alive, ImportTerms terms)
    {
        var rows = Rows(file).ToList();
        var texts = Texts(file).ToList();
        return new(
            id,
            FactKind.Ledger,
            Path.GetFileName(file.FileName),
            bytes.Length,
            file.Role == SieRole.Export4E ? "sie-4e" : "sie-4i",
            file.Header.CompanyName,
            terms.Replace ? $"{file.Header.CompanyName} {period.From.Year}" : null,
            period,
            [.. Enumerable.Range(0, file.Vouchers.Count).Select(file.Vouchers.Series).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            archive.Facts.WriteRows(rows),
            texts.Count > 0 ? archive.Facts.WriteTexts(texts) : null,
            rows.Count,
            file.Vouchers.Count,
            Money.Sum(rows.Where(r => r.Ore > 0).Select(r => new Money(r.Ore))),
            Money.Sum(rows.Where(r => r.Ore < 0).Select(r => new Money(r.Ore))),
            terms.Replace ? [.. alive.Select(b => b.Id)] : [],
            terms.Illustrative);
    }

    /// <summary>What stands in the way of adding the file to what is alive already.</summary>
    private IEnumerable<Fault> Alive(SieFile file, IReadOnlyList<FactBatch> alive)
    {
        if (alive.Count == 0)
            yield break;
        if (file.Role == SieRole.Export4E)
        {
            yield return Fault.Error("import.replaces", new(file.FileName), file.Header.CompanyName ?? "", ("batches", $"{alive.Count}"));
            yield break;
        }

        var series = Enumerable.Range(0, file.Vouchers.Count).Select(file.Vouchers.Series).ToHashSet(StringComparer.Ordinal);
        var vouchers = archive.Rows.Vouchers([.. alive.Where(b => b.VoucherSeries.Any(series.Contains))]);
        for (var v = 0; v < file.Vouchers.Count; v++)
        {
            if (file.Vouchers.Number(v).Length > 0 && vouchers.TryGetValue((file.Vouchers.Series(v), file.Vouchers.Number(v)), out var batch))
                yield return Fault.Error("import.voucher-alive", new(file.FileName, file.Vouchers.Line(v)), $"{file.Vouchers.Series(v)} {file.Vouchers.Number(v)}", ("batch", batch[..12]));
        }
    }

    private static Period PeriodOf(SieFile file)
    {
        var (first, last) = (DateOnly.MaxValue, DateOnly.MinValue);
        foreach (var day in file.Rows.Day)
            (first, last) = (day < first ? day : first, day > last ? day : last);
        return new(Month.Of(first), Month.Of(last));
    }

    private static IEnumerable<LedgerRow> Rows(SieFile file)
    {
        for (var i = 0; i < file.Rows.Count; i++)
        {
            var voucher = file.Rows.Voucher[i];
            yield return new(
                file.Rows.Line[i],
                file.Vouchers.Series(voucher),
                file.Vouchers.Number(voucher),
                file.Rows.Day[i],
                file.Accounts[file.Rows.Account[i]].Code,
                Code(file.CostCentres, file.Rows.CostCentre[i]),
                Code(file.Counterparties, file.Rows.Counterparty[i]),
                Code(file.Activities, file.Rows.Activity[i]),
                Code(file.Projects, file.Rows.Project[i]),
                file.Rows.Ore[i],
                file.Rows.QuantityThousandths(i));
        }
    }

    private static IEnumerable<LedgerText> Texts(SieFile file)
    {
        for (var i = 0; i < file.Rows.Count; i++)
        {
            var (voucher, row) = (file.Vouchers.Text(file.Rows.Voucher[i]) ?? "", file.Rows.Text(i) ?? "");
            if (voucher.Length > 0 || row.Length > 0)
                yield return new(file.Rows.Line[i], voucher, row);
        }
    }

    private static string Code(IReadOnlyList<SieObject> objects, int place) => place < 0 ? "" : objects[place].Code;
}
