using System.Text;
using Styrkedja.Provenance;

namespace Styrkedja.Formats.Care;

/// <summary>Rows of a CSV file in UTF-8 with semicolons, read from a stream through one buffer. Codes and numbers need no quotes, so there are none.</summary>
/// <remarks>An empty line is passed over, and one that begins with # is a remark.</remarks>
public sealed class CareCsv : CareRows
{
    /// <summary>How many bytes a row may have before the file is taken for none of ours.</summary>
    public const int LongestRow = 1 << 16;
    private const int BufferBytes = 1 << 20;
    private const int MostColumns = 64;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private readonly Stream _stream;
    private readonly string _file;
    private readonly byte[] _buffer = new byte[BufferBytes];
    private readonly (int Start, int Length)[] _cells = new (int, int)[MostColumns];
    private readonly List<string> _columns = [];
    private int _at, _end, _line, _count;
    private bool _ended;

    /// <param name="stream">The whole file; it is closed with these rows.</param>
    /// <param name="fileName">What the file is called where faults are told.</param>
    public CareCsv(Stream stream, string fileName)
    {
        (_stream, _file) = (stream, fileName);
        Fill();
        if (_buffer.AsSpan(0, _end).StartsWith(ByteOrderMark))
            _at = ByteOrderMark.Length;
        if (!Read())
        {
            Broken ??= Fault.Error("care.empty", new(fileName), "");
            return;
        }

        try
        {
            var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
            for (var i = 0; i < Math.Min(_count, MostColumns); i++)
                _columns.Add(strict.GetString(Cell(i)));
        }
        catch (DecoderFallbackException)
        {
            Broken = Fault.Error("care.encoding", new(fileName, _line), "");
        }
    }

    public override IReadOnlyList<string> Columns => _columns;

    public override int Line => _line;

    public override int Cells => _count;

    public override long BytesRead => _read - (_end - _at);

    private long _read;

    public override bool Read()
    {
        while (Broken is null)
        {
            var waiting = _buffer.AsSpan(_at, _end - _at);
            var length = waiting.IndexOf((byte)'\n');
            if (length < 0)
            {
                if (waiting.Length > LongestRow)
                {
                    Broken = Fault.Error("care.row-too-long", new(_file, _line + 1), "", ("most", $"{LongestRow}"));
                    return false;
                }

                if (!_ended)
                {
                    Fill();
                    continue;
                }

                if (waiting.Length == 0)
                    return false;
                length = waiting.Length;
            }

            var start = _at;
            _at = Math.Min(_end, _at + length + 1);
            _line++;
            var row = waiting[..length].TrimEnd((byte)'\r');
            if (row.IsEmpty || row[0] == '#')
                continue;
            Split(row, start);
            return true;
        }

        return false;
    }

    public override ReadOnlySpan<byte> Cell(int column) => column < _count ? _buffer.AsSpan(_cells[column].Start, _cells[column].Length) : default;

    protected override void Dispose(bool disposing)
    {
        _stream.Dispose();
        base.Dispose(disposing);
    }

    private void Split(ReadOnlySpan<byte> row, int start)
    {
        _count = 0;
        while (true)
        {
            var length = row.IndexOf((byte)';');
            var cell = length < 0 ? row : row[..length];
            if (_count < MostColumns)
            {
                var trimmed = cell.TrimStart((byte)' ');
                _cells[_count] = (start + cell.Length - trimmed.Length, trimmed.TrimEnd((byte)' ').Length);
            }

            _count++;
            if (length < 0)
                return;
            row = row[(length + 1)..];
            start += length + 1;
        }
    }

    /// <summary>Moves what waits to the beginning of the buffer and reads on.</summary>
    private void Fill()
    {
        var waiting = _end - _at;
        _buffer.AsSpan(_at, waiting).CopyTo(_buffer);
        (_at, _end) = (0, waiting);
        var read = _stream.Read(_buffer, _end, _buffer.Length - _end);
        _ended = read == 0;
        _end += read;
        _read += read;
    }
}
