using System.Numerics;

namespace Styrkedja.Store.Search;

/// <summary>A set of things by their numbers, one bit each: a million things in 125 kB.</summary>
internal sealed class ThingSet
{
    private readonly ulong[] _bits;
    private readonly int _things;

    /// <param name="things">The highest number that counts; higher ones are passed over when added.</param>
    public ThingSet(int things)
    {
        _things = things;
        _bits = new ulong[(things >> 6) + 1];
    }

    /// <summary>How many things there are that are in another set too; all when there is no other.</summary>
    public int CountWith(ThingSet? other)
    {
        var count = 0;
        for (var i = 0; i < _bits.Length; i++)
            count += BitOperations.PopCount(other is null ? _bits[i] : _bits[i] & other._bits[i]);
        return count;
    }

    public void Add(int number)
    {
        if (number <= _things)
            _bits[number >> 6] |= 1UL << (number & 63);
    }

    /// <summary>Adds the numbers of a posting: each written as its distance from the one before.</summary>
    public void Add(ReadOnlySpan<byte> posting)
    {
        var number = 0;
        for (var at = 0; at < posting.Length;)
        {
            int step = posting[at++];
            if (step >= 0x80)
                step = Long(posting, ref at, step & 0x7F);
            number += step;
            if (number > _things)
                return;
            _bits[number >> 6] |= 1UL << (number & 63);
        }
    }

    public void Add(ThingSet other)
    {
        for (var i = 0; i < _bits.Length; i++)
            _bits[i] |= other._bits[i];
    }

    public void Keep(ThingSet other)
    {
        for (var i = 0; i < _bits.Length; i++)
            _bits[i] &= other._bits[i];
    }

    public void Remove(ThingSet other)
    {
        for (var i = 0; i < _bits.Length; i++)
            _bits[i] &= ~other._bits[i];
    }

    public ThingSet Copy()
    {
        var copy = new ThingSet(_things);
        _bits.CopyTo(copy._bits, 0);
        return copy;
    }

    /// <summary>The numbers that are in another set too, all when there is no other; the highest first.</summary>
    public IEnumerable<int> NewestFirst(ThingSet? other)
    {
        for (var i = _bits.Length - 1; i >= 0; i--)
        {
            for (var bits = other is null ? _bits[i] : _bits[i] & other._bits[i]; bits != 0;)
            {
                var bit = 63 - BitOperations.LeadingZeroCount(bits);
                yield return (i << 6) + bit;
                bits &= ~(1UL << bit);
            }
        }
    }

    private static int Long(ReadOnlySpan<byte> posting, ref int at, int step)
    {
        for (var shift = 7; ; shift += 7)
        {
            int next = posting[at++];
            step |= (next & 0x7F) << shift;
            if (next < 0x80)
                return step;
        }
    }
}
