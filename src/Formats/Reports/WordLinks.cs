using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using Styrkedja.FollowUp;
using Styrkedja.Region;

namespace Styrkedja.Formats.Reports;

/// <summary>Where the words of a document lead: the site that explains its figures, as seen from the document's moment. Each address stands once in the file.</summary>
/// <param name="site">Absent when the region has no site: then paths lead nowhere, and whole addresses still do.</param>
internal sealed class WordLinks(Uri? site, Viewpoint at, MainDocumentPart part)
{
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

    /// <summary>The id of the link to a figure's explanation, or to an address; nothing when there is none.</summary>
    public string? Id(Figure? figure, string? address)
    {
        if (figure is not null && site is not null)
            return IdOf(AtMoment("/figure/" + string.Join('/', figure.Address.ToString().Split('/').Select(Escaped))));
        if (address is null)
            return null;
        if (address.StartsWith('/'))
            return site is null ? null : IdOf(AtMoment(address));
        return Uri.TryCreate(address, UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https" or "mailto" ? IdOf(address) : null;
    }

    private static string Escaped(string part) => Uri.EscapeDataString(part).Replace("%3D", "=", StringComparison.Ordinal);

    private string AtMoment(string path)
    {
        var hash = path.IndexOf('#', StringComparison.Ordinal);
        var (before, fragment) = hash < 0 ? (path, "") : (path[..hash], path[hash..]);
        return string.Create(CultureInfo.InvariantCulture,
            $"{site!.AbsoluteUri.TrimEnd('/')}{before}{(before.Contains('?', StringComparison.Ordinal) ? '&' : '?')}asOf={at.AsOf:yyyy-MM-dd}&knownAt={at.KnownAt}{fragment}");
    }

    private string IdOf(string address)
    {
        if (!_ids.TryGetValue(address, out var id))
        {
            _ids[address] = id = string.Create(CultureInfo.InvariantCulture, $"link{_ids.Count + 1}");
            part.AddHyperlinkRelationship(new Uri(address), true, id);
        }

        return id;
    }
}
