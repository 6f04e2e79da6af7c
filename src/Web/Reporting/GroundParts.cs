using Styrkedja.Reports;
using Styrkedja.Rounds;
using Styrkedja.Web.Words;

namespace Styrkedja.Web.Reporting;

/// <summary>What a report rests on: the auditors' words, the decisions, and what has been published of the same figures.</summary>
internal sealed class GroundParts(ReportGround ground, FollowUpRound round)
{
    private readonly ReportBasis _basis = ReportBasis.Of(ground.View, ground.Period);

    public FilledPart Auditors()
    {
        var t = ground.T;
        if (round.Opinions.Count == 0)
            return new([new ReportParagraph(t["report-document.no-opinion"])]);
        return new(
        [
            .. round.Opinions.SelectMany(o => new ReportBlock[]
            {
                new ReportParagraph(
                [
                    new(ground.NameOf(o.By.Body) + ", " + DateWords.Of(t, o.By.Date) + ": ", Strong: true),
                    new(o.Act.RecommendsDischarge switch { true => t["report-document.discharge-yes"], false => t["report-document.discharge-no"], _ => t[o.By.Title] }, Address: "/decisions/" + o.By.Id),
                ]),
                new ReportParagraph(o.Act.Text is { } text ? t[text] : t["report-document.opinion-without-text"]),
            }),
        ]);
    }

    public FilledPart Decisions() => new(
    [
        new ReportTable("decisions", ground.T["report.decisions"], null, [ground.Text("report-document.day"), ground.Text("report-document.body"), ground.Text("report-document.decision")],
            [.. _basis.Decisions.Select(d => new ReportRow([new(DateWords.Of(ground.T, d.Decision.Date)), new(ground.NameOf(d.Decision.Body)), new(ground.Reading.TitleOf(d.Decision), Address: "/decisions/" + d.Decision.Id)]))], []),
    ]);

    public FilledPart Published()
    {
        if (_basis.Published.Count == 0)
            return new([new ReportParagraph(ground.T["published.none"])]);
        return new(
        [
            new ReportTable("published", ground.T["report.published"], null,
                [ground.Text("figure.input"), ground.Number("report.published-value"), ground.Number("report.computed-value"), ground.Text("report.agreement"), ground.Text("decision.source")],
                [
                    .. _basis.Published.Select(p => new ReportRow(
                    [
                        new(ground.Words.Name(p.Ours.Address)), new(FigureWords.NumberOf(new(p.Published.Observation.Observation.Value, p.Published.Observation.Observation.Unit)), p.Published.Observation.Observation.Value),
                        ground.Value(p.Ours), new(ground.T[p.Published.Agrees ? "published.agrees-short" : "published.disagrees-short"]), new(p.Published.Observation.Observation.Source ?? ""),
                    ])),
                ], []),
        ]);
    }
}
