using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Styrkedja.Sie;

/// <summary>The distinct codes of one kind in a file (accounts, series, objects of a dimension), each with a number from zero in order of appearance.</summary>
/// <remarks>An open hash table from bytes to number: a code met again costs no allocation. Codes of up to eight bytes, which is nearly all, are
/// compared as one number. Bytes are kept as they stood, without quotes and escapes.</remarks>
internal sealed class SieCodes
{
    private readonly List<byte[]> _codes = [];
    private Slot[] _slots = new Slot[64];

    public int Count => _codes.Count;

    public ReadOnlySpan<byte> this[int number] => _codes[number];

    /// <summary>The number of a code; a code not met before gets the next one.</summary>
    public int Number(ReadOnlySpan<byte> code)
    {
        if (code.Length <= 8)
            return Number(Head(code), code.Length);
        var head = LongHead(code);
        var mask = _slots.Length - 1;
        for (var place = Place(head, code.Length, mask); ; place = (place + 1) & mask)
        {
            ref var slot = ref _slots[place];
            if (slot.Next == 0)
                return Add(ref slot, head, code.Length, code.ToArray());
            if (slot.Head == head && slot.Length == code.Length && code.SequenceEqual(_codes[slot.Next - 1]))
                return slot.Next - 1;
        }
    }

    /// <summary>The number of a code of at most eight bytes, given with the first byte lowest and nothing above the last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Number(ulong head, int length)
    {
        var slots = _slots;
        var mask = slots.Length - 1;
        for (var place = Place(head, length, mask); ; place = (place + 1) & mask)
        {
            ref var slot = ref slots[place];
            if (slot.Head == head && slot.Length == length && slot.Next != 0)
                return slot.Next - 1;
            if (slot.Next == 0)
                return Add(ref slot, head, length, Bytes(head, length));
        }
    }

    private static byte[] Bytes(ulong head, int length)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, head);
        return bytes[..length];
    }

    private int Add(ref Slot slot, ulong head, int length, byte[] code)
    {
        _codes.Add(code);
        slot = new Slot { Head = head, Length = length, Next = _codes.Count };
        var number = _codes.Count - 1;
        if (_codes.Count * 2 > _slots.Length)
            Widen();
        return number;
    }

    private void Widen()
    {
        var before = _slots;
        _slots = new Slot[before.Length * 2];
        var mask = _slots.Length - 1;
        foreach (var slot in before)
        {
            if (slot.Next == 0)
                continue;
            var place = Place(slot.Head, slot.Length, mask);
            while (_slots[place].Next != 0)
                place = (place + 1) & mask;
            _slots[place] = slot;
        }
    }

    /// <summary>Every eight bytes of a long code have a say, so that codes with a common beginning do not crowd.</summary>
    private static ulong LongHead(ReadOnlySpan<byte> code)
    {
        ulong head = 0;
        for (var at = 0; at + 8 <= code.Length; at += 8)
            head = unchecked((head * 0x9E3779B97F4A7C15) ^ BinaryPrimitives.ReadUInt64LittleEndian(code[at..]));
        return unchecked((head * 0x9E3779B97F4A7C15) ^ BinaryPrimitives.ReadUInt64LittleEndian(code[^8..]));
    }

    private static ulong Head(ReadOnlySpan<byte> code)
    {
        var n = code.Length;
        if (n == 8)
            return BinaryPrimitives.ReadUInt64LittleEndian(code);
        if (n >= 4)
            return BinaryPrimitives.ReadUInt32LittleEndian(code) | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(code[(n - 4)..]) << ((n - 4) * 8));
        if (n == 0)
            return 0;
        return code[0] | ((ulong)code[n >> 1] << ((n >> 1) * 8)) | ((ulong)code[n - 1] << ((n - 1) * 8));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Place(ulong head, int length, int mask) =>
        unchecked((int)(((head + (ulong)length) * 0x9E3779B97F4A7C15) >> 33)) & mask;

    /// <summary>A place of the table; the number is kept one too high, so that zero means empty.</summary>
    private struct Slot
    {
        public ulong Head;
        public int Length;
        public int Next;
    }
}
