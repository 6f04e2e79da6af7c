using Styrkedja.Decisions;

namespace Styrkedja.Web.Reporting;

/// <summary>The files that a report can be had as.</summary>
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
}
