using Styrkedja.Accounts;
using Styrkedja.Amounts;
using Styrkedja.App.FollowingUp;
using Styrkedja.Decisions;
using Styrkedja.FollowUp;
using Styrkedja.Formats.Figures;
using Styrkedja.Organisation;
using Styrkedja.Provenance;
using Styrkedja.Reports;
using Styrkedja.Statements;
using Styrkedja.Web.Words;

namespace Styrkedja.Web.Reporting;

/// <summary>The statements of account in a report, with notes, and the accounts of operations and investments.</summary>
/// <remarks>Rule: LKBR (2018:597) 5-10 and 12 kap.; KRL (1997:614) 5-8 kap. for years before 2019.</remarks>
internal sealed class StatementParts(ReportGround ground)
{
    private readonly StatementTables _tables = new(ground.T, ground.View, ground.Period);

    private bool IsKnown => ground.View.HasOutcome(ground.Period);

    public FilledPart Income() => Known(() => [Table(_tables.Income())]);

    public FilledPart Balance() => Known(() => [Table(_tables.Balance())]);

    public FilledPart CashFlow() => Known(() => [Table(_tables.CashFlow())]);

    public FilledPart Operations() => Known(() => [new PicturesInReport(ground).Steps(ground.View.FollowUp(ground.Period), "statement-operations"), Table(_tables.Operations())]);

    public FilledPart Investments() => Known(() => [Table(_tables.Investments())]);

    public FilledPart Requirement() => Known(() =>
    {
        // The law tries a whole year: what is known later of the rest of it has no place in a report of its first months.
        if (ground.Period != Calendar.Period.Year(ground.Year))
            return [Expected()];
        if (_tables.Requirement() is not { } table || ground.View.Requirement(ground.Year) is not { } requirement)
            return [new ReportParagraph(ground.T["requirement.none", ("year", ground.Year)])];
        var key = requirement[RequirementLine.RequirementResult] < Money.Zero ? "requirement.breaks" : "requirement.meets";
        var (result, left) = (ground.View.RequirementFigure(ground.Year, RequirementLine.RequirementResult), ground.View.RequirementFigure(ground.Year, RequirementLine.ClosingDeficit));
        return
        [
            new ReportParagraph([.. ReportGround.Sentence(ground.T[key, ("year", ground.Year)], ("result", ground.Run(result)), ("left", ground.Run(left, Said(-left.Money)))), new(".")]),
            Table(table),
        ];
    });

    private ReportParagraph Expected()
    {
        var (own, linear) = (ground.View.Evaluate(new(Measure.ResultForecast, ground.Known, Subject.RegionId)), ground.View.Evaluate(new(Measure.LinearForecast, ground.Known, Subject.RegionId)));
        return own.IsKnown ? ground.Paragraph(ground.T["report-document.requirement-expected"], ("forecast", own)) : ground.Paragraph(ground.T["report-document.requirement-linear"], ("forecast", linear));
    }

    public FilledPart Group() => Known(() =>
    {
        var rows = ground.View.GroupStatement(ground.Period);
        if (rows.Count == 0)
            return [new ReportParagraph(ground.T["group.none", ("period", DateWords.Of(ground.T, ground.Period))])];
        var parts = ground.View.State.Organisation.Children(Subject.GroupId);
        return
        [
            new ReportTable("group", ground.T["group.caption", ("period", DateWords.Of(ground.T, ground.Known))], "mnkr",
                [ground.Text("statement.line"), .. parts.Select(p => new ReportColumn(ground.T[p.Name], ReportColumnKind.Number)), ground.Number("group.eliminated"), ground.Number("group.whole")],
                [
                    .. rows.Select(row => new ReportRow(
                        [new(row.Line is { } line ? ground.T[$"line.{line.Word()}"] : ground.T[$"subtotal.{row.Subtotal}"]), .. row.Parts.Select(ground.Amount), new(AmountText.Of(row.Eliminated, AmountUnit.Million), row.Eliminated.Ore / 100m), ground.Amount(row.Group)],
                        row.Subtotal is null or FollowUpView.UnmetRow ? ReportRowKind.Item : ReportRowKind.Subtotal)),
                ], [ground.T["group.owned"]]),
        ];
    });

    /// <summary>The principles, then what each line of the income statement and of the balance sheet is made of.</summary>
    public FilledPart Notes()
    {
        if (!IsKnown)
            return Known(() => []);
        var (t, notes) = (ground.T, new List<ReportSection>());
        void Note(string id, string title, params ReportBlock[] blocks) => notes.Add(new($"note-{id}", t["report-document.note", ("number", notes.Count + 1), ("title", title)], blocks, []));

        Note("principles", t["report-document.principles"],
            new ReportPoints([.. new[] { "signs", "rounding", "internal", "comparison", ground.Year < 2019 ? "law-before-2019" : "law" }.Select(p => (IReadOnlyList<ReportRun>)[new(t[$"report-document.principle.{p}"])])], false));
        foreach (var line in IncomeStatementLines.InOrder)
        {
            if (Groups(line) is { Count: > 1 } groups)
                Note(line.Word(), t[$"line.{line.Word()}"], IncomeNote(line, groups));
        }

        var sheet = ground.View.BalanceSheetAt(ground.Known.To);
        var before = ground.View.BalanceSheetAt(ground.Known.From.Plus(-1));
        foreach (var row in BalanceRows.InOrder)
        {
            if (!row.IsTotal() && sheet.Accounts.Where(a => a.Row == row).ToList() is { Count: > 1 } accounts)
                Note(KeyWord.Of(row), t[$"line.{KeyWord.Of(row)}"], BalanceNote(row, accounts, before));
        }

        return new([], notes);
    }

    private List<AccountGroupEntry> Groups(StatementLine line) =>
        [.. ground.View.State.Accounts.Groups.Where(g => g.Line == line && (Of(Measure.Result, g.Id).Money != Money.Zero || Before(g.Id).Money != Money.Zero))];

    private ReportTable IncomeNote(StatementLine line, List<AccountGroupEntry> groups)
    {
        var of = new FigureAddress(Measure.Result, ground.Known, Subject.RegionId);
        var whole = ground.View.StatementFigure(of, line, budget: false);
        var earlier = ground.View.StatementFigure(of with { Period = Earlier }, line, budget: false);
        return new($"note-{line.Word()}-table", ground.T[$"line.{line.Word()}"], "mnkr", [ground.Text("deviation.group"), ground.Number("statements.outcome"), ground.Number("statements.before")],
            [
                .. groups.Select(g => new ReportRow([new(ground.T[g.Name]), ground.Amount(Of(Measure.Result, g.Id)), ground.Amount(Before(g.Id))])),
                new([new(ground.T["figure.sum"]), ground.Amount(whole), ground.Amount(earlier)], ReportRowKind.Total),
            ], []);
    }

    private ReportTable BalanceNote(BalanceRow row, List<(BalanceRow Row, string Account, Money Amount)> accounts, BalanceSheet before) =>
        new($"note-{KeyWord.Of(row)}-table", ground.T[$"line.{KeyWord.Of(row)}"], "mnkr",
            [ground.Text("report-document.account"), new(ReportGround.Iso(ground.Known.To.LastDay), ReportColumnKind.Number), new(ReportGround.Iso(ground.Known.From.Plus(-1).LastDay), ReportColumnKind.Number)],
            [
                .. accounts.Select(a => new ReportRow(
                [
                    new($"{a.Account} {ground.View.State.Accounts.NameOf(a.Account)}"), Plain(a.Amount), Plain(Money.Sum(before.Accounts.Where(b => b.Account == a.Account && b.Row == row).Select(b => b.Amount))),
                ])),
                new([new(ground.T["figure.sum"]), ground.Amount(ground.View.BalanceFigure(ground.Known, row)), Plain(before[row])], ReportRowKind.Total),
            ], []);

    private ReportTable Table(StatementTable table) => new(
        "statement-" + table.Id,
        table.Caption + ", " + DateWords.Of(ground.T, ground.Known),
        "mnkr",
        [.. table.Columns.Select((column, c) => new ReportColumn(column, c == 0 ? ReportColumnKind.Text : ReportColumnKind.Number))],
        [
            .. table.Rows.Select(row => new ReportRow(
                [new(row.Name), .. row.Cells.Select(cell => cell switch
                {
                    { Figure: { } figure } => ground.Amount(figure),
                    { Amount: { } amount, Decision: { } decision } => ReportGround.Decided(amount, decision),
                    _ => ground.Missing,
                })],
                row.Total ? ReportRowKind.Subtotal : ReportRowKind.Item)),
        ],
        table.Notes);

    private FilledPart Known(Func<IReadOnlyList<ReportBlock>> blocks) => new(IsKnown ? blocks() : [new ReportParagraph(ground.T["reports.no-outcome", ("year", ground.Year)])]);

    private Calendar.Period Earlier => new(ground.Known.From.Plus(-12), ground.Known.To.Plus(-12));

    private Figure Of(Measure measure, string group) => ground.View.Evaluate(new(measure, ground.Known, Subject.RegionId, new(Group: group)));

    private Figure Before(string group) => ground.View.Evaluate(new(Measure.Result, Earlier, Subject.RegionId, new(Group: group)));

    private static ReportCell Plain(Money amount) => new(AmountText.Of(amount, AmountUnit.Million), amount.Ore / 100m);

    private static string Said(Money money) => AmountText.Of(money, AmountUnit.Million) + AmountText.Group + "mnkr";
}
