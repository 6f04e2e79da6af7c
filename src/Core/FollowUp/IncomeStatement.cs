using Styrkedja.Accounts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;

namespace Styrkedja.FollowUp;

/// <summary>One row of an income statement; a subtotal is a row whose line is absent.</summary>
public sealed record StatementRow(StatementLine? Line, string? Subtotal, Figure Outcome, Figure? Budget, Figure? PreviousYear);

public sealed partial class FollowUpView
{
    private static readonly Dictionary<string, Measure> s_subtotals = new(StringComparer.Ordinal)
    {
        ["net-cost"] = Measure.NetCost,
        ["operating-result"] = Measure.OperatingResult,
        ["after-financial-items"] = Measure.AfterFinancialItems,
        ["result"] = Measure.Result,
    };

    /// <summary>The income statement of a subject, what is internal to it taken away.</summary>
    /// <remarks>Rule: LKBR (2018:597) 5 kap.; KRL (1997:614) 5 kap. for 2015-2017. A line where nothing was booked, budgeted or booked the year before is left out.</remarks>
    public IReadOnlyList<StatementRow> IncomeStatement(string subject, Period period)
    {
        var known = Known(period);
        var before = new Period(known.From.Plus(-12), known.To.Plus(-12));
        var rows = new List<StatementRow>();
        foreach (var line in IncomeStatementLines.InOrder)
        {
            var outcome = StatementFigure(new(Measure.Result, known, subject), line, budget: false);
            var budget = StatementFigure(new(Measure.Result, known, subject), line, budget: true);
            var previous = StatementFigure(new(Measure.Result, before, subject), line, budget: false);
            if (outcome.Money.Ore != 0 || budget.Money.Ore != 0 || previous.Money.Ore != 0)
                rows.Add(new(line, null, outcome, budget, previous));
            foreach (var subtotal in IncomeStatementLines.Subtotals.Where(s => s.LastLine == line))
            {
                var measure = s_subtotals[subtotal.Id];
                rows.Add(new(null, subtotal.Id, Evaluate(new(measure, known, subject)), measure == Measure.Result ? Evaluate(new(Measure.ResultBudget, known, subject)) : null, Evaluate(new(measure, before, subject))));
            }
        }

        return rows;
    }
}
