using Styrkedja.Bench.Measuring;

namespace Styrkedja.Bench.Limits;

/// <summary>The least that makes an entry durable: its bytes at the end of a file that has its room already, and a flush.</summary>
public static class FlushLoop
{
    public static double AppendOneByOne(string file, Func<long, byte[]> entry, int entries)
    {
        using var handle = File.OpenHandle(file, FileMode.Create, FileAccess.ReadWrite);
        var room = new byte[1 << 20];
        for (var at = 0L; at < (entries + 2) * 2048L; at += room.Length)
            RandomAccess.Write(handle, room, at);
        RandomAccess.FlushToDisk(handle);
        var end = 0L;
        return Medians.Timed(() =>
        {
            for (var i = 1; i <= entries; i++)
            {
                var bytes = entry(i);
                RandomAccess.Write(handle, bytes, end);
                RandomAccess.FlushToDisk(handle);
                end += bytes.Length;
            }
        });
    }
}
