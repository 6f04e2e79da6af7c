using System.Buffers.Binary;

namespace Styrkedja.Formats.Ledger;

/// <summary>The distinct codes of one kind in a file (accounts, series, objects of a dimension), each with a number from zero in order of appearance.</summary>
/// <remarks>An open hash table from bytes to number: a code met again costs no allocation. Codes of up to eight bytes, which is nearly all, are
/// compared as one number. Bytes are kept as they stood, without quotes and escapes.</remarks>
internal sealed class SieCodes
{
    private int[] _slots = new int[64];
    private ulong[] _heads = new ulong[32];
    private byte[]?[] _long = new byte[]?[32];
    private byte[] _lengths = new byte[32];

    public int Count { get; private set; }

    /// <summary>The number of a code; a code not met before gets the next one.</summary>
    public int Number(ReadOnlySpan<byte> code)
    {
        var head = Head(code);
        var mask = _slots.Length - 1;
        for (var slot = Slot(head, code.Length, mask); ; slot = (slot + 1) & mask)
        {
            var entry = _slots[slot] - 1;
            if (entry < 0)
                return Add(code, head, slot);
            if (_heads[entry] == head && Same(entry, code))
                return entry;
        }
    }

    public ReadOnlySpan<byte> this[int number]
    {
        get
        {
            if (_long[number] is { } bytes)
                return bytes;
            var head = new byte[8];
            BinaryPrimitives.WriteUInt64LittleEndian(head, _heads[number]);
            return head.AsSpan(0, _lengths[number]);
        }
    }

    private bool Same(int entry, ReadOnlySpan<byte> code) =>
        code.Length <= 8 ? _lengths[entry] == code.Length : _long[entry] is { } bytes && code.SequenceEqual(bytes);

    private int Add(ReadOnlySpan<byte> code, ulong head, int slot)
    {
        if (Count == _heads.Length)
        {
            Array.Resize(ref _heads, Count * 2);
            Array.Resize(ref _long, Count * 2);
            Array.Resize(ref _lengths, Count * 2);
        }

        var number = Count++;
        _heads[number] = head;
        _lengths[number] = (byte)Math.Min(code.Length, 9);
        _long[number] = code.Length > 8 ? code.ToArray() : null;
        _slots[slot] = number + 1;
        if (Count * 2 > _slots.Length)
            Widen();
        return number;
    }

    private void Widen()
    {
        _slots = new int[_slots.Length * 2];
        var mask = _slots.Length - 1;
        for (var number = 0; number < Count; number++)
        {
            var slot = Slot(_heads[number], _long[number]?.Length ?? _lengths[number], mask);
            while (_slots[slot] != 0)
                slot = (slot + 1) & mask;
            _slots[slot] = number + 1;
        }
    }

    /// <summary>Long codes with a common beginning are told apart by their last eight bytes, folded into the head.</summary>
    private static ulong Head(ReadOnlySpan<byte> code)
    {
        var n = code.Length;
        if (n > 8)
        {
            var tail = BinaryPrimitives.ReadUInt64LittleEndian(code[^8..]);
            return unchecked((BinaryPrimitives.ReadUInt64LittleEndian(code) * 0x9E3779B97F4A7C15) ^ tail);
        }

        if (n == 8)
            return BinaryPrimitives.ReadUInt64LittleEndian(code);
        if (n >= 4)
            return BinaryPrimitives.ReadUInt32LittleEndian(code) | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(code[(n - 4)..]) << ((n - 4) * 8));
        if (n == 0)
            return 0;
        return code[0] | ((ulong)code[n >> 1] << ((n >> 1) * 8)) | ((ulong)code[n - 1] << ((n - 1) * 8));
    }

    private static int Slot(ulong head, int length, int mask) =>
        unchecked((int)(((head + (ulong)length) * 0x9E3779B97F4A7C15) >> 33)) & mask;
}
