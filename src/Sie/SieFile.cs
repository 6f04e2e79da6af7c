
namespace Styrkedja.Sie;

/// <summary>A SIE file as it was read: who made it, its chart, its balances and its vouchers, and everything that is wrong with it.</summary>
/// <remarks>Amounts are in whole öre, debit positive and credit negative everywhere, revenue thus negative. Columns keep the bytes of the file alive, as
/// texts are decoded when asked for.</remarks>
public sealed class SieFile
{
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

    public required SieBalances Balances { get; init; }

    public required SieVouchers Vouchers { get; init; }

    public required SieRows Rows { get; init; }

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
