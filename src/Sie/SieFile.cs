using System.Diagnostics.CodeAnalysis;

namespace Styrkedja.Sie;

/// <summary>What a SIE file tells apart from its rows: who made it, its chart, its balances, its control sums, and everything that is wrong with it.</summary>
/// <remarks>Amounts are in whole öre, debit positive and credit negative everywhere, revenue thus negative. Rule: SIE 4B.</remarks>
public class SieSummary
{
    internal SieSummary()
    {
    }

    public required string FileName { get; init; }

    public required SieHeader Header { get; init; }

    /// <summary>The role asked for, else what type, file name and content show.</summary>
    public required SieRole Role { get; init; }

    public required SieEncoding Encoding { get; init; }

    public required SieChecksumState Checksum { get; init; }

    /// <summary>Accounts declared or used, by the number that rows refer to.</summary>
    public required IReadOnlyList<SieAccount> Accounts { get; init; }

    /// <summary>Dimensions declared or used, by number.</summary>
    public required IReadOnlyList<SieDimension> Dimensions { get; init; }

    /// <summary>The series of vouchers, by the number that vouchers refer to.</summary>
    public required IReadOnlyList<string> Series { get; init; }

    public required SieBalances Balances { get; init; }

    public required SieTotals Totals { get; init; }

    public required SieDimensions DimensionNumbers { get; init; }

    /// <summary>All faults by line.</summary>
    public required IReadOnlyList<SieFault> Faults { get; init; }

    /// <summary>An error stands among the faults: nothing of the file may be taken in.</summary>
    public required bool Refused { get; init; }

    public IReadOnlyList<SieObject> CostCentres => Objects(DimensionNumbers.CostCentre);

    public IReadOnlyList<SieObject> Projects => Objects(DimensionNumbers.Project);

    public IReadOnlyList<SieObject> Activities => Objects(DimensionNumbers.Activity);

    public IReadOnlyList<SieObject> Counterparties => Objects(DimensionNumbers.Counterparty);

    /// <summary>The objects of a dimension; none when the file has no such dimension.</summary>
    public IReadOnlyList<SieObject> Objects(int dimension) => Dimensions.FirstOrDefault(d => d.Number == dimension)?.Objects ?? [];
}

/// <summary>A SIE file that was read as a whole, with all its vouchers and rows.</summary>
/// <remarks>Columns keep the bytes of the file alive, as texts are decoded when asked for.</remarks>
public sealed class SieFile : SieSummary
{
    [SetsRequiredMembers]
    internal SieFile(SieSummary summary, SieVouchers vouchers, SieRows rows)
    {
        (FileName, Header, Role, Encoding, Checksum) = (summary.FileName, summary.Header, summary.Role, summary.Encoding, summary.Checksum);
        (Accounts, Dimensions, Series, Balances, Totals) = (summary.Accounts, summary.Dimensions, summary.Series, summary.Balances, summary.Totals);
        (DimensionNumbers, Faults, Refused) = (summary.DimensionNumbers, summary.Faults, summary.Refused);
        (Vouchers, Rows) = (vouchers, rows);
    }

    public SieVouchers Vouchers { get; }

    public SieRows Rows { get; }
}
