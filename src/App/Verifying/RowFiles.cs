using Styrkedja.App.Archive;
using Styrkedja.Facts;

namespace Styrkedja.App.Verifying;

/// <summary>The files of rows that batches name, held against their names.</summary>
public static class RowFiles
{
    /// <summary>How many bytes the files of some batches have together.</summary>
    public static long Bytes(RegionArchive archive, IEnumerable<FactBatch> batches) =>
        Names(batches).Sum(name => new FileInfo(archive.Facts.RowsPath(name)) is { Exists: true } file ? file.Length : 0);

    /// <summary>How many files some batches name, and those that are missing or whose bytes have another hash than their name.</summary>
    public static (int Looked, IReadOnlyList<string> Wrong) Check(RegionArchive archive, IEnumerable<FactBatch> batches)
    {
        var names = Names(batches);
        return (names.Count, [.. names.Where(name => archive.Facts.HashOfRows(name) != name)]);
    }

    // Rows about people in care lie in a zone of their own, which no page reads.
    private static List<string> Names(IEnumerable<FactBatch> batches) => [.. batches.Where(b => !b.IsOfCare).Select(b => b.RowsFile).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
