using System.Security.Cryptography;

namespace Styrkedja.Store.Documents;

/// <summary>Documents beside the journal, each in a file named by the SHA-256 of its bytes. The journal says which case a document belongs to and whether it is public.</summary>
public sealed class DocumentFiles(string folder)
{
    private readonly string _folder = Path.Combine(folder, "documents");

    /// <summary>Hashes of all documents kept.</summary>
    public IEnumerable<string> Hashes => Directory.Exists(_folder) ? Directory.EnumerateFiles(_folder).Select(f => Path.GetFileName(f)!).Where(IsHash) : [];

    /// <summary>Keeps a document and returns its hash. The same document twice is the same document.</summary>
    public string Put(Stream document)
    {
        Directory.CreateDirectory(_folder);
        var temporary = Path.Combine(_folder, Guid.NewGuid().ToString("N") + ".tmp");
        try
        {
            string hash;
            using (var written = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite))
            {
                document.CopyTo(written);
                written.Flush(flushToDisk: true);
                written.Position = 0;
                hash = Convert.ToHexStringLower(SHA256.HashData(written));
            }

            File.Move(temporary, PathOf(hash), overwrite: true);
            Folder.Flush(_folder);
            return hash;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    public bool Holds(string hash) => IsHash(hash) && File.Exists(PathOf(hash));

    /// <summary>Opens a document for reading; nothing when it is not kept.</summary>
    public FileStream? Open(string hash) => Holds(hash) ? new(PathOf(hash), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete) : null;

    /// <summary>The hash of the bytes that lie under a name, which is the name itself unless they have been changed.</summary>
    public string HashOf(string hash)
    {
        using var document = Open(hash) ?? throw new FileNotFoundException($"No document {hash} is kept.");
        return Convert.ToHexStringLower(SHA256.HashData(document));
    }

    private string PathOf(string hash) => Path.Combine(_folder, hash);

    // Names come from addresses too: nothing but a hash is ever a path.
    private static bool IsHash(string name) => name.Length == 64 && name.All(char.IsAsciiHexDigitLower);
}
