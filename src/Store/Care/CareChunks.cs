using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Styrkedja.Store.Care;

/// <summary>The answer to a question about care, taken column by column where DuckDB has laid it, so that a million rows are not a million objects.</summary>
/// <remarks>No column may hold nothing; the numbers must have the size that they are asked for by.</remarks>
internal sealed unsafe class CareChunks : IDisposable
{
    private readonly DuckDBPreparedStatement _statement;
    private DuckDBResult _result;
    private DuckDBDataChunk? _chunk;
    private bool _ended;

    public CareChunks(DuckDBConnection duck, string sql)
    {
        if (NativeMethods.PreparedStatements.DuckDBPrepare(duck.NativeConnection, sql, out _statement) != DuckDBState.Success)
            throw new IOException($"DuckDB does not understand: {NativeMethods.PreparedStatements.DuckDBPrepareError(_statement)}");
        if (NativeMethods.PreparedStatements.DuckDBExecutePreparedStreaming(_statement, out _result) != DuckDBState.Success)
            throw new IOException($"DuckDB does not answer: {NativeMethods.Query.DuckDBResultError(ref _result)}");
    }

    public int Rows { get; private set; }

    /// <summary>Goes to the next piece; false after the last.</summary>
    public bool Next()
    {
        if (_ended)
            return false;
        _chunk?.Dispose();
        _ended = true;
        _chunk = NativeMethods.StreamingResult.DuckDBStreamFetchChunk(_result);
        if (_chunk.IsInvalid)
            return NativeMethods.Query.DuckDBResultError(ref _result) is { Length: > 0 } error ? throw new IOException($"DuckDB breaks off: {error}") : false;
        Rows = (int)NativeMethods.DataChunks.DuckDBDataChunkGetSize(_chunk);
        _ended = Rows == 0;
        return !_ended;
    }

    /// <summary>A column of the piece, until the next.</summary>
    public ReadOnlySpan<T> Column<T>(int column)
        where T : unmanaged => new(NativeMethods.Vectors.DuckDBVectorGetData(NativeMethods.DataChunks.DuckDBDataChunkGetVector(_chunk!, column)), Rows);

    public void Dispose()
    {
        _chunk?.Dispose();
        NativeMethods.Query.DuckDBDestroyResult(ref _result);
        _statement.Dispose();
    }
}
