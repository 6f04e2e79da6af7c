using Styrkedja.App.Archive;
using Styrkedja.Formats.Tables;
using Styrkedja.Store.Facts;

namespace Styrkedja.App.Importing;

/// <summary>Opens a table handed in as rows, through the door that knows its sort of file.</summary>
internal static class TableFile
{
    public static TableRows Open(RegionArchive archive, ReadOnlyMemory<byte> bytes, string fileName, TableForm form) =>
        form.Format == TableFormat.Parquet ? new ParquetRows(bytes, fileName, Path.Combine(archive.Folder, "facts")) : form.Open(bytes, fileName);

    /// <summary>The word by which the journal knows the sort of file.</summary>
    public static string Word(TableFormat format) => format.ToString().ToLowerInvariant();
}
