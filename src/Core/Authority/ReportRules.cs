using System.Globalization;
using Styrkedja.Decisions;
using Styrkedja.Organisation;
using Styrkedja.Provenance;
using static Styrkedja.Authority.Deciders;
using static Styrkedja.Authority.RuleTable;

namespace Styrkedja.Authority;

/// <summary>Who decides what reports hold, who writes their texts, and what must be in place before an edition is frozen.</summary>
internal static class ReportRules
{
    public static readonly IReadOnlyList<CompetenceRow> Competences =
    [
        Row<SetReportOutline>("outline of reports", Rules.BoardLeads, (_, _) => BoardOrAssembly),
        Row<WriteReportText>("text of a report", Rules.WritesItsSection, (a, p) => WritersOf(a, p)),
        Row<FreezeReport>("edition of a report", Rules.BoardLeads, (_, _) => BoardOrAssembly),
    ];

    public static readonly IReadOnlyList<RequirementRow> Requirements =
    [
        Requirement<WriteReportText>("text before approval", Rules.WrittenBeforeApproval, (a, p) => When(IsApproved(a.Round, p), [], ("round", a.Round))),
        Requirement<FreezeReport>("frozen when judged", Rules.FrozenWhenJudged, (a, p) =>
            UnjudgedAt(a, p) is { Count: > 0 } unjudged ? [new([p.InTheNameOf], ("round", a.Round), ("who", string.Join(", ", unjudged)))] : []),
        Requirement<FreezeReport>("frozen with its contents", Rules.FrozenWithContents, (a, p) =>
            RoundOf(p.Decision, p.Standing, a.Round) is { } round && LegalContents.Missing(OutlineOf(p.Decision, p.Standing, round)?.Sections ?? [], round.Kind, round.Period.To.Year) is { Count: > 0 } missing
                ? [new(BoardOrAssembly, ("round", a.Round), ("contents", string.Join(", ", missing.Select(content => content.Id))))]
                : []),
        Requirement<FreezeReport>("first edition before approval", Rules.FrozenBeforeApproval, (a, p) =>
            When(a.Edition == 1 && RoundOf(p.Decision, p.Standing, a.Round)?.Kind == RoundKind.AnnualReport && IsApproved(a.Round, p), [], ("round", a.Round))),
    ];

    /// <summary>What makes an edition impossible, whoever freezes it: out of order, without a reason when it corrects an earlier one, from a position not yet known, or of a period not yet over.</summary>
    public static IEnumerable<Fault> Impossible(DecisionPoint p, Place place)
    {
        if (p.Act is SetReportOutline outline)
        {
            foreach (var id in outline.Sections.GroupBy(section => section.Id, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key))
                yield return Fault.Error("report.section-twice", place, id, ("act", $"{p.Number}"));
        }

        if (p.Act is not FreezeReport a || RoundOf(p.Decision, p.Standing, a.Round) is not { } round)
            yield break;
        var number = ("act", $"{p.Number}");
        var next = 1 + p.Standing.Reports.EditionsOf(a.Round).Select(e => e.Act).Concat(Before(p).OfType<FreezeReport>().Where(f => f.Round == a.Round)).Select(f => f.Edition).DefaultIfEmpty().Max();
        if (a.Edition != next)
            yield return Fault.Error("report.edition-out-of-order", place, Number(a.Edition), number, ("round", a.Round), ("next", Number(next)));
        if (a is { Edition: > 1, Reason: null })
            yield return Fault.Error("report.edition-without-reason", place, Number(a.Edition), number, ("round", a.Round));
        if (a.KnownAt < 1 || a.KnownAt > p.Standing.LastPosition)
            yield return Fault.Error("report.position-unknown", place, Number(a.KnownAt), number, ("last", Number(p.Standing.LastPosition)));
        if (a.AsOf < round.Period.To.LastDay)
            yield return Fault.Error("report.before-period-end", place, Iso(a.AsOf), number, ("end", Iso(round.Period.To.LastDay)));
    }

    /// <summary>A round known before, or opened by the decision itself.</summary>
    public static OpenRound? RoundOf(Decision decision, Standing standing, string id) =>
        decision.Acts.OfType<OpenRound>().LastOrDefault(r => r.Id == id) ?? standing.Rounds.GetValueOrDefault(id);

    /// <summary>The outline that a round's report follows, also one that the decision itself sets.</summary>
    public static SetReportOutline? OutlineOf(Decision decision, Standing standing, OpenRound round) =>
        decision.Acts.OfType<SetReportOutline>().LastOrDefault(o => o.Kind == round.Kind && o.FromYear <= round.Period.To.Year) ?? standing.Reports.OutlineOf(round)?.Act;

    /// <summary>Whoever the outline names, the body that answers for it, and the executive board, which answers for the whole report.</summary>
    private static IReadOnlyList<string> WritersOf(WriteReportText text, DecisionPoint p)
    {
        var writer = RoundOf(p.Decision, p.Standing, text.Round) is { } round ? OutlineOf(p.Decision, p.Standing, round)?.Sections.FirstOrDefault(s => s.Id == text.Section)?.Writer : null;
        return writer is null ? Board : [.. new[] { writer, BodyOf(p, writer), Subject.ExecutiveBoardId }.Distinct()];
    }

    /// <summary>True when the assembly has approved the report by the day, or does so earlier in the same decision.</summary>
    private static bool IsApproved(string round, DecisionPoint p) =>
        p.Standing.Approvals.Any(a => a.Act.Round == round && a.By.Body == Subject.AssemblyId && a.By.Date.Latest <= p.Day)
        || (p.InTheNameOf == Subject.AssemblyId && Before(p).OfType<ApproveReport>().Any(a => a.Round == round));

    private static IReadOnlyList<string> UnjudgedAt(FreezeReport freeze, DecisionPoint p) =>
        p.Standing.RoundBook.Value.Find(freeze.Round) is { Terms.Kind: RoundKind.AnnualReport or RoundKind.InterimReport } round ? round.Until(p.Day).Unjudged(p.Standing.Goals) : [];

    private static IEnumerable<Act> Before(DecisionPoint p) => p.Decision.Acts.Take(p.Number - 1);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
