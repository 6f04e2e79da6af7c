using System.Globalization;
using Styrkedja.Calendar;
using Styrkedja.Facts;
using Styrkedja.Provenance;

namespace Styrkedja.Formats.Tables;

/// <summary>Staff read from a table by its description, with every fault found.</summary>
/// <param name="Faults">An error among them means that nothing may be taken in.</param>
public sealed record StaffTable(StaffRows Rows, TableFormat Format, IReadOnlyList<Fault> Faults)
{
    public bool Refused => Faults.Any(f => f.Severity == Severity.Error);

    /// <summary>Reads a table of staff to its end; a row with a fault is told and left out.</summary>
    public static StaffTable Read(TableRows rows, StaffMapping mapping, string fileName) => new StaffTableReading(rows, mapping, fileName).Read();
}

/// <summary>One reading of a table of staff.</summary>
internal sealed class StaffTableReading
{
    private const long Most = 1_000_000_000_000;

    private readonly TableRows _rows;
    private readonly StaffMapping _mapping;
    private readonly TableFaultList _faults;
    private readonly TableColumns _columns;
    private readonly TableNumber _number;
    private readonly int _subject, _month;
    private readonly int[] _places;
    private readonly List<int> _line = [], _months = [];
    private readonly List<string> _subjects = [];
    private readonly List<long>[] _values = [.. StaffRows.Columns.Select(_ => new List<long>())];
    private readonly Dictionary<(string Subject, int Month), int> _seen = [];

    public StaffTableReading(TableRows rows, StaffMapping mapping, string fileName)
    {
        (_rows, _mapping) = (rows, mapping);
        _faults = new(fileName);
        _columns = new(rows, mapping.Form, _faults);
        _number = new(mapping.Form.Decimal, mapping.Form.Thousands);
        (_subject, _month) = (_columns.Place(mapping.Subject), _columns.Place(mapping.Month));
        _places = [.. StaffRows.Columns.Select(c => _columns.Place(mapping.Columns.GetValueOrDefault(c)))];
    }

    public StaffTable Read()
    {
        var before = _faults.HasErrors;
        while (!before && _columns.Next())
            ReadRow(_rows.Line);
        if (_rows.Broken is { } broken)
            _faults.Add(broken);
        return new(new([.. _line], [.. _subjects], [.. _months], [.. _values.Select(v => v.ToArray())]), _mapping.Form.Format, _faults.ByLine());
    }

    private void ReadRow(int line)
    {
        var subject = _rows.Cell(_subject).Text;
        if (subject.Length == 0)
            _faults.Add("table.subject-missing", line, "", ("column", _mapping.Subject));
        var month = MonthOf(_rows.Cell(_month));
        if (_rows.Cell(_month).IsEmpty)
            _faults.Add("table.month-missing", line, "", ("column", _mapping.Month));
        else if (month is null)
            _faults.Add("table.not-a-month", line, _rows.Cell(_month).Text, ("form", _mapping.MonthForm));
        var values = new long[_places.Length];
        var whole = subject.Length > 0 && month is not null;
        foreach (var column in StaffRows.Columns)
            whole &= ReadValue(column, line, out values[(int)column]);
        if (!whole || month is not { } of)
            return;
        if (!_seen.TryAdd((subject, of.Index), line))
        {
            _faults.Add("table.staff-twice", line, $"{subject} {of}", ("first", $"{_seen[(subject, of.Index)]}"));
            return;
        }

        if (_mapping.HoursPerFullTime is { } full && values[(int)StaffColumn.AgencyHours] is var hours && hours != StaffRows.None)
            values[(int)StaffColumn.AgencyFullTimeEquivalents] = (long)Math.Round(hours * 10m / full, MidpointRounding.AwayFromZero);
        if (values[(int)StaffColumn.SickLeaveHours] == StaffRows.None != (values[(int)StaffColumn.OrdinaryHours] == StaffRows.None))
        {
            _faults.Add("table.sick-leave-half-told", line, $"{subject} {of}");
            return;
        }

        if (values.All(v => v == StaffRows.None))
            return;
        _line.Add(line);
        _subjects.Add(subject);
        _months.Add(of.Index);
        for (var c = 0; c < values.Length; c++)
            _values[c].Add(values[c]);
    }

    private bool ReadValue(StaffColumn column, int line, out long value)
    {
        value = StaffRows.None;
        var place = _places[(int)column];
        if (place < 0)
            return true;
        var cell = _rows.Cell(place);
        var decimals = column switch
        {
            StaffColumn.Headcount => 0,
            StaffColumn.FullTimeEquivalents or StaffColumn.AgencyFullTimeEquivalents => 3,
            _ => 2,
        };
        var read = _number.Read(cell, decimals, out var units);
        if (read == NumberReading.Nothing)
            return true;
        if (read == NumberReading.Read && units is >= 0 and <= Most)
        {
            value = units;
            return true;
        }

        _faults.Add("table.not-a-staff-number", line, cell.Text, ("column", _mapping.Columns[column]), ("decimals", $"{decimals}"));
        return false;
    }

    private Month? MonthOf(TableCell cell)
    {
        if (cell.Day is { } day)
            return Month.Of(day);
        var form = _mapping.MonthForm;
        // A month is read as its first day, since a date must have one.
        var (text, of) = form.Contains('d') ? (cell.Text, form) : (cell.Text + "|01", form + "|dd");
        return DateOnly.TryParseExact(text, of, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? Month.Of(read) : null;
    }
}
