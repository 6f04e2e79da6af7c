using System.Text;
using Styrkedja.App.Archive;
using Styrkedja.App.Reporting;
using Styrkedja.App.Texts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Formats.Reports;
using Styrkedja.Provenance;
using Styrkedja.Reports;
using Styrkedja.Web.Pages.Reports;

namespace Styrkedja.Web.Reporting;

/// <summary>The files that a report can be had as, each made from the same document.</summary>
/// <remarks>The same archive, moment, language, version and, for PDF, converter give the same bytes.</remarks>
public static class ReportFiles
{
    public static readonly IReadOnlyList<string> Formats = ["pdf", "docx", "xlsx", "html", "json", "csv"];

    /// <summary>The word for a report of a kind on the command line.</summary>
    public static string VerbOf(RoundKind kind) => kind switch
    {
        RoundKind.Month => "month",
        RoundKind.FollowUpReport => "follow-up",
        RoundKind.InterimReport => "interim",
        RoundKind.PreliminaryResult => "preliminary",
        _ => "annual",
    };

    public static string NameOf(string round, string language, string format) => $"{round}-{language}.{(format == "csv" ? "zip" : format)}";

    /// <summary>The format that a file's name says; nothing for one that no report has.</summary>
    public static string? FormatOf(string file) => Path.GetExtension(file).TrimStart('.').ToLowerInvariant() switch
    {
        "zip" => "csv",
        var ending when Formats.Contains(ending) && ending != "csv" => ending,
        _ => null,
    };

    public static string TypeOf(string format) => format switch
    {
        "pdf" => "application/pdf",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "html" => "text/html; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        _ => "application/zip",
    };

    /// <summary>Makes the report in a format.</summary>
    /// <param name="site">Where links in Word and PDF lead; without it they are words.</param>
    /// <exception cref="FaultException">PDF was asked for and the converter is missing or fails.</exception>
    public static Task<byte[]> BytesAsync(RegionArchive archive, ReportSeen seen, string language, string format, Uri? site, CancellationToken stop) =>
        BytesAsync(archive, ReportBuilder.Of(archive, seen.At, seen.Round, language), seen.Round.Terms.Period, format, site, stop);

    /// <summary>Makes a document in a format.</summary>
    /// <param name="period">The period that the document is about.</param>
    public static async Task<byte[]> BytesAsync(RegionArchive archive, ReportDocument document, Period period, string format, Uri? site, CancellationToken stop)
    {
        var t = Texts.In(document.Language);
        return format switch
        {
            "json" => ReportJson.Bytes(document),
            "csv" => ReportTables.Bytes(document),
            "xlsx" => ReportWorkbook.Bytes(document, SheetWords.In(t)),
            "docx" => Word(document, t, site).Bytes(),
            "pdf" => await ReportPdf.MakeAsync(new LibreOffice(), Word(document, t, site).Bytes(toLayOut: true), new(document.At.AsOf, default, TimeSpan.Zero), stop),
            _ => await HtmlAsync(archive, document, period),
        };
    }

    private static ReportWord Word(ReportDocument document, Texts t, Uri? site) =>
        new(document, PageWords.In(t), site, picture => DrawnPicture.Png(picture.Svg, ReportWord.MillimetresOf(picture)));

    private static async Task<byte[]> HtmlAsync(RegionArchive archive, ReportDocument document, Period period) => Encoding.UTF8.GetBytes(
        await ReportFile.RenderAsync<ReportPaper>(archive, document.Language, $"{document.Title}, {document.Author}", new()
        {
            [nameof(ReportPaper.Archive)] = archive,
            [nameof(ReportPaper.Document)] = document,
            [nameof(ReportPaper.Period)] = period,
        }));
}
