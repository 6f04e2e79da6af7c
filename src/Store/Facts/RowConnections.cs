using System.Collections.Concurrent;
using DuckDB.NET.Data;

namespace Styrkedja.Store.Facts;

/// <summary>The database that reads rows: in memory, apart from the one that writes, with a connection for each reader at a time.</summary>
/// <remarks>It is started by the first question. Readers share its threads and its memory; what does not fit is put in a folder of the region and removed with the database. What a
/// crash left there is removed a day later.</remarks>
internal sealed class RowConnections(string folder) : IDisposable
{
    private const int MostThreads = 8;
    private const long MostMemory = 4L << 30;

    private readonly string _spills = Path.Combine(folder, "spill");
    private readonly ConcurrentBag<DuckDBConnection> _idle = [];
    private readonly Lock _one = new();
    private DuckDBConnection? _database;
    private string? _spill;

    /// <summary>A folder for what does not fit in memory, and for files that are sent and then removed. Made when it is asked for.</summary>
    public string SpillFolder()
    {
        lock (_one)
            return Directory.CreateDirectory(Spill()).FullName;
    }

    /// <summary>A connection for one question; given back when disposed.</summary>
    public Rented Rent() => new(this, _idle.TryTake(out var idle) ? idle : Another());

    public void Dispose()
    {
        while (_idle.TryTake(out var idle))
            idle.Dispose();
        _database?.Dispose();
        if (_spill is not null && Directory.Exists(_spill))
            Directory.Delete(_spill, recursive: true);
        if (_spill is not null && Directory.Exists(_spills) && !Directory.EnumerateFileSystemEntries(_spills).Any())
            Directory.Delete(_spills);
    }

    private DuckDBConnection Another()
    {
        lock (_one)
        {
            if (_database is null)
            {
                var database = new DuckDBConnection("DataSource=:memory:");
                database.Open();
                using var command = database.CreateCommand();
                command.CommandText = $"""
                    SET autoinstall_known_extensions=false; SET autoload_known_extensions=false;
                    SET threads={Math.Clamp(Environment.ProcessorCount, 1, MostThreads)};
                    SET memory_limit='{Math.Min(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4, MostMemory) >> 20}MiB';
                    SET temp_directory={RowFilter.Quoted(Spill())};
                    SET parquet_metadata_cache=true;
                    """;
                command.ExecuteNonQuery();
                _database = database;
            }

            var another = _database.Duplicate();
            another.Open();
            return another;
        }
    }

    private string Spill()
    {
        if (_spill is not null)
            return _spill;
        if (Directory.Exists(_spills))
        {
            foreach (var left in Directory.EnumerateDirectories(_spills).Where(d => Directory.GetLastWriteTimeUtc(d).AddDays(1) < DateTime.UtcNow))
                Directory.Delete(left, recursive: true);
        }

        return _spill = Path.Combine(_spills, Guid.NewGuid().ToString("N"));
    }

    /// <summary>One reader's connection, and the questions it asks.</summary>
    internal readonly struct Rented(RowConnections owner, DuckDBConnection connection) : IDisposable
    {
        public DuckDBConnection Connection => connection;

        public DuckDBCommand Ask(string sql)
        {
            var command = connection.CreateCommand();
            command.CommandText = sql;
            return command;
        }

        public void Dispose() => owner._idle.Add(connection);
    }
}
