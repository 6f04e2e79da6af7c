using System.Numerics;

namespace Styrkedja.FollowUp;

/// <summary>A row of numbers for each node, where a node that nothing was ever written to takes no room.</summary>
/// <remarks>Rows can be shared with a later set of rows, which keeps its own of those that it changes.</remarks>
internal sealed class NodeRows<T>(int nodes, int width)
    where T : unmanaged
{
    private const int RowsInOne = 64;

    private readonly T[]?[] _in = new T[nodes][];
    private readonly int[] _at = new int[nodes];
    private T[] _room = [];
    private int _used;
    private int _made;

    private NodeRows(NodeRows<T> shared)
        : this(shared._in.Length, shared.Width)
    {
        shared._in.CopyTo(_in, 0);
        shared._at.CopyTo(_at, 0);
    }

    public int Width => width;

    public bool Has(int node) => _in[node] is not null;

    /// <summary>The row of a node; empty when nothing was ever written to it.</summary>
    public ReadOnlySpan<T> Of(int node) => _in[node] is { } room ? room.AsSpan(_at[node], width) : default;

    /// <summary>The row of a node, to be written to by the one who made these rows.</summary>
    public Span<T> Own(int node)
    {
        if (_in[node] is { } room)
            return room.AsSpan(_at[node], width);
        Give(node);
        return _room.AsSpan(_at[node], width);
    }

    /// <summary>The same rows, of which those named are copies that may be written to.</summary>
    public NodeRows<T> Sharing(IEnumerable<int> changed)
    {
        var rows = new NodeRows<T>(this);
        foreach (var node in changed)
        {
            rows.Give(node);
            Of(node).CopyTo(rows.Own(node));
        }

        return rows;
    }

    // The first rows get room one by one, so that a small change takes little; then many at a time.
    private void Give(int node)
    {
        if (_used == _room.Length)
        {
            _room = new T[width * (_made < RowsInOne ? Math.Max(1, _made) : RowsInOne)];
            _used = 0;
        }

        (_in[node], _at[node]) = (_room, _used);
        _used += width;
        _made++;
    }
}

/// <summary>Adds rows of öre to each other, many at a time.</summary>
internal static class RowSums
{
    /// <exception cref="OverflowException">A sum does not fit in 64 bits.</exception>
    public static void Add(Span<long> to, ReadOnlySpan<long> from)
    {
        var over = Vector<long>.Zero;
        var i = 0;
        for (; i <= from.Length - Vector<long>.Count; i += Vector<long>.Count)
        {
            var (a, b) = (new Vector<long>(to[i..]), new Vector<long>(from[i..]));
            var sum = a + b;
            // A sum whose sign is neither side's has passed the end of the numbers.
            over |= (a ^ sum) & (b ^ sum);
            sum.CopyTo(to[i..]);
        }

        if (Vector.LessThanAny(over, Vector<long>.Zero))
            throw new OverflowException();
        for (; i < from.Length; i++)
            to[i] = checked(to[i] + from[i]);
    }

    public static void Or(Span<uint> to, ReadOnlySpan<uint> from)
    {
        for (var i = 0; i < from.Length; i++)
            to[i] |= from[i];
    }
}
