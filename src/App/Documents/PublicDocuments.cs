using Styrkedja.App.Archive;
using Styrkedja.Region;

namespace Styrkedja.App.Documents;

/// <summary>The documents that anyone may read: filed in a case, neither document nor case secret anywhere.</summary>
public sealed class PublicDocuments(RegionArchive archive)
{
    /// <summary>Opens a document; nothing when it is not kept or not public.</summary>
    public FileStream? Open(string hash, RegionState state) => IsPublic(hash, state) ? archive.Documents.Open(hash) : null;

    /// <summary>True when a document is kept here and anyone may read it.</summary>
    public bool Holds(string hash, RegionState state) => IsPublic(hash, state) && archive.Documents.Holds(hash);

    /// <summary>The whole text of a public document, when it is no longer than that; nothing otherwise.</summary>
    public string? Text(string hash, RegionState state, int longest)
    {
        using var document = Open(hash, state);
        if (document is null || document.Length > longest)
            return null;
        using var reader = new StreamReader(document);
        return reader.ReadToEnd();
    }

    private static bool IsPublic(string hash, RegionState state)
    {
        var filed = state.Cases.All.SelectMany(c => c.Documents.Where(d => d.Act.Hash == hash).Select(d => (Case: c, d.Act))).ToList();
        return filed.Count > 0 && filed.TrueForAll(f => f.Act.Secrecy is null && f.Case.Secrecy is null);
    }
}
