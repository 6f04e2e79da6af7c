namespace Styrkedja.Store;

/// <summary>Held by the one who writes to a region's folder: appends entries or sweeps away files that no entry names.</summary>
/// <remarks>The operating system lets go of it when the process ends, however it ends.</remarks>
public sealed class WriterLock : IDisposable
{
    private readonly FileStream _file;

    private WriterLock(FileStream file) => _file = file;

    /// <summary>Waits for the lock; nothing when someone else still holds it after the time given.</summary>
    public static WriterLock? Take(string folder, TimeSpan wait)
    {
        var until = DateTime.UtcNow + wait;
        while (true)
        {
            try
            {
                return new(new FileStream(Path.Combine(folder, "writer.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException) when (DateTime.UtcNow < until)
            {
                Thread.Sleep(50);
            }
            catch (IOException)
            {
                return null;
            }
        }
    }

    public void Dispose() => _file.Dispose();
}
