using System.Globalization;
using System.Text;
using Styrkedja.App.Archive;
using Styrkedja.App.Texts;
using Styrkedja.Organisation;
using Styrkedja.Reports;

namespace Styrkedja.Web.Reporting;

/// <summary>The decision that freezes a report as it is now, ready to be recorded once the board has taken it.</summary>
public static class FreezingDecision
{
    /// <summary>The hash of all that goes into the report, as it is told in the decision.</summary>
    public static string InputOf(RegionArchive archive, ReportSeen seen) =>
        ReportInput.HashOf(ReportBuilder.Of(archive, seen.At, seen.Round, Texts.Swedish), archive.StateAt(seen.At).Reports.TextsOf(seen.Round.Id).Values);

    /// <summary>The decision as a file. Whoever records it fills in day and, from the second edition on, the reason.</summary>
    public static string Of(RegionArchive archive, ReportSeen seen, Texts t)
    {
        var (id, edition) = (seen.Round.Id, seen.Editions.Count + 1);
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"id: rs-{id.ToLowerInvariant()}-{edition}\n")
            .Append(CultureInfo.InvariantCulture, $"date: {seen.Round.Terms.Period.To.Plus(3).LastDay:yyyy-MM-dd} # {t["report-decision.day"]}\n")
            .Append(CultureInfo.InvariantCulture, $"body: {Subject.ExecutiveBoardId}\n")
            .Append(CultureInfo.InvariantCulture, $"title: {{sv: \"{Texts.In(Texts.Swedish)["report-decision.title", ("name", Texts.In(Texts.Swedish)[seen.Round.Terms.Name])]}\", en: \"{Texts.In(Texts.English)["report-decision.title", ("name", Texts.In(Texts.English)[seen.Round.Terms.Name])]}\"}}\n")
            .Append("acts:\n")
            .Append("  - freeze-report:\n")
            .Append(CultureInfo.InvariantCulture, $"      round: {id}\n")
            .Append(CultureInfo.InvariantCulture, $"      edition: {edition}\n")
            .Append(CultureInfo.InvariantCulture, $"      as-of: {seen.At.AsOf:yyyy-MM-dd}\n")
            .Append(CultureInfo.InvariantCulture, $"      known-at: {seen.At.KnownAt}\n")
            .Append(CultureInfo.InvariantCulture, $"      input: {InputOf(archive, seen)}\n");
        if (edition > 1)
            text.Append(CultureInfo.InvariantCulture, $"      reason: {{sv: \"\"}} # {t["report-decision.reason"]}\n");
        return text.ToString();
    }
}
