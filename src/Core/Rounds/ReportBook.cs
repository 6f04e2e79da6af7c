using Styrkedja.Decisions;

namespace Styrkedja.Rounds;

/// <summary>What reports of rounds hold: their outlines, the texts of their sections and the editions frozen.</summary>
/// <remarks>Said about a period and not about a day, so it counts as soon as it is known. The later decision date wins, then the later position.</remarks>
public sealed class ReportBook
{
    private readonly ILookup<RoundKind, Decided<SetReportOutline>> _outlines;
    private readonly ILookup<(string Round, string Section), Decided<WriteReportText>> _texts;
    private readonly ILookup<string, Decided<FreezeReport>> _editions;

    private ReportBook(ILookup<RoundKind, Decided<SetReportOutline>> outlines, ILookup<(string, string), Decided<WriteReportText>> texts, ILookup<string, Decided<FreezeReport>> editions) =>
        (_outlines, _texts, _editions) = (outlines, texts, editions);

    public static ReportBook Fold(ActsInOrder acts) => new(
        acts.Of<SetReportOutline>().ToLookup(o => o.Act.Kind),
        acts.Of<WriteReportText>().ToLookup(t => (t.Act.Round, t.Act.Section)),
        acts.Of<FreezeReport>().ToLookup(f => f.Act.Round, StringComparer.Ordinal));

    /// <summary>Every outline decided for a kind of round, the earliest decided first.</summary>
    public IEnumerable<Decided<SetReportOutline>> OutlinesOf(RoundKind kind) => _outlines[kind];

    /// <summary>The outline that reports of a year follow: the last decided of those that hold from that year or an earlier one; nothing when none does.</summary>
    public Decided<SetReportOutline>? OutlineOf(RoundKind kind, int year) => _outlines[kind].LastOrDefault(o => o.Act.FromYear <= year);

    /// <summary>The outline that a round's report follows; nothing when none has been decided for its kind and year.</summary>
    public Decided<SetReportOutline>? OutlineOf(OpenRound round) => OutlineOf(round.Kind, round.Period.To.Year);

    /// <summary>The text of a section as it stands; nothing while nobody has written it.</summary>
    public Decided<WriteReportText>? TextOf(string round, string section) => _texts[(round, section)].LastOrDefault();

    /// <summary>Every text that a section has had, the one that stands last.</summary>
    public IReadOnlyList<Decided<WriteReportText>> HistoryOf(string round, string section) => [.. _texts[(round, section)]];

    /// <summary>The texts of a round's report as they stand, by the section's id.</summary>
    public IReadOnlyDictionary<string, Decided<WriteReportText>> TextsOf(string round) =>
        _texts.Where(t => t.Key.Round == round).ToDictionary(t => t.Key.Section, t => t.Last(), StringComparer.Ordinal);

    /// <summary>The frozen editions of a round's report, the first edition first.</summary>
    public IReadOnlyList<Decided<FreezeReport>> EditionsOf(string round) => [.. _editions[round].OrderBy(f => f.Act.Edition)];

    public Decided<FreezeReport>? LatestEdition(string round) => _editions[round].MaxBy(f => f.Act.Edition);
}
