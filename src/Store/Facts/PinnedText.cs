using System.Text;

namespace Styrkedja.Store.Facts;

/// <summary>Text as UTF-8 in memory that the collector leaves where it is, so that DuckDB can be pointed to it.</summary>
internal static class PinnedText
{
    public static byte[] Of(string text)
    {
        var bytes = GC.AllocateUninitializedArray<byte>(Encoding.UTF8.GetByteCount(text), pinned: true);
        Encoding.UTF8.GetBytes(text, bytes);
        return bytes;
    }
}
