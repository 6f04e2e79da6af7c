using Styrkedja.Accounts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Organisation;

namespace Styrkedja.FollowUp;

/// <summary>One row of the income statement with the columns usual in a report.</summary>
/// <param name="Line">Absent for a subtotal.</param>
/// <param name="Budget">Of as many months as the outcome.</param>
/// <param name="Deviation">Outcome less budget, positive is better on every row.</param>
/// <param name="Forecast">Only of the year's result, where someone has given one.</param>
public sealed record IncomeRow(StatementLine? Line, string? Subtotal, Figure Outcome, Figure Budget, Figure Deviation, Figure PreviousYear, Figure YearBudget, Figure? Forecast);

/// <summary>The operations of one body, or the investments where it has made any.</summary>
/// <param name="Net">Revenue and cost together; what the body got as its frame is among the revenue.</param>
public sealed record OperationsRow(Subject Subject, Figure Revenue, Figure Cost, Figure Net, Figure Budget, Figure Deviation);

/// <summary>What one body has invested against the frames it was given for it.</summary>
/// <param name="Frame">The sum of its investment frames of the year, in öre; zero when it has none.</param>
public sealed record InvestmentRow(Subject Subject, Figure Outcome, Amounts.Money Frame, Amounts.Money Left, IReadOnlyList<Decided<SetInvestmentFrame>> Frames);

public sealed partial class FollowUpView
{
    /// <summary>The income statement of a subject with budget, deviation, the year before, the whole year's budget and forecast.</summary>
    /// <remarks>Rule: LKBR (2018:597) 5 kap. 2 §; KRL (1997:614) 5 kap. for 2015-2017. Every line is there, also one without amounts in any column.</remarks>
    public IReadOnlyList<IncomeRow> IncomeStatementInFull(string subject, Period period)
    {
        var known = Known(period);
        var (before, year) = (new Period(known.From.Plus(-12), known.To.Plus(-12)), Period.Year(known.From.Year));
        var rows = new List<IncomeRow>();
        foreach (var line in IncomeStatementLines.InOrder)
        {
            var of = new FigureAddress(Measure.Result, known, subject);
            var outcome = StatementFigure(of, line, budget: false);
            rows.Add(new(
                line,
                null,
                outcome,
                StatementFigure(of, line, budget: true),
                Evaluate(outcome.Address with { Measure = IncomeStatementLines.IsRevenue(line) ? Measure.RevenueDeviation : Measure.CostDeviation }),
                StatementFigure(of with { Period = before }, line, budget: false),
                StatementFigure(of with { Period = year }, line, budget: true),
                null));
            foreach (var subtotal in IncomeStatementLines.Subtotals.Where(s => s.LastLine == line))
            {
                var measure = s_subtotals[subtotal.Id];
                var through = measure == Measure.Result ? Dimensions.None : new Dimensions(Through: line.Word());
                rows.Add(new(
                    null,
                    subtotal.Id,
                    Evaluate(new(measure, known, subject)),
                    Evaluate(new(Measure.ResultBudget, known, subject, through)),
                    Evaluate(new(Measure.ResultDeviation, known, subject, through)),
                    Evaluate(new(measure, before, subject)),
                    Evaluate(new(Measure.ResultBudget, year, subject, through)),
                    measure == Measure.Result ? Evaluate(new(Measure.ResultForecast, known, subject)) : null));
            }
        }

        return rows;
    }

    /// <summary>The operations account (driftredovisning): each body's revenue, cost and result against its budget.</summary>
    /// <remarks>Rule: LKBR (2018:597) 10 kap. Revenue and cost are those from outside the body.</remarks>
    public IReadOnlyList<OperationsRow> OperationsAccount(Period period)
    {
        var known = Known(period);
        return
        [
            .. Children(Subject.RegionId).Where(child => HoldsMoney(child.Id, known)).Append(State.Organisation.Region).Select(subject => new OperationsRow(
                subject,
                Evaluate(new(Measure.Revenue, known, subject.Id)),
                Evaluate(new(Measure.Cost, known, subject.Id)),
                Evaluate(new(Measure.Result, known, subject.Id)),
                Evaluate(new(Measure.ResultBudget, known, subject.Id)),
                Evaluate(new(Measure.ResultDeviation, known, subject.Id)))),
        ];
    }

    /// <summary>The investment account (investeringsredovisning): what each body has invested, against its frames for it.</summary>
    /// <remarks>Rule: LKBR (2018:597) 10 kap. Bodies with neither outcome nor frame are left out.</remarks>
    public IReadOnlyList<InvestmentRow> InvestmentAccount(Period period)
    {
        var known = Known(period);
        var frames = State.Frames.Investments.Where(f => f.Act.Year == known.From.Year).ToList();
        return
        [
            .. Children(Subject.RegionId)
                .Select(subject => (Subject: subject, Outcome: Evaluate(new(Measure.NetInvestments, known, subject.Id)), Frames: frames.Where(f => State.Organisation.IsWithin(f.Act.Subject, subject.Id)).ToList()))
                .Where(row => row.Frames.Count > 0 || row.Outcome.Money.Ore != 0)
                .Select(row => (row.Subject, row.Outcome, row.Frames, Frame: Amounts.Money.Sum(row.Frames.Select(f => f.Act.Amount))))
                .Select(row => new InvestmentRow(row.Subject, row.Outcome, row.Frame, row.Frame - row.Outcome.Money, row.Frames)),
        ];
    }
}
