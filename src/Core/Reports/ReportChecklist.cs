using Styrkedja.Authority;
using Styrkedja.Decisions;
using Styrkedja.Region;
using Styrkedja.Rounds;

namespace Styrkedja.Reports;

/// <summary>Something the law demands of a report, with the section that answers it.</summary>
/// <param name="Law">The law in force for the year, as checked or not.</param>
/// <param name="Section">The first section that answers it; absent when none does.</param>
public sealed record ContentStanding(LegalContent Content, LegalSource Law, OutlineSection? Section);

/// <summary>A text that the outline asks for, and how it stands.</summary>
/// <param name="Due">Its last day; absent when none is set.</param>
/// <param name="Text">As it stands; absent while nobody has written it.</param>
/// <param name="Flagged">True when it names a figure that reads otherwise now than when the text was decided.</param>
public sealed record TextStanding(OutlineSection Section, string Writer, DateOnly? Due, Decided<WriteReportText>? Text, bool Flagged)
{
    public bool IsLate(DateOnly day) => Text is null && Due < day;
}

/// <summary>What a round's report still lacks: what the law demands of its year, texts not written or to be looked at again, and sub-goals not judged.</summary>
/// <remarks>Rule: kommunallagen (2017:725) 11 kap. 6, 16 and 20 §§; contents by LKBR (2018:597), before 2019 by KRL (1997:614); see <see cref="LegalContents"/>.</remarks>
/// <param name="Outline">What the report follows; absent when no outline has been decided for its kind and year.</param>
/// <param name="Contents">In the order of the law; none for reports that no law asks for.</param>
/// <param name="Texts">In the order of the outline.</param>
/// <param name="Unjudged">Sub-goals of the year without a judgement in the round, by id.</param>
public sealed record ReportChecklist(
    FollowUpRound Round,
    Decided<SetReportOutline>? Outline,
    IReadOnlyList<ContentStanding> Contents,
    IReadOnlyList<TextStanding> Texts,
    IReadOnlyList<string> Unjudged)
{
    /// <summary>What the law demands and no section answers.</summary>
    public IEnumerable<LegalContent> Missing => Contents.Where(c => c.Section is null).Select(c => c.Content);

    public IEnumerable<TextStanding> Unwritten => Texts.Where(t => t.Text is null);

    /// <summary>Texts to be decided again, since a figure they name has changed.</summary>
    public IEnumerable<TextStanding> Flagged => Texts.Where(t => t.Flagged);

    /// <summary>True when nothing stands in the way of freezing: by the rules a text not written does not, but it is told.</summary>
    public bool MayBeFrozen => Unjudged.Count == 0 && !Missing.Any();

    public bool IsComplete => MayBeFrozen && !Unwritten.Any() && !Flagged.Any();

    /// <param name="flagged">Ids of sections whose text names a figure that reads otherwise now than when the text was decided.</param>
    public static ReportChecklist Of(FollowUpRound round, RegionState state, IReadOnlySet<string> flagged)
    {
        var (terms, year) = (round.Terms, round.Terms.Period.To.Year);
        var outline = state.Reports.OutlineOf(terms);
        var sections = outline?.Act.Sections ?? [];
        var end = terms.Period.To.LastDay;
        return new(
            round,
            outline,
            [.. LegalContents.Of(terms.Kind, year).Select(content => new ContentStanding(content, content.SourceFor(year)!, sections.FirstOrDefault(content.IsIn)))],
            [
                .. sections.Where(section => section.Writer is not null).Select(section => new TextStanding(
                    section,
                    section.Writer!,
                    section.DueDays is { } days ? end.AddDays(days) : null,
                    state.Reports.TextOf(round.Id, section.Id),
                    flagged.Contains(section.Id))),
            ],
            terms.Kind is RoundKind.AnnualReport or RoundKind.InterimReport ? round.Unjudged(state.Goals) : []);
    }
}
