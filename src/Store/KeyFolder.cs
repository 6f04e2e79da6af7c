using System.Security.Cryptography;

namespace Styrkedja.Store;

/// <summary>The folder keys/ of a region: secrets that the program makes for itself and that only the owner of the files may read.</summary>
/// <remarks>Folder mode 700, files 600. What the keys protect is worth nothing without them, so they are kept out of journals, logs and exports.</remarks>
public static class KeyFolder
{
    public const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const int SecretLength = 32;
    private const UnixFileMode OwnersFolder = OwnerOnly | UnixFileMode.UserExecute;

    /// <summary>The folder, made when it is not there and closed to others when it stands open.</summary>
    /// <exception cref="IOException">The region's folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The region's folder may not be written.</exception>
    public static DirectoryInfo Open(string regionFolder)
    {
        var folder = new DirectoryInfo(Path.Combine(regionFolder, "keys"));
        if (OperatingSystem.IsWindows())
        {
            folder.Create();
            return folder;
        }

        Directory.CreateDirectory(folder.FullName, OwnersFolder);
        if (File.GetUnixFileMode(folder.FullName) != OwnersFolder)
            File.SetUnixFileMode(folder.FullName, OwnersFolder);
        return folder;
    }

    /// <summary>A secret by its name, made by chance the first time it is asked for.</summary>
    public static byte[] Secret(string regionFolder, string name)
    {
        var file = Path.Combine(Open(regionFolder).FullName, name);
        if (!File.Exists(file))
            Make(file);
        var secret = File.ReadAllBytes(file);
        return secret.Length == SecretLength ? secret : throw new IOException($"{file} does not hold a key.");
    }

    /// <summary>Takes a secret away for good; what it was used for can no longer be made again.</summary>
    public static void Forget(string regionFolder, string name) => File.Delete(Path.Combine(Open(regionFolder).FullName, name));

    /// <summary>The names of secrets that begin with the same word.</summary>
    public static IReadOnlyList<string> Names(string regionFolder, string beginning) =>
        [.. Open(regionFolder).EnumerateFiles(beginning + "*").Select(f => f.Name).Order(StringComparer.Ordinal)];

    /// <summary>Whoever comes first makes the key: it is written whole beside its place, and put there only while the place is empty.</summary>
    private static void Make(string file)
    {
        var beside = $"{file}.{Guid.NewGuid():N}.new";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        using (var stream = new FileStream(beside, options))
        {
            stream.Write(RandomNumberGenerator.GetBytes(SecretLength));
            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(beside, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(beside);
        }
    }
}
