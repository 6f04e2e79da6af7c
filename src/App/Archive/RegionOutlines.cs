using Styrkedja.Formats.Geography;

namespace Styrkedja.App.Archive;

/// <summary>The outlines of the municipalities of a region, from the file that lies in its folder beside the journal; none for a region that has put no such file there.</summary>
public sealed class RegionOutlines(RegionArchive archive)
{
    private readonly Lazy<OutlineFile> _file = new(() =>
        Path.Combine(archive.Folder, OutlineFile.FileName) is var file && File.Exists(file) ? OutlineFile.Read(File.ReadAllBytes(file)) : OutlineFile.None);

    public OutlineFile Read => _file.Value;
}
