namespace Styrkedja.Formats.Tables;

/// <summary>Where the columns that a description names stand in a table, and which of its rows are to be read.</summary>
internal sealed class TableColumns
{
    private readonly TableRows _rows;
    private readonly TableFaultList _faults;
    private readonly int _headingLine;
    private readonly List<(int Column, LeftOut Test)> _leaveOut = [];

    public TableColumns(TableRows rows, TableForm form, TableFaultList faults)
    {
        (_rows, _faults) = (rows, faults);
        _headingLine = form.SkipRows + 1;
        foreach (var test in form.LeaveOut)
            _leaveOut.Add((Place(test.Column), test));
    }

    /// <summary>The place of a column, or -1 when none is named; a name that the table lacks or has twice is told.</summary>
    public int Place(string? name)
    {
        if (name is null || _rows.Broken is not null)
            return -1;
        var found = -1;
        for (var i = 0; i < _rows.Columns.Count; i++)
        {
            if (!string.Equals(_rows.Columns[i], name, StringComparison.Ordinal))
                continue;
            if (found >= 0)
            {
                _faults.Add("table.column-twice", _headingLine, name);
                return -1;
            }

            found = i;
        }

        if (found < 0)
            _faults.Add("table.column-missing", _headingLine, name, ("columns", string.Join(", ", _rows.Columns.Where(c => c.Length > 0))));
        return found;
    }

    /// <summary>Goes to the next row that is a fact: empty rows and those the description leaves out are passed over, and a row with too many cells is told.</summary>
    public bool Next()
    {
        while (_rows.Read())
        {
            if (IsEmpty() || _leaveOut.Exists(l => l.Test.Holds(_rows.Cell(l.Column).Text)))
                continue;
            if (_rows.Cells > _rows.Columns.Count)
            {
                _faults.Add("table.too-many-cells", _rows.Line, $"{_rows.Cells}", ("columns", $"{_rows.Columns.Count}"));
                continue;
            }

            return true;
        }

        return false;
    }

    private bool IsEmpty()
    {
        for (var i = 0; i < _rows.Cells; i++)
        {
            if (!_rows.Cell(i).IsEmpty)
                return false;
        }

        return true;
    }
}
