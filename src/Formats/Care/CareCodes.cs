using System.Collections;
using System.Text;

namespace Styrkedja.Formats.Care;

/// <summary>The codes of one column in the order they were first seen. A code seen before is found again without making a text of it.</summary>
internal sealed class CareCodes : IReadOnlyList<string>
{
    private const ulong Offset = 14695981039346656037, Prime = 1099511628211;
    private const int FirstSize = 256;

    private readonly List<string> _codes = [];
    private readonly List<byte[]> _utf8 = [];
    private int[] _slots = new int[FirstSize];

    public int Count => _codes.Count;

    public string this[int index] => _codes[index];

    public IEnumerator<string> GetEnumerator() => _codes.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The place of a code, or -1 when it has not been seen.</summary>
    public int Find(ReadOnlySpan<byte> code)
    {
        for (var slot = Slot(code); ; slot = (slot + 1) & (_slots.Length - 1))
        {
            if (_slots[slot] == 0)
                return -1;
            if (code.SequenceEqual(_utf8[_slots[slot] - 1]))
                return _slots[slot] - 1;
        }
    }

    /// <summary>Adds a code that has not been seen, and returns its place.</summary>
    public int Add(ReadOnlySpan<byte> code)
    {
        _codes.Add(Encoding.UTF8.GetString(code));
        _utf8.Add(code.ToArray());
        if (_codes.Count * 2 > _slots.Length)
        {
            _slots = new int[_slots.Length * 2];
            for (var i = 0; i < _utf8.Count; i++)
                Place(i);
        }
        else
        {
            Place(_codes.Count - 1);
        }

        return _codes.Count - 1;
    }

    private void Place(int index)
    {
        var slot = Slot(_utf8[index]);
        while (_slots[slot] != 0)
            slot = (slot + 1) & (_slots.Length - 1);
        _slots[slot] = index + 1;
    }

    private int Slot(ReadOnlySpan<byte> code)
    {
        var hash = Offset;
        foreach (var letter in code)
            hash = unchecked((hash ^ letter) * Prime);
        return unchecked((int)(hash ^ (hash >> 32))) & (_slots.Length - 1);
    }
}
