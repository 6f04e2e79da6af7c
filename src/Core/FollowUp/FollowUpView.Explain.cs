using Styrkedja.Accounts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Facts;
using Styrkedja.Organisation;
using Styrkedja.Region;

namespace Styrkedja.FollowUp;

/// <summary>How far down the one who asks may see.</summary>
public enum Insight
{
    /// <summary>Ends at account, unit and month: no cost centre, no single counterparty, no voucher.</summary>
    Public,

    /// <summary>All the way to the rows.</summary>
    Rows,
}

public sealed partial class FollowUpView
{
    /// <summary>True when the figure names something that only insight into the rows may see.</summary>
    public bool IsBelowPublic(FigureAddress address) =>
        address.Dimensions.Counterparty is not null || IsProtectedSickLeave(address) || (State.Organisation.Find(address.Subject) is { } subject && IsBelowPublic(subject));

    /// <summary>A cost centre of a unit can be a handful of people; one that stands directly under a body or administration is as open as a unit.</summary>
    private bool IsBelowPublic(Subject subject) =>
        subject.Kind == SubjectKind.CostCentre && State.Organisation.Find(subject.Under!)?.Kind == SubjectKind.Unit;

    /// <summary>Where a figure comes from. The parts of an additive figure add up to it to the öre.</summary>
    /// <param name="by">The breakdown wanted; when it does not fit the figure the first that does is taken.</param>
    public Explanation Explain(FigureAddress address, Breakdown? by = null, Insight insight = Insight.Rows)
    {
        var figure = Evaluate(address);
        var published = Published(figure);
        if (!figure.IsKnown)
            return new(figure, FigureRule.Unknown, null, [], [], [], [], [], [], published);
        if (AmountRule.Of(address.Measure) is { } rule)
            return ExplainAmount(figure, rule, by, insight, published);
        if (AmountRule.DifferenceOf(address.Measure) is { } of)
            return ExplainDifference(figure, of, published);
        if (StaffRule.IsOfStaff(address.Measure))
            return ExplainStaff(figure, by, insight, published);
        return address.Measure switch
        {
            Measure.ResultForecast => ExplainForecast(figure, published),
            Measure.ExplainedDeviation => ExplainExplained(figure, published),
            Measure.UnexplainedDeviation => new(figure, FigureRule.Difference, null, [], [Deviation(address), Explained(address)], [], [], [], [], published),
            Measure.DecidedMeasures or Measure.MeasureEffect or Measure.MeasureForecast => ExplainMeasures(figure, published),
            Measure.LinearForecast or Measure.SeasonalForecast => ExplainProjection(figure, published),
            Measure.Frame => ExplainFrame(figure, published),
            Measure.CostShare => new(figure, FigureRule.Ratio, null, [], [CostShareInputs(address).Cost, CostShareInputs(address).Revenue], [], [], [], [], published),
            Measure.Balance => ExplainBalance(figure, published),
            Measure.CashFlow => ExplainCashFlow(figure, published),
            Measure.NetInvestments => ExplainNetInvestments(figure, insight, published),
            Measure.EquityRatio or Measure.NetCostShare or Measure.SelfFinancing => new(figure, FigureRule.Ratio, null, [], KeyRatioInputs(address), [], Entries(State.Statements.InForce.Select(m => m.By)), [], [], published),
            Measure.BalanceRequirement => ExplainRequirement(figure, published),
            Measure.TaxRate => new(figure, FigureRule.Decided, null, [], [], [], [State.EntryOf(State.Frames.TaxRates[address.Period.From.Year].By)], [], [], published),
            Measure.CoFinancingGranted or Measure.CoFinancingPaid or Measure.CoFinancingRecovered => ExplainGrants(figure, published),
            Measure.Population or Measure.DevelopmentMoney => new(figure, FigureRule.Observed, null, [], [], [], [], [ObservedValue(address.ToString())!.Batch], [], published),
            _ => ExplainGoalFigure(figure, published),
        };
    }

    private Explanation ExplainAmount(Figure figure, AmountRule rule, Breakdown? wanted, Insight insight, IReadOnlyList<PublishedValue> published)
    {
        var offered = Offered(figure.Address, rule, insight);
        Breakdown? by = wanted is { } w && offered.Contains(w) ? w : offered.Count > 0 ? offered[0] : null;
        var parts = by is { } chosen ? Parts(figure.Address, rule, chosen) : [];
        if (parts.Count == 0)
            by = null;
        return new(
            figure,
            by is not null ? FigureRule.Sum : rule.Budget ? FigureRule.Decided : FigureRule.Rows,
            by,
            parts,
            [],
            offered,
            Entries(DecisionsBehind(figure.Address, rule)),
            rule.Budget ? [] : BatchesBehind(figure.Address, rule),
            [],
            published);
    }

    /// <summary>The breakdowns that fit a figure, the one that people want first standing first.</summary>
    private List<Breakdown> Offered(FigureAddress address, AmountRule rule, Insight insight)
    {
        var offered = new List<Breakdown>();
        var d = address.Dimensions;
        if (rule.Operation is AmountOperation.Elimination)
            return offered;
        var subtotal = address.Measure is Measure.NetCost or Measure.OperatingResult or Measure.AfterFinancialItems;
        if (subtotal && d is { Line: null, Through: null })
            offered.Add(Breakdown.Line);
        var children = d.Own || rule.Operation is AmountOperation.Internal ? [] : Children(address.Subject);
        if (children.Count > 0 && (insight == Insight.Rows || !children.Any(IsBelowPublic)))
            offered.Add(Breakdown.Subject);
        if (d is { Line: null, Through: null, Group: null, Account: null, Counterparty: null, Activity: null } && address.Measure is Measure.Result or Measure.ResultBudget)
            offered.Add(Breakdown.Line);
        if (d is { Group: null, Account: null })
            offered.Add(Breakdown.Group);
        if (!rule.Budget && d.Account is null)
            offered.Add(Breakdown.Account);
        if (!rule.Budget && d.Activity is null)
            offered.Add(Breakdown.Activity);
        if (insight == Insight.Rows && d.Counterparty is null)
            offered.Add(Breakdown.Counterparty);
        if (address.Period.Months > 1)
            offered.Add(Breakdown.Month);
        // A breakdown into the figure itself and nothing more explains nothing; months always do, as the way down to the rows.
        return [.. offered.Distinct().Where(b => KeyOf(b, PlaneOf(rule)) is not { } key || d.Group is not null || HasSeveral(address, rule, key))];
    }

    private IReadOnlyList<Figure> Parts(FigureAddress address, AmountRule rule, Breakdown by) => by switch
    {
        Breakdown.Subject => SubjectParts(address, rule),
        Breakdown.Line => LineParts(address, rule),
        Breakdown.Group => Keyed(address, rule, KeyOf(by, PlaneOf(rule))!, (d, key) => d with { Group = key }),
        Breakdown.Account => Keyed(address, rule, KeyOf(by, PlaneOf(rule))!, (d, key) => d with { Account = key }),
        Breakdown.Activity => Keyed(address, rule, KeyOf(by, PlaneOf(rule))!, (d, key) => d with { Activity = key }),
        Breakdown.Counterparty => Keyed(address, rule, KeyOf(by, PlaneOf(rule))!, (d, key) => d with { Counterparty = key }),
        _ => [.. address.Period.EachMonth().Select(month => Evaluate(address with { Period = new(month, month) }))],
    };

    private List<Figure> SubjectParts(FigureAddress address, AmountRule rule)
    {
        var parts = Children(address.Subject)
            .Select(child => Evaluate(address with { Subject = child.Id }))
            .Where(part => part.Money.Ore != 0 || HoldsMoney(part.Address.Subject, address.Period))
            .ToList();
        var own = Evaluate(address with { Dimensions = address.Dimensions with { Own = true } });
        if (own.Money.Ore != 0)
            parts.Add(own);
        if (rule.Operation == AmountOperation.External && AmountRule.EliminationOf(address.Measure) is { } elimination)
        {
            var taken = Evaluate(address with { Measure = elimination });
            if (taken.Money.Ore != 0)
                parts.Add(taken);
        }

        return parts;
    }

    /// <summary>A result by the lines of the statement: revenue and cost with what is internal taken away, and the difference where internal trade does not meet.</summary>
    private List<Figure> LineParts(FigureAddress address, AmountRule rule)
    {
        var last = AmountRule.LastLineOf(address.Measure) ?? StatementLine.ExtraordinaryItems;
        var parts = new List<Figure>();
        foreach (var line in IncomeStatementLines.InOrder.Where(l => l <= last))
        {
            var part = StatementFigure(address, line, rule.Budget);
            if (part.Money.Ore != 0)
                parts.Add(part);
        }

        if (!address.Dimensions.Own)
        {
            var difference = Evaluate(address with
            {
                Measure = rule.Budget ? Measure.EliminationDifferenceBudget : Measure.EliminationDifference,
                Dimensions = address.Dimensions with { Through = last.Word() },
            });
            if (difference.Money.Ore != 0)
                parts.Add(difference);
        }

        return parts;
    }

    /// <summary>One line of a subject's income statement.</summary>
    public Figure StatementFigure(FigureAddress of, StatementLine line, bool budget)
    {
        var measure = (IncomeStatementLines.IsRevenue(line), budget) switch
        {
            (true, false) => Measure.Revenue,
            (true, true) => Measure.RevenueBudget,
            (false, false) => Measure.Cost,
            _ => Measure.CostBudget,
        };
        return Evaluate(of with { Measure = measure, Dimensions = of.Dimensions with { Line = line.Word() } });
    }

    /// <summary>The code column that postings are gathered by in a breakdown; nothing for those that go by other figures.</summary>
    private PostingKey? KeyOf(Breakdown by, AmountPlane plane) => by switch
    {
        Breakdown.Group => new(set => set.GroupCode, plane.Places.GroupOf, _groups.Count, group => _groups[group].Id),
        Breakdown.Account => new(set => set.Account, null, plane.Places.Codes.Accounts.Count, account => plane.Places.Codes.Accounts[account]),
        Breakdown.Activity => new(set => set.Activity, null, plane.Places.Codes.Activities.Count, activity => plane.Places.Codes.Activities[activity]),
        Breakdown.Counterparty => new(set => set.Counterparty, null, plane.Places.Codes.Counterparties.Count, other => plane.Places.Codes.Counterparties[other]),
        _ => null,
    };

    private bool HasSeveral(FigureAddress address, AmountRule rule, PostingKey key)
    {
        if (FilterOf(address, rule) is not { } filter)
            return false;
        var (plane, node, own, period) = (PlaneOf(rule), _nodes.NodeOf(address.Subject), address.Dimensions.Own, address.Period);
        if (key.NumberOf is not null && filter.ByGroupOnly)
            return filter.Groups.Where(group => plane.IsBooked(node, own, group, period)).Skip(1).Any();
        var first = -1;
        foreach (var (set, found) in plane.Matching(node, own, filter, period))
        {
            var column = key.Column(set);
            foreach (var i in found.Span)
            {
                var number = key.Number(column[i]);
                if (first >= 0 && number != first)
                    return true;
                first = number;
            }
        }

        return false;
    }

    /// <summary>A figure by some code of its postings.</summary>
    private List<Figure> Keyed(FigureAddress address, AmountRule rule, PostingKey key, Func<Dimensions, string, Dimensions> narrowed)
    {
        if (FilterOf(address, rule) is not { } filter)
            return [];
        var (plane, node) = (PlaneOf(rule), _nodes.NodeOf(address.Subject));
        return
        [
            .. SumsBy(key, plane, node, address.Dimensions.Own, filter, address.Period, rule.Operation).Select(sum =>
            {
                var part = address with { Dimensions = narrowed(address.Dimensions, sum.Code) };
                return Amount(part, sum.Ore, plane.IsIllustrative(node, FilterOf(part, rule)!.Value, part.Period));
            }),
        ];
    }

    /// <summary>The sum for each code that has any, in the order of the codes' texts; by group from what is rolled up, otherwise in one pass over the postings.</summary>
    private static List<(string Code, long Ore)> SumsBy(PostingKey key, AmountPlane plane, int node, bool own, PostingFilter filter, Period period, AmountOperation operation)
    {
        var sums = new long[key.Count];
        if (key.NumberOf is not null && filter.ByGroupOnly)
        {
            foreach (var group in filter.Groups)
            {
                var one = filter with { Groups = [group] };
                var inside = operation == AmountOperation.Sum || own ? 0 : plane.Internal(node, one, period);
                sums[group] = operation == AmountOperation.Internal ? inside : checked(plane.Sum(node, own, one, period) - inside);
            }
        }
        else
        {
            foreach (var (set, found) in plane.Matching(node, own, filter, period))
            {
                var column = key.Column(set);
                foreach (var i in found.Span)
                {
                    var isInternal = !own && operation != AmountOperation.Sum && plane.IsInternal(set, i, node);
                    if (operation == (isInternal ? AmountOperation.External : AmountOperation.Internal))
                        continue;
                    var number = key.Number(column[i]);
                    sums[number] = checked(sums[number] - set.Ore[i]);
                }
            }
        }

        return [.. Enumerable.Range(0, sums.Length).Where(n => sums[n] != 0).Select(n => (key.Text(n), sums[n])).OrderBy(sum => sum.Item1, StringComparer.Ordinal)];
    }

    private AmountPlane PlaneOf(AmountRule rule) => rule.Budget ? _budget : _outcome;

    private Explanation ExplainDifference(Figure figure, (Measure Outcome, Measure Budget) of, IReadOnlyList<PublishedValue> published)
    {
        var (outcome, budget) = DifferenceInputs(figure.Address, of);
        // Cost centres have no budget, so where there is nothing else the deviation ends; beside units they are parts like any other.
        var parts = figure.Address.Measure == Measure.ResultDeviation && !figure.Address.Dimensions.Own
            && Children(figure.Address.Subject).Any(child => child.Kind != SubjectKind.CostCentre)
            ? Children(figure.Address.Subject)
                .Where(child => HoldsMoney(child.Id, figure.Address.Period))
                .Select(child => Evaluate(figure.Address with { Subject = child.Id }))
                .ToList()
            : [];
        var own = Evaluate(figure.Address with { Dimensions = figure.Address.Dimensions with { Own = true } });
        if (parts.Count > 0 && own.IsKnown && own.Money.Ore != 0)
            parts.Add(own);
        var outcomeRule = AmountRule.Of(of.Outcome)!;
        var budgetRule = AmountRule.Of(of.Budget)!;
        return new(
            figure,
            FigureRule.Difference,
            parts.Count > 0 ? Breakdown.Subject : null,
            parts,
            [outcome, budget],
            [],
            Entries(DecisionsBehind(outcome.Address, outcomeRule).Concat(DecisionsBehind(budget.Address, budgetRule))),
            BatchesBehind(outcome.Address, outcomeRule),
            [],
            published);
    }

    private Explanation ExplainForecast(Figure figure, IReadOnlyList<PublishedValue> published) =>
        OwnForecast(figure.Address) is { } own
            ? new(figure, FigureRule.Assessed, null, [], [], [], [], [], [own], published)
            : new(figure, FigureRule.Sum, Breakdown.Subject, ForecastParts(figure.Address), [], [], [], [], [], published);

    private Explanation ExplainFrame(Figure figure, IReadOnlyList<PublishedValue> published)
    {
        var frames = FramesOf(figure.Address).ToList();
        var parts = figure.Address.Dimensions.From is null
            ? frames.Select(f => f.Act.From).Distinct(StringComparer.Ordinal).Select(from => Evaluate(figure.Address with { Dimensions = new(From: from) })).ToList()
            : [];
        return new(figure, parts.Count > 0 ? FigureRule.Sum : FigureRule.Decided, null, parts, [], [], Entries(frames.SelectMany(f => State.Frames.ChangesOf(f.Act.From, f.Act.To, f.Act.Year)).Select(change => change.By).Distinct()), [], [], published);
    }

    private Explanation ExplainGoalFigure(Figure figure, IReadOnlyList<PublishedValue> published)
    {
        var address = figure.Address;
        switch (address.Measure)
        {
            case Measure.GoalStatus:
                var standing = Standing(address.Subject, address.Period);
                return new(
                    figure,
                    standing.Assessment is null ? FigureRule.Judged : FigureRule.Assessed,
                    null,
                    [],
                    [.. standing.Indicators.Select(i => i.Value), .. standing.Contributions.Select(s => s.Status)],
                    [],
                    Entries(GoalDecisions(address.Subject)),
                    [],
                    standing.Assessment is null ? [] : [standing.Assessment],
                    published);
            case Measure.Indicator:
                var indicator = State.Goals.Indicators.First(i => i.Act.Id == address.Subject);
                var input = address.Dimensions.Place is null ? IndicatorInput(indicator.Act, address.Period) : null;
                return new(
                    figure,
                    input is null ? FigureRule.Observed : FigureRule.Judged,
                    null,
                    [],
                    input is null ? [] : [input],
                    [],
                    Entries([indicator.By, .. address.Dimensions.Place is null && State.Goals.Targets.TryGetValue((indicator.Act.Id, address.Period.From.Year), out var target) ? new[] { target.By } : []]),
                    StandingOf(indicator, address.Period, address.Dimensions.Place).Batch is { } batch ? [batch] : [],
                    [],
                    published);
            case Measure.SoundFinancialManagement:
                return new(figure, FigureRule.Judged, null, [], [.. Goals(address.Period).Select(g => g.Status)], [], Entries([State.Goals.JudgementRules[address.Period.From.Year].By]), [], [], published);
            default:
                var counted = CountedGoals(address);
                return new(figure, FigureRule.Counted, null, [], [.. counted.Select(g => g.Status)], [], Entries(counted.SelectMany(g => GoalDecisions(g.Id))), [], [], published);
        }
    }

    private IEnumerable<Decision> GoalDecisions(string id)
    {
        if (State.Goals.InForce(id) is { } goal)
            yield return goal.By;
        foreach (var subGoal in State.Goals.SubGoals.Where(s => s.Act.Id == id))
            yield return subGoal.By;
    }

    private IEnumerable<Decision> DecisionsBehind(FigureAddress address, AmountRule rule)
    {
        foreach (var by in State.Organisation.PathUp(address.Subject).Select(s => s.By).OfType<Decision>())
            yield return by;
        foreach (var chart in State.Accounts.Charts)
            yield return chart.By;
        if (!rule.Budget)
            yield break;
        if (State.Frames.ResultBudgets.TryGetValue((address.Period.From.Year, address.Subject), out var result))
            yield return result.By;
        foreach (var set in SetsBehind(address, rule))
            yield return ((Decided<SetBudget>)set.Source).By;
    }

    private IReadOnlyList<KnownBatch> BatchesBehind(FigureAddress address, AmountRule rule)
    {
        var behind = SetsBehind(address, rule).ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. _batches.Where((_, number) => behind.Contains(_outcome.Sets[number]))];
    }

    /// <summary>The sets that some posting of the figure lies in.</summary>
    private IEnumerable<PostingSet> SetsBehind(FigureAddress address, AmountRule rule)
    {
        return FilterOf(address, rule) is { } filter
            ? PlaneOf(rule).MatchingBySet(_nodes.NodeOf(address.Subject), address.Dimensions.Own, filter, address.Period).Where(set => set.Found.Any()).Select(set => set.Set)
            : [];
    }

    private IReadOnlyList<DecisionEntry> Entries(IEnumerable<Decision> decisions) =>
        [.. decisions.Distinct<Decision>(ReferenceEqualityComparer.Instance).Select(State.EntryOf).OrderBy(e => e.Decision.Date.Latest).ThenBy(e => e.Position)];

    /// <summary>The published values of a figure, each compared at the precision it was published with.</summary>
    public IReadOnlyList<PublishedValue> Published(Figure figure)
    {
        var name = figure.Address.ToString();
        return
        [
            .. State.ObservationsOf(name)
                .Where(o => o.Observation.Source is not null)
                .Select(o => new PublishedValue(o, Agrees(figure, o.Observation))),
        ];
    }

    private static bool Agrees(Figure figure, Observation observation)
    {
        decimal? value = figure.Value switch
        {
            FigureValue.Amount amount => amount.Money.Ore / (observation.Unit == "tkr" ? 100_000m : observation.Unit == "kr" ? 100m : 100_000_000m),
            FigureValue.Count count => count.Items,
            FigureValue.Number number => number.Value,
            _ => null,
        };
        return value is { } known && Math.Round(known, observation.Decimals, MidpointRounding.AwayFromZero) == observation.Value;
    }
}
