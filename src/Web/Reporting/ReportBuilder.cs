using Styrkedja.App.Archive;
using Styrkedja.App.Texts;
using Styrkedja.Decisions;
using Styrkedja.FollowUp;
using Styrkedja.Provenance;
using Styrkedja.Region;
using Styrkedja.Reports;
using Styrkedja.Rounds;
using Styrkedja.Web.Readers;
using Styrkedja.Web.Words;

namespace Styrkedja.Web.Reporting;

/// <summary>Puts a round's report together: the outline that is decided for it, the texts that have been written, and what the system fills in from its figures.</summary>
/// <remarks>The same archive, round, moment and language give the same document.</remarks>
public sealed class ReportBuilder
{
    private readonly ReportGround _ground;
    private readonly FollowUpRound _round;
    private readonly ReportTexts _texts;

    private ReportBuilder(ReportGround ground, FollowUpRound round)
    {
        (_ground, _round) = (ground, round);
        _texts = new ReportTexts(ground);
    }

    private Texts T => _ground.T;

    /// <param name="at">The moment from which the report sees the region.</param>
    public static ReportDocument Of(RegionArchive archive, Viewpoint at, FollowUpRound round, string language) =>
        Begun(archive, at, round, language).Document(archive.HashAt(at.KnownAt));

    private static ReportBuilder Begun(RegionArchive archive, Viewpoint at, FollowUpRound round, string language) =>
        new(new ReportGround(new Reading(archive, ReadingChoice.Fixed(language, round.Terms.Period, at)), round.Terms.Period), round);

    /// <summary>What a report of the round holds: the outline decided for its year, otherwise one with everything that the law asks for.</summary>
    public static IReadOnlyList<OutlineSection> OutlineOf(RegionState state, OpenRound round) =>
        state.Reports.OutlineOf(round)?.Act.Sections ?? StandardOutline.Of(round.Kind);

    /// <summary>The last section of every report, which says how it was made.</summary>
    public const string AboutId = "about-the-report";

    public static string TitleOf(Texts t, OutlineSection section) => section.Title.Sv.Length > 0 ? t[section.Title] : t[$"report-part.{section.Id}"];

    /// <summary>One section of the report; nothing when it has none by that id.</summary>
    public static ReportSection? SectionOf(RegionArchive archive, Viewpoint at, FollowUpRound round, string language, string id)
    {
        var builder = Begun(archive, at, round, language);
        return id == AboutId ? About(builder._ground, archive.HashAt(at.KnownAt)) : OutlineOf(builder._ground.View.State, round.Terms).FirstOrDefault(s => s.Id == id) is { } section ? builder.Section(section) : null;
    }

    /// <summary>The period in one sentence.</summary>
    public static IReadOnlyList<ReportRun> LeadOf(ReportGround ground)
    {
        var headline = new HeadlineSentence(ground.T, ground.View.FollowUp(ground.Period), ground.View.HasOutcome(ground.Period));
        return ReportGround.Sentence(headline.Text, [.. headline.Figures.Select(f => (f.Key, ground.Run(f.Value.Figure, f.Value.Text)))]);
    }

    private ReportDocument Document(string? hash)
    {
        return new(
            _round.Id,
            T.Language,
            T[_round.Terms.Name],
            T[_ground.Reading.Archive.Name],
            LeadOf(_ground),
            _ground.Reading.At,
            hash,
            Engine,
            [.. OutlineOf(_ground.View.State, _round.Terms).Select(Section), About(_ground, hash)]);
    }

    /// <summary>The version that reckons.</summary>
    public static string Engine => typeof(FollowUpView).Assembly.GetName().Version?.ToString(3) ?? "";

    private ReportSection Section(OutlineSection section)
    {
        var (blocks, within) = (new List<ReportBlock>(), new List<ReportSection>());
        if (_ground.View.State.Reports.TextOf(_round.Id, section.Id) is { } text)
            blocks.AddRange(_texts.Blocks(text));
        else if (section.Writer is { } writer)
            blocks.Add(new ReportParagraph(T["report-document.no-text", ("writer", _ground.NameOf(writer))], ReportTone.Warning));
        foreach (var part in section.Parts)
        {
            var filled = ReportParts.Of(_ground, _round, part);
            // A section of one part is that part; several parts each get a heading of their own.
            if (section.Parts.Count == 1)
            {
                blocks.AddRange(filled.Blocks);
                within.AddRange(filled.Sections);
            }
            else
            {
                within.Add(new($"{section.Id}-{KeyWord.Of(part)}", T[$"report-part.{KeyWord.Of(part)}"], filled.Blocks, filled.Sections));
            }
        }

        return new(section.Id, TitleOf(T, section), blocks, within);
    }

    /// <summary>What proves the report.</summary>
    internal static ReportSection About(ReportGround ground, string? hash)
    {
        var (t, at) = (ground.T, ground.Reading.At);
        return new(AboutId, t["report.colophon"],
        [
            new ReportTable(AboutId + "-facts", t["report-document.about"], null, [ground.Text("report-document.what"), ground.Text("report-document.value")],
            [
                Row("report.position", Formats.Figures.AmountText.Number(at.KnownAt, 0)),
                Row("report.as-of", ReportGround.Iso(at.AsOf)),
                Row("report.engine", $"Styrkedja {Engine}"),
                Row("report.hash", hash ?? t["value.unknown"]),
            ], []),
            new ReportParagraph(t["report.again"], ReportTone.Note),
        ], []);

        ReportRow Row(string key, string value) => new([new(t[key]), new(value)]);
    }
}
