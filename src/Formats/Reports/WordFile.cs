using System.IO.Compression;

namespace Styrkedja.Formats.Reports;

/// <summary>A Word file that bears no trace of when or where it was written. Format: ECMA-376, part 2.</summary>
internal static class WordFile
{
    private const string Types = "[Content_Types].xml";

    private static readonly DateTimeOffset s_time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The same parts with one time, in order of their names, what says their types first.</summary>
    public static byte[] Packed(MemoryStream written)
    {
        var packed = new MemoryStream();
        using (var from = new ZipArchive(written, ZipArchiveMode.Read, leaveOpen: true))
        using (var to = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in from.Entries.OrderBy(entry => entry.FullName != Types).ThenBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                var entry = to.CreateEntry(part.FullName, CompressionLevel.Optimal);
                entry.LastWriteTime = s_time;
                using var source = part.Open();
                using var target = entry.Open();
                source.CopyTo(target);
            }
        }

        return packed.ToArray();
    }
}
