using Styrkedja.App.Archive;
using Styrkedja.Decisions;
using Styrkedja.Reports;
using Styrkedja.Web.Readers;

namespace Styrkedja.Web.Reporting;

/// <summary>A sentence reckoned from the figures that a writer may take or replace.</summary>
/// <param name="Written">As it is written in a text, its figures named by address, so that they follow along.</param>
public sealed record SuggestedSentence(string Written, ReportParagraph Shown);

/// <summary>The text of the same section the year before, with its figures as they were then.</summary>
public sealed record EarlierText(string Name, Reading Seen, IReadOnlyList<ReportBlock> Blocks);

/// <summary>A text that someone is to write in a report, and all that helps in writing it.</summary>
/// <param name="Due">The last day; absent when none is set.</param>
/// <param name="Text">Absent while nobody has written it.</param>
/// <param name="Blocks">The text as it is read.</param>
/// <param name="Before">Absent when there was none.</param>
public sealed record AskedText(
    OutlineSection Section,
    DateOnly? Due,
    Decided<WriteReportText>? Text,
    IReadOnlyList<ReportBlock> Blocks,
    IReadOnlyList<ChangedFigure> Changed,
    IReadOnlyList<UnreadableFigure> Unreadable,
    EarlierText? Before,
    IReadOnlyList<SuggestedSentence> Suggested)
{
    /// <summary>Every text that the outline asks for, in its order.</summary>
    public static IReadOnlyList<AskedText> Each(RegionArchive archive, ReportSeen seen, string language)
    {
        var terms = seen.Round.Terms;
        var ground = new ReportGround(new Reading(archive, ReadingChoice.Fixed(language, terms.Period, seen.At)), terms.Period);
        var state = ground.View.State;
        var check = ReportTextCheck.Of(archive, seen.At, seen.Round, language);
        var before = state.RoundBook.YearBefore(seen.Round);
        var then = before is null ? null : new ReportGround(new Reading(archive, ReadingChoice.Fixed(language, before.Terms.Period, new(before.Terms.Period.To.LastDay, seen.At.KnownAt))), before.Terms.Period);
        return
        [
            .. ReportBuilder.OutlineOf(state, terms).Where(s => s.Writer is not null).Select(section =>
            {
                var text = state.Reports.TextOf(seen.Round.Id, section.Id);
                return new AskedText(
                    section,
                    section.DueDays is { } days ? terms.Period.To.LastDay.AddDays(days) : null,
                    text,
                    text is null ? [] : new ReportTexts(ground).Blocks(text),
                    [.. check.Changed.Where(c => c.Section == section.Id)],
                    [.. check.Unreadable.Where(u => u.Section == section.Id)],
                    Earlier(section),
                    DraftSentences.For(ground, section));
            }),
        ];

        EarlierText? Earlier(OutlineSection section) => before is not null && then is not null && state.Reports.TextOf(before.Id, section.Id) is { } written
            ? new(ground.T[before.Terms.Name], then.Reading, new ReportTexts(then).Blocks(written))
            : null;
    }
}
