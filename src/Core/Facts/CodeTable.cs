namespace Styrkedja.Facts;

/// <summary>One table of text codes and the numbers that stand for them in columns; the empty code is number 0 and means none.</summary>
/// <remarks>One at a time may add codes while others read: a number once given keeps its code.</remarks>
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
            lock (_numbers)
            {
                number = _codes.Count;
                _codes.Add(code);
                _numbers[code] = number;
            }
        }

        return number;
    }

    /// <summary>The number of a code, or -1 when no cell has it.</summary>
    public int Find(string code)
    {
        lock (_numbers)
            return _numbers.GetValueOrDefault(code, -1);
    }
}
