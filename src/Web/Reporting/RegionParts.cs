using System.Globalization;
using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.FollowUp;
using Styrkedja.Formats.Figures;
using Styrkedja.Organisation;
using Styrkedja.Provenance;
using Styrkedja.Reports;
using Styrkedja.Web.Words;

namespace Styrkedja.Web.Reporting;

/// <summary>What the region is and does, in a report: organisation, people, care and development.</summary>
internal sealed class RegionParts(ReportGround ground)
{
    public FilledPart Organisation()
    {
        var chart = ground.View.State.Organisation;
        var rows = chart.Bodies.OrderBy(b => b.Id == Subject.AssemblyId ? 0 : b.Id == Subject.ExecutiveBoardId ? 1 : 2).ThenBy(b => b.Id, StringComparer.Ordinal)
            .Select(b => new ReportRow(
            [
                new(ground.T[b.Name], Address: "/organisation/" + Uri.EscapeDataString(b.Id)),
                new(b.BodyKind is { } kind ? ground.T[$"body-kind.{KeyWord.Of(kind)}"] : ""),
                new(string.Join(", ", chart.Children(b.Id).Where(c => c.Kind == SubjectKind.Administration).Select(c => ground.T[c.Name]))),
            ])).ToList();
        return new([new ReportTable("organisation", ground.T["report-document.organisation", ("day", ReportGround.Iso(ground.View.State.At.AsOf))], null, [ground.Text("report-document.body"), ground.Text("report-document.kind"), ground.Text("report-document.administrations")], rows, [])]);
    }

    public FilledPart Staff()
    {
        var chart = ground.View.State.Organisation;
        var measures = new[] { Measure.Headcount, Measure.FullTimeEquivalents, Measure.AgencyFullTimeEquivalents, Measure.SickLeave };
        var subjects = chart.Subjects.Where(s => s.Kind == SubjectKind.Administration && ground.View.HoldsStaff(s.Id, ground.Period)).OrderBy(s => s.Id, StringComparer.Ordinal).ToList();
        if (!ground.View.HoldsStaff(Subject.RegionId, ground.Period))
            return new([new ReportParagraph(ground.T["report-document.no-staff", ("period", DateWords.Of(ground.T, ground.Period))])]);
        return new(
        [
            new ReportTable("staff", ground.T["staff.title", ("period", DateWords.Of(ground.T, ground.Period))], null,
                [ground.Text("report-document.administration"), .. measures.Select(m => new ReportColumn(ground.Words.Measure(m), ReportColumnKind.Number))],
                [
                    .. subjects.Append(chart.Region).Select(s => new ReportRow([new(ground.T[s.Name]), .. measures.Select(m => Of(m, s.Id))], s.Kind == SubjectKind.Region ? ReportRowKind.Total : ReportRowKind.Item)),
                ],
                [ground.T["report-document.staff-note"]]),
        ]);
    }

    public FilledPart CareSystem()
    {
        if (ground.View.CareSystem(CareFlowMeasure.Money, ground.Period, null) is not { } flows)
            return new([new ReportParagraph(ground.T["care.nothing-paid", ("year", ground.Year)])]);
        var words = new CareFlowWords(ground.Reading, CareFlowMeasure.Money);
        var rows = flows.Arms.Select(arm => new ReportRow(
        [
            new(ground.T[arm.Group.Name], Address: "/care/arms/" + Uri.EscapeDataString(arm.Group.Id)), new(ground.T[$"regime.{KeyWord.Of(arm.Group.Regime)}"]), new(words.Grounds(arm)), Paid(arm.Value),
        ])).Append(new([new(ground.T["figure.sum"]), ReportCell.Empty, ReportCell.Empty, Paid(flows.Total)], ReportRowKind.Total)).ToList();
        var blocks = new List<ReportBlock>();
        if (flows.PercentOf(Regime.Own) is { } own && flows.PercentOf(Regime.Private) is { } privately && flows.PercentOf(Regime.OutOfRegion) is { } elsewhere)
        {
            blocks.Add(new ReportParagraph(ground.T["care-picture.answer-money", ("period", DateWords.Of(ground.T, ground.Known)), ("all", words.Said(flows.Total)), ("own", AmountText.Number(own, 0)), ("private", AmountText.Number(privately, 0)), ("out", AmountText.Number(elsewhere, 0))] + "."));
        }

        blocks.Add(new PicturesInReport(ground).CareSystem(flows, "care-system"));
        blocks.Add(new ReportTable("care-system", ground.T["report-document.care-system", ("period", DateWords.Of(ground.T, ground.Known))], "mnkr",
            [ground.Text("care-picture.arm"), ground.Text("care.regime"), ground.Text("care-picture.grounds"), ground.Number("report-document.paid")], rows, flows.Illustrative ? [ground.T["report-document.care-illustrative"]] : []));
        return new(blocks);

        ReportCell Paid(long? ore) => ore is { } told ? new(AmountText.Of(new Money(told), AmountUnit.Million), told / 100m) : new(ground.T["care-picture.untold"]);
    }

    /// <summary>Money for regional development over the years, and the projects of others that have been granted money in the year.</summary>
    public FilledPart Development()
    {
        var years = ground.YearsBack;
        var rows = new List<ReportRow>();
        void Add(string name, Func<int, Figure> of)
        {
            var cells = years.Select(year => of(year) is { IsKnown: true } figure && figure.Value is not FigureValue.Amount { Money.Ore: 0 } ? ground.Value(figure) : ground.Missing).ToList();
            if (cells.Exists(c => c.Figure is not null))
                rows.Add(new([new(name), .. cells]));
        }

        Add(ground.T["report-document.public-transport"], year => ground.View.Evaluate(new(Measure.Cost, Period.Year(year), Subject.RegionId, new(Group: "public-transport"))));
        Add(ground.T["development-money.granted"], year => ground.View.Evaluate(new(Measure.CoFinancingGranted, Period.Year(year), Subject.RegionId)));
        Add(ground.T["development-money.paid"], year => ground.View.Evaluate(new(Measure.CoFinancingPaid, Period.Year(year), Subject.RegionId)));
        foreach (var told in new[] { "culture", "culture-state", "infrastructure" })
            Add(ground.T[told switch { "culture" => "development-money.culture-region", "culture-state" => "development-money.culture-state", _ => "development-money.plan" }], year => ground.View.Evaluate(new(Measure.DevelopmentMoney, Period.Year(year), told)));
        var blocks = new List<ReportBlock>();
        if (rows.Count > 0)
            blocks.Add(new ReportTable("development-money", ground.T["development-money.title"], null, [ground.Text("development-money.row"), .. years.Select(y => new ReportColumn(y.ToString(CultureInfo.InvariantCulture), ReportColumnKind.Number))], rows, []));
        if (Programmes() is { Rows.Count: > 0 } programmes)
            blocks.Add(programmes);
        return new(blocks.Count > 0 ? blocks : [new ReportParagraph(ground.T["report-document.no-development"])]);
    }

    private ReportTable Programmes()
    {
        var state = ground.View.State;
        var rows = state.Goals.Indicators.Where(i => state.Development.Book.GoalOf(i.Act.Of) is not null).OrderBy(i => i.Act.Id, StringComparer.Ordinal)
            .Select(i => (Indicator: i, Standing: ground.View.StandingOf(i, ground.Period))).Where(i => i.Standing.Value.IsKnown)
            .Select(i => new ReportRow(
            [
                new(ground.NameOf(i.Indicator.Act.Of)), new(ground.T[i.Indicator.Act.Name], Address: "/goals/indicators/" + Uri.EscapeDataString(i.Indicator.Act.Id)), ground.Value(i.Standing.Value),
            ])).ToList();
        return new("development-goals", ground.T["report-document.development-goals"], null, [ground.Text("report-document.programme-goal"), ground.Text("report-document.indicator"), ground.Number("report-document.outcome")], rows, []);
    }

    /// <summary>A figure of the staff; sick leave that the public may not see is left out.</summary>
    private ReportCell Of(Measure measure, string subject)
    {
        var address = new FigureAddress(measure, ground.Period, subject);
        if (ground.View.IsBelowPublic(address))
            return new(ground.T["report-document.hidden"]);
        var figure = ground.View.Evaluate(address);
        return figure.Value switch
        {
            FigureValue.Count count => new(AmountText.Number(count.Items, 0), count.Items, figure),
            FigureValue.Number number => new(AmountText.Number(number.Value, measure == Measure.SickLeave ? 2 : 1), number.Value, figure),
            _ => ground.Missing,
        };
    }
}
