using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Styrkedja.Formats.Journal;

/// <summary>The bytes of one entry with the place of every value in them, found in one pass and used again for the next entry.</summary>
/// <remarks>Texts that come back (ids, words, titles), and names and sources made of them, are kept once and shared: tables of fixed size hold those met lately.</remarks>
internal sealed class EntryText
{
    private const int DeepestAllowed = 64;
    private const int LongestKept = 200;
    private const int TextsKept = 1 << 13;
    private const int ValuesKept = 1 << 11;

    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string?[] _texts = new string?[TextsKept];
    private readonly object?[] _values = new object?[ValuesKept];
    private readonly char[] _chars = new char[LongestKept];
    private readonly int[] _open = new int[DeepestAllowed + 1];
    private readonly int[] _latest = new int[DeepestAllowed + 1];
    private byte[] _bytes = new byte[4096];
    private EntryToken[] _tokens = new EntryToken[256];
    private int _count;

    public ref readonly EntryToken this[int at] => ref _tokens[at];

    /// <summary>Finds the values of an entry, and gives the outermost.</summary>
    /// <exception cref="JsonException">The bytes are no JSON.</exception>
    /// <exception cref="FormatException">A mapping names a member twice.</exception>
    public JournalValue Read(ReadOnlySpan<byte> canonicalBytes)
    {
        if (_bytes.Length < canonicalBytes.Length)
            _bytes = new byte[(int)BitOperations.RoundUpToPowerOf2((uint)canonicalBytes.Length)];
        canonicalBytes.CopyTo(_bytes);
        var reader = new Utf8JsonReader(_bytes.AsSpan(0, canonicalBytes.Length), new JsonReaderOptions { MaxDepth = DeepestAllowed });
        _count = 0;
        var (depth, nameStart, nameLength) = (0, 0, 0);
        while (reader.Read())
        {
            var kind = reader.TokenType;
            switch (kind)
            {
                case JsonTokenType.PropertyName:
                    (nameStart, nameLength) = ((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
                    RefuseTwice(depth, nameStart, nameLength);
                    break;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    _latest[depth] = _count;
                    _open[++depth] = _count;
                    _latest[depth] = -1;
                    Add(new(kind, nameStart, nameLength, (int)reader.TokenStartIndex, 1));
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    ref var opened = ref _tokens[_open[depth--]];
                    opened.Length = (int)reader.BytesConsumed - opened.Start;
                    opened.Next = _count;
                    break;
                default:
                    _latest[depth] = _count;
                    Add(new(kind, nameStart, nameLength, (int)reader.TokenStartIndex + (kind == JsonTokenType.String ? 1 : 0), reader.ValueSpan.Length));
                    break;
            }
        }

        return new(this, 0);
    }

    public ReadOnlySpan<byte> BytesOf(int at) => _bytes.AsSpan(_tokens[at].Start, _tokens[at].Length);

    public ReadOnlySpan<byte> NameOf(int at) => _bytes.AsSpan(_tokens[at].NameStart, _tokens[at].NameLength);

    public string NameTextOf(int at) => Text(NameOf(at));

    public string TextOf(int at) => Text(BytesOf(at));

    /// <summary>The value equal to this that was met lately, or this.</summary>
    public T Shared<T>(T value)
        where T : class
    {
        ref var kept = ref _values[value.GetHashCode() & (ValuesKept - 1)];
        if (kept is T met && met.Equals(value))
            return met;
        kept = value;
        return value;
    }

    private void Add(EntryToken token)
    {
        if (_count == _tokens.Length)
            Array.Resize(ref _tokens, 2 * _count);
        token.Next = _count + 1;
        _tokens[_count++] = token;
    }

    /// <summary>Members stand sorted, so only one that does not follow upon the one before can have been named already.</summary>
    private void RefuseTwice(int depth, int nameStart, int nameLength)
    {
        var latest = _latest[depth];
        var name = _bytes.AsSpan(nameStart, nameLength);
        if (latest < 0 || NameOf(latest).SequenceCompareTo(name) < 0)
            return;
        for (var at = _open[depth] + 1; at <= latest; at = _tokens[at].Next)
        {
            if (NameOf(at).SequenceEqual(name))
                throw new FormatException($"The entry names {Encoding.UTF8.GetString(name)} twice.");
        }
    }

    private string Text(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == 0)
            return "";
        if (bytes.Contains((byte)'\\'))
            return Unescaped(bytes);
        if (bytes.Length > LongestKept)
            return s_strict.GetString(bytes);
        if (Utf8.ToUtf16(bytes, _chars, out _, out var written, replaceInvalidSequences: false) != System.Buffers.OperationStatus.Done)
            throw new FormatException("A text in the entry is no UTF-8.");
        var text = _chars.AsSpan(0, written);
        ref var kept = ref _texts[PlaceOf(bytes)];
        return kept is not null && text.SequenceEqual(kept) ? kept : kept = new string(text);
    }

    private static string Unescaped(ReadOnlySpan<byte> bytes)
    {
        var quoted = new byte[bytes.Length + 2];
        quoted[0] = quoted[^1] = (byte)'"';
        bytes.CopyTo(quoted.AsSpan(1));
        var reader = new Utf8JsonReader(quoted);
        reader.Read();
        return reader.GetString()!;
    }

    private static int PlaceOf(ReadOnlySpan<byte> bytes)
    {
        unchecked
        {
            ulong first, last;
            if (bytes.Length >= 8)
            {
                first = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
                last = BinaryPrimitives.ReadUInt64LittleEndian(bytes[^8..]);
            }
            else
            {
                (first, last) = (0, 0);
                foreach (var b in bytes)
                    first = (first << 8) | b;
            }

            var mixed = ((first * 0x9E3779B97F4A7C15) ^ BitOperations.RotateLeft(last * 0xC2B2AE3D27D4EB4F, 29)) + ((ulong)bytes.Length * 0x165667B19E3779F9);
            return (int)((mixed ^ (mixed >> 29)) * 0xBF58476D1CE4E5B9 >> 51);
        }
    }
}

/// <summary>Where one value of an entry stands: its kind, its name when it is a member, its bytes, and the number of the value that follows it.</summary>
internal struct EntryToken(JsonTokenType kind, int nameStart, int nameLength, int start, int length)
{
    public readonly JsonTokenType Kind = kind;
    public readonly int NameStart = nameStart;
    public readonly int NameLength = nameLength;
    public readonly int Start = start;
    public int Length = length;
    public int Next;
}
