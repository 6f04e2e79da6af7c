using Styrkedja.App.Archive;
using YamlDotNet.RepresentationModel;

namespace Styrkedja.Web.Words;

/// <summary>A published source that values were found in.</summary>
/// <param name="Address">Where it can be read; absent when it has no address.</param>
public sealed record PublishedSource(string Key, string Title, string? Address, string? Publisher, string? Dated, string? Note);

/// <summary>The region's list of sources, from the file sources.yaml beside its journal.</summary>
/// <remarks>Empty when there is no such file; keys are then shown as they are.</remarks>
public sealed class SourceList
{
    private readonly Dictionary<string, PublishedSource> _sources = new(StringComparer.Ordinal);

    public SourceList(RegionArchive archive)
    {
        var file = Path.Combine(archive.Folder, "sources.yaml");
        if (!File.Exists(file))
            return;
        var yaml = new YamlStream();
        using var text = File.OpenText(file);
        yaml.Load(text);
        foreach (var entry in yaml.Documents.SelectMany(d => (d.RootNode as YamlSequenceNode)?.Children ?? []).OfType<YamlMappingNode>())
        {
            string? Value(string name) => entry.Children.TryGetValue(new YamlScalarNode(name), out var node) && node is YamlScalarNode { Value: var value } && value is not ("null" or "") ? value : null;
            if (Value("key") is { } key && Value("ref") is { } reference)
                _sources[key] = new(key, TitleOf(reference, Value("publisher")), AddressIn(reference), Value("publisher"), Value("dated"), Value("note"));
        }
    }

    public IReadOnlyCollection<PublishedSource> All => _sources.Values;

    public PublishedSource? Find(string key) => _sources.GetValueOrDefault(key);

    private static string? AddressIn(string reference) =>
        Uri.TryCreate(reference, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address.ToString() : null;

    private static string TitleOf(string reference, string? publisher)
    {
        var what = AddressIn(reference) is { } address ? new Uri(address).Host.Replace("www.", "", StringComparison.Ordinal) : reference;
        return publisher is null ? what : AddressIn(reference) is null ? $"{publisher}: {what}" : publisher;
    }
}
