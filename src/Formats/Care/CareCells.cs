using System.Buffers.Text;
using System.Text;
using Styrkedja.Formats.Tables;
using Styrkedja.Provenance;

namespace Styrkedja.Formats.Care;

/// <summary>Reads the cells of a table of care as what they are meant to be, and tells each that is not.</summary>
/// <remarks>What is told of a fault never repeats what looks like a personal identity number, in whatever column it stood.</remarks>
internal sealed class CareCells
{
    private const string Masked = "••••••••-••••";
    private const int OldestYear = 1900, LatestYear = 2199;
    private const int HashDigits = 16;

    private readonly CareRows _rows;
    private readonly IReadOnlyList<CareColumn> _columns;
    private readonly TableFaultList _faults;
    private readonly int[] _places;

    public CareCells(CareRows rows, IReadOnlyList<CareColumn> columns, string fileName)
    {
        (_rows, _columns, _faults) = (rows, columns, new(fileName));
        _places = [.. columns.Select(_ => -1)];
        if (rows.Broken is null)
            FindColumns();
        IsHeaded = !HasErrors;
    }

    /// <summary>False when the heading is not as it must be; then every row would be wrong, and that is told once.</summary>
    public bool IsHeaded { get; }

    public bool HasErrors => _faults.HasErrors || _rows.Broken is not null;

    /// <summary>How many faults are known, so that a row can see whether it has any.</summary>
    public int Faults { get; private set; }

    public int Line => _rows.Line;

    public IReadOnlyList<Fault> ByLine() => _rows.Broken is { } broken ? [.. _faults.ByLine(), broken] : _faults.ByLine();

    /// <summary>Goes to the next row that has as many cells as the heading.</summary>
    public bool Next()
    {
        while (_rows.Read())
        {
            if (_rows.Cells == _rows.Columns.Count)
                return true;
            Add("care.cells", $"{_rows.Cells}", ("columns", $"{_rows.Columns.Count}"));
        }

        return false;
    }

    /// <summary>The keyed hash of a cell; zero when it is empty and may be.</summary>
    public ulong Hash(int column)
    {
        var cell = Cell(column);
        if (cell.IsEmpty)
        {
            if (_columns[column].Filled)
                Missing(column);
            return 0;
        }

        if (PersonalNumber.LooksLike(cell))
            Add("care.personal-number", Masked, ("column", _columns[column].Name));
        else if (cell.Length != HashDigits || !Utf8Parser.TryParse(cell, out ulong hash, out var used, 'x') || used != HashDigits || hash == 0)
            Wrong("care.not-a-hash", column, cell);
        else
            return hash;
        return 0;
    }

    /// <summary>The day of a cell as <see cref="DateOnly.DayNumber"/>, or nothing.</summary>
    public int? Day(int column)
    {
        var cell = Cell(column);
        if (cell.IsEmpty)
        {
            if (_columns[column].Filled)
                Missing(column);
            return null;
        }

        if (cell.Length == 10 && cell[4] == '-' && cell[7] == '-' && Digits(cell[..4]) is >= OldestYear and <= LatestYear and var year && Digits(cell[5..7]) is >= 1 and <= 12 and var month
            && Digits(cell[8..]) is >= 1 and var day && day <= DateTime.DaysInMonth(year, month))
            return new DateOnly(year, month, day).DayNumber;
        Wrong("care.not-a-day", column, cell);
        return null;
    }

    /// <summary>The place of a cell among the codes of its column; the empty code is one too where the column may be empty.</summary>
    /// <param name="fault">What is told of a cell that is no code.</param>
    public int Code(int column, CareCodes codes, Func<string, bool> isCode, string fault, int most)
    {
        var cell = Cell(column);
        if (cell.IsEmpty && _columns[column].Filled)
        {
            Missing(column);
            return 0;
        }

        var place = codes.Find(cell);
        if (place >= 0)
            return place;
        if (PersonalNumber.LooksLike(cell))
            Add("care.personal-number", Masked, ("column", _columns[column].Name));
        else if (!cell.IsEmpty && (!Utf8(cell, out var text) || !isCode(text)))
            Wrong(fault, column, cell);
        else if (codes.Count > most)
            Add("care.too-many-codes", Shown(cell), ("column", _columns[column].Name), ("most", $"{most + 1}"));
        else
            return codes.Add(cell);
        return 0;
    }

    /// <summary>What a word of a closed list means; the first of the list's meanings when the cell is empty and may be.</summary>
    public T Word<T>(int column, IReadOnlyDictionary<string, T> words, CareCodes seen, List<T> meanings, string fault)
        where T : struct
    {
        var cell = Cell(column);
        if (cell.IsEmpty)
        {
            if (_columns[column].Filled)
                Missing(column);
            return default;
        }

        var place = seen.Find(cell);
        if (place >= 0)
            return meanings[place];
        if (Utf8(cell, out var text) && words.TryGetValue(text, out var meaning))
        {
            seen.Add(cell);
            meanings.Add(meaning);
            return meaning;
        }

        Wrong(fault, column, cell);
        return default;
    }

    /// <summary>A number that is not negative, in whole units of its last decimal; <paramref name="empty"/> when nothing stands there and nothing may.</summary>
    public long Number(int column, int decimals, long most, long empty, string fault)
    {
        var cell = Cell(column);
        if (cell.IsEmpty)
        {
            if (_columns[column].Filled)
                Missing(column);
            return empty;
        }

        if (Units(cell, decimals) is { } units && units <= most)
            return units;
        Wrong(fault, column, cell, ("decimals", $"{decimals}"));
        return empty;
    }

    /// <summary>The text of a cell that few rows have.</summary>
    public string Text(int column)
    {
        var cell = Cell(column);
        if (cell.IsEmpty)
            Missing(column);
        return Utf8(cell, out var text) ? text : "";
    }

    public void Add(string code, string found, params (string Name, string Value)[] arguments)
    {
        Faults++;
        _faults.Add(code, _rows.Line, found, arguments);
    }

    public void Wrong(string code, int column, ReadOnlySpan<byte> cell, params (string Name, string Value)[] arguments) => Add(code, Shown(cell), [("column", _columns[column].Name), .. arguments]);

    private ReadOnlySpan<byte> Cell(int column) => _places[column] < 0 ? default : _rows.Cell(_places[column]);

    private void Missing(int column) => Add("care.cell-missing", "", ("column", _columns[column].Name));

    private void FindColumns()
    {
        for (var i = 0; i < _rows.Columns.Count; i++)
        {
            var name = _rows.Columns[i];
            var column = Enumerable.Range(0, _columns.Count).Where(c => _columns[c].Name == name).Select(c => (int?)c).FirstOrDefault();
            if (column is not { } known)
                _faults.Add("care.column-unknown", _rows.Line, Shown(Encoding.UTF8.GetBytes(name)), ("columns", string.Join(", ", _columns.Select(c => c.Name))));
            else if (_places[known] >= 0)
                _faults.Add("care.column-twice", _rows.Line, name);
            else
                _places[known] = i;
        }

        foreach (var (column, _) in _columns.Zip(_places).Where(c => c is { First.Needed: true, Second: < 0 }))
            _faults.Add("care.column-missing", _rows.Line, column.Name, ("columns", string.Join(", ", _rows.Columns)));
    }

    private static string Shown(ReadOnlySpan<byte> cell) => PersonalNumber.LooksLike(cell) ? Masked : Encoding.UTF8.GetString(cell);

    private static bool Utf8(ReadOnlySpan<byte> cell, out string text)
    {
        text = Encoding.UTF8.GetString(cell);
        return !text.Contains('\uFFFD', StringComparison.Ordinal);
    }

    private static int? Digits(ReadOnlySpan<byte> cell)
    {
        var value = 0;
        foreach (var letter in cell)
        {
            if (!char.IsAsciiDigit((char)letter))
                return null;
            value = (value * 10) + letter - '0';
        }

        return value;
    }

    private static long? Units(ReadOnlySpan<byte> cell, int decimals)
    {
        var (units, after) = (0L, -1);
        foreach (var letter in cell)
        {
            if (letter is (byte)',' or (byte)'.' && after < 0 && decimals > 0)
            {
                after = 0;
                continue;
            }

            if (!char.IsAsciiDigit((char)letter) || after == decimals || units > long.MaxValue / 100)
                return null;
            units = (units * 10) + letter - '0';
            if (after >= 0)
                after++;
        }

        // No digit on either side of the sign is no number.
        if (after == 0 || cell[0] is (byte)',' or (byte)'.')
            return null;
        for (var i = Math.Max(after, 0); i < decimals; i++)
            units = checked(units * 10);
        return units;
    }
}
