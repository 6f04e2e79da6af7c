using Styrkedja.Provenance;
using UglyToad.PdfPig;

namespace Styrkedja.App.Reporting;

/// <summary>A report as Word file and as PDF that agree on which page everything stands.</summary>
/// <param name="Word">The file that the PDF was made of.</param>
/// <param name="Pages">The page of each named place, by the name of its bookmark in the Word file.</param>
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
            var pdf = await converter.PdfAsync(file, cancellation);
            var pages = PagesOf(pdf);
            if (told is not null && pages.Count == told.Count && pages.All(p => told.TryGetValue(p.Key, out var page) && page == p.Value))
            {
                var fixedPdf = FixedPdf.Fix(pdf, made);
                return new(file, fixedPdf, pages, PdfAccessibility.Check(fixedPdf));
            }
            told = pages;
        }
        throw new FaultException(Fault.Error("report-pdf.pages-move", new("PDF"), $"{MostRounds}"));
    }

    /// <summary>The page of each named place of a PDF, from one.</summary>
    public static IReadOnlyDictionary<string, int> PagesOf(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return PdfStructure.Of(document).Places();
    }
}
