namespace Styrkedja.Facts;

/// <summary>One table of text codes and the numbers that stand for them in columns; the empty code is number 0 and means none.</summary>
public sealed class CodeTable
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly List<string> _codes = [""];

    public int Count => _codes.Count;

    public IReadOnlyList<string> Codes => _codes;

    public string this[int number] => _codes[number];

    public int NumberOf(string code)
    {
        if (!_numbers.TryGetValue(code, out var number))
        {
            _numbers[code] = number = _codes.Count;
            _codes.Add(code);
        }

        return number;
    }

    /// <summary>The number of a code, or -1 when no cell has it.</summary>
    public int Find(string code) => _numbers.GetValueOrDefault(code, -1);
}
