using System.Globalization;
using Styrkedja.Amounts;
using Styrkedja.App.Archive;
using Styrkedja.App.Texts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.FollowUp;
using Styrkedja.Formats.Figures;
using Styrkedja.Organisation;
using Styrkedja.Provenance;
using Styrkedja.Region;
using Styrkedja.Reports;
using Styrkedja.Web.Pages.Budget;
using Styrkedja.Web.Pages.Reports;
using Styrkedja.Web.Readers;
using Styrkedja.Web.Words;

namespace Styrkedja.Web.Reporting;

/// <summary>Puts Mål och budget together as a document, so that the plan can be had in the same formats as the reports that follow it up.</summary>
/// <remarks>Rule: kommunallagen (2017:725) 11 kap. 5-10 §§. The same archive, moment and language give the same document.</remarks>
public sealed class PlanBuilder
{
    private readonly ReportGround _ground;
    private readonly GoalsAndBudget _plan;

    private PlanBuilder(ReportGround ground) => (_ground, _plan) = (ground, GoalsAndBudget.Of(ground.View, ground.Year));

    private Texts T => _ground.T;

    public static ReportDocument Of(RegionArchive archive, Viewpoint at, int year, string language)
    {
        var period = Period.Year(year);
        var ground = new ReportGround(new Reading(archive, ReadingChoice.Fixed(language, period, at)), period);
        return new PlanBuilder(ground).Document(archive.HashAt(at.KnownAt));
    }

    private ReportDocument Document(string? hash) => new(
        $"plan-{_plan.Year}",
        T.Language,
        PlanDocument.TitleOf(T, PlanKind.Plan, _plan.Year, null),
        T[_ground.Reading.Archive.Name],
        Lead(),
        _plan.At,
        hash,
        ReportBuilder.Engine,
        [Direction(), Goals(), Conditions(), Economy(), FramesGiven(), Investments(), Open(), Decisions(), ReportBuilder.About(_ground, hash)]);

    private IReadOnlyList<ReportRun> Lead()
    {
        var given = AmountText.Of(_plan.Given, AmountUnit.Million) + AmountText.Group + "mnkr";
        if (_plan.Result is null)
            return [new(_plan.Frames.Count == 0 ? T["budget.none", ("year", _plan.Year)] : T["plan.answer.frames", ("year", _plan.Year), ("given", given)])];
        return ReportGround.Sentence(T[_plan.Frames.Count == 0 ? "plan.answer.result" : "plan.answer", ("year", _plan.Year), ("given", given), ("goals", _plan.Goals.Count)], ("result", _ground.Run(_ground.View.Evaluate(new(Measure.ResultBudget, _ground.Period, Subject.RegionId)))));
    }

    private ReportSection Direction()
    {
        var blocks = new List<ReportBlock>();
        if (_plan.Vision is { } vision)
            blocks.Add(new ReportParagraph([new(T[vision.Act.Text]), new(" "), Link(vision.By)], ReportTone.Lead));
        if (_plan.Strategies.Count > 0)
            blocks.Add(new ReportPoints([.. _plan.Strategies.Select(s => (IReadOnlyList<ReportRun>)[new(T[s.Act.Name] + ", " + DateWords.Of(T, s.Act.Valid) + ". "), Link(s.By)])], false));
        return Section("direction", T["plan.direction"], blocks, PlanMatter.Vision, PlanMatter.Strategies);
    }

    private ReportSection Goals()
    {
        var blocks = new List<ReportBlock>();
        foreach (var (area, a) in _plan.Goals.GroupBy(g => g.Goal.Act.Area).OrderBy(a => a.Key, StringComparer.Ordinal).Select((area, a) => (area, a + 1)))
        {
            blocks.Add(new ReportTable($"plan-goals-{a}", _ground.View.State.Goals.Areas.TryGetValue(area.Key, out var named) ? T[named.Act.Name] : area.Key, null,
                [_ground.Text("plan.goal"), new(Year(-1), ReportColumnKind.Number), new(T["plan.target", ("year", _plan.Year)], ReportColumnKind.Number), _ground.Text("attention.owner")],
                [.. area.SelectMany(Rows)], []));
        }

        if (_plan.JudgementRule is { } rule)
            blocks.Add(new ReportParagraph([new(T["measure.sound-financial-management"] + ": ", Strong: true), new(new ActSentence(_ground.Reading).Of(rule.Act) + " "), Link(rule.By)]));
        return Section("goals", T["plan.goals", ("year", _plan.Year)], blocks, PlanMatter.Goals, PlanMatter.JudgementRule);
    }

    private IEnumerable<ReportRow> Rows(PlannedGoal goal)
    {
        yield return new([new(_ground.NameOf(goal.Goal.Act.Id), Address: "/goals/" + Uri.EscapeDataString(goal.Goal.Act.Id)), ReportCell.Empty, ReportCell.Empty, new(goal.Goal.Act.Owner is { } owner ? _ground.NameOf(owner) : T["plan.no-owner"])], ReportRowKind.Group);
        foreach (var indicator in goal.Indicators)
            yield return Row(indicator, 1);
        foreach (var sub in goal.SubGoals.SelectMany(s => s.WithParts()))
        {
            yield return new([new(_ground.NameOf(sub.SubGoal.Act.Id)), ReportCell.Empty, ReportCell.Empty, new(_ground.NameOf(sub.SubGoal.Act.Owner))], ReportRowKind.Item, 1);
            foreach (var indicator in sub.Indicators)
                yield return Row(indicator, 2);
        }
    }

    private ReportRow Row(PlannedIndicator indicator, int level) => new(
    [
        new(T[indicator.Indicator.Act.Name], Address: "/goals/indicators/" + Uri.EscapeDataString(indicator.Indicator.Act.Id)),
        _ground.Value(indicator.Before),
        indicator.Target is { } target ? new($"{AmountText.Plain(target.Act.Value)}{AmountText.Group}{FigureWords.UnitName(indicator.Indicator.Act.Unit)}", target.Act.Value, null, "/decisions/" + target.By.Id) : new(T["indicator.no-target"]),
        ReportCell.Empty,
    ], ReportRowKind.Item, level);

    private ReportSection Conditions()
    {
        var blocks = new List<ReportBlock>();
        if (_plan.Conditions is { } conditions)
        {
            blocks.Add(new ReportTable("plan-conditions", T["planning.conditions"], null, [_ground.Text("planning.condition"), _ground.Number("planning.value"), _ground.Text("planning.as-of"), _ground.Text("planning.basis")],
                [.. ConditionRow.Each(T, conditions).Select(row => new ReportRow([new(row.Name, Address: "/decisions/" + row.Told.By.Id), new(row.Value), new(DateWords.Iso(row.Told.Act.AsOf)), new(T[row.Told.Act.Basis])]))], []));
            if (_plan.Revenue is { } revenue)
            {
                (string Key, Money? Amount)[] parts = [("planning.tax", revenue.Tax), ("field.final-settlement", revenue.FinalSettlement), ("field.general-grants", revenue.GeneralGrants), ("planning.equalisation", revenue.Equalisation)];
                blocks.Add(new ReportTable("plan-revenue", T["planning.revenue"], "mnkr", [_ground.Text("planning.part"), _ground.Number("report-document.amount")],
                    [.. parts.Select(p => new ReportRow([new(T[p.Key]), p.Amount is { } known ? Plain(known) : new(T["planning.not-told"])])), new([new(T["figure.sum"]), Plain(revenue.Sum)], ReportRowKind.Total)],
                    revenue.IsWhole ? [] : [T["planning.sum-of-known"]]));
            }
        }

        return Section("conditions", T["plan.conditions"], blocks, PlanMatter.Conditions);
    }

    private ReportSection Economy()
    {
        var blocks = new List<ReportBlock>();
        if (_plan.Rate is { } rate && rate.Act.Year == _plan.Year)
            blocks.Add(new ReportParagraph([new(T["measure.tax-rate"] + ": "), new(T["budget.tax", ("rate", AmountText.Number(rate.Act.OrePerHundredKronor / 100m, 2))], _ground.View.Evaluate(new(Measure.TaxRate, _ground.Period, Subject.RegionId))), new(". "), Link(rate.By)]));
        if (_plan.Statement.Count > 0)
        {
            blocks.Add(new ReportTable("plan-statement", T["plan.statement.caption", ("year", _plan.Year)], "mnkr",
                [_ground.Text("statement.line"), new(T["plan.budget-of", ("year", _plan.Year - 1)], ReportColumnKind.Number), new(T["plan.budget-of", ("year", _plan.Year)], ReportColumnKind.Number)],
                [
                    .. _plan.Statement.Select(row => new ReportRow(
                        [new(row.Line is { } line ? T[$"line.{line.Word()}"] : T[$"subtotal.{row.Subtotal}"]), _ground.Amount(row.Before), _ground.Amount(row.Budget)], row.Line is null ? ReportRowKind.Subtotal : ReportRowKind.Item)),
                ], []));
        }

        if (_plan.Plan is { } plan)
        {
            blocks.Add(new ReportTable("plan-years", T["plan.three-years.caption"], "mnkr", [_ground.Text("plan.year"), _ground.Number("plan.result")],
                [.. plan.Act.Years.Select(y => new ReportRow([new(y.Year.ToString(CultureInfo.InvariantCulture), Address: "/decisions/" + plan.By.Id), Plain(y.Result)]))], []));
        }

        return Section("economy", T["plan.economy"], blocks, PlanMatter.TaxRate, PlanMatter.BudgetedResult, PlanMatter.DetailedBudget, PlanMatter.EconomicPlan);
    }

    private ReportSection FramesGiven()
    {
        var blocks = new List<ReportBlock>();
        if (_plan.Frames.Count > 0)
        {
            blocks.Add(new ReportTable("plan-frames", T["plan.frames.caption", ("name", _ground.NameOf(Subject.AssemblyId)), ("year", _plan.Year)], "mnkr",
                [_ground.Text("budget.to"), _ground.Number("why.adopted"), _ground.Number("story.changed"), _ground.Number("story.revised"), _ground.Text("budget.kind")],
                [
                    .. _plan.Frames.Select(f => new ReportRow(
                        [new(_ground.NameOf(f.Adopted.To), Address: "/decisions/" + f.By.Id), Plain(f.Adopted.Amount), f.HasChanged ? Plain(f.Changed) : _ground.Missing, Plain(f.Revised.Amount), new(T[$"frame.{KeyWord.Of(f.Adopted.Kind)}"])])),
                    new([new(T["figure.sum"]), ReportCell.Empty, ReportCell.Empty, Plain(_plan.Given), ReportCell.Empty], ReportRowKind.Total),
                ],
                _plan.Frames.Any(f => f.Adopted.Kind == FrameKind.ResultRequirement) ? [T["plan.requirement-note"]] : []));
        }

        return Section("frames", T["budget.frames"], blocks, PlanMatter.Frames);
    }

    private ReportSection Investments()
    {
        var blocks = new List<ReportBlock>();
        if (_plan.Investments.Count > 0)
        {
            blocks.Add(new ReportTable("plan-investments", T["plan.investments.caption", ("year", _plan.Year)], "mnkr", [_ground.Text("plan.investment"), _ground.Text("plan.for"), _ground.Number("plan.frame")],
                [
                    .. _plan.Investments.Select(i => new ReportRow([new(T[i.Act.Name], Address: "/decisions/" + i.By.Id), new(_ground.NameOf(i.Act.Subject)), Plain(i.Act.Amount)])),
                    new([new(T["figure.sum"]), ReportCell.Empty, Plain(_plan.Invested)], ReportRowKind.Total),
                ], []));
        }

        return Section("investments", T["plan.investments"], blocks, PlanMatter.InvestmentFrames);
    }

    /// <summary>Everything that has not been decided, in one list.</summary>
    private ReportSection Open() => new("open", T["plan.open"], [_plan.Open.Count == 0 ? new ReportParagraph(T["plan.open.nothing"]) : new ReportPoints([.. _plan.Open.Select(o => (IReadOnlyList<ReportRun>)[new(Said(o))])], false)], []);

    private ReportSection Decisions() => new("decisions", T["report.decisions"],
    [
        new ReportTable("plan-decisions", T["report.decisions"], null, [_ground.Text("report-document.day"), _ground.Text("report-document.body"), _ground.Text("report-document.decision")],
            [.. _plan.Decisions.Select(d => new ReportRow([new(DateWords.Of(T, d.Decision.Date)), new(_ground.NameOf(d.Decision.Body)), new(_ground.Reading.TitleOf(d.Decision), Address: "/decisions/" + d.Decision.Id)]))], []),
    ], []);

    /// <summary>A section with what is missing of it told last.</summary>
    private ReportSection Section(string id, string title, List<ReportBlock> blocks, params PlanMatter[] matters)
    {
        blocks.AddRange(_plan.Open.Where(o => matters.Contains(o.What)).Select(o => new ReportParagraph(Said(o), ReportTone.Warning)));
        return new(id, title, blocks, []);
    }

    private string Said(OpenMatter open) => T[$"plan.open.{KeyWord.Of(open.What)}"] + (open.Of.Count == 0 ? "" : ": " + string.Join(", ", open.Of.Select(id => _ground.View.State.Goals.Goals.ContainsKey(id) ? id : _ground.NameOf(id)))) + ".";

    private ReportRun Link(Decision by) => new($"({DateWords.Short(T, by.Date)})", Address: "/decisions/" + by.Id);

    private string Year(int shift) => (_plan.Year + shift).ToString(CultureInfo.InvariantCulture);

    private static ReportCell Plain(Money amount) => new(AmountText.Of(amount, AmountUnit.Million), amount.Ore / 100m);
}
