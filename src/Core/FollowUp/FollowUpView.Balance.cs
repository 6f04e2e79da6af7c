using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Organisation;
using Styrkedja.Provenance;
using Styrkedja.Statements;

namespace Styrkedja.FollowUp;

public sealed partial class FollowUpView
{
    private readonly Lock _balancing = new();
    private BalanceBook? _balances;

    /// <summary>Where the balances that a year opens with come from.</summary>
    public OpeningSource OpeningOf(int year) => Balances.OpeningOf(year).Source;

    /// <summary>Rows that a year is told to open with otherwise than the year before closed, by how much; none when they agree or only one of the two is known.</summary>
    public IReadOnlyList<(BalanceRow Row, Money Difference)> OpeningDifferences(int year)
    {
        var (told, carried) = (Balances.OpeningOf(year), Balances.Carried(year));
        if (told.Source != OpeningSource.Told || carried.Source == OpeningSource.Unknown)
            return [];
        var (opened, closed) = (Laid(told), Laid(carried));
        return
        [
            .. BalanceRows.InOrder
                .Where(row => row == BalanceRow.Equity || (!row.IsTotal() && row is not (BalanceRow.YearResult or BalanceRow.RetainedResult or BalanceRow.EarmarkedReserve or BalanceRow.OtherEquity or BalanceRow.Difference)))
                .Select(row => (row, opened[row] - closed[row])).Where(row => row.Item2 != Money.Zero),
        ];

        BalanceSheet Laid(Opening opening) => BalanceSheet.Of(opening.Accounts, State.Statements, Money.Zero, opening.Retained);
    }

    /// <summary>The balance sheet at the end of a month.</summary>
    public BalanceSheet BalanceSheetAt(Month month) =>
        BalanceSheet.Of(Balances.At(month), State.Statements, ResultOf(new(new Month(month.Year, 1), month)), Balances.OpeningOf(month.Year).Retained);

    /// <summary>The cash flow statement of a period.</summary>
    public CashFlowStatement CashFlow(Period period)
    {
        var (before, after) = (OpeningOf(period), Balances.At(period.To));
        return CashFlowStatement.Of(
            before.Keys.Union(after.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(account => (account, before.GetValueOrDefault(account), after.GetValueOrDefault(account))),
            State.Statements,
            ResultOf(period),
            Evaluate(new(Measure.Cost, period, Subject.RegionId, new(Line: StatementLine.Depreciation.Word()))).Money);
    }

    private BalanceBook Balances
    {
        get
        {
            lock (_balancing)
                return _balances ??= new(PostingsByAccount, year => ResultOf(Period.Year(year)), [.. State.LiveBatches.Where(b => b.Batch.Opening is not null)], FirstYear());
        }
    }

    /// <summary>The first year that any posting lies in.</summary>
    private int? FirstYear() => _batches.Count == 0 ? null : _batches.Min(b => b.Batch.Period.From.Year);

    private Money ResultOf(Period period) => Evaluate(new(Measure.Result, period, Subject.RegionId)).Money;

    /// <summary>Balances just before a period: those of the month before, or what its year opened with.</summary>
    private IReadOnlyDictionary<string, long> OpeningOf(Period period) =>
        period.From.Number == 1 ? Balances.OpeningOf(period.From.Year).Accounts : Balances.At(period.From.Plus(-1));

    /// <summary>What is posted on each account of the balance sheet in each month of a year, debit positive.</summary>
    private IReadOnlyDictionary<string, long[]> PostingsByAccount(int year)
    {
        var sums = new Dictionary<string, long[]>(StringComparer.Ordinal);
        var codes = _outcome.Places.Codes.Accounts;
        var filter = new PostingFilter(GroupsWhere(line => line == StatementLine.BalanceSheet), null, null, null);
        foreach (var (set, found) in _outcome.Matching(_nodes.NodeOf(Subject.RegionId), own: false, filter, Period.Year(year)))
        {
            foreach (var i in found.Span)
            {
                var account = codes[set.Account[i]];
                if (!sums.TryGetValue(account, out var months))
                    sums[account] = months = new long[12];
                ref var month = ref months[set.MonthIndex[i] - (year * 12)];
                month = checked(month + set.Ore[i]);
            }
        }

        return sums;
    }

    private Figure EvaluateBalance(FigureAddress address)
    {
        var month = address.Period.To;
        if (address.Subject != Subject.RegionId || address.Dimensions is not { Line: { } word } d || !RowWords.TryParse<BalanceRow>(word, out var row)
            || (!HasOutcome(Period.Year(month.Year)) && Balances.OpeningOf(month.Year).Source == OpeningSource.Unknown))
            return Unknown(address);
        var sheet = BalanceSheetAt(month);
        var ore = d.Account is { } account ? sheet.Accounts.Where(a => a.Row == row && a.Account == account).Select(a => a.Amount.Ore).FirstOrDefault() : sheet[row].Ore;
        return Amount(address, ore, IsBalanceIllustrative(month));
    }

    private Figure EvaluateCashFlow(FigureAddress address) =>
        address.Subject == Subject.RegionId && address.Dimensions.Line is { } word && RowWords.TryParse<CashFlowRow>(word, out var row) && HasOutcome(address.Period)
            ? Amount(address, CashFlow(address.Period)[row].Ore, IsBalanceIllustrative(address.Period.To))
            : Unknown(address);

    /// <summary>True when anything that the balances rest on is made up: vouchers of the year, what it opened with, or the years that were carried to it.</summary>
    private bool IsBalanceIllustrative(Month month) =>
        State.LiveBatches.Any(b => b.Batch.Illustrative && (b.Batch.Opening?.Year <= month.Year || (b.Batch.Kind == Facts.FactKind.Ledger && b.Batch.Period.From <= month)));

    /// <summary>The accounts used by the ledger whose movements are investments, by the layout of the statements in force; none while no layout is.</summary>
    public IReadOnlyList<string> InvestmentAccounts() => State.Statements.InForce.Count == 0 ? []
        : [.. Enumerable.Range(0, _outcome.Places.GroupOf.Length).Select(code => _outcome.Places.Codes.Accounts[code]).Where(account => State.Accounts.GroupOf(account).Line == StatementLine.BalanceSheet && IsInvestment(account)).Order(StringComparer.Ordinal)];

    private bool IsInvestment(string account) => CashFlowRows.Of(State.Statements.CashFlowOf(account), BalanceRows.Of(State.Statements.LineOf(account, 1), 1)).IsInvestment();

    private Figure EvaluateNetInvestments(FigureAddress address)
    {
        var node = _nodes.NodeOf(address.Subject);
        if (node < 0 || !HasOutcome(address.Period) || State.Statements.InForce.Count == 0)
            return Unknown(address);
        var codes = _outcome.Places.Codes.Accounts;
        var invested = new Dictionary<int, bool>();
        var filter = new PostingFilter(GroupsWhere(line => line == StatementLine.BalanceSheet), null, null, null);
        var sum = 0L;
        foreach (var (set, found) in _outcome.Matching(node, address.Dimensions.Own, filter, address.Period))
        {
            foreach (var i in found.Span)
            {
                var code = set.Account[i];
                if (!invested.TryGetValue(code, out var counts))
                    invested[code] = counts = IsInvestment(codes[code]);
                if (counts)
                    sum = checked(sum + set.Ore[i]);
            }
        }

        if (!State.Statements.TellsDepreciationApart)
            sum = checked(sum - Evaluate(new(Measure.Cost, address.Period, address.Subject, address.Dimensions with { Line = StatementLine.Depreciation.Word() })).Money.Ore);
        return Amount(address, sum, IsBalanceIllustrative(address.Period.To));
    }

    private Figure EvaluateKeyRatio(FigureAddress address)
    {
        var inputs = KeyRatioInputs(address);
        if (inputs.Any(input => !input.IsKnown) || (address.Measure == Measure.EquityRatio && Balances.OpeningOf(address.Period.To.Year).Source == OpeningSource.Unknown))
            return Unknown(address);
        var (over, under) = address.Measure switch
        {
            Measure.EquityRatio => (inputs[0].Money, inputs[1].Money),
            Measure.NetCostShare => (-inputs[0].Money, inputs[1].Money + inputs[2].Money),
            _ => (inputs[0].Money - inputs[1].Money, inputs[2].Money),
        };
        return under.Ore == 0 ? Unknown(address) : new(address, new FigureValue.Number(over.Ore * 100m / under.Ore, "procent"), inputs.Any(i => i.Illustrative));
    }

    /// <summary>What a key ratio is reckoned from, the numerator first.</summary>
    private IReadOnlyList<Figure> KeyRatioInputs(FigureAddress address)
    {
        var (period, subject) = (address.Period, address.Subject);
        return address.Measure switch
        {
            Measure.EquityRatio => [BalanceFigure(period, BalanceRow.Equity), BalanceFigure(period, BalanceRow.Assets)],
            Measure.NetCostShare =>
            [
                Evaluate(new(Measure.NetCost, period, subject)),
                Evaluate(new(Measure.Revenue, period, subject, new(Line: StatementLine.TaxRevenue.Word()))),
                Evaluate(new(Measure.Revenue, period, subject, new(Line: StatementLine.GeneralGrantsAndEqualisation.Word()))),
            ],
            _ =>
            [
                Evaluate(new(Measure.Result, period, subject)),
                Evaluate(new(Measure.Cost, period, subject, new(Line: StatementLine.Depreciation.Word()))),
                Evaluate(new(Measure.NetInvestments, period, subject)),
            ],
        };
    }

    /// <summary>A line of the balance sheet at the end of a period.</summary>
    public Figure BalanceFigure(Period period, BalanceRow row) => Evaluate(new(Measure.Balance, period, Subject.RegionId, new(Line: KeyWord.Of(row))));

    /// <summary>A line of a period's cash flow statement.</summary>
    public Figure CashFlowFigure(Period period, CashFlowRow row) => Evaluate(new(Measure.CashFlow, period, Subject.RegionId, new(Line: KeyWord.Of(row))));

    private Explanation ExplainBalance(Figure figure, IReadOnlyList<PublishedValue> published)
    {
        var address = figure.Address;
        var (period, month) = (address.Period, address.Period.To);
        var row = RowWords.Named<BalanceRow>(address.Dimensions.Line);
        var decisions = Entries(State.Statements.InForce.Select(m => m.By).Concat(State.Accounts.Charts.Select(c => c.By)));
        if (row.IsTotal())
            return new(figure, FigureRule.Sum, Breakdown.Line, [.. row.PartsOf().Select(part => BalanceFigure(period, part)).Where(part => part.Money != Money.Zero)], [], [], decisions, [], [], published);
        if (row == BalanceRow.Difference)
            return new(figure, FigureRule.BetweenTwoDays, null, [], [BalanceFigure(period, BalanceRow.Assets), BalanceFigure(period, BalanceRow.EquityAndLiabilities)], [], decisions, [], [], published);
        var known = new Period(new Month(month.Year, 1), month);
        if (row == BalanceRow.YearResult)
            return new(figure, FigureRule.Sum, Breakdown.Subject, [Evaluate(new(Measure.Result, known, Subject.RegionId))], [], [], decisions, [], [], published);
        if (row == BalanceRow.RetainedResult)
            return new(figure, FigureRule.Sum, Breakdown.Subject, RetainedParts(month.Year), [], [], decisions, [], [], published);
        if (address.Dimensions.Account is null)
        {
            var parts = BalanceSheetAt(month).Accounts.Where(a => a.Row == row).Select(a => Evaluate(address with { Dimensions = address.Dimensions with { Account = a.Account } })).ToList();
            return new(figure, FigureRule.Sum, parts.Count > 0 ? Breakdown.Account : null, parts, [], parts.Count > 0 ? [Breakdown.Account] : [], decisions, Balances.ToldOf(month.Year), [], published);
        }

        var before = Evaluate(address with { Period = new(new Month(month.Year - 1, 12), new Month(month.Year - 1, 12)) });
        var change = Evaluate(new(Measure.BalanceChange, known, Subject.RegionId, new(Account: address.Dimensions.Account)));
        return new(figure, FigureRule.OpeningAndChange, null, [], [.. new[] { before, change }.Where(input => input.IsKnown)], [], decisions, Balances.ToldOf(month.Year), [], published);
    }

    /// <summary>The results of the years that have been carried since the last opening balance that was told.</summary>
    private List<Figure> RetainedParts(int year)
    {
        var parts = new List<Figure>();
        for (var before = year - 1; Balances.OpeningOf(before + 1).Source == OpeningSource.Carried; before--)
            parts.Insert(0, Evaluate(new(Measure.Result, Period.Year(before), Subject.RegionId)));
        return parts;
    }

    private Explanation ExplainCashFlow(Figure figure, IReadOnlyList<PublishedValue> published)
    {
        var period = figure.Address.Period;
        var row = RowWords.Named<CashFlowRow>(figure.Address.Dimensions.Line);
        var decisions = Entries(State.Statements.InForce.Select(m => m.By));
        if (row.IsTotal())
            return new(figure, FigureRule.Sum, Breakdown.Line, [.. row.PartsOf().Select(part => CashFlowFigure(period, part)).Where(part => part.Money != Money.Zero)], [], [], decisions, [], [], published);
        Figure[] inputs = row switch
        {
            CashFlowRow.YearResult => [Evaluate(new(Measure.Result, period, Subject.RegionId))],
            CashFlowRow.DepreciationAddedBack or CashFlowRow.OtherNonCash => [Evaluate(new(Measure.Cost, period, Subject.RegionId, new(Line: StatementLine.Depreciation.Word())))],
            CashFlowRow.CashDifference => [CashFlowFigure(period, CashFlowRow.CashFlow), CashFlowFigure(period, CashFlowRow.CashChanged)],
            _ => [],
        };
        return new(figure, FigureRule.BetweenTwoDays, null, [], [.. inputs, .. MovedAccounts(period, row)], [], decisions, [], [], published);
    }

    /// <summary>The movements of each account that lies on a row of the cash flow statement.</summary>
    private IEnumerable<Figure> MovedAccounts(Period period, CashFlowRow row)
    {
        var (before, after) = (OpeningOf(period), Balances.At(period.To));
        return before.Keys.Union(after.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Where(account => new[] { before, after }.Any(at => at.TryGetValue(account, out var ore) && CashFlowRows.Of(State.Statements.CashFlowOf(account), BalanceRows.Of(State.Statements.LineOf(account, ore), ore)) == row))
            .Select(account => Evaluate(new(Measure.BalanceChange, period, Subject.RegionId, new(Account: account))))
            .Where(change => change.Money != Money.Zero);
    }

    private Explanation ExplainNetInvestments(Figure figure, Insight insight, IReadOnlyList<PublishedValue> published)
    {
        var children = figure.Address.Dimensions.Own ? [] : Children(figure.Address.Subject).Where(child => insight == Insight.Rows || !IsBelowPublic(child)).ToList();
        var parts = children.Select(child => Evaluate(figure.Address with { Subject = child.Id })).ToList();
        var own = figure.Address.Dimensions.Own ? null : Evaluate(figure.Address with { Dimensions = figure.Address.Dimensions with { Own = true } });
        if (own is not null)
            parts.Add(own);
        parts.RemoveAll(part => part.Money == Money.Zero);
        var whole = parts.Count > 0 && Money.Sum(parts.Select(p => p.Money)) == figure.Money;
        return new(figure, whole ? FigureRule.Sum : FigureRule.BetweenTwoDays, whole ? Breakdown.Subject : null, whole ? parts : [], [], [], Entries(State.Statements.InForce.Select(m => m.By)), [], [], published);
    }
}
