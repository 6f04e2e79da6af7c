using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Styrkedja.Formats.Journal;

/// <summary>A value within the bytes of an entry as it is read back: a text, a number, a mark, a list or a mapping.</summary>
/// <remarks>Good only while its entry is being read, for the reader's memory is used again for the next. A value that is not of the kind asked for is told as a
/// <see cref="FormatException"/>: the bytes were whole when they were written.</remarks>
public readonly struct JournalValue
{
    private readonly EntryText? _text;
    private readonly int _at;

    internal JournalValue(EntryText text, int at) => (_text, _at) = (text, at);

    /// <summary>False for a member that was left out.</summary>
    public bool IsThere => _text is not null;

    public bool IsMapping => Kind == JsonTokenType.StartObject;

    /// <summary>How many items a list has.</summary>
    public int Count
    {
        get
        {
            var count = 0;
            foreach (var _ in Items())
                count++;
            return count;
        }
    }

    private JsonTokenType Kind => _text is null ? JsonTokenType.None : _text[_at].Kind;

    private ReadOnlySpan<byte> Bytes => _text!.BytesOf(_at);

    /// <summary>A member of a mapping that must be there.</summary>
    public JournalValue this[string name] => Find(name) is { IsThere: true } value ? value : throw new FormatException($"The entry lacks {name}.");

    /// <summary>A member of a mapping, which may have been left out.</summary>
    public JournalValue Find(string name)
    {
        Demand(JsonTokenType.StartObject);
        for (int at = _at + 1, end = _text![_at].Next; at < end; at = _text[at].Next)
        {
            if (_text[at].NameLength == name.Length && Ascii.Equals(_text.NameOf(at), name))
                return _text[at].Kind == JsonTokenType.Null ? default : new(_text, at);
        }

        return default;
    }

    /// <summary>The items of a list.</summary>
    public Enumerator Items()
    {
        Demand(JsonTokenType.StartArray);
        return new(_text!, _at);
    }

    /// <summary>The members of a mapping by name.</summary>
    public IEnumerable<KeyValuePair<string, JournalValue>> Members()
    {
        Demand(JsonTokenType.StartObject);
        for (int at = _at + 1, end = _text![_at].Next; at < end; at = _text[at].Next)
            yield return new(_text.NameTextOf(at), new(_text, at));
    }

    /// <summary>Reads every item of a list.</summary>
    public T[] ToArray<T>(Func<JournalValue, T> read)
    {
        var (items, at) = (Count is var count and > 0 ? new T[count] : [], 0);
        foreach (var item in Items())
            items[at++] = read(item);
        return items;
    }

    /// <summary>A value that many entries give again, as the one object that was made when it was met lately.</summary>
    public T Shared<T>(T value)
        where T : class => _text is null ? value : _text.Shared(value);

    /// <summary>The text of a member, or nothing when it was left out.</summary>
    public string? TextOrNothing() => IsThere ? (string)this : null;

    public static explicit operator string(JournalValue value)
    {
        value.Demand(JsonTokenType.String);
        return value._text!.TextOf(value._at);
    }

    public static explicit operator long(JournalValue value)
    {
        value.Demand(JsonTokenType.Number);
        return Utf8Parser.TryParse(value.Bytes, out long number, out var used) && used == value.Bytes.Length ? number : throw new FormatException($"The entry has {value} where a whole number stands.");
    }

    public static explicit operator int(JournalValue value) =>
        (long)value is var number and >= int.MinValue and <= int.MaxValue ? (int)number : throw new FormatException($"The entry has {value} where a smaller number stands.");

    public static explicit operator bool(JournalValue value) => value.Kind switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw new FormatException($"The entry has {value} where true or false stands."),
    };

    /// <summary>A day, 2017-01-01.</summary>
    public DateOnly ToDay()
    {
        Demand(JsonTokenType.String);
        var bytes = Bytes;
        return bytes.Length == 10 && bytes[4] == '-' && bytes[7] == '-' && Digits(bytes[..4]) is var year and > 0 && Digits(bytes[5..7]) is var month and >= 1 and <= 12
            && Digits(bytes[8..]) is var day and >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new(year, month, day)
            : throw new FormatException($"The entry has {this} where a day stands.");
    }

    /// <summary>A moment of whole seconds, 2017-01-01T12:00:00Z.</summary>
    public DateTimeOffset ToMoment()
    {
        Demand(JsonTokenType.String);
        var bytes = Bytes;
        if (bytes.Length == 20 && bytes[4] == '-' && bytes[7] == '-' && bytes[10] == 'T' && bytes[13] == ':' && bytes[16] == ':' && bytes[19] == 'Z'
            && Digits(bytes[..4]) is var year and > 0 && Digits(bytes[5..7]) is var month and >= 1 and <= 12 && Digits(bytes[8..10]) is var day and >= 1 && day <= DateTime.DaysInMonth(year, month)
            && Digits(bytes[11..13]) is var hour and >= 0 and < 24 && Digits(bytes[14..16]) is var minute and >= 0 and < 60 && Digits(bytes[17..19]) is var second and >= 0 and < 60)
            return new(year, month, day, hour, minute, second, TimeSpan.Zero);
        throw new FormatException($"The entry has {this} where a moment stands.");
    }

    /// <summary>The value as it lies, for whoever looks at what is wrong.</summary>
    public override string ToString() => IsThere ? Encoding.UTF8.GetString(Bytes) : "nothing";

    private void Demand(JsonTokenType kind)
    {
        if (Kind != kind)
            throw new FormatException($"The entry has {this} where it has another kind of value.");
    }

    /// <summary>The number that digits make, or -1 when one is no digit.</summary>
    private static int Digits(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
                return -1;
            number = (number * 10) + digit - '0';
        }

        return number;
    }

    /// <summary>Goes through the items of a list.</summary>
    public struct Enumerator
    {
        private readonly EntryText _text;
        private readonly int _end;
        private int _next;
        private int _at;

        internal Enumerator(EntryText text, int list) => (_text, _next, _end, _at) = (text, list + 1, text[list].Next, -1);

        public readonly JournalValue Current => new(_text, _at);

        public readonly Enumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_next >= _end)
                return false;
            _at = _next;
            _next = _text[_at].Next;
            return true;
        }
    }
}
