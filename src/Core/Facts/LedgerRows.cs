namespace Styrkedja.Facts;

/// <summary>Rows of one ledger source as columns, in the source's own codes: what a reader of files hands to the store.</summary>
/// <remarks>Unit: öre, debit positive, quantities in thousandths. A column of codes holds places in its list of codes; the first code of every list is empty
/// and means that the row has none. Rows of a voucher need not stand together.</remarks>
public sealed class LedgerRows
{
    public required int Count { get; init; }

    /// <summary>Line of the row in the source, from one; never the same for two rows.</summary>
    public required int[] Line { get; init; }

    /// <summary>Accounting date, as days since 0001-01-01 (<see cref="DateOnly.DayNumber"/>).</summary>
    public required int[] Day { get; init; }

    public required int[] Account { get; init; }

    public required int[] CostCentre { get; init; }

    public required int[] Counterparty { get; init; }

    public required int[] Activity { get; init; }

    public required int[] Project { get; init; }

    public required long[] Ore { get; init; }

    /// <summary>Quantity of each row, <see cref="NoQuantity"/> where it has none; absent when no row has one.</summary>
    public required long[]? QuantityMilli { get; init; }

    /// <summary>Place of the row's voucher among the vouchers.</summary>
    public required int[] Voucher { get; init; }

    /// <summary>Series of each voucher, as a place in <see cref="SeriesCodes"/>.</summary>
    public required int[] VoucherSeries { get; init; }

    /// <summary>Number of each voucher; empty when the source leaves numbering to the receiver.</summary>
    public required string[] VoucherNumbers { get; init; }

    /// <summary>Line of each voucher in the source; that of its first row where vouchers have no line of their own.</summary>
    public required int[] VoucherLines { get; init; }

    public required IReadOnlyList<string> SeriesCodes { get; init; }

    public required IReadOnlyList<string> AccountCodes { get; init; }

    public required IReadOnlyList<string> CostCentreCodes { get; init; }

    public required IReadOnlyList<string> CounterpartyCodes { get; init; }

    public required IReadOnlyList<string> ActivityCodes { get; init; }

    public required IReadOnlyList<string> ProjectCodes { get; init; }

    /// <summary>The text of each voucher and of each row; absent when the source has none.</summary>
    public required (TextColumn OfVouchers, TextColumn OfRows)? Texts { get; init; }

    public const long NoQuantity = long.MinValue;
}
