using Styrkedja.Formats.Tables;
using Styrkedja.Store.Facts;

namespace Styrkedja.App.Importing;

/// <summary>Opens a table handed in as rows, through the door that knows its sort of file.</summary>
internal static class TableFile
{
    /// <param name="folder">The region's folder.</param>
    public static TableRows Open(string folder, ReadOnlyMemory<byte> bytes, string fileName, TableForm form) =>
        form.Format == TableFormat.Parquet ? new ParquetRows(bytes, fileName, Path.Combine(folder, "facts")) : form.Open(bytes, fileName);

    /// <summary>The word by which the journal knows the sort of file.</summary>
    public static string Word(TableFormat format) => format.ToString().ToLowerInvariant();
}
