using System.IO.Hashing;

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

/// <summary>The checksum of a SIE file: which bytes count, and the CRC-32 over them, gathered piece by piece.</summary>
/// <remarks>What counts is label and field contents of the records between the two #KSUMMA, run together: no separators, wrapping quotes, braces or line
/// ends, and of an escaped quote only the quote. CRC-32 with reflected polynomial 0xEDB88320, as in zlib. Rule: SIE 4B, #KSUMMA.</remarks>
internal sealed class SieChecksum
{
    private const uint Polynomial = 0xEDB88320;

    private static readonly uint[] s_powers = Powers();

    private byte[] _buffer = new byte[1 << 12];
    private int _filled;
    private uint _sum;

    public uint Value
    {
        get
        {
            Flush();
            return _sum;
        }
    }

    /// <summary>A sum that goes on from here by itself.</summary>
    public SieChecksum Copy() => new() { _sum = Value };

    /// <summary>Begins anew.</summary>
    public void Clear() => (_sum, _filled) = (0, 0);

    /// <summary>Adds the plain contents of one field or label.</summary>
    public void Feed(ReadOnlySpan<byte> field)
    {
        Room(field.Length);
        field.CopyTo(_buffer.AsSpan(_filled));
        _filled += field.Length;
    }

    /// <summary>Adds bytes of which the CRC-32 is known.</summary>
    public void Feed(uint sum, long length)
    {
        Flush();
        _sum = Joined(_sum, sum, length);
    }

    /// <summary>Adds what counts of a record, which begins with its label.</summary>
    public void FeedRecord(ReadOnlySpan<byte> line)
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
        if (_filled == 0)
            return;
        _sum = Joined(_sum, Crc32.HashToUInt32(_buffer.AsSpan(0, _filled)), _filled);
        _filled = 0;
    }

    /// <summary>The CRC-32 of two pieces run together, from that of each and the length of the second: the first is moved on by so many zero bytes.</summary>
    internal static uint Joined(uint first, uint second, long secondLength)
    {
        var bits = (ulong)secondLength << 3;
        for (var power = 0; bits != 0; power++, bits >>= 1)
        {
            if ((bits & 1) != 0)
                first = Multiplied(first, s_powers[power]);
        }

        return first ^ second;
    }

    /// <summary>The product of two polynomials modulo that of the CRC, whose highest power stands in the lowest bit.</summary>
    private static uint Multiplied(uint a, uint b)
    {
        uint product = 0;
        for (var bit = 0x80000000; bit != 0; bit >>= 1)
        {
            if ((a & bit) != 0)
                product ^= b;
            b = (b & 1) != 0 ? (b >> 1) ^ Polynomial : b >> 1;
        }

        return product;
    }

    /// <summary>x to the power of 1, 2, 4, 8 and so on.</summary>
    private static uint[] Powers()
    {
        var powers = new uint[64];
        powers[0] = 0x40000000;
        for (var i = 1; i < powers.Length; i++)
            powers[i] = Multiplied(powers[i - 1], powers[i - 1]);
        return powers;
    }
}
