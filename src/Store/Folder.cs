using System.Runtime.InteropServices;

namespace Styrkedja.Store;

/// <summary>A folder whose list of files must survive a power cut.</summary>
internal static partial class Folder
{
    private const int ReadOnly = 0;

    /// <summary>Flushes the folder itself, so that a rename in it is on disk.</summary>
    /// <remarks>.NET opens no folders, so the C library is called. Windows keeps renames by its own journal.</remarks>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        var descriptor = Open(folder, ReadOnly);
        if (descriptor < 0)
            throw new IOException($"The folder {folder} cannot be opened.");
        try
        {
            if (Sync(descriptor) != 0)
                throw new IOException($"The folder {folder} cannot be flushed to disk.");
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Sync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);
}
