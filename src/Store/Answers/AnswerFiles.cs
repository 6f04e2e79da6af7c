using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Styrkedja.Store.Answers;

/// <summary>An answer that is kept, and what its source said by which it can be asked whether it is still so.</summary>
/// <param name="Asked">The address and all else that the answer is an answer to.</param>
/// <param name="Hash">SHA-256 of the bytes, under which they lie.</param>
/// <param name="At">When the source last said so.</param>
/// <param name="Tag">The entity tag of the answer; absent when the source gave none.</param>
/// <param name="Changed">When the source says that the answer was last changed; absent when it did not say.</param>
public sealed record KeptAnswer(string Asked, string Hash, long Bytes, DateTimeOffset At, string? Tag, DateTimeOffset? Changed);

/// <summary>Answers of outside sources kept as they came, compressed, each in a file named by the SHA-256 of its bytes before compression.</summary>
/// <remarks>Beside them stands what was asked, so that a load that broke off goes on where it was. What is asked is a cache and may be thrown away; the answers that
/// the journal names may not.</remarks>
public sealed class AnswerFiles(string folder)
{
    private readonly string _folder = Path.Combine(folder, "answers");
    private readonly string _asked = Path.Combine(folder, "answers", "asked");
    private readonly string _loads = Path.Combine(folder, "answers", "loads");

    /// <summary>Keeps the bytes of an answer, flushed to disk, and returns their hash.</summary>
    public string Put(ReadOnlySpan<byte> bytes)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (HashOf(hash) == hash)
            return hash;
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(bytes);
        Write(_folder, hash + ".gz", packed.ToArray());
        return hash;
    }

    /// <summary>The bytes of an answer; nothing when it is not kept or its file is damaged.</summary>
    public byte[]? Read(string hash)
    {
        var path = Path.Combine(_folder, hash + ".gz");
        if (!File.Exists(path))
            return null;
        using var bytes = new MemoryStream();
        try
        {
            using var gzip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
            gzip.CopyTo(bytes);
        }
        catch (InvalidDataException)
        {
            return [];
        }

        return bytes.ToArray();
    }

    /// <summary>The hash of what lies under a hash, which is the same unless it has been changed; nothing when nothing lies there.</summary>
    public string? HashOf(string hash) => Read(hash) is { } bytes ? Convert.ToHexStringLower(SHA256.HashData(bytes)) : null;

    /// <summary>The answer kept to a question; nothing when there is none or its bytes are not as they were.</summary>
    public KeptAnswer? Find(string asked) =>
        Mark<KeptAnswer>(_asked, asked) is { } kept && kept.Asked == asked && HashOf(kept.Hash) == kept.Hash ? kept : null;

    /// <summary>Remembers that an answer was given to a question.</summary>
    public void Remember(KeptAnswer answer) => Write(_asked, NameOf(answer.Asked), JsonSerializer.SerializeToUtf8Bytes(answer));

    /// <summary>When everything of a load had last been taken in; nothing when it never was, or nobody remembers.</summary>
    public DateTimeOffset? LoadDone(string load) => Mark<DateTimeOffset?>(_loads, load);

    public void MarkLoad(string load, DateTimeOffset begun) => Write(_loads, NameOf(load), JsonSerializer.SerializeToUtf8Bytes(begun));

    /// <summary>Removes what was asked before a moment, and the answers that neither a question nor the journal names any longer. Only for the holder of the writer lock.</summary>
    public void Sweep(IReadOnlySet<string> named, DateTimeOffset before)
    {
        if (!Directory.Exists(_folder))
            return;
        var held = new HashSet<string>(named, StringComparer.Ordinal);
        foreach (var file in Files(_asked))
        {
            if (Json<KeptAnswer>(file) is { } kept && kept.At >= before)
                held.Add(kept.Hash);
            else
                File.Delete(file);
        }

        foreach (var file in Files(_folder).Where(f => !held.Contains(Path.GetFileNameWithoutExtension(f))))
            File.Delete(file);
    }

    private static T? Mark<T>(string folder, string name) => Json<T>(Path.Combine(folder, NameOf(name)));

    private static T? Json<T>(string path)
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<T>(File.ReadAllBytes(path)) : default;
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static IEnumerable<string> Files(string folder) => Directory.Exists(folder) ? Directory.EnumerateFiles(folder) : [];

    private static string NameOf(string asked) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(asked))) + ".json";

    private static void Write(string folder, string name, byte[] bytes)
    {
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, Guid.NewGuid().ToString("N") + ".tmp");
        try
        {
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                file.Write(bytes);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, Path.Combine(folder, name), overwrite: true);
            Folder.Flush(folder);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
