using System.IO.Compression;
using System.Xml.Linq;
using Styrkedja.Provenance;
using UglyToad.PdfPig;

namespace Styrkedja.App.Reporting;

/// <summary>A report as Word file and as PDF that agree on which page everything stands.</summary>
/// <param name="Word">The file that the PDF was made of.</param>
/// <param name="Pages">The page of each bookmark in the Word file, from one.</param>
/// <param name="Findings">What someone who reads by ear or by keyboard would stumble on; none in a good report.</param>
public sealed record ReportPdf(byte[] Word, byte[] Pdf, IReadOnlyDictionary<string, int> Pages, IReadOnlyList<PdfFinding> Findings)
{
    /// <summary>A list of contents grows once, by the digits of its page numbers; four rounds are ample.</summary>
    private const int MostRounds = 4;

    /// <summary>Lays the report out, tells the writer on which page each place came, and lays it out again until the pages stay where they were said to be.</summary>
    /// <param name="word">Writes the Word file; handed nothing the first time, then the page of each bookmark.</param>
    /// <param name="made">The moment the PDF says it was made, such as the moment of the report's knowledge.</param>
    /// <exception cref="FaultException">The converter is missing or fails, or the pages never settle.</exception>
    public static async Task<ReportPdf> MakeAsync(
        LibreOffice converter, Func<IReadOnlyDictionary<string, int>?, byte[]> word, DateTimeOffset made, CancellationToken cancellation = default)
    {
        IReadOnlyDictionary<string, int>? told = null;
        for (var round = 0; round < MostRounds; round++)
        {
            var file = word(told);
            var laidOut = await converter.PdfAsync(file, cancellation);
            var pages = PagesOf(file, laidOut);
            if (told is not null && pages.Count == told.Count && pages.All(p => told.TryGetValue(p.Key, out var page) && page == p.Value))
            {
                var pdf = FixedPdf.Fix(laidOut, made);
                return new(file, pdf, pages, PdfAccessibility.Check(pdf));
            }
            told = pages;
        }
        throw new FaultException(Fault.Error("report-pdf.pages-move", new("PDF"), $"{MostRounds}"));
    }

    /// <summary>The page on which each bookmark of a Word file came in the PDF made of it, from one.</summary>
    public static IReadOnlyDictionary<string, int> PagesOf(byte[] word, byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        var places = PdfStructure.Of(document).Places();
        return Bookmarks(word).Where(name => places.ContainsKey(PlaceOf(name))).Distinct(StringComparer.Ordinal).ToDictionary(name => name, name => places[PlaceOf(name)], StringComparer.Ordinal);
    }

    /// <summary>What the converter calls the place of a bookmark: letters without accents, digits and hyphens as they are, others by their number in base sixteen.</summary>
    private static string PlaceOf(string bookmark) =>
        string.Concat(bookmark.Select(c => char.IsAsciiLetterOrDigit(c) || c == '-' ? $"{c}" : $"{(int)c:X2}"));

    private static IEnumerable<string> Bookmarks(byte[] word)
    {
        XNamespace w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        using var parts = new ZipArchive(new MemoryStream(word));
        using var text = parts.GetEntry("word/document.xml")!.Open();
        return [.. XDocument.Load(text).Descendants(w + "bookmarkStart").Select(b => b.Attribute(w + "name")?.Value).OfType<string>()];
    }
}
