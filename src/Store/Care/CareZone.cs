using System.Security.Cryptography;
using DuckDB.NET.Data;
using Styrkedja.Facts;

namespace Styrkedja.Store.Care;

/// <summary>The zone of care contacts, listings and costs per group: a folder of its own, closed to all but the owner of the files, that figures and pages never read.</summary>
/// <remarks>A file is named by the SHA-256 of a random salt and its bytes. The salt lies beside it and goes with it when it is culled: what stays in the journal can then not be
/// tried against rows that someone guesses. Rule: arkivlagen (1990:782) 10 §; design of our own, docs/format/contacts.md.</remarks>
public sealed class CareZone : IDisposable
{
    private const int SaltBytes = 32;
    private const string SaltEnding = ".salt", RowsEnding = ".parquet", UnfinishedEnding = ".tmp";
    private const UnixFileMode OwnersFolder = KeyFolder.OwnerOnly | UnixFileMode.UserExecute;
    private const long MostMemory = 1L << 30;
    private const int MostThreads = 4;

    private readonly Lock _one = new();
    private readonly string _spill;
    private DuckDBConnection? _duck;

    /// <param name="folder">The region's folder.</param>
    public CareZone(string folder)
    {
        Folder = Path.Combine(folder, "care");
        _spill = Path.Combine(Folder, $"spill-{Guid.NewGuid():N}");
        Contacts = new(this);
        Listings = new(this);
        Costs = new(this);
        Counting = new(this);
    }

    public ContactFiles Contacts { get; }

    public ListingFiles Listings { get; }

    public GroupCostFiles Costs { get; }

    /// <summary>What makes the sums that leave the zone.</summary>
    public CareCounting Counting { get; }

    internal string Folder { get; }

    /// <summary>The name that a file of rows ought to have, by its bytes and salt as they lie now; nothing when either is gone.</summary>
    public string? NameNow(string rowsFile)
    {
        if (SaltOf(rowsFile) is not { } salt || !File.Exists(PathOf(rowsFile)))
            return null;
        using var rows = File.OpenRead(PathOf(rowsFile));
        return Salted(salt, SHA256.HashData(rows));
    }

    /// <summary>The id of a batch whose rows lie in a file, by the bytes of its source.</summary>
    /// <param name="source">SHA-256 of the source's bytes.</param>
    public string? IdOf(string rowsFile, ReadOnlySpan<byte> source) => SaltOf(rowsFile) is { } salt ? Salted(salt, source) : null;

    /// <summary>Flushes the names of files written since last, so that the entries which name them may be appended.</summary>
    public void FlushNames() => Store.Folder.Flush(Folder);

    /// <summary>Removes files that no entry names. Only for the holder of the writer lock.</summary>
    public void Sweep(IReadOnlySet<string> named)
    {
        if (!Directory.Exists(Folder))
            return;
        foreach (var file in Directory.EnumerateFiles(Folder).Where(f => f.EndsWith(UnfinishedEnding, StringComparison.Ordinal) || !named.Contains(Path.GetFileNameWithoutExtension(f))))
            File.Delete(file);
        foreach (var left in Directory.EnumerateDirectories(Folder, "spill-*").Where(d => d != _spill && Directory.GetLastWriteTimeUtc(d).AddDays(1) < DateTime.UtcNow))
            Directory.Delete(left, recursive: true);
    }

    public void Dispose()
    {
        _duck?.Dispose();
        if (Directory.Exists(_spill))
            Directory.Delete(_spill, recursive: true);
    }

    /// <summary>Those of some batches whose rows still lie in the zone, in their order.</summary>
    internal List<FactBatch> Kept(IEnumerable<FactBatch> batches, FactKind kind) => [.. batches.Where(b => b.Kind == kind && b.RowsFile is { } rows && File.Exists(PathOf(rows)))];

    internal string PathOf(string rowsFile) => Path.Combine(Folder, rowsFile + RowsEnding);

    /// <summary>A connection of one's own; what does not fit in memory is put in the zone and nowhere else.</summary>
    internal DuckDBConnection Connection()
    {
        lock (_one)
        {
            if (_duck is null)
            {
                Open();
                _duck = new("DataSource=:memory:");
                _duck.Open();
                Execute(_duck, $"""
                    SET autoinstall_known_extensions=false; SET autoload_known_extensions=false; SET preserve_insertion_order=true;
                    SET threads={Math.Clamp(Environment.ProcessorCount, 1, MostThreads)};
                    SET memory_limit='{Math.Min(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4, MostMemory) >> 20}MiB';
                    SET temp_directory={Quoted(_spill)};
                    """);
            }

            var another = _duck.Duplicate();
            another.Open();
            return another;
        }
    }

    /// <summary>Writes what a query gives as a file, flushes it to disk and names it.</summary>
    /// <param name="source">SHA-256 of the source's bytes, of which the batch gets its id by the same salt.</param>
    internal (string RowsFile, string Batch) Keep(DuckDBConnection duck, string query, ReadOnlySpan<byte> source)
    {
        var temporary = Path.Combine(Folder, Guid.NewGuid().ToString("N") + UnfinishedEnding);
        Execute(duck, $"COPY ({query}) TO {Quoted(temporary)} (FORMAT parquet, COMPRESSION zstd, WRITE_BLOOM_FILTER false)");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(temporary, KeyFolder.OwnerOnly);
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        byte[] hash;
        using (var written = new FileStream(temporary, FileMode.Open, FileAccess.ReadWrite))
        {
            hash = SHA256.HashData(written);
            written.Flush(flushToDisk: true);
        }

        var name = Salted(salt, hash);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = KeyFolder.OwnerOnly;
        using (var kept = new FileStream(Path.Combine(Folder, name + SaltEnding), options))
        {
            kept.Write(salt);
            kept.Flush(flushToDisk: true);
        }

        File.Move(temporary, PathOf(name));
        return (name, Salted(salt, source));
    }

    internal static void Execute(DuckDBConnection duck, string sql)
    {
        using var command = duck.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    internal static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A list of texts as SQL tells it.</summary>
    internal static string List(IEnumerable<string> texts) => $"[{string.Join(',', texts.Select(Quoted))}]";

    private byte[]? SaltOf(string rowsFile) => Path.Combine(Folder, rowsFile + SaltEnding) is var path && File.Exists(path) ? File.ReadAllBytes(path) : null;

    private void Open()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Folder);
            return;
        }

        Directory.CreateDirectory(Folder, OwnersFolder);
        if (File.GetUnixFileMode(Folder) != OwnersFolder)
            File.SetUnixFileMode(Folder, OwnersFolder);
    }

    private static string Salted(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> hash) => Convert.ToHexStringLower(SHA256.HashData([.. salt, .. hash]));
}
