namespace Styrkedja.Web.Reporting;

/// <summary>The files that a report can be had as.</summary>
public static class ReportFiles
{
    public static readonly IReadOnlyList<string> Formats = ["pdf", "docx", "xlsx", "html", "json", "csv"];

    public static string NameOf(string round, string language, string format) => $"{round}-{language}.{(format == "csv" ? "zip" : format)}";
}
