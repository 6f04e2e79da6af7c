using System.Globalization;
using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.FollowUp;
using Styrkedja.Formats.Figures;
using Styrkedja.Organisation;
using Styrkedja.Provenance;
using Styrkedja.Statements;

namespace Styrkedja.App.FollowingUp;

/// <summary>Lays out a period's statements of account: income, balance sheet, cash flow, operations, investments, key ratios and balance requirement.</summary>
/// <remarks>Rows without any amount in any column are left out, but totals and the difference never are. Rule: LKBR (2018:597) 5, 6, 8 and 10 kap.</remarks>
public sealed class StatementTables(Texts.Texts texts, FollowUpView view, Period period)
{
    private readonly Period _known = view.Known(period);

    /// <summary>All of them, in the order of an annual report.</summary>
    public IReadOnlyList<StatementTable> All => [Ratios(), Income(), Balance(), CashFlow(), Operations(), Investments(), .. Requirement() is { } requirement ? new[] { requirement } : []];

    /// <summary>The income statement of the region or of a part of it.</summary>
    public StatementTable Income(string subject = Subject.RegionId) => new(
        "income",
        texts["statements.income"],
        Heads("row", "outcome", "budget", "deviation", "before", "year-budget", "forecast"),
        [
            .. view.IncomeStatementInFull(subject, period)
                .Where(row => row.Line is null || new[] { row.Outcome, row.Budget, row.PreviousYear, row.YearBudget }.Any(f => f.Money != Money.Zero))
                .Select(row => new StatementTableRow(
                    row.Line is { } line ? texts[$"line.{line.Word()}"] : texts[$"subtotal.{row.Subtotal}"],
                    row.Line is null,
                    Cells(row.Outcome, row.Budget, row.Deviation, row.PreviousYear, row.YearBudget, row.Forecast))),
        ],
        [texts["statements.note.law-income"]]);

    public StatementTable Balance()
    {
        var before = new Period(new Month(_known.From.Year - 1, 1), new Month(_known.From.Year - 1, 12));
        return new(
            "balance",
            texts["statements.balance"],
            [texts["statements.row"], Day(_known), Day(before)],
            Shown(BalanceRows.InOrder, row => row.IsTotal() || row == BalanceRow.Difference, row => [view.BalanceFigure(_known, row), view.BalanceFigure(before, row)]),
            [.. BalanceNotes(), texts["statements.note.law-balance"]]);
    }

    public StatementTable CashFlow()
    {
        var before = new Period(_known.From.Plus(-12), _known.To.Plus(-12));
        return new(
            "cash-flow",
            texts["statements.cash-flow"],
            Heads("row", "outcome", "before"),
            Shown(CashFlowRows.InOrder, row => row.IsTotal() || row == CashFlowRow.CashDifference, row => [view.CashFlowFigure(_known, row), view.CashFlowFigure(before, row)]),
            [texts["statements.note.law-cash-flow"]]);
    }

    public StatementTable Operations() => new(
        "operations",
        texts["statements.operations"],
        Heads("body", "revenue", "cost", "net", "budget", "deviation"),
        [
            .. view.OperationsAccount(period).Select(row => new StatementTableRow(
                texts[row.Subject.Name], row.Subject.Kind == SubjectKind.Region, Cells(row.Revenue, row.Cost, row.Net, row.Budget, row.Deviation), row.Subject.Id)),
        ],
        [texts["statements.note.law-operations"]]);

    public StatementTable Investments()
    {
        var rows = view.InvestmentAccount(period);
        return new(
            "investments",
            texts["statements.investments"],
            Heads("body", "invested", "frame", "left"),
            [
                .. rows.Select(row => new StatementTableRow(
                    texts[row.Subject.Name],
                    false,
                    [new(row.Outcome), row.Frames.Count > 0 ? new(null, row.Frame, row.Frames[^1].By.Id) : StatementCell.Empty, row.Frames.Count > 0 ? new(null, row.Left, row.Frames[^1].By.Id) : StatementCell.Empty],
                    row.Subject.Id)),
            ],
            [rows.Count == 0 ? texts["statements.note.no-investments"] : texts["statements.note.frames"]]);
    }

    public StatementTable Ratios() => new(
        "ratios",
        texts["statements.ratios"],
        Heads("ratio", "value", "before"),
        [
            .. new[] { Measure.NetCostShare, Measure.EquityRatio, Measure.SelfFinancing, Measure.NetInvestments }.Select(measure => new StatementTableRow(
                texts[$"measure.{measure.Word()}"],
                false,
                Cells(view.Evaluate(new(measure, _known, Subject.RegionId)), view.Evaluate(new(measure, new(_known.From.Plus(-12), _known.To.Plus(-12)), Subject.RegionId))))),
        ],
        []);

    /// <summary>The balance requirement with every row numbered as in print; nothing for a year that nothing is known of.</summary>
    /// <param name="remarks">False where the remarks are told elsewhere on the page.</param>
    public StatementTable? Requirement(bool remarks = true)
    {
        var year = _known.From.Year;
        return view.Requirement(year) is not { } requirement ? null : new(
            "balance-requirement",
            texts["statements.requirement"],
            [texts["statements.row"], $"{year}", $"{year - 1}"],
            [
                .. RequirementLines.InOrder.Select(line => new StatementTableRow(
                    $"{line.Number()} {texts[$"line.{KeyWord.Of(line)}"]}",
                    line.PartsOf().Count > 0 || line == RequirementLine.ClosingDeficit,
                    Cells(view.RequirementFigure(year, line), view.RequirementFigure(year - 1, line)))),
            ],
            [.. remarks ? requirement.Remarks.Select(Remark) : [], texts["requirement.law"]]);
    }

    /// <summary>A remark of the balance requirement as a sentence.</summary>
    public string Remark(RequirementRemark remark) =>
        texts[$"requirement-remark.{KeyWord.Of(remark.Kind)}", ("year", remark.Year), ("amount", Said(remark.Amount)), ("limit", Said(remark.Limit))];

    private List<string> BalanceNotes()
    {
        var year = _known.From.Year;
        var notes = new List<string>();
        var source = view.OpeningOf(year);
        notes.Add(texts[$"statements.note.opening-{FigureJson.Word(source)}", ("year", year)]);
        notes.AddRange(view.OpeningDifferences(year).Select(d => texts["statements.note.opening-differs", ("row", texts[$"line.{KeyWord.Of(d.Row)}"]), ("year", year), ("amount", Said(d.Difference))]));
        var sheet = view.BalanceSheetAt(_known.To);
        if (view.State.Statements.InForce.Count == 0)
            notes.Add(texts["statements.note.no-layout"]);
        else if (sheet.Accounts.Where(a => a.Row is BalanceRow.UnplacedAssets or BalanceRow.UnplacedLiabilities).Select(a => a.Account).ToList() is { Count: > 0 } unplaced)
            notes.Add(texts["statements.note.unplaced", ("accounts", string.Join(", ", unplaced))]);
        var difference = sheet[BalanceRow.Difference];
        notes.Add(difference == Money.Zero ? texts["statements.note.balances"] : texts["statements.note.unbalanced", ("amount", AmountText.Exact(difference))]);
        return notes;
    }

    private IReadOnlyList<StatementTableRow> Shown<TRow>(IReadOnlyList<TRow> rows, Func<TRow, bool> isTotal, Func<TRow, Figure[]> figures)
        where TRow : struct, Enum =>
        [
            .. rows.Select(row => (Row: row, Figures: figures(row))).Where(r => isTotal(r.Row) || r.Figures.Any(f => f.Money != Money.Zero))
                .Select(r => new StatementTableRow(texts[$"line.{KeyWord.Of(r.Row)}"], isTotal(r.Row), Cells(r.Figures))),
        ];

    private static string Day(Period through) => through.To.LastDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string[] Heads(params string[] words) => [.. words.Select(word => texts[$"statements.{word}"])];

    private static IReadOnlyList<StatementCell> Cells(params Figure?[] figures) => [.. figures.Select(f => f is { IsKnown: true } ? new StatementCell(f) : StatementCell.Empty)];

    private static string Said(Money money) => $"{AmountText.Of(money, AmountUnit.Million)}{AmountText.Group}mnkr";
}
