using Styrkedja.Accounts;
using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Organisation;
using Styrkedja.Provenance;
using Styrkedja.Statements;

namespace Styrkedja.FollowUp;

public sealed partial class FollowUpView
{
    private readonly Lock _requiring = new();
    private IReadOnlyDictionary<int, BalanceInquiry>? _requirements;

    /// <summary>The balance requirement of a year; nothing for a year without outcome or decisions about it.</summary>
    /// <remarks>Every year from the first that is known is reckoned, since reserves and deficits go over from one to the next. Rule: kommunallagen (2017:725) 11 kap. 12-14 §§.</remarks>
    public BalanceInquiry? Requirement(int year) => Requirements.GetValueOrDefault(year);

    private IReadOnlyDictionary<int, BalanceInquiry> Requirements
    {
        get
        {
            lock (_requiring)
                return _requirements ??= Reckoned();
        }
    }

    private Dictionary<int, BalanceInquiry> Reckoned()
    {
        var years = _batches.SelectMany(b => b.Batch.Period.EachMonth()).Select(month => month.Year).Concat(State.Requirement.Years()).Distinct().ToList();
        return years.Count == 0 ? [] : BalanceInquiry.Of([.. Enumerable.Range(years.Min(), years.Max() - years.Min() + 1).Select(RequirementAccounts)], State.Requirement).ToDictionary(year => year.Year);
    }

    private RequirementAccountsOfYear RequirementAccounts(int year)
    {
        var period = Period.Year(year);
        var rows = new Dictionary<RequirementLine, Money>();
        foreach (var (row, account, ore) in GainsAndLosses(period))
            rows[RequirementLines.Of(row)] = rows.GetValueOrDefault(RequirementLines.Of(row)) + new Money(row.IsTakenAway() ? checked(-ore) : ore);
        var known = HasOutcome(period) && Balances.OpeningOf(year).Source != OpeningSource.Unknown && State.Statements.InForce.Count > 0;
        return new(
            year,
            ResultOf(period),
            rows,
            Money.Sum(TaxAndGrants(period).Select(figure => figure.Money)),
            known ? BalanceSheetAt(Known(period).To)[BalanceRow.Equity] : null);
    }

    private IEnumerable<Figure> TaxAndGrants(Period period) => new[] { StatementLine.TaxRevenue, StatementLine.GeneralGrantsAndEqualisation }
        .Select(line => Evaluate(new(Measure.Revenue, period, Subject.RegionId, new(Line: line.Word()))));

    /// <summary>What is booked on each account of gains and losses, revenue positive, by the rows that it is part of.</summary>
    private IEnumerable<(RequirementRow Row, string Account, long Ore)> GainsAndLosses(Period period)
    {
        if (!State.Statements.InForce.Any(m => m.Act.Requirement.Count > 0))
            return [];
        var codes = _outcome.Places.Codes.Accounts;
        var region = _nodes.NodeOf(Subject.RegionId);
        var groups = GroupsWhere(IncomeStatementLines.InOrder.Contains);
        return
        [
            .. Enumerable.Range(0, codes.Count).Select(code => codes[code])
                .SelectMany(account => State.Statements.RequirementRowsOf(account).Select(row => (row, account)))
                .Select(of => (of.row, of.account, _outcome.Sum(region, false, new(groups, of.account, null, null), period))),
        ];
    }

    private Figure EvaluateRequirement(FigureAddress address)
    {
        if (address.Subject != Subject.RegionId || address.Dimensions.Line is not { } word || !RowWords.TryParse<RequirementLine>(word, out var line) || Requirement(address.Period.From.Year) is not { } of)
            return Unknown(address);
        return Amount(address, of[line].Ore, IsRequirementIllustrative(of.Year));
    }

    private bool IsRequirementIllustrative(int year) =>
        _batches.Any(b => b.Batch.Illustrative && b.Batch.Period.From.Year <= year)
        || State.Requirement.Adjustments.Any(a => a.Act.Illustrative && a.Act.Year <= year)
        || State.Requirement.Reservations.Values.Any(r => r.Act.Illustrative && r.Act.Year <= year);

    /// <summary>A row of a year's balance requirement.</summary>
    public Figure RequirementFigure(int year, RequirementLine line) =>
        Evaluate(new(Measure.BalanceRequirement, Period.Year(year), Subject.RegionId, new(Line: KeyWord.Of(line))));

    private Explanation ExplainRequirement(Figure figure, IReadOnlyList<PublishedValue> published)
    {
        var year = figure.Address.Period.From.Year;
        var period = Period.Year(year);
        var line = RowWords.Named<RequirementLine>(figure.Address.Dimensions.Line);
        var decisions = Entries(RequirementDecisions(line, year));
        if (line.PartsOf() is { Count: > 0 } rows)
            return new(figure, FigureRule.Sum, Breakdown.Line, [.. rows.Select(row => RequirementFigure(year, row)).Where(part => part.Money != Money.Zero)], [], [], decisions, [], [], published);
        IEnumerable<Figure> inputs = line switch
        {
            RequirementLine.YearResult => [Evaluate(new(Measure.Result, period, Subject.RegionId))],
            RequirementLine.Reserved => [RequirementFigure(year, RequirementLine.YearResult), RequirementFigure(year, RequirementLine.AdjustedResult), .. TaxAndGrants(period)],
            RequirementLine.OpeningDeficit => [RequirementFigure(year - 1, RequirementLine.ClosingDeficit)],
            RequirementLine.ClosingDeficit => [RequirementFigure(year, RequirementLine.RequirementResult), RequirementFigure(year, RequirementLine.OpeningDeficit), RequirementFigure(year, RequirementLine.SpecialReasons)],
            _ => GainsAndLosses(period).Where(g => RequirementLines.Of(g.Row) == line).Select(g => Evaluate(new(Measure.Result, period, Subject.RegionId, new(Account: g.Account)))),
        };
        return new(figure, FigureRule.Required, null, [], [.. inputs.Where(input => input.IsKnown)], [], decisions, [], [], published);
    }

    /// <summary>The decisions that a row rests on.</summary>
    private IEnumerable<Decision> RequirementDecisions(RequirementLine line, int year)
    {
        var book = State.Requirement;
        return line switch
        {
            RequirementLine.Reserved => book.Reservations.TryGetValue(year, out var reserved) ? [reserved.By] : [],
            RequirementLine.ReserveUsed => book.Uses.Where(use => use.Key.Year == year).Select(use => use.Value.By),
            RequirementLine.SpecialReasons => book.SpecialReasons.TryGetValue(year, out var reasons) ? [reasons.By] : [],
            RequirementLine.OpeningDeficit => book.Adjusting(year, RequirementAdjustment.OpeningDeficit).Select(a => a.By),
            RequirementLine.ClosingDeficit => book.Plans.Values.Where(plan => plan.Act.Year <= year).Select(plan => plan.By),
            _ => book.Adjustments.Where(a => a.Act.Year == year && RequirementLines.Of(a.Act.Row) == line).Select(a => a.By)
                .Concat(State.Statements.InForce.Where(m => m.Act.Requirement.Any(row => RequirementLines.Of(row.Row) == line)).Select(m => m.By)),
        };
    }
}
