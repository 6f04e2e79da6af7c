using System.Security.Cryptography;
using Styrkedja.Formats.Care;
using Styrkedja.Provenance;
using Styrkedja.Store.Care;

namespace Styrkedja.App.Importing;

/// <summary>A file of contacts, listings or costs per group where it lies; it is read as a stream and never copied.</summary>
/// <param name="Path">Where the file lies.</param>
/// <param name="Name">What it is called where it is told of.</param>
public sealed record CareSource(string Path, string Name)
{
    private static ReadOnlySpan<byte> ParquetMark => "PAR1"u8;

    public long Length => new FileInfo(Path).Length;

    /// <summary>The word by which the journal knows the sort of file.</summary>
    internal string Format => IsParquet() ? "parquet" : "csv";

    /// <summary>SHA-256 of all its bytes.</summary>
    internal byte[] Hash()
    {
        using var stream = File.OpenRead(Path);
        return SHA256.HashData(stream);
    }

    internal CareRows Open()
    {
        if (IsParquet())
            return new CareParquet(Path, Name);
        return new CareCsv(new FileStream(Path, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 0 }), Name);
    }

    /// <summary>A fault of the whole file when it changed while it was read, so that the batch would not be what its id says.</summary>
    internal IEnumerable<Fault> ChangedSince(byte[] hash) => Hash().AsSpan().SequenceEqual(hash) ? [] : [Fault.Error("care.changed", new(Name), "")];

    private bool IsParquet()
    {
        using var stream = File.OpenRead(Path);
        Span<byte> beginning = stackalloc byte[4];
        return stream.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false) == beginning.Length && beginning.SequenceEqual(ParquetMark);
    }
}
