using System.Security.Cryptography;
using Styrkedja.Facts;
using Styrkedja.Formats.Tables;

namespace Styrkedja.App.Importing;

/// <summary>A ledger in a table (CSV, XLSX or Parquet), read by a description of its columns.</summary>
public sealed class TableSource : LedgerSource
{
    private readonly Func<byte[]> _bytes;
    private readonly LedgerMapping _mapping;
    private readonly string _folder;

    /// <param name="folder">The region's folder, where a Parquet file is laid while it is read.</param>
    public TableSource(ReadOnlyMemory<byte> bytes, LedgerMapping mapping, string folder, string name)
        : base(name) => (_bytes, Length, _mapping, _folder) = (bytes.ToArray, bytes.Length, mapping, folder);

    public TableSource(string path, LedgerMapping mapping, string folder, string? name = null)
        : base(name ?? path) => (_bytes, Length, _mapping, _folder) = (() => File.ReadAllBytes(path), new FileInfo(path).Length, mapping, folder);

    public override long Length { get; }

    public override string Hash() => Convert.ToHexStringLower(SHA256.HashData(_bytes()));

    public override LedgerReading Read(Action<LedgerRows> take, Action<long> progress, CancellationToken stop)
    {
        var bytes = _bytes();
        LedgerTable table;
        using (var rows = TableFile.Open(_folder, bytes, Name, _mapping.Form))
            table = LedgerTable.Read(rows, _mapping, Name);
        stop.ThrowIfCancellationRequested();
        progress(Length);
        if (!table.Refused && table.Rows.Count > 0)
            take(table.Rows);
        return new(
            Convert.ToHexStringLower(SHA256.HashData(bytes)), TableFile.Word(table.Format), table.LegalEntity, table.WholeYear, table.Rows.Count, table.Faults);
    }
}
