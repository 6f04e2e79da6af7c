using Styrkedja.Provenance;

namespace Styrkedja.App.Reporting;

/// <summary>A report on pages, for all to read and for the archive.</summary>
public static class ReportPdf
{
    /// <summary>Lays a Word file out on pages; its lists of contents tell the page of each place when it leaves that to be reckoned.</summary>
    /// <param name="made">The moment the PDF says it was made, such as the moment of the report's knowledge.</param>
    /// <exception cref="FaultException">The converter is missing or fails, or writes in a way it is not known to.</exception>
    public static async Task<byte[]> MakeAsync(LibreOffice converter, byte[] word, DateTimeOffset made, CancellationToken cancellation = default) =>
        FixedPdf.Fix(await converter.PdfAsync(word, cancellation), made);
}
