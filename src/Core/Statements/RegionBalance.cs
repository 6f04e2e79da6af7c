using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.FollowUp;
using Styrkedja.Organisation;

namespace Styrkedja.Statements;

/// <summary>The region's own balance requirement, from its ledger and its assembly's decisions.</summary>
/// <param name="Years">One inquiry a year, the earliest first.</param>
/// <param name="Results">The result that each inquiry starts from: the outcome, or the forecast of a year that is not whole.</param>
public sealed record RegionBalance(IReadOnlyList<BalanceYear> Years, IReadOnlyDictionary<int, Figure> Results)
{
    private static readonly StatementLine[] s_limitsFrom = [StatementLine.TaxRevenue, StatementLine.GeneralGrantsAndEqualisation];

    /// <summary>Inquires into years in a row. A year without outcome or forecast, and those after it, are left out.</summary>
    /// <remarks>Rule: kommunallagen (2017:725) 11 kap. 12-14 §§. For a year that is not whole the forecast stands for the result, as in an interim report (RKR R17).</remarks>
    public static RegionBalance Of(FollowUpView view, IEnumerable<int> years)
    {
        var results = new Dictionary<int, Figure>();
        var grounds = new List<BalanceGrounds>();
        foreach (var year in years)
        {
            if (ResultOf(view, year) is not { IsKnown: true } result)
                break;
            results[year] = result;
            grounds.Add(new(
                year,
                result.Money,
                Money.Sum(LimitFigures(view, year).Select(f => f.Money)),
                view.State.ActsOf<AdjustBalanceRequirement>().Where(d => d.Act.Year == year).GroupBy(d => d.Act.Row).ToDictionary(row => row.Key, row => row.Last().Act.Amount),
                view.State.ActsOf<ReserveResult>().LastOrDefault(d => d.Act.Year == year).Act?.Amount ?? Money.Zero,
                view.State.ActsOf<UseReserve>().LastOrDefault(d => d.Act.Year == year).Act?.Amount ?? Money.Zero,
                view.State.ActsOf<ClaimSpecialReasons>().LastOrDefault(d => d.Act.Year == year).Act?.Amount ?? Money.Zero,
                view.State.ActsOf<ReserveResult>().LastOrDefault(d => d.Act.Year == year).Act?.NegativeEquity ?? false));
        }

        return new(BalanceInquiry.Inquire(grounds), results);
    }

    /// <summary>Tax revenue, general grants and equalisation of a year: what the limits of the reserve are reckoned on.</summary>
    public static IReadOnlyList<Figure> LimitFigures(FollowUpView view, int year) =>
        [.. s_limitsFrom.Select(line => view.Evaluate(new(Measure.Result, Period.Year(year), Subject.RegionId, new(Line: line.Word()))))];

    public BalanceYear? Find(int year) => Years.FirstOrDefault(y => y.Year == year);

    private static Figure? ResultOf(FollowUpView view, int year)
    {
        var whole = Period.Year(year);
        return !view.HasOutcome(whole) ? null
            : view.Known(whole) == whole ? view.Evaluate(new(Measure.Result, whole, Subject.RegionId))
            : view.Evaluate(new(Measure.ResultForecast, view.Known(whole), Subject.RegionId));
    }
}
