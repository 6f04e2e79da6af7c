using System.Globalization;
using System.Text.RegularExpressions;
using Styrkedja.Formats.Tables;
using Styrkedja.Provenance;

namespace Styrkedja.Formats.Offices;

/// <summary>One reading of a file of offices.</summary>
internal sealed partial class OfficeFeedReading
{
    private const int HeadingLine = 1;

    private readonly TableRows _rows;
    private readonly TableFaultList _faults;
    private readonly string _file;
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<FedOffice> _offices = [];
    private readonly List<Place> _lines = [];
    private readonly Dictionary<string, (FedOffice Office, int Line)> _people = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Person, string Function, string Unit, string? Office), List<(FedOffice Office, int Line)>> _held = [];

    public OfficeFeedReading(TableRows rows, string fileName)
    {
        (_rows, _file) = (rows, fileName);
        _faults = new(fileName);
        if (rows.Broken is null)
            ReadHeading();
    }

    public OfficeFeed Read()
    {
        var heading = !_faults.HasErrors;
        while (heading && _rows.Read())
        {
            if (Enumerable.Range(0, _rows.Cells).Any(i => !_rows.Cell(i).IsEmpty))
                ReadRow(_rows.Line);
        }

        if (_rows.Broken is { } broken)
            _faults.Add(broken.Code switch
            {
                "table.encoding" => Fault.Error("offices.encoding", broken.Place, broken.Found),
                "table.empty" => Fault.Error("offices.empty", broken.Place, ""),
                _ => broken,
            });
        else if (heading && _offices.Count == 0 && !_faults.HasErrors)
            _faults.Add(Fault.Error("offices.empty", new(_file), ""));
        return new(_offices, _lines, _faults.ByLine());
    }

    /// <summary>The most characters that a cell may have.</summary>
    public static int Longest(string column) => column is "name" or "email" or "title" ? 200 : 128;

    private void ReadHeading()
    {
        for (var i = 0; i < _rows.Columns.Count; i++)
        {
            var name = _rows.Columns[i];
            if (!Array.Exists(OfficeFeed.Columns, c => c.Name == name))
                _faults.Add("offices.column-unknown", HeadingLine, name, ("columns", string.Join(", ", OfficeFeed.Columns.Select(c => c.Name))));
            else if (!_places.TryAdd(name, i))
                _faults.Add("offices.column-twice", HeadingLine, name);
        }

        foreach (var missing in OfficeFeed.Columns.Where(c => c.Required && !_places.ContainsKey(c.Name)))
            _faults.Add("offices.column-missing", HeadingLine, missing.Name);
    }

    private void ReadRow(int line)
    {
        if (_rows.Cells > _rows.Columns.Count)
        {
            _faults.Add("offices.too-many-cells", line, $"{_rows.Cells}", ("columns", $"{_rows.Columns.Count}"));
            return;
        }

        var whole = true;
        foreach (var (name, required, _) in OfficeFeed.Columns)
        {
            var text = Cell(name);
            if (required && text.Length == 0)
                Wrong("offices.cell-missing", name, ("column", name));
            else if (text.Length > Longest(name))
                Wrong("offices.too-long", text, ("column", name), ("most", $"{Longest(name)}"));
        }

        var (person, function, email) = (Cell("person"), Cell("function"), Cell("email"));
        if (LooksLikePersonalNumber(person))
            // What must not be in the file is not shown by the message either.
            Wrong("offices.personal-number", "");
        else if (person.Length > 0 && !Key().IsMatch(person))
            Wrong("offices.not-a-person", person);
        if (OfficeFeed.DecidedFunctions.Contains(function))
            Wrong("offices.decided-function", function);
        else if (function.Length > 0 && !OfficeFeed.Functions.Contains(function))
            Wrong("offices.function-unknown", function, ("functions", string.Join(", ", OfficeFeed.Functions)));
        if (email.Length > 0 && !Email().IsMatch(email))
            Wrong("offices.not-an-address", email);
        var (from, to) = (Day("from"), Day("to"));
        if (to < from)
            Wrong("offices.ends-before-it-begins", $"{Cell("from")} – {Cell("to")}");
        if (!whole)
            return;
        var office = new FedOffice(person, Told("name"), Told("email"), Cell("title"), Told("office"), function, Cell("unit"), from!.Value, to);
        if (Agrees(office, line))
        {
            _offices.Add(office);
            _lines.Add(new(_file, line));
        }

        void Wrong(string code, string found, params (string Name, string Value)[] arguments)
        {
            whole = false;
            _faults.Add(code, line, found, arguments);
        }

        DateOnly? Day(string column)
        {
            var text = Cell(column);
            if (text.Length == 0)
                return null;
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return day;
            Wrong("offices.not-a-day", text, ("column", column));
            return null;
        }
    }

    /// <summary>True when the row says nothing against the rows above it.</summary>
    private bool Agrees(FedOffice office, int line)
    {
        if (!_people.TryAdd(office.Person, (office, line)) && _people[office.Person] is var (first, firstLine) && (first.Name, first.Email) != (office.Name, office.Email))
        {
            _faults.Add("offices.person-told-apart", line, office.Person, ("first", $"{firstLine}"));
            return false;
        }

        var key = (office.Person, office.Function, office.Unit, office.Office);
        if (!_held.TryGetValue(key, out var held))
            _held[key] = held = [];
        foreach (var (other, otherLine) in held)
        {
            if (office.From > (other.To ?? DateOnly.MaxValue) || other.From > (office.To ?? DateOnly.MaxValue))
                continue;
            _faults.Add("offices.twice", line, $"{office.Person} {office.Function} {office.Unit}", ("first", $"{otherLine}"));
            return false;
        }

        held.Add((office, line));
        return true;
    }

    private string Cell(string column) => _places.TryGetValue(column, out var place) ? _rows.Cell(place).Text : "";

    private string? Told(string column) => Cell(column) is { Length: > 0 } text ? text : null;

    /// <summary>True for ten or twelve digits that begin with a day and whose last agrees with the others (modulus 10), with or without a sign before the last four.</summary>
    private static bool LooksLikePersonalNumber(string text)
    {
        if (!PersonalNumber().IsMatch(text))
            return false;
        var digits = string.Concat(text.Where(char.IsAsciiDigit))[^10..];
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var weighed = (digits[i] - '0') * (i % 2 == 0 ? 2 : 1);
            sum += (weighed / 10) + (weighed % 10);
        }

        return sum % 10 == 0;
    }

    // A coordination number has sixty added to its day.
    [GeneratedRegex(@"^(?:[0-9]{2})?[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01]|6[1-9]|[78][0-9]|9[01])[-+]?[0-9]{4}$")]
    private static partial Regex PersonalNumber();

    [GeneratedRegex(@"^[^\s\p{C}]+$")]
    private static partial Regex Key();

    [GeneratedRegex(@"^[^\s@]+@[^\s@]+\.[^\s@]+$")]
    private static partial Regex Email();
}
