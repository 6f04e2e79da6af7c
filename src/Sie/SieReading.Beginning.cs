using System.Text.Unicode;

namespace Styrkedja.Sie;

/// <summary>What kind of file it is, by its first bytes, and in which character set its text stands.</summary>
internal sealed partial class SieReading
{
    private SieEncoding _encoding;
    private bool _encodingKnown;
    private bool _encodingMixed;

    /// <summary>Tells whether lines of SIE 4 follow. A file of SIE 5 is read at once; of anything else it is told.</summary>
    private bool BeginsAsSie(SieSegment segment, SieSegments segments, CancellationToken stop)
    {
        var bytes = segment.Bytes.Span;
        var content = bytes;
        if (bytes.StartsWith(SieCharacters.ByteOrderMark))
        {
            content = bytes[SieCharacters.ByteOrderMark.Length..];
            if (!_encodingKnown)
                (_encoding, _encodingKnown) = (SieEncoding.Utf8, true);
        }

        content = content.TrimStart(" \t\r\n"u8);
        if (content.IsEmpty)
        {
            _faults.Add(SieFaults.EmptyFile, 0, 0, "");
            return false;
        }

        if (content[0] == (byte)'#')
            return true;
        if (content[0] == (byte)'<' && IsXml(content))
        {
            using var stream = segments.From(segment);
            ReadXml(stream, stop);
            return false;
        }

        if (!_encodingKnown)
            _encoding = SieCharacters.Detect(bytes);
        var end = content.IndexOfAny((byte)'\r', (byte)'\n');
        var first = end < 0 ? content : content[..end];
        _faults.Add(SieFaults.NotSie, 1, 1, SieCharacters.Decode(first[..Math.Min(first.Length, 60)], _encoding));
        return false;
    }

    /// <summary>The first piece with bytes beyond ASCII decides the character set; until then all sets read alike.</summary>
    private void NoteEncoding(ReadOnlySpan<byte> bytes, bool hasHigh)
    {
        if (hasHigh && !_encodingKnown)
        {
            (_encoding, _encodingKnown) = (SieCharacters.Detect(bytes), true);
            if (_encoding != SieEncoding.Cp437)
                _moved437 = _sum.Copy();
        }

        _text.Encoding = _encoding;
        if (!hasHigh || _encoding != SieEncoding.Utf8 || _encodingMixed || Utf8.IsValid(bytes))
            return;
        _encodingMixed = true;
        var line = _line;
        foreach (var text in bytes.Split((byte)'\n'))
        {
            line++;
            if (Utf8.IsValid(bytes[text]))
                continue;
            _faults.Add(SieFaults.EncodingMixed, line, 1, Decode(bytes[text]));
            return;
        }
    }
}
