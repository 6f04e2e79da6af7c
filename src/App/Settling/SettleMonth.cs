using System.Security.Cryptography;
using Styrkedja.Amounts;
using Styrkedja.App.Archive;
using Styrkedja.App.Importing;
using Styrkedja.Calendar;
using Styrkedja.Care;
using Styrkedja.Facts;
using Styrkedja.Formats.Care;
using Styrkedja.Formats.Journal;
using Styrkedja.Provenance;
using Styrkedja.Region;
using Styrkedja.Sie;

namespace Styrkedja.App.Settling;

/// <summary>What settling a month gave.</summary>
/// <param name="Batch">Id of the frozen month; absent when it is not frozen.</param>
/// <param name="FrozenBefore">True when the month was frozen already, so that nothing in it could change.</param>
/// <param name="Unpaid">Contacts of the month that no component pays.</param>
/// <param name="Booked">What became of the vouchers; absent when none were made.</param>
public sealed record SettledMonth(SettlementStatement? Statement, string? Batch, bool FrozenBefore, IReadOnlyList<UnpaidContacts> Unpaid, ImportResult? Booked, IReadOnlyList<Fault> Faults)
{
    public bool Refused => Faults.Any(f => f.Severity == Severity.Error);
}

/// <summary>Settles a month of care from what is known of contacts and listings, and freezes and books it when it is approved.</summary>
/// <remarks>Months are frozen in their order within a year. First the frozen month becomes known, then its vouchers: broken off in between, the same command books them, by the same bytes and so once.</remarks>
public sealed class SettleMonth(RegionArchive archive)
{
    private const int YearsOfFees = 2;

    /// <summary>Some two hundred megabytes.</summary>
    private const int ContactsAtATime = 4_000_000;

    private const string Format = "settlement";

    /// <summary>What the month comes to as things are known now; nothing is written.</summary>
    public SettledMonth Try(Month month) => FrozenMonth(month) is { } frozen ? new(archive.Settlements.Read(frozen), frozen.Id, true, [], null, []) : Settled(month);

    /// <summary>Freezes the month and books it.</summary>
    public SettledMonth Approve(Month month, SettlementAccounts accounts, DateTimeOffset recorded)
    {
        var settled = Frozen(month, accounts, recorded);
        if (settled.Refused || settled.Statement is not { } statement)
            return settled;
        var (bytes, faults) = SettlementVouchers.Of(statement, accounts, StateOf(month));
        if (bytes is null)
            return settled with { Faults = [.. settled.Faults, .. faults] };
        var booked = new ImportLedger(archive).Import(bytes, SettlementVouchers.FileName(statement), new(recorded, Illustrative: IsIllustrative(month)));
        return settled with { Booked = booked, Faults = [.. settled.Faults, .. booked.Faults] };
    }

    /// <summary>The vouchers of a frozen month as they are booked; none when it is not frozen.</summary>
    public IReadOnlyList<SieVoucher> VouchersOf(Month month, SettlementAccounts accounts) =>
        FrozenMonth(month) is { } frozen ? SettlementVouchers.Vouchers(archive.Settlements.Read(frozen), accounts, StateOf(month)).Vouchers : [];

    private SettledMonth Frozen(Month month, SettlementAccounts accounts, DateTimeOffset recorded)
    {
        using var writer = archive.BeginWriting();
        var settled = Try(month);
        if (settled.FrozenBefore || settled.Refused || settled.Statement is not { } statement)
            return settled;
        if (statement.Lines.Count + statement.Adjustments.Count == 0)
            return settled with { Faults = [.. settled.Faults, Fault.Error("settle.nothing", new($"{month}"), $"{month}")] };
        // What cannot be booked is not frozen.
        if (SettlementVouchers.Of(statement, accounts, StateOf(month)).Faults is { Count: > 0 } faults)
            return settled with { Faults = [.. settled.Faults, .. faults] };
        var text = StatementText.Bytes(statement);
        var rows = StatementText.Rows(statement);
        var batch = new FactBatch(
            Convert.ToHexStringLower(SHA256.HashData(text)), FactKind.Settlement, $"avrakning-{month}.csv", text.Length, Format, null, null, new(month, month), [], archive.Settlements.Write(statement), null, rows.Count, 0,
            new Money(rows.Where(r => r.Ore > 0).Sum(r => r.Ore)), new Money(rows.Where(r => r.Ore < 0).Sum(r => r.Ore)), [], IsIllustrative(month));
        var last = archive.Entries() is [.., var entry] ? entry.Recorded : recorded;
        archive.Facts.FlushNames();
        archive.Append([position => EntryFormat.Write(position, last > recorded ? last : recorded, batch, [])]);
        return settled with { Batch = batch.Id };
    }

    private SettledMonth Settled(Month month)
    {
        var frozen = Batches().Where(b => b.Kind == FactKind.Settlement && b.Period.From.Year == month.Year).Select(archive.Settlements.Read).ToList();
        if (frozen.Find(f => f.Month > month) is { } later)
            return new(null, null, false, [], null, [Fault.Error("settle.later-frozen", new($"{month}"), $"{later.Month}")]);
        var settlement = Reckon(month, keep: false);
        return new(SettlementStatement.Of(settlement, month, frozen), null, false, [.. settlement.Unpaid.Where(u => u.Month == month)], null, []);
    }

    /// <summary>The settlement of a year up to a month by what is known now.</summary>
    /// <param name="keep">True to tell afterwards which codes a line consists of.</param>
    internal Settlement Reckon(Month month, bool keep)
    {
        var book = StateOf(month).Care.Payment;
        var january = new Month(month.Year, 1);
        var from = new DateOnly(month.Year - (ProtectsFees(book, january, month) ? YearsOfFees : 0), 1, 1);
        var listings = archive.Care.Listings.Read(Batches(), january.FirstDay, month.LastDay);
        return keep
            ? Settlement.Of(book, new(january, month), archive.Care.Contacts.Read(Batches(), from, month.LastDay), listings, book.Quality, keep: true)
            : Settlement.OfParts(book, new(january, month), archive.Care.Contacts.ReadParts(Batches(), from, month.LastDay, ContactsAtATime), listings, book.Quality);
    }

    private static bool ProtectsFees(PaymentBook book, Month from, Month to) =>
        book.AgreementIds.Any(id => new Period(from, to).EachMonth().Any(m => book.Agreement(id, m.LastDay) is { } agreement && book.Model(agreement.Act.Model!, m.LastDay)?.Act.Fees?.Ceiling is not null));

    /// <summary>True when anything that the month rests on is made up.</summary>
    private bool IsIllustrative(Month month) => Batches().Any(b => b.Illustrative && b.Kind is FactKind.Contacts or FactKind.Listings && b.Period.From <= month);

    private FactBatch? FrozenMonth(Month month) => Batches().FirstOrDefault(b => b.Kind == FactKind.Settlement && b.Period.From == month);

    private List<FactBatch> Batches() => [.. archive.FactEntries().Select(f => f.Batch)];

    private RegionState StateOf(Month month) => archive.StateAt(new Viewpoint(month.LastDay, long.MaxValue));
}
