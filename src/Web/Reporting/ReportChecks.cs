using Styrkedja.Amounts;
using Styrkedja.App.Archive;
using Styrkedja.Authority;
using Styrkedja.Decisions;
using Styrkedja.Reports;
using Styrkedja.Statements;
using Styrkedja.Web.Readers;

namespace Styrkedja.Web.Reporting;

/// <summary>What is looked at before a report is frozen.</summary>
public enum ReportCheckKind
{
    /// <summary>What the law demands is in the outline.</summary>
    LegalContents,

    /// <summary>Each text that someone is to write is written.</summary>
    Texts,

    /// <summary>No text names a figure that reads otherwise now than when the text was decided.</summary>
    ChangedFigures,

    /// <summary>No text names a figure that does not exist.</summary>
    UnreadableFigures,

    /// <summary>Each sub-goal of the year is judged in the round.</summary>
    SubGoals,

    /// <summary>Assets are as large as what they are paid with.</summary>
    Balance,

    /// <summary>What has been published of the same figures agrees.</summary>
    Published,
}

/// <summary>One thing that a check found.</summary>
/// <param name="What">What is missing or wrong, in the reader's language.</param>
/// <param name="Path">Where it is mended or explained; absent when nowhere.</param>
public sealed record ReportFinding(string What, string? Path);

/// <summary>A check with what it found; nothing found is a check passed.</summary>
/// <param name="Hinders">True when the report cannot be frozen while something is found.</param>
/// <param name="Looked">How many things were looked at.</param>
public sealed record ReportCheck(ReportCheckKind Kind, bool Hinders, int Looked, IReadOnlyList<ReportFinding> Findings)
{
    public bool Passed => Findings.Count == 0;
}

/// <summary>Looks a report through: what the law demands, what people are to write, and whether its numbers hold together.</summary>
public sealed class ReportChecks
{
    private readonly ReportGround _ground;
    private readonly ReportSeen _seen;
    private readonly IReadOnlyList<OutlineSection> _outline;
    private readonly ReportTextCheck _texts;

    private ReportChecks(RegionArchive archive, ReportSeen seen, string language)
    {
        var terms = seen.Round.Terms;
        _seen = seen;
        _ground = new(new Reading(archive, ReadingChoice.Fixed(language, terms.Period, seen.At)), terms.Period);
        _outline = ReportBuilder.OutlineOf(_ground.View.State, terms);
        _texts = ReportTextCheck.Of(archive, seen.At, seen.Round, language);
    }

    public static IReadOnlyList<ReportCheck> Of(RegionArchive archive, ReportSeen seen, string language)
    {
        var checks = new ReportChecks(archive, seen, language);
        return [checks.Legal(), checks.Written(), checks.Changed(), checks.Unreadable(), checks.Judged(), checks.Balances(), checks.Published()];
    }

    private OpenRound Terms => _seen.Round.Terms;

    private string Page(string path) => $"/reports/rounds/{Uri.EscapeDataString(_seen.Round.Id)}{path}";

    private ReportCheck Legal()
    {
        var demanded = LegalContents.Of(Terms.Kind, _ground.Year);
        return new(ReportCheckKind.LegalContents, true, demanded.Count,
        [
            .. LegalContents.Missing(_outline, Terms.Kind, _ground.Year).Select(m => (Content: m, Source: m.SourceFor(_ground.Year)!)).Select(m => new ReportFinding(
                $"{_ground.T[$"legal-content.{m.Content.Id}"]} ({m.Source.Law}, {m.Source.Paragraph}{(m.Source.Verified ? "" : ", " + _ground.T["report-checks.unchecked"])})", null)),
        ]);
    }

    private ReportCheck Written()
    {
        var asked = _outline.Where(s => s.Writer is not null).ToList();
        return new(ReportCheckKind.Texts, true, asked.Count,
        [
            .. asked.Where(s => _ground.View.State.Reports.TextOf(_seen.Round.Id, s.Id) is null).Select(s => new ReportFinding(
                _ground.T["report-checks.text", ("section", ReportBuilder.TitleOf(_ground.T, s)), ("writer", _ground.NameOf(s.Writer!))], Page("/texts#" + s.Id))),
        ]);
    }

    private ReportCheck Changed() => new(ReportCheckKind.ChangedFigures, false, NamedFigures(),
    [
        .. _texts.Changed.Select(c => new ReportFinding(_ground.T["report-checks.changed", ("figure", _ground.Words.Name(c.Address)), ("then", c.Then), ("now", c.Now), ("section", TitleOf(c.Section))], Page("/texts#" + c.Section))),
    ]);

    private ReportCheck Unreadable() => new(ReportCheckKind.UnreadableFigures, true, NamedFigures(),
        [.. _texts.Unreadable.Select(u => new ReportFinding(_ground.T["report-checks.unreadable", ("written", u.Written), ("section", TitleOf(u.Section))], Page("/texts#" + u.Section)))]);

    private ReportCheck Judged()
    {
        var state = _ground.View.State;
        var subGoals = _seen.Round.JudgesGoals || Terms.Kind is RoundKind.AnnualReport or RoundKind.InterimReport ? state.Goals.SubGoals.Where(s => s.Act.Year == _ground.Year).ToList() : [];
        return new(ReportCheckKind.SubGoals, true, subGoals.Count,
        [
            .. subGoals.IntersectBy(_seen.Round.Unjudged(state.Goals), s => s.Act.Id).OrderBy(s => s.Act.Id, StringComparer.Ordinal)
                .Select(s => new ReportFinding($"{_ground.NameOf(s.Act.Id)} ({_ground.NameOf(s.Act.Owner)})", "/goals/" + Uri.EscapeDataString(s.Act.Goal))),
        ]);
    }

    private ReportCheck Balances()
    {
        if (!_ground.View.HasOutcome(_ground.Period))
            return new(ReportCheckKind.Balance, true, 0, []);
        var difference = _ground.View.BalanceFigure(_ground.Known, BalanceRow.Difference);
        return new(ReportCheckKind.Balance, true, 1, difference.Money == Money.Zero ? [] : [new(_ground.T["report-checks.unbalanced", ("amount", _ground.Said(difference))], "/follow-up/statements")]);
    }

    private ReportCheck Published()
    {
        var published = ReportBasis.Of(_ground.View, _ground.Period).Published;
        return new(ReportCheckKind.Published, false, published.Count,
        [
            .. published.Where(p => !p.Published.Agrees).Select(p => new ReportFinding(
                _ground.T["report-checks.published", ("figure", _ground.Words.Name(p.Ours.Address)), ("ours", _ground.Said(p.Ours)), ("published", Words.FigureWords.NumberOf(new(p.Published.Observation.Observation.Value, p.Published.Observation.Observation.Unit)))],
                "/figure/" + p.Ours.Address)),
        ]);
    }

    private int NamedFigures() => _outline.Select(s => _ground.View.State.Reports.TextOf(_seen.Round.Id, s.Id)).OfType<Decided<WriteReportText>>().Sum(t => NamedFigure.In(_ground.T[t.Act.Text]).Count);

    private string TitleOf(string section) => _outline.FirstOrDefault(s => s.Id == section) is { } found ? ReportBuilder.TitleOf(_ground.T, found) : section;
}
