using System.Text;

namespace Styrkedja.Sie;

/// <summary>The labels of SIE 4B, in the order in which we write them.</summary>
internal enum SieLabel
{
    Unknown, Flagga, Ksumma, Program, Format, Gen, Sietyp, Prosa, Ftyp, Fnr, Orgnr, Bkod, Adress, Fnamn, Rar, Taxar, Omfattn, Kptyp, Valuta,
    Konto, Ktyp, Enhet, Sru, Dim, Underdim, Objekt, Ib, Ub, Oib, Oub, Res, Psaldo, Pbudget, Ver, Trans, Rtrans, Btrans,
}

/// <summary>Which record may or must stand in which type of file, and in which group of the file.</summary>
/// <remarks>Rule: SIE 4B, table of records; the columns are types 1, 2, 3, 4I and 4E. M must be written when there is something to write, o may be,
/// - must not.</remarks>
internal static class SieLabels
{
    public const int Count = (int)SieLabel.Btrans + 1;

    private static readonly (SieLabel Label, int Group, string PerType)[] s_table =
    [
        (SieLabel.Flagga, 1, "MMMMM"),
        (SieLabel.Ksumma, 0, "ooooo"),
        (SieLabel.Program, 2, "MMMMM"),
        (SieLabel.Format, 2, "MMMMM"),
        (SieLabel.Gen, 2, "MMMMM"),
        (SieLabel.Sietyp, 2, "oMMMM"),
        (SieLabel.Prosa, 2, "ooooo"),
        (SieLabel.Ftyp, 2, "ooooo"),
        (SieLabel.Fnr, 2, "ooooo"),
        (SieLabel.Orgnr, 2, "ooooo"),
        (SieLabel.Bkod, 2, "ooo-o"),
        (SieLabel.Adress, 2, "ooooo"),
        (SieLabel.Fnamn, 2, "MMMMM"),
        (SieLabel.Rar, 2, "MMMoM"),
        (SieLabel.Taxar, 2, "ooooo"),
        (SieLabel.Omfattn, 2, "-MM-o"),
        (SieLabel.Kptyp, 2, "ooooo"),
        (SieLabel.Valuta, 2, "ooooo"),
        (SieLabel.Konto, 3, "MMMoM"),
        (SieLabel.Ktyp, 3, "ooooo"),
        (SieLabel.Enhet, 3, "ooooo"),
        (SieLabel.Sru, 3, "MMooo"),
        (SieLabel.Dim, 3, "--Moo"),
        (SieLabel.Underdim, 3, "--Moo"),
        (SieLabel.Objekt, 3, "--Moo"),
        (SieLabel.Ib, 4, "MMM-M"),
        (SieLabel.Ub, 4, "MMM-M"),
        (SieLabel.Oib, 4, "--M-o"),
        (SieLabel.Oub, 4, "--M-o"),
        (SieLabel.Res, 4, "MMM-M"),
        (SieLabel.Psaldo, 4, "-MM-o"),
        (SieLabel.Pbudget, 4, "-MM-o"),
        (SieLabel.Ver, 4, "---oo"),
        (SieLabel.Trans, 4, "---oo"),
        (SieLabel.Rtrans, 4, "---oo"),
        (SieLabel.Btrans, 4, "---oo"),
    ];

    private static readonly string[] s_names = [.. Enum.GetValues<SieLabel>().Select(l => "#" + l.ToString().ToUpperInvariant())];

    private static readonly byte[][] s_bytes = [.. s_names.Select(Encoding.ASCII.GetBytes)];

    private static readonly Dictionary<ulong, SieLabel> s_byName =
        Enum.GetValues<SieLabel>().Where(l => l != SieLabel.Unknown).ToDictionary(l => Packed(s_bytes[(int)l].AsSpan(1)));

    public static IEnumerable<SieLabel> Known => s_table.Select(row => row.Label);

    public static string Name(SieLabel label) => s_names[(int)label];

    public static ReadOnlySpan<byte> Bytes(SieLabel label) => s_bytes[(int)label];

    public static int Group(SieLabel label) => s_table[(int)label - 1].Group;

    /// <summary>M, o or - for a record in a file of the role.</summary>
    public static char In(SieLabel label, SieRole role) => s_table[(int)label - 1].PerType[role switch
    {
        SieRole.Type1 => 0,
        SieRole.Type2 => 1,
        SieRole.Type3 => 2,
        SieRole.Import4I => 3,
        _ => 4,
    }];

    /// <summary>The label that a record line begins with; the number sign is not part of the name.</summary>
    public static SieLabel Find(ReadOnlySpan<byte> name) =>
        name.Length is > 0 and <= 8 && s_byName.TryGetValue(Packed(name), out var label) ? label : SieLabel.Unknown;

    private static ulong Packed(ReadOnlySpan<byte> name)
    {
        ulong packed = 0;
        foreach (var b in name)
            packed = (packed << 8) | b;
        return packed;
    }
}
