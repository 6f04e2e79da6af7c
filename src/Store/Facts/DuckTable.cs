using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Styrkedja.Store.Facts;

/// <summary>A temporary table of DuckDB, filled by columns, a piece of some thousand rows at a time.</summary>
/// <remarks>DuckDB's own vectors are written in place. Codes go in as the places of an enumeration, which a Parquet file keeps as its dictionary: no code is
/// looked up or copied once a row.</remarks>
internal sealed unsafe class DuckTable : IDisposable
{
    private readonly DuckDB.NET.Native.DuckDBAppender _appender;
    private readonly DuckDBLogicalType[] _types;
    private readonly DuckDBDataChunk _chunk;
    private int _rows;

    /// <param name="columns">Name and type of each column as SQL tells it.</param>
    public DuckTable(DuckDBConnection connection, string name, IReadOnlyList<string> columns)
    {
        using (var command = connection.CreateCommand())
        {
            command.CommandText = $"CREATE OR REPLACE TEMP TABLE {name} ({string.Join(", ", columns)})";
            command.ExecuteNonQuery();
        }

        if (NativeMethods.Appender.DuckDBAppenderCreateExt(connection.NativeConnection, "temp", "main", name, out var appender) != DuckDBState.Success)
            throw new IOException($"DuckDB opens no table {name}.");
        _appender = appender;
        _types = [.. Enumerable.Range(0, columns.Count).Select(i => NativeMethods.Appender.DuckDBAppenderColumnType(appender, (ulong)i))];
        _chunk = NativeMethods.DataChunks.DuckDBCreateDataChunk([.. _types.Select(t => t.DangerousGetHandle())], (ulong)columns.Count);
    }

    /// <summary>How many rows one piece holds at the most.</summary>
    public static int PieceRows { get; } = (int)NativeMethods.Helpers.DuckDBVectorSize();

    /// <summary>The SQL type of a column of codes; one with very many is kept as text, since an enumeration must be told in full.</summary>
    public static string TypeOf(CodeOrder codes) =>
        IsEnumeration(codes) ? $"ENUM({string.Join(',', codes.Codes.Select(c => $"'{c.Replace("'", "''", StringComparison.Ordinal)}'"))})" : "VARCHAR";

    public void Begin(int rows)
    {
        NativeMethods.DataChunks.DuckDBDataChunkReset(_chunk);
        _rows = rows;
    }

    public Span<int> Ints(int column) => new(Data(column), _rows);

    public Span<long> Longs(int column) => new(Data(column), _rows);

    /// <summary>The values of a column of plain numbers, of the size that its SQL type has.</summary>
    public Span<T> Values<T>(int column)
        where T : unmanaged => new(Data(column), _rows);

    /// <summary>Longs of which some are absent.</summary>
    public void Longs(int column, ReadOnlySpan<int> order, long[]? values, long absent)
    {
        var vector = Vector(column);
        var data = Longs(column);
        NativeMethods.Vectors.DuckDBVectorEnsureValidityWritable(vector);
        var present = NativeMethods.Vectors.DuckDBVectorGetValidity(vector);
        new Span<ulong>(present, (PieceRows + 63) / 64).Clear();
        if (values is null)
            return;
        for (var i = 0; i < _rows; i++)
        {
            data[i] = values[order[i]];
            if (data[i] != absent)
                present[i >> 6] |= 1UL << (i & 63);
        }
    }

    /// <summary>Codes of the rows in an order.</summary>
    public void Codes(int column, ReadOnlySpan<int> order, int[] places, CodeOrder codes)
    {
        if (!IsEnumeration(codes))
        {
            var texts = Texts(column);
            for (var i = 0; i < texts.Length; i++)
                texts[i] = new VectorText(codes.Utf8[codes.PlaceOf[places[order[i]]]]);
            return;
        }

        var placeOf = codes.PlaceOf;
        switch (NativeMethods.LogicalType.DuckDBEnumInternalType(_types[column]))
        {
            case DuckDBType.UnsignedTinyInt:
                var bytes = new Span<byte>(Data(column), _rows);
                for (var i = 0; i < bytes.Length; i++)
                    bytes[i] = unchecked((byte)placeOf[places[order[i]]]);
                break;
            case DuckDBType.UnsignedSmallInt:
                var shorts = new Span<ushort>(Data(column), _rows);
                for (var i = 0; i < shorts.Length; i++)
                    shorts[i] = unchecked((ushort)placeOf[places[order[i]]]);
                break;
            default:
                var ints = Ints(column);
                for (var i = 0; i < ints.Length; i++)
                    ints[i] = placeOf[places[order[i]]];
                break;
        }
    }

    /// <summary>The texts of a column. Those that point to bytes (see <see cref="VectorText"/>) must lie still until <see cref="End"/>, which copies them.</summary>
    public Span<VectorText> Texts(int column) => new(Data(column), _rows);

    public void End()
    {
        _ = NativeMethods.DataChunks.DuckDBDataChunkSetSize(_chunk, (ulong)_rows);
        if (NativeMethods.Appender.DuckDBAppendDataChunk(_appender, _chunk) != DuckDBState.Success)
            throw new IOException("DuckDB does not take the rows.");
    }

    /// <summary>Hands over what waits; afterwards the table can be read.</summary>
    public void Close()
    {
        if (NativeMethods.Appender.DuckDBAppenderClose(_appender) != DuckDBState.Success)
            throw new IOException("DuckDB does not take the rows.");
    }

    public void Dispose()
    {
        _chunk.Dispose();
        foreach (var type in _types)
            type.Dispose();
        _appender.Dispose();
    }

    private static bool IsEnumeration(CodeOrder codes) => codes.Codes.Count <= 1 << 14;

    private nint Vector(int column) => NativeMethods.DataChunks.DuckDBDataChunkGetVector(_chunk, column);

    private void* Data(int column) => NativeMethods.Vectors.DuckDBVectorGetData(Vector(column));
}

/// <summary>A text as DuckDB lays it in a vector: its length, then the text itself when it is at most twelve bytes, else its first four and where it lies.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Sequential, Size = 16)]
internal readonly unsafe struct VectorText
{
    public const int Longest = 12;

    private readonly int _length;
    private readonly int _first;
    private readonly long _rest;

    /// <summary>The text where it lies: within this value, or where it points to.</summary>
    public static ReadOnlySpan<byte> BytesOf(ref readonly VectorText text) =>
        text._length > Longest
            ? new((byte*)text._rest, text._length)
            : System.Runtime.InteropServices.MemoryMarshal.AsBytes(new ReadOnlySpan<VectorText>(in text)).Slice(sizeof(int), text._length);

    /// <param name="utf8">Must lie still while the text is in use, if it is longer than twelve bytes.</param>
    public VectorText(ReadOnlySpan<byte> utf8)
    {
        _length = utf8.Length;
        if (utf8.Length > Longest)
        {
            _first = BitConverter.ToInt32(utf8);
            fixed (byte* lying = utf8)
                _rest = (long)lying;
            return;
        }

        Span<byte> padded = stackalloc byte[Longest];
        padded.Clear();
        utf8.CopyTo(padded);
        _first = BitConverter.ToInt32(padded);
        _rest = BitConverter.ToInt64(padded[4..]);
    }
}
