using System.Text;
using Styrkedja.Formats.Decisions;
using static Styrkedja.Formats.Decisions.Kinds;

namespace Styrkedja.Formats.Tables;

/// <summary>The sorts of file that a table can stand in.</summary>
public enum TableFormat { Csv, Xlsx, Parquet }

/// <summary>What parts the fields of a line from each other.</summary>
public enum TableDelimiter { Semicolon, Comma, Tab, Pipe }

/// <summary>How letters beyond ASCII are written in a text file; a byte order mark goes before what is said.</summary>
public enum TableEncoding { Utf8, Latin1, Windows1252 }

/// <summary>What parts kronor from öre, in numbers that stand as text.</summary>
public enum DecimalSign { Comma, Point }

/// <summary>What stands between groups of three digits in numbers that stand as text; a space also means a no-break space.</summary>
public enum ThousandsSign { None, Space, Point, Comma, Apostrophe }

/// <summary>A row that is no row of the ledger or the staff, such as a total: it is left out when its cell is as told.</summary>
/// <param name="Equal">The whole text of the cell.</param>
/// <param name="StartsWith">What the text of the cell begins with.</param>
/// <param name="Empty">True when an empty cell marks the row.</param>
public sealed record LeftOut(string Column, string? Equal, string? StartsWith, bool Empty)
{
    public bool Holds(string text) =>
        (Empty && text.Length == 0) || (Equal is not null && text == Equal) || (StartsWith is not null && text.StartsWith(StartsWith, StringComparison.Ordinal));
}

/// <summary>How a table is written: sort of file, signs between fields and in numbers, where the rows begin and which to leave out.</summary>
/// <param name="Sheet">Name of the sheet in an XLSX file; the first when left out.</param>
/// <param name="SkipRows">Lines above the heading, or above the first row when there is no heading.</param>
/// <param name="Headerless">True when there is no heading; columns are then named 1, 2, 3 …</param>
public sealed record TableForm(
    TableFormat Format,
    TableDelimiter Delimiter,
    TableEncoding Encoding,
    string? Sheet,
    int SkipRows,
    bool Headerless,
    DecimalSign Decimal,
    ThousandsSign Thousands,
    IReadOnlyList<LeftOut> LeaveOut)
{
    public char DelimiterSign => Delimiter switch { TableDelimiter.Semicolon => ';', TableDelimiter.Comma => ',', TableDelimiter.Tab => '\t', _ => '|' };

    /// <summary>The encoding as the platform has it; bytes that are no text in it make an exception, never a question mark.</summary>
    public Encoding TextEncoding => Encoding switch
    {
        TableEncoding.Utf8 => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
        TableEncoding.Latin1 => System.Text.Encoding.Latin1,
        _ => CodePagesEncodingProvider.Instance.GetEncoding(1252, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!,
    };

    /// <summary>Opens the bytes of a CSV or XLSX file as rows.</summary>
    /// <exception cref="ArgumentException">The format is Parquet, which the store reads.</exception>
    public TableRows Open(ReadOnlyMemory<byte> bytes, string fileName) => Format switch
    {
        TableFormat.Csv => new CsvRows(bytes, fileName, this),
        TableFormat.Xlsx => new XlsxRows(bytes, fileName, this),
        _ => throw new ArgumentException("Parquet is read by the store.", nameof(bytes)),
    };

    internal static TableForm Read(Fields f) => new(
        f.Required("format", OneOf<TableFormat>(), "Sort of file."),
        f.Optional("delimiter", OneOf<TableDelimiter>(), "Between the fields of a CSV line; left out means semicolon."),
        f.Optional("encoding", OneOf<TableEncoding>(), "Of a CSV file; left out means utf8."),
        f.Optional("sheet", Text, "Name of the sheet in an XLSX file; left out means the first."),
        f.Optional("skip-rows", Count, "Lines above the heading."),
        f.Optional("headerless", Flag, "True when the table has no heading; columns are then named 1, 2, 3 …"),
        f.Optional("decimal", OneOf<DecimalSign>(), "Decimal sign of numbers that stand as text; left out means comma."),
        f.Optional("thousands", OneOf<ThousandsSign>(), "Between groups of three digits; left out means none."),
        f.Optional("leave-out", ListOf(Nested(ReadLeftOut)), "Rows that are no facts, such as totals.") ?? []);

    private static LeftOut ReadLeftOut(Fields f) => new(
        f.Required("column", Text, "Column to look in."),
        f.Optional("equals", Text, "The whole text of the cell."),
        f.Optional("starts-with", Text, "What the text of the cell begins with."),
        f.Optional("empty", Flag, "True when an empty cell marks the row."));
}
