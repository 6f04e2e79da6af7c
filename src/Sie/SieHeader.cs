namespace Styrkedja.Sie;

/// <summary>A financial year of the file: 0 is the current one, -1 the one before.</summary>
public sealed record SieYear(int Offset, DateOnly First, DateOnly Last);

/// <summary>What the identification records of a SIE file tell about the file and the one whose ledger it is.</summary>
/// <remarks>A value that the file lacks is null. Rule: SIE 4B, identification records.</remarks>
public sealed record SieHeader
{
    /// <summary>Type number 1 to 4; a file without #SIETYP is of type 1. A file of SIE 5 has number 5.</summary>
    public int Type { get; init; } = 1;

    /// <summary>#FLAGGA 1: some program has already taken the file in. For information: we know a file by its content.</summary>
    public bool AlreadyImported { get; init; }

    public string? Program { get; init; }

    public string? ProgramVersion { get; init; }

    public DateOnly? Generated { get; init; }

    public string? GeneratedBy { get; init; }

    /// <summary>#PROSA, the free remark of the one who made the file.</summary>
    public string? Remark { get; init; }

    /// <summary>#FTYP, the legal form; a region has none of its own.</summary>
    public string? CompanyForm { get; init; }

    /// <summary>#FNR, the company's key in the program that made the file.</summary>
    public string? CompanyKey { get; init; }

    /// <summary>Ten digits without hyphen, or as it stood when it cannot be brought to that form.</summary>
    public string? OrganisationNumber { get; init; }

    /// <summary>#BKOD, industry code (SNI).</summary>
    public string? IndustryCode { get; init; }

    /// <summary>Contact, street, postal town and telephone.</summary>
    public IReadOnlyList<string>? Address { get; init; }

    public string? CompanyName { get; init; }

    public IReadOnlyList<SieYear> Years { get; init; } = [];

    public int? TaxYear { get; init; }

    /// <summary>#OMFATTN: the last day that the balances cover.</summary>
    public DateOnly? LastCoveredDay { get; init; }

    /// <summary>#KPTYP, kind of chart of accounts; Region-Bas has no reserved word.</summary>
    public string? ChartType { get; init; }

    /// <summary>Accounting currency; absent means SEK.</summary>
    public string? Currency { get; init; }

    public SieYear? Year(int offset) => Years.FirstOrDefault(y => y.Offset == offset);
}

/// <summary>An account of the file.</summary>
/// <param name="Code">The account number as it stood; usually digits, but kept as text.</param>
/// <param name="Type">T asset, S liability or equity, K cost, I revenue; null when the file does not say.</param>
/// <param name="Sru">Codes for the tax return, in the order given.</param>
/// <param name="Line">The line of its #KONTO; 0 when the account is used and never declared.</param>
public sealed record SieAccount(string Code, string? Name, char? Type, string? Unit, IReadOnlyList<string> Sru, int Line)
{
    public bool Declared => Line > 0;
}

/// <summary>An object of a dimension, such as a cost centre.</summary>
/// <param name="Line">The line of its #OBJEKT; 0 when the object is used and never declared.</param>
public sealed record SieObject(string Code, string? Name, int Line)
{
    public bool Declared => Line > 0;
}

/// <summary>A dimension and its objects, which rows refer to by their place in the list.</summary>
/// <param name="Superior">The dimension above, for a #UNDERDIM; dimension 2 lies under 1 by rule.</param>
/// <param name="Line">The line of its #DIM or #UNDERDIM; 0 when it is reserved, or used and never declared.</param>
public sealed record SieDimension(int Number, string Name, int? Superior, IReadOnlyList<SieObject> Objects, int Line)
{
    public bool Declared => Line > 0;

    /// <summary>Names of the dimensions that SIE 4B reserves; null for a number without a name.</summary>
    public static string? ReservedName(int number) => number switch
    {
        1 => "Kostnadsställe",
        2 => "Kostnadsbärare",
        6 => "Projekt",
        7 => "Anställd",
        8 => "Kund",
        9 => "Leverantör",
        10 => "Faktura",
        _ => null,
    };

    /// <summary>Numbers 1 to 19 are reserved and need no declaration; from 20 they are free.</summary>
    public static bool IsReserved(int number) => number is >= 1 and <= 19;
}
