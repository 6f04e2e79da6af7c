using System.Security.Cryptography;
using Styrkedja.Amounts;
using Styrkedja.App.Archive;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Facts;
using Styrkedja.Formats.Journal;
using Styrkedja.Formats.Tables;
using Styrkedja.Organisation;
using Styrkedja.Provenance;
using Styrkedja.Region;
using Styrkedja.Store.Facts;

namespace Styrkedja.App.Importing;

/// <summary>Takes a ledger in a table (CSV, XLSX or Parquet) into the region by a description of its columns, by the same checks as a SIE file.</summary>
public sealed class ImportLedgerTable(RegionArchive archive)
{
    /// <param name="mapping">How the table is to be read.</param>
    public ImportResult Import(ReadOnlyMemory<byte> bytes, string fileName, LedgerMapping mapping, ImportTerms terms)
    {
        var id = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        using var writer = archive.BeginWriting();
        var entries = archive.Entries();
        if (entries.OfType<FactEntry>().FirstOrDefault(f => f.Batch.Id == id) is { } known)
            return new(fileName, id, known.Batch.Rows, true, []);
        LedgerTable table;
        using (var rows = TableFile.Open(archive, bytes, fileName, mapping.Form))
            table = LedgerTable.Read(rows, mapping, fileName);
        if (table.Refused || table.Rows.Count == 0)
            return new(fileName, null, table.Rows.Count, false, table.Refused ? table.Faults : [.. table.Faults, Fault.Error("import.no-rows", new(fileName), "")]);

        var period = new Period(Month.Of(DateOnly.FromDayNumber(table.Rows.Day.Min())), Month.Of(DateOnly.FromDayNumber(table.Rows.Day.Max())));
        var state = archive.StateAt(new Viewpoint(period.To.LastDay, long.MaxValue));
        var alive = state.LiveBatches.Select(b => b.Batch)
            .Where(b => b.Kind == FactKind.Ledger && b.LegalEntity == table.LegalEntity && b.Period.From.Year == period.From.Year)
            .ToList();
        List<Fault> faults = [.. table.Faults, .. Unknown(table.Rows, fileName, state), .. terms.Replace ? [] : Alive(table, fileName, alive)];
        if (terms.Check || faults.Exists(f => f.Severity == Severity.Error))
            return new(fileName, null, table.Rows.Count, false, faults);

        var batch = Written(table, bytes, id, fileName, period, alive, terms);
        var recorded = entries.Count > 0 && entries[^1].Recorded > terms.Recorded ? entries[^1].Recorded : terms.Recorded;
        archive.Facts.FlushNames();
        archive.Append([position => EntryFormat.Write(position, recorded, batch, [])]);
        return new(fileName, id, table.Rows.Count, false, faults);
    }

    private FactBatch Written(LedgerTable table, ReadOnlyMemory<byte> bytes, string id, string fileName, Period period, IReadOnlyList<FactBatch> alive, ImportTerms terms)
    {
        var r = table.Rows;
        var texts = r.Texts is var (ofVouchers, ofRows)
            ? Enumerable.Range(0, r.Count).Select(i => new LedgerText(r.Line[i], ofVouchers[r.Voucher[i]], ofRows[i])).Where(t => t.VoucherText.Length > 0 || t.RowText.Length > 0).ToList()
            : [];
        return new(
            id,
            FactKind.Ledger,
            Path.GetFileName(fileName),
            bytes.Length,
            TableFile.Word(table.Format),
            table.LegalEntity,
            terms.Replace ? $"{table.LegalEntity} {period.From.Year}" : null,
            period,
            [.. r.VoucherSeries.Distinct().Select(s => r.SeriesCodes[s]).Order(StringComparer.Ordinal)],
            archive.Facts.WriteRows(Rows(r)),
            texts.Count > 0 ? archive.Facts.WriteTexts(texts) : null,
            r.Count,
            r.VoucherNumbers.Length,
            Money.Sum(r.Ore.Where(ore => ore > 0).Select(ore => new Money(ore))),
            Money.Sum(r.Ore.Where(ore => ore < 0).Select(ore => new Money(ore))),
            terms.Replace ? [.. alive.Select(b => b.Id)] : [],
            terms.Illustrative);
    }

    private static IEnumerable<LedgerRow> Rows(LedgerRows r) => Enumerable.Range(0, r.Count).Select(i => new LedgerRow(
        r.Line[i],
        r.SeriesCodes[r.VoucherSeries[r.Voucher[i]]],
        r.VoucherNumbers[r.Voucher[i]],
        DateOnly.FromDayNumber(r.Day[i]),
        r.AccountCodes[r.Account[i]],
        r.CostCentreCodes[r.CostCentre[i]],
        r.CounterpartyCodes[r.Counterparty[i]],
        r.ActivityCodes[r.Activity[i]],
        r.ProjectCodes[r.Project[i]],
        r.Ore[i],
        r.QuantityMilli is { } quantities && quantities[i] != LedgerRows.NoQuantity ? quantities[i] : null));

    /// <summary>What stands in the way of adding the table to what is alive from the same books and year.</summary>
    private IEnumerable<Fault> Alive(LedgerTable table, string fileName, IReadOnlyList<FactBatch> alive)
    {
        if (alive.Count == 0)
            yield break;
        if (table.WholeYear)
        {
            yield return Fault.Error("import.replaces", new(fileName), table.LegalEntity, ("batches", $"{alive.Count}"));
            yield break;
        }

        var r = table.Rows;
        var vouchers = archive.Facts.Vouchers(alive);
        var told = new HashSet<int>();
        for (var i = 0; i < r.Count; i++)
        {
            var (series, number) = (r.SeriesCodes[r.VoucherSeries[r.Voucher[i]]], r.VoucherNumbers[r.Voucher[i]]);
            if (number.Length > 0 && vouchers.TryGetValue((series, number), out var batch) && told.Add(r.Voucher[i]))
                yield return Fault.Error("import.voucher-alive", new(fileName, r.Line[i]), $"{series} {number}".Trim(), ("batch", batch[..12]));
        }
    }

    /// <summary>Codes that no decision has given a meaning, each told once with its first line and how many rows have it.</summary>
    private IEnumerable<Fault> Unknown(LedgerRows r, string fileName, RegionState state)
    {
        var found = new Dictionary<(string Fault, string Code), (int Line, int Rows)>();
        var organisations = new Dictionary<int, OrganisationChart>();
        for (var i = 0; i < r.Count; i++)
        {
            var account = r.AccountCodes[r.Account[i]];
            if (!state.Accounts.Knows(account))
                Count("import.account-unknown", account, i);
            else if (state.Accounts.GroupOf(account).Line == StatementLine.BalanceSheet)
                continue;
            var costCentre = r.CostCentreCodes[r.CostCentre[i]];
            if (costCentre.Length == 0)
                Count("import.cost-centre-missing", account, i);
            else if (!IsOpen(costCentre, state.Organisation) && !IsOpen(costCentre, OrganisationOn(r.Day[i])))
                Count("import.cost-centre-unknown", costCentre, i);
            if (r.CounterpartyCodes[r.Counterparty[i]] is { Length: > 0 } side && !state.Accounts.Counterparties.ContainsKey(side))
                Count("import.counterparty-unknown", side, i);
        }

        return found.Select(f => Fault.Error(f.Key.Fault, new(fileName, f.Value.Line), f.Key.Code, ("rows", $"{f.Value.Rows}"))).OrderBy(f => f.Place.Line);

        static bool IsOpen(string costCentre, OrganisationChart organisation) => organisation.Find(costCentre) is { Kind: SubjectKind.CostCentre };

        OrganisationChart OrganisationOn(int day)
        {
            if (!organisations.TryGetValue(day, out var organisation))
                organisations[day] = organisation = archive.StateAt(new Viewpoint(DateOnly.FromDayNumber(day), long.MaxValue)).Organisation;
            return organisation;
        }

        void Count(string fault, string code, int row)
        {
            var (line, rows) = found.GetValueOrDefault((fault, code), (r.Line[row], 0));
            found[(fault, code)] = (line, rows + 1);
        }
    }
}
