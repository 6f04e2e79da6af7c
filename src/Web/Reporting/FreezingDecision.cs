using System.Globalization;
using Styrkedja.App.Archive;
using Styrkedja.App.Texts;
using Styrkedja.Formats.Decisions;
using Styrkedja.Organisation;
using Styrkedja.Reports;
using Styrkedja.Web.Words;

namespace Styrkedja.Web.Reporting;

/// <summary>The decision that freezes a report as it is now, ready to be recorded once the board has taken it.</summary>
public static class FreezingDecision
{
    /// <summary>The hash of all that goes into the report, as it is told in the decision.</summary>
    public static string InputOf(RegionArchive archive, ReportSeen seen) =>
        ReportInput.HashOf(ReportBuilder.Of(archive, seen.At, seen.Round, Texts.Swedish), archive.StateAt(seen.At).Reports.TextsOf(seen.Round.Id).Values);

    /// <summary>The act's boxes, the same on a form and in a file.</summary>
    public static IReadOnlyList<(string Box, string Value)> BoxesOf(RegionArchive archive, ReportSeen seen) =>
    [
        ("round", seen.Round.Id),
        ("edition", Number(seen.Editions.Count + 1)),
        ("as-of", DateWords.Iso(seen.At.AsOf)),
        ("known-at", Number(seen.At.KnownAt)),
        ("input", InputOf(archive, seen)),
    ];

    /// <summary>The decision as a file. Whoever records it sets the day and, from the second edition on, adds the reason.</summary>
    public static string Of(RegionArchive archive, ReportSeen seen, Texts t)
    {
        var edition = seen.Editions.Count + 1;
        var form = new FilledForm(
        [
            new("decision", $"{Subject.ExecutiveBoardId}-{seen.Round.Id}-{edition}"),
            new("body", Subject.ExecutiveBoardId),
            new("date", DateWords.Iso(seen.Round.Terms.Period.To.Plus(3).LastDay)),
            new("title", TitleOf(seen, Texts.Swedish)),
            new("title.en", TitleOf(seen, Texts.English)),
            new("acts.0", "freeze-report"),
            .. BoxesOf(archive, seen).Select(b => KeyValuePair.Create($"acts.0.{b.Box}", b.Value)),
        ]);
        var reason = edition > 1 ? $"# {t["report-decision.reason"]}\n" : "";
        return $"# {t["report-decision.day"]}\n{reason}{DraftText.Of(form, DraftText.DecisionFields)}";
    }

    private static string TitleOf(ReportSeen seen, string language)
    {
        var t = Texts.In(language);
        return t["report-decision.title", ("name", t[seen.Round.Terms.Name])];
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
