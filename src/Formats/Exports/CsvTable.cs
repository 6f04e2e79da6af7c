using System.Globalization;
using System.Text;

namespace Styrkedja.Formats.Exports;

/// <summary>A table as comma-separated values in the shape that Excel in Swedish opens by a double click: UTF-8 with its mark, semicolons, decimal comma, dates as year-month-day.</summary>
/// <remarks>A text that could be taken for a formula gets an apostrophe before it, as OWASP advises (CSV Injection).</remarks>
public sealed class CsvTable(Stream stream) : TableWriter
{
    private readonly StreamWriter _writer = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 1 << 16, leaveOpen: true) { NewLine = "\r\n" };
    private bool _within;

    public override void Text(string text)
    {
        Begin();
        var harmless = Harmless(text);
        if (harmless.AsSpan().IndexOfAny(";\"\r\n") >= 0)
            _writer.Write($"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
        else
            _writer.Write(harmless);
    }

    public override void Number(long number)
    {
        Begin();
        _writer.Write(number);
    }

    public override void Thousandths(long? thousandths)
    {
        Begin();
        if (thousandths is { } value)
            Decimal(value, 1000, "000");
    }

    public override void Exact(decimal number)
    {
        Begin();
        _writer.Write(SheetXml.Number(number).Replace('.', ','));
    }

    public override void Kronor(long ore)
    {
        Begin();
        Decimal(ore, 100, "00");
    }

    public override void Day(DateOnly day)
    {
        Begin();
        Span<char> text = stackalloc char[10];
        day.TryFormat(text, out _, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        _writer.Write(text);
    }

    public override void EndRow()
    {
        _writer.WriteLine();
        _within = false;
    }

    public override void Complete() => _writer.Flush();

    protected override void Dispose(bool disposing)
    {
        // What stands in the buffer is left unwritten: a table that was not completed is not to be taken for one.
    }

    /// <summary>The text as a cell holds it.</summary>
    internal static string Harmless(string text) => LooksLikeFormula(text) ? "'" + text : text;

    private void Begin()
    {
        if (_within)
            _writer.Write(';');
        _within = true;
    }

    private void Decimal(long value, ulong part, string format)
    {
        var (whole, rest) = Math.DivRem(Magnitude(value), part);
        if (value < 0)
            _writer.Write('-');
        _writer.Write(whole);
        _writer.Write(',');
        _writer.Write(rest.ToString(format, CultureInfo.InvariantCulture));
    }

    /// <summary>The number without its sign; the smallest of all has no positive twin.</summary>
    private static ulong Magnitude(long value) => value < 0 ? unchecked((ulong)-value) : (ulong)value;
}
