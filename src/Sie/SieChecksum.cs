using System.Buffers.Binary;

namespace Styrkedja.Sie;

/// <summary>What the checksum of a file told.</summary>
public enum SieChecksumState
{
    /// <summary>The file carries none; it need not.</summary>
    Absent,

    /// <summary>It agrees with the content.</summary>
    Agrees,

    /// <summary>It disagrees: the file was changed after it was written.</summary>
    Differs,

    /// <summary>It was begun and never ended: the file is cut off.</summary>
    CutOff,

    /// <summary>It cannot be held against the content.</summary>
    NotVerifiable,
}

/// <summary>The checksum of a SIE file: which bytes count, and the CRC-32 over them.</summary>
/// <remarks>What counts is label and field contents of the records between the two #KSUMMA, run together: no separators, wrapping quotes, braces or line
/// ends, and of an escaped quote only the quote. CRC-32 with reflected polynomial 0xEDB88320, as in zlib. Rule: SIE 4B, #KSUMMA.</remarks>
internal sealed class SieChecksum
{
    private static readonly uint[] s_tables = Tables();

    private byte[] _buffer = new byte[1 << 16];
    private int _filled;
    private uint _crc = 0xFFFFFFFF;

    public uint Value
    {
        get
        {
            Flush();
            return ~_crc;
        }
    }

    /// <summary>The checksum of the records from a place in the file up to the next #KSUMMA, or to the end of the file.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes, int from)
    {
        var checksum = new SieChecksum();
        while (from < bytes.Length)
        {
            var length = bytes[from..].IndexOf((byte)'\n');
            var line = length < 0 ? bytes[from..] : bytes.Slice(from, length);
            from += line.Length + 1;
            line = line.TrimEnd((byte)'\r').TrimStart(" \t"u8);
            if (IsChecksumRecord(line))
                break;
            if (!line.IsEmpty && line[0] == (byte)'#')
                checksum.FeedRecord(line);
        }

        return checksum.Value;
    }

    public static bool IsChecksumRecord(ReadOnlySpan<byte> line) =>
        line.StartsWith("#KSUMMA"u8) && (line.Length == 7 || line[7] is (byte)' ' or (byte)'\t');

    /// <summary>Adds the plain contents of one field or label.</summary>
    public void Feed(ReadOnlySpan<byte> field)
    {
        Room(field.Length);
        field.CopyTo(_buffer.AsSpan(_filled));
        _filled += field.Length;
    }

    private void FeedRecord(ReadOnlySpan<byte> line)
    {
        Room(line.Length);
        var buffer = _buffer;
        var n = _filled;
        var inList = false;
        for (var i = 0; i < line.Length;)
        {
            var b = line[i];
            if (b is (byte)' ' or (byte)'\t')
            {
                i++;
            }
            else if (b == (byte)'"')
            {
                for (i++; i < line.Length; i++)
                {
                    b = line[i];
                    if (b == (byte)'"')
                        break;
                    if (b == (byte)'\\' && i + 1 < line.Length && line[i + 1] == (byte)'"')
                        b = line[++i];
                    buffer[n++] = b;
                }

                i++;
            }
            else if (b == (byte)'{' || (inList && b == (byte)'}'))
            {
                inList = b == (byte)'{';
                i++;
            }
            else
            {
                for (; i < line.Length; i++)
                {
                    b = line[i];
                    if (b is (byte)' ' or (byte)'\t' || (inList && b == (byte)'}'))
                        break;
                    if (b == (byte)'\\' && i + 1 < line.Length && line[i + 1] == (byte)'"')
                        b = line[++i];
                    buffer[n++] = b;
                }
            }
        }

        _filled = n;
    }

    private void Room(int length)
    {
        if (_filled + length <= _buffer.Length)
            return;
        Flush();
        if (length > _buffer.Length)
            _buffer = new byte[length];
    }

    private void Flush()
    {
        unchecked
        {
            var t = s_tables;
            var crc = _crc;
            var bytes = _buffer.AsSpan(0, _filled);
            for (; bytes.Length >= 8; bytes = bytes[8..])
            {
                var low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc;
                var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
                crc = t[1792 + (low & 0xFF)] ^ t[1536 + ((low >> 8) & 0xFF)] ^ t[1280 + ((low >> 16) & 0xFF)] ^ t[1024 + (low >> 24)]
                    ^ t[768 + (high & 0xFF)] ^ t[512 + ((high >> 8) & 0xFF)] ^ t[256 + ((high >> 16) & 0xFF)] ^ t[high >> 24];
            }

            foreach (var b in bytes)
                crc = t[(crc ^ b) & 0xFF] ^ (crc >> 8);
            _crc = crc;
            _filled = 0;
        }
    }

    /// <summary>Eight tables of 256, so that eight bytes are taken at a time; table k holds what a byte comes to k bytes later.</summary>
    private static uint[] Tables()
    {
        var tables = new uint[8 * 256];
        for (uint i = 0; i < 256; i++)
        {
            var crc = i;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            tables[i] = crc;
        }

        for (var i = 256; i < tables.Length; i++)
            tables[i] = tables[tables[i - 256] & 0xFF] ^ (tables[i - 256] >> 8);
        return tables;
    }
}
