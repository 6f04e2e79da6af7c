using Styrkedja.Calendar;
using Styrkedja.Facts;
using Styrkedja.Provenance;

namespace Styrkedja.Formats.Tables;

/// <summary>Values of indicators read from a table of our own form, with every fault found.</summary>
/// <param name="Lines">Where each value stands in the table.</param>
/// <param name="Faults">An error among them means that nothing may be taken in.</param>
public sealed record IndicatorTable(IReadOnlyList<IndicatorValue> Values, IReadOnlyList<int> Lines, TableFormat Format, IReadOnlyList<Fault> Faults)
{
    /// <summary>The columns, in the order that a template has them; sex, part, status and count may be left out.</summary>
    public static readonly IReadOnlyList<string> Columns = ["source", "code", "place", "period", "sex", "part", "value", "status", "count"];

    private const string FirstXlsxBytes = "PK";

    public bool Refused => Faults.Any(f => f.Severity == Severity.Error);

    /// <summary>True for bytes that are a workbook and not text.</summary>
    public static bool IsWorkbook(ReadOnlySpan<byte> bytes) => bytes.Length > 2 && bytes[0] == FirstXlsxBytes[0] && bytes[1] == FirstXlsxBytes[1];

    /// <summary>Reads a CSV or XLSX file to its end; a row with a fault is told and left out.</summary>
    public static IndicatorTable Read(ReadOnlyMemory<byte> bytes, string fileName)
    {
        var format = IsWorkbook(bytes.Span) ? TableFormat.Xlsx : TableFormat.Csv;
        var form = new TableForm(format, TableDelimiter.Semicolon, TableEncoding.Utf8, null, 0, false, DecimalSign.Comma, ThousandsSign.None, [new("source", null, "#", false)]);
        using var rows = form.Open(bytes, fileName);
        return new IndicatorTableReading(rows, form, fileName).Read();
    }
}

/// <summary>One reading of a table of indicator values.</summary>
internal sealed class IndicatorTableReading
{
    private const int LongestText = 120;

    private static readonly Dictionary<string, Sex> s_sexes = new(StringComparer.OrdinalIgnoreCase)
    {
        [""] = Sex.All,
        ["all"] = Sex.All,
        ["alla"] = Sex.All,
        ["T"] = Sex.All,
        ["women"] = Sex.Women,
        ["kvinnor"] = Sex.Women,
        ["K"] = Sex.Women,
        ["men"] = Sex.Men,
        ["män"] = Sex.Men,
        ["M"] = Sex.Men,
    };

    private static readonly Dictionary<string, ValueStatus> s_statuses = new(StringComparer.OrdinalIgnoreCase)
    {
        ["told"] = ValueStatus.Told,
        ["finns"] = ValueStatus.Told,
        ["missing"] = ValueStatus.Missing,
        ["saknas"] = ValueStatus.Missing,
        ["suppressed"] = ValueStatus.Suppressed,
        ["skyddad"] = ValueStatus.Suppressed,
        ["withdrawn"] = ValueStatus.Withdrawn,
        ["återtagen"] = ValueStatus.Withdrawn,
    };

    private readonly TableRows _rows;
    private readonly TableFormat _format;
    private readonly TableFaultList _faults;
    private readonly TableColumns _columns;
    private readonly int[] _places;
    private readonly List<IndicatorValue> _values = [];
    private readonly List<int> _lines = [];
    private readonly Dictionary<IndicatorKey, int> _seen = [];

    public IndicatorTableReading(TableRows rows, TableForm form, string fileName)
    {
        (_rows, _format, _faults) = (rows, form.Format, new(fileName));
        _columns = new(rows, form, _faults);
        _places = [.. IndicatorTable.Columns.Select(name => name is "sex" or "part" or "status" or "count" && !rows.Columns.Contains(name) ? -1 : _columns.Place(name))];
    }

    public IndicatorTable Read()
    {
        var before = _faults.HasErrors;
        while (!before && _columns.Next())
            ReadRow(_rows.Line);
        if (_rows.Broken is { } broken)
            _faults.Add(broken);
        return new(_values, _lines, _format, _faults.ByLine());
    }

    private TableCell Cell(int column) => _places[column] < 0 ? TableCell.Empty : _rows.Cell(_places[column]);

    private void ReadRow(int line)
    {
        var before = _faults.Count;
        for (var column = 0; column < 4; column++)
        {
            if (Cell(column).IsEmpty)
                _faults.Add("indicators.cell-missing", line, "", ("column", IndicatorTable.Columns[column]));
            else if (Cell(column).Text.Length > LongestText || Cell(column).Text.Any(char.IsControl))
                _faults.Add("indicators.too-long", line, Cell(column).Text, ("column", IndicatorTable.Columns[column]), ("most", $"{LongestText}"));
        }

        if (Cell(0).Text is { Length: > 0 } source && !source.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'))
            _faults.Add("indicators.not-a-source", line, source);
        if (Cell(5).Text.Length > LongestText)
            _faults.Add("indicators.too-long", line, Cell(5).Text, ("column", "part"), ("most", $"{LongestText}"));
        var period = PeriodOf(Cell(3));
        if (period is null && !Cell(3).IsEmpty)
            _faults.Add("indicators.not-a-period", line, Cell(3).Text);
        if (!s_sexes.TryGetValue(Cell(4).Text, out var sex))
            _faults.Add("indicators.not-a-sex", line, Cell(4).Text);
        var (value, status) = ReadValue(line);
        int? count = null;
        if (Cell(8) is { IsEmpty: false } many)
        {
            if (int.TryParse(many.Text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var members))
                count = members;
            else
                _faults.Add("indicators.not-a-count", line, many.Text);
        }

        if (_faults.Count > before || period is not { } of)
            return;
        var key = new IndicatorKey(Cell(0).Text, Cell(1).Text, Cell(2).Text, of, sex, Cell(5).Text);
        if (!_seen.TryAdd(key, line))
        {
            _faults.Add("indicators.twice", line, $"{key.Code} {key.Place} {of}", ("first", $"{_seen[key]}"));
            return;
        }

        _values.Add(new(key, value, status, count));
        _lines.Add(line);
    }

    /// <summary>The value and its status; a value without status is told, and an empty cell without status is missing, never zero.</summary>
    private (decimal? Value, ValueStatus Status) ReadValue(int line)
    {
        decimal? value = null;
        var known = true;
        if (Cell(6) is { IsEmpty: false } cell)
        {
            if (IndicatorNumber.TryRead(cell, out var read))
                value = read;
            else
                _faults.Add("indicators.not-a-number", line, cell.Text, ("decimals", $"{IndicatorNumber.MostDecimals}"));
            known = value is not null;
        }

        if (Cell(7).IsEmpty)
            return (value, value is null ? ValueStatus.Missing : ValueStatus.Told);
        if (!s_statuses.TryGetValue(Cell(7).Text, out var status))
            _faults.Add("indicators.not-a-status", line, Cell(7).Text);
        else if (known && value is null == (status == ValueStatus.Told))
            _faults.Add("indicators.value-and-status", line, Cell(7).Text);
        return (value, status);
    }

    private static Period? PeriodOf(TableCell cell) =>
        cell.Day is { } day ? new Period(Month.Of(day), Month.Of(day)) : Period.TryParse(cell.Text, out var period) && period.From.Year is > 1700 and < 2200 && period.To.Year < 2200 ? period : null;
}
