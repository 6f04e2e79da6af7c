using System.Globalization;

namespace Styrkedja.Sie;

/// <summary>How the lines of a written file end, and whether it carries a checksum.</summary>
public sealed record SieWriting
{
    public static readonly SieWriting Default = new();

    /// <summary>Carriage return and line feed; else line feed alone. Both are legal.</summary>
    public bool CarriageReturn { get; init; } = true;

    public bool Checksum { get; init; } = true;
}

/// <summary>Writes SIE files strictly: type 4I for import, type 4E with balances, and budgets as #PBUDGET; in code page 437.</summary>
/// <remarks>The same document gives the same bytes. The written file is read back before it is handed over: with an error nothing is written, and every
/// fault that another reader would tell of is told here first. Rule: SIE file format 4B, 4C.</remarks>
public static class SieWriter
{
    /// <summary>Writes the file to the stream and returns the faults of what was written; with an error among them the stream is left untouched.</summary>
    public static IReadOnlyList<SieFault> Write(Stream stream, string fileName, SieDocument document, SieWriting? writing = null)
    {
        var lines = new SieLines(writing ?? SieWriting.Default);
        lines.Begin(SieLabel.Flagga).Code("0").End();
        lines.OpenChecksum();
        WriteIdentification(lines, document);
        WriteChart(lines, document);
        foreach (var balance in document.Balances)
            WriteBalance(lines, balance);
        foreach (var voucher in document.Vouchers)
            WriteVoucher(lines, voucher);
        lines.CloseChecksum();
        if (lines.Faults.Count > 0)
            return lines.Faults;

        var read = SieReader.Read(lines.Written, fileName, new SieOptions { Role = document.Role });
        if (!read.Refused)
            stream.Write(lines.Written.Span);
        return read.Faults;
    }

    private static void WriteIdentification(SieLines lines, SieDocument document)
    {
        var header = document.Header;
        lines.Begin(SieLabel.Program).Field(header.Program).Field(header.ProgramVersion).End();
        lines.Begin(SieLabel.Format).Code("PC8").End();
        lines.Begin(SieLabel.Gen).Field(Day(header.Generated)).Field(header.GeneratedBy).End();
        lines.Begin(SieLabel.Sietyp).Code(Type(document.Role)).End();
        lines.Optional(SieLabel.Prosa, header.Remark);
        lines.Optional(SieLabel.Ftyp, header.CompanyForm);
        lines.Optional(SieLabel.Fnr, header.CompanyKey);
        lines.Optional(SieLabel.Orgnr, header.OrganisationNumber is { Length: 10 } ten ? $"{ten[..6]}-{ten[6..]}" : header.OrganisationNumber);
        lines.Optional(SieLabel.Bkod, header.IndustryCode);
        if (header.Address is { Count: > 0 } address)
            address.Aggregate(lines.Begin(SieLabel.Adress), (line, part) => line.Kept(part)).End();
        lines.Begin(SieLabel.Fnamn).Field(header.CompanyName).End();
        foreach (var year in header.Years.OrderByDescending(y => y.Offset))
            lines.Begin(SieLabel.Rar).Code(Number(year.Offset)).Code(Day(year.First)!).Code(Day(year.Last)!).End();
        lines.Optional(SieLabel.Taxar, header.TaxYear is { } tax ? Number(tax) : null);
        lines.Optional(SieLabel.Omfattn, Day(header.LastCoveredDay));
        lines.Optional(SieLabel.Kptyp, header.ChartType);
        lines.Optional(SieLabel.Valuta, header.Currency);
    }

    private static void WriteChart(SieLines lines, SieDocument document)
    {
        foreach (var account in document.Accounts)
        {
            lines.Begin(SieLabel.Konto).Kept(account.Code).Field(account.Name).End();
            if (account.Type is { } type)
                lines.Begin(SieLabel.Ktyp).Kept(account.Code).Code(type.ToString()).End();
            if (account.Unit is { } unit)
                lines.Begin(SieLabel.Enhet).Kept(account.Code).Field(unit).End();
            foreach (var sru in account.Sru)
                lines.Begin(SieLabel.Sru).Kept(account.Code).Field(sru).End();
        }

        foreach (var dimension in document.Dimensions.Where(d => d.Declared || !SieDimension.IsReserved(d.Number)))
        {
            // Dimension 2 lies under 1 by rule and is then declared like any other.
            if (dimension.Superior is { } superior && dimension.Number != 2)
                lines.Begin(SieLabel.Underdim).Code(Number(dimension.Number)).Field(dimension.Name).Code(Number(superior)).End();
            else
                lines.Begin(SieLabel.Dim).Code(Number(dimension.Number)).Field(dimension.Name).End();
        }

        foreach (var dimension in document.Dimensions)
        {
            foreach (var item in dimension.Objects)
                lines.Begin(SieLabel.Objekt).Code(Number(dimension.Number)).Kept(item.Code).Field(item.Name).End();
        }
    }

    private static void WriteBalance(SieLines lines, SieBalance balance)
    {
        var label = balance.Kind switch
        {
            SieBalanceKind.Opening => SieLabel.Ib,
            SieBalanceKind.Closing => SieLabel.Ub,
            SieBalanceKind.ObjectOpening => SieLabel.Oib,
            SieBalanceKind.ObjectClosing => SieLabel.Oub,
            SieBalanceKind.Result => SieLabel.Res,
            SieBalanceKind.PeriodChange => SieLabel.Psaldo,
            _ => SieLabel.Pbudget,
        };
        var line = lines.Begin(label).Code(Number(balance.YearOffset));
        if (label is SieLabel.Psaldo or SieLabel.Pbudget)
            line.Kept(balance.Period is { } month ? string.Create(CultureInfo.InvariantCulture, $"{month.Year:0000}{month.Number:00}") : "");
        line.Kept(balance.Account);
        if (label is not (SieLabel.Ib or SieLabel.Ub or SieLabel.Res))
            line.Objects(balance.Objects);
        line.Code(SieValues.Kronor(balance.Ore)).Field(Quantity(balance.QuantityThousandths)).End();
    }

    private static void WriteVoucher(SieLines lines, SieVoucher voucher)
    {
        lines.Begin(SieLabel.Ver).Kept(voucher.Series).Kept(voucher.Number).Code(Day(voucher.Day)!)
            .Field(voucher.Text).Field(Day(voucher.Registered)).Field(voucher.Signature).End();
        lines.Brace('{');
        foreach (var row in voucher.Rows)
        {
            lines.Begin(SieLabel.Trans).Kept(row.Account).Objects(row.Objects).Code(SieValues.Kronor(row.Ore))
                .Field(row.Day == voucher.Day ? null : Day(row.Day)).Field(row.Text).Field(Quantity(row.QuantityThousandths)).Field(row.Signature).End();
        }

        lines.Brace('}');
    }

    private static string Type(SieRole role) => role switch
    {
        SieRole.Type1 => "1",
        SieRole.Type2 => "2",
        SieRole.Type3 => "3",
        _ => "4",
    };

    private static string? Day(DateOnly? day) => day?.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Number(int number) => SieValues.Count(number);

    /// <summary>A quantity without decimals that say nothing: 1500 thousandths are 1.5.</summary>
    private static string? Quantity(long? thousandths) =>
        thousandths is { } value ? (value / 1000m).ToString("0.###", CultureInfo.InvariantCulture) : null;
}
