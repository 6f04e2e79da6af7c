using System.Buffers;

namespace Styrkedja.Sie;

/// <summary>The vouchers as columns, one entry a voucher, in the order of the file: all of them, or those of a block.</summary>
public sealed class SieVouchers
{
    private readonly SieText _text;
    private readonly List<Entry> _entries = [];
    private readonly SieCodes _series;

    internal SieVouchers(SieText text, SieCodes series)
    {
        _text = text;
        _series = series;
    }

    public int Count => _entries.Count;

    /// <summary>The series, empty when the receiver is to number the voucher.</summary>
    public string Series(int voucher) => SieCharacters.Decode(_series[_entries[voucher].Series], _text.Encoding);

    /// <summary>The place of the series among the series of the file, the same in every block.</summary>
    public int SeriesNumber(int voucher) => _entries[voucher].Series;

    /// <summary>The number as it stands, letters allowed; empty when the receiver is to number the voucher.</summary>
    public string Number(int voucher) => _text.Field(_entries[voucher].NumberAt) ?? "";

    /// <summary>Writes the number as UTF-8 and gives back its length; 0 when it has none.</summary>
    public int WriteNumber(int voucher, IBufferWriter<byte> to) => _text.Write(_entries[voucher].NumberAt, 0, to);

    public DateOnly Day(int voucher) => _entries[voucher].Day;

    public string? Text(int voucher) => _text.Field(_entries[voucher].TextAt);

    /// <summary>Writes the text of the voucher as UTF-8 and gives back its length; 0 when it has none. No string is made of it.</summary>
    public int WriteText(int voucher, IBufferWriter<byte> to) => _text.Write(_entries[voucher].TextAt, 0, to);

    /// <summary>The day on which the voucher was entered; null when not told.</summary>
    public DateOnly? Registered(int voucher) => _entries[voucher].Registered;

    public string? Signature(int voucher) => _text.Field(_entries[voucher].TextAt, 2);

    /// <summary>The line of the file, from one.</summary>
    public int Line(int voucher) => _entries[voucher].Line;

    /// <summary>The first of its rows; a voucher's rows stand together.</summary>
    public int FirstRow(int voucher) => _entries[voucher].FirstRow;

    public int RowCount(int voucher) => (voucher + 1 < Count ? _entries[voucher + 1].FirstRow : TotalRows) - _entries[voucher].FirstRow;

    internal int TotalRows { get; set; }

    internal Entry Last => _entries[^1];

    internal void Add(in Entry entry) => _entries.Add(entry);

    internal void Clear() => _entries.Clear();

    /// <summary>Gives the last voucher its day of entry, and a text with a signature after it.</summary>
    internal void Amend(DateOnly? registered, int textAt) =>
        _entries[^1] = Last with { Registered = registered ?? Last.Registered, TextAt = textAt >= 0 ? textAt : Last.TextAt };

    /// <summary>A voucher's own fields; texts by the place where their field begins.</summary>
    internal readonly record struct Entry(
        int Line, int Series, int NumberAt, long NumberValue, DateOnly Day, int TextAt, DateOnly? Registered, int FirstRow);
}
