namespace Styrkedja.Store.Facts;

/// <summary>One row of a voucher as it is kept: in the source's own codes, with the line it stood on.</summary>
/// <remarks>Unit: öre, debit positive. Text lies apart, since it can hold names.</remarks>
public sealed record LedgerRow(
    int Line,
    string Series,
    string Voucher,
    DateOnly Date,
    string Account,
    string CostCentre,
    string Counterparty,
    string Activity,
    string Project,
    long Ore,
    long? QuantityMilli);

/// <summary>A row found, with the batch it lies in and the name of the file it came from; the text is there only for those who may read it.</summary>
public sealed record FoundRow(string Batch, string Source, LedgerRow Row, string? VoucherText, string? RowText);

/// <summary>What the rows of one project add up to in a year.</summary>
/// <param name="Ore">Debit positive.</param>
public sealed record ProjectSum(string Project, int Year, long Ore, long Rows);
