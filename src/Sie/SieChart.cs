namespace Styrkedja.Sie;

/// <summary>The accounts, dimensions and objects of a file while it is read: codes as numbers, and what the records tell about each.</summary>
internal sealed class SieChart(SieDimensions numbers)
{
    private readonly List<AccountNote> _accounts = [];
    private readonly Dictionary<int, SieDimensionNote> _dimensions = [];
    private readonly SieDimensionNote?[] _low = new SieDimensionNote?[64];

    public SieCodes AccountCodes { get; } = new();

    public IEnumerable<SieDimensionNote> DimensionNotes => _dimensions.Values;

    /// <summary>The number of an account, noting where it was first met.</summary>
    public int Account(ReadOnlySpan<byte> code, int line) => Note(AccountCodes.Number(code), line);

    /// <inheritdoc cref="Account(ReadOnlySpan{byte}, int)"/>
    public int Account(ulong head, int length, int line) => Note(AccountCodes.Number(head, length), line);

    private int Note(int number, int line)
    {
        if (number == _accounts.Count)
            _accounts.Add(new AccountNote { FirstLine = line });
        return number;
    }

    public AccountNote AccountNote(int number) => _accounts[number];

    /// <summary>A dimension, made up when it was not met before.</summary>
    public SieDimensionNote Dimension(int number, int line)
    {
        if (number >= 0 && number < _low.Length && _low[number] is { } known)
            return known;
        if (_dimensions.TryGetValue(number, out var note))
            return note;
        note = new SieDimensionNote(number, line, Column(number));
        _dimensions.Add(number, note);
        if (number >= 0 && number < _low.Length)
            _low[number] = note;
        return note;
    }

    public IReadOnlyList<SieAccount> Accounts(SieEncoding encoding)
    {
        var accounts = new SieAccount[_accounts.Count];
        for (var i = 0; i < accounts.Length; i++)
        {
            var note = _accounts[i];
            accounts[i] = new SieAccount(
                SieCharacters.Decode(AccountCodes[i], encoding), note.Name, note.Type, note.Unit, note.Sru ?? (IReadOnlyList<string>)[], note.Line);
        }

        return accounts;
    }

    public IReadOnlyList<SieDimension> Dimensions(SieEncoding encoding) =>
        [.. _dimensions.Values.OrderBy(d => d.Number).Select(d => d.Dimension(encoding))];

    private SieColumn Column(int number) =>
        number == numbers.CostCentre ? SieColumn.CostCentre
        : number == numbers.Project ? SieColumn.Project
        : number == numbers.Activity ? SieColumn.Activity
        : number == numbers.Counterparty ? SieColumn.Counterparty
        : SieColumn.None;
}

/// <summary>Which column of the rows a dimension fills.</summary>
internal enum SieColumn { None, CostCentre, Project, Activity, Counterparty }

/// <summary>What the records tell about an account.</summary>
internal sealed class AccountNote
{
    public int FirstLine { get; init; }

    public int Line { get; set; }

    public string? Name { get; set; }

    public char? Type { get; set; }

    public string? Unit { get; set; }

    public List<string>? Sru { get; set; }
}

/// <summary>What the records tell about a dimension and its objects.</summary>
internal sealed class SieDimensionNote(int number, int firstLine, SieColumn column)
{
    private readonly List<(int FirstLine, int Line, string? Name)> _objects = [];

    public int Number => number;

    public int FirstLine => firstLine;

    public SieColumn Column => column;

    public SieCodes Codes { get; } = new();

    public int Line { get; private set; }

    public string? Name { get; private set; }

    public int? Superior { get; private set; } = number == 2 ? 1 : null;

    public void Declare(int line, string? name, int? superior)
    {
        Line = line;
        Name = name;
        Superior = superior ?? Superior;
    }

    public int Object(ReadOnlySpan<byte> code, int line) => Note(Codes.Number(code), line);

    public int Object(ulong head, int length, int line) => Note(Codes.Number(head, length), line);

    private int Note(int number, int line)
    {
        if (number == _objects.Count)
            _objects.Add((line, 0, null));
        return number;
    }

    public int DeclaredLine(int objectNumber) => _objects[objectNumber].Line;

    public int FirstLineOf(int objectNumber) => _objects[objectNumber].FirstLine;

    public void DeclareObject(int objectNumber, int line, string? name) =>
        _objects[objectNumber] = (_objects[objectNumber].FirstLine, line, name);

    public SieDimension Dimension(SieEncoding encoding)
    {
        var objects = new SieObject[_objects.Count];
        for (var i = 0; i < objects.Length; i++)
            objects[i] = new SieObject(SieCharacters.Decode(Codes[i], encoding), _objects[i].Name, _objects[i].Line);
        return new SieDimension(number, Name ?? SieDimension.ReservedName(number) ?? $"Dimension {number}", Superior, objects, Line);
    }
}
