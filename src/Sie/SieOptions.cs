namespace Styrkedja.Sie;

/// <summary>What a SIE file is meant to be: which type, and for type 4 whether it leaves a ledger or enters one.</summary>
/// <remarks>Both directions carry type number 4 in the file, so the role is more than the number. Rule: SIE 4B, file types.</remarks>
public enum SieRole
{
    /// <summary>Not stated; decided from type number, file name and content.</summary>
    Unknown,

    /// <summary>Type 1: balances of the year.</summary>
    Type1,

    /// <summary>Type 2: type 1 and the change of each month.</summary>
    Type2,

    /// <summary>Type 3: type 2 and balances per object.</summary>
    Type3,

    /// <summary>Type 4E: balances and all vouchers, out of a ledger.</summary>
    Export4E,

    /// <summary>Type 4I: vouchers only, into a ledger.</summary>
    Import4I,
}

/// <summary>Which dimension numbers of the file hold the four dimensions that the region follows up on.</summary>
/// <remarks>Numbers 1 and 6 are fixed by SIE 4B; numbers from 20 are free, so activity and counterparty differ between systems.</remarks>
public sealed record SieDimensions(int CostCentre = 1, int Project = 6, int Activity = 20, int Counterparty = 21);

/// <summary>What the one who hands in a file has decided about it before it is read.</summary>
/// <remarks>Each leniency turns a refusal into a warning; the fault is still told.</remarks>
public sealed record SieOptions
{
    public static readonly SieOptions Default = new();

    public SieRole Role { get; init; } = SieRole.Unknown;

    public SieDimensions Dimensions { get; init; } = new();

    /// <summary>The character set to read by; when absent it is found out from the bytes.</summary>
    public SieEncoding? Encoding { get; init; }

    /// <summary>How many threads may take part; 0 for as many as there are processors. It changes nothing of what is read.</summary>
    public int Threads { get; init; }

    /// <summary>Amounts may have a decimal comma.</summary>
    public bool AcceptDecimalComma { get; init; }

    /// <summary>A row may lack the braces of its object list.</summary>
    public bool AcceptMissingObjectList { get; init; }

    /// <summary>Vouchers need not sum to zero.</summary>
    public bool AcceptUnbalancedVouchers { get; init; }

    /// <summary>The checksum may differ; the one who accepts it records why.</summary>
    public bool AcceptChecksumDifference { get; init; }
}
