using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Provenance;

namespace Styrkedja.Facts;

/// <summary>What sort of facts a batch holds.</summary>
public enum FactKind
{
    /// <summary>Vouchers of the ledger.</summary>
    Ledger,

    /// <summary>Values observed or published from outside: indicators and published totals.</summary>
    Observations,

    /// <summary>Staff by unit and month: headcount, full-time equivalents, agency staff and sick leave.</summary>
    Staff,

    /// <summary>Balances that a year opened with, where no vouchers came with them.</summary>
    Balances,

    /// <summary>Values of indicators by place, period and sex, fetched from a source of statistics or told in a table.</summary>
    Indicators,

    /// <summary>Contacts with care, in the zone of care.</summary>
    Contacts,

    /// <summary>Who is listed with whom, in the zone of care.</summary>
    Listings,

    /// <summary>What groups of diagnosis and treatment cost to give, in the zone of care.</summary>
    GroupCosts,

    /// <summary>What a month of care came to, frozen when it was approved.</summary>
    Settlement,
}

/// <summary>The manifest of facts that came in together: where from, which file holds the rows, and the sums that prove them.</summary>
/// <remarks>The rows lie in a file named by the hash of its own bytes; the manifest lies in the journal. A batch is identified by the bytes of its
/// source, so the same file imported twice is the same batch.</remarks>
/// <param name="Id">SHA-256 of the source's bytes, in hexadecimal.</param>
/// <param name="Series">What keeps replacing itself, such as HS 2017 year to date; absent when the batch only adds.</param>
/// <param name="VoucherSeries">The voucher series in the batch, so that a voucher can be sought where it can be.</param>
/// <param name="RowsFile">SHA-256 of the file of rows, which is also its name; absent when the entry itself holds the observations.</param>
/// <param name="TextsFile">SHA-256 of the erasable file of voucher texts; absent when there are none.</param>
/// <param name="Debit">Sum of all positive amounts of the rows, a control sum.</param>
/// <param name="Credit">Sum of all negative amounts of the rows, a control sum.</param>
/// <param name="Supersedes">Batches that this one replaces.</param>
[Term("utfall")]
public sealed record FactBatch(
    string Id,
    FactKind Kind,
    string SourceName,
    long SourceBytes,
    string Format,
    string? LegalEntity,
    string? Series,
    Period Period,
    IReadOnlyList<string> VoucherSeries,
    string? RowsFile,
    string? TextsFile,
    long Rows,
    long Vouchers,
    Money Debit,
    Money Credit,
    IReadOnlyList<string> Supersedes,
    bool Illustrative)
{
    /// <summary>The control sums of a batch of staff facts; absent for every other kind.</summary>
    public StaffSums? Staff { get; init; }

    /// <summary>What the year of the batch opened with, where its source tells; absent otherwise.</summary>
    public OpeningBalances? Opening { get; init; }

    /// <summary>The control sum of a batch in the zone of care: fees or costs in öre, or the weights of listings; absent for every other kind.</summary>
    public long? CareSum { get; init; }

    /// <summary>One person in so many is in the batch; 1 when it holds everyone, as it does unless a sample was handed in.</summary>
    public int OneIn { get; init; } = 1;

    /// <summary>True when the rows lie in the zone of care, named by a salted hash that ends with them.</summary>
    public bool IsOfCare => Kind is FactKind.Contacts or FactKind.Listings or FactKind.GroupCosts;

    /// <summary>Who signed the values of a batch that a partner tells; absent for every other.</summary>
    public ValueSigner? Signed { get; init; }

    /// <summary>Control sums, titles and answers of a batch of indicator values; absent for every other kind.</summary>
    public IndicatorManifest? Indicators { get; init; }
}

/// <summary>The balance that one account opened a year with.</summary>
/// <param name="Ore">Debit positive.</param>
public sealed record AccountBalance(string Account, long Ore);

/// <summary>The balances that a year opened with, in the source's own accounts.</summary>
/// <remarks>Unit: öre, debit positive. Kept in the manifest, since they are few and no rows. Rule: SIE 4B, #IB.</remarks>
[Term("ingående balanser")]
public sealed record OpeningBalances(int Year, IReadOnlyList<AccountBalance> Accounts);

/// <summary>A batch and where it stands in the journal.</summary>
public sealed record KnownBatch(FactBatch Batch, long Position, DateTimeOffset Recorded);
