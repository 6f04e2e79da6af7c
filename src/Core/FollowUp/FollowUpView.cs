using Styrkedja.Accounts;
using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Facts;
using Styrkedja.Organisation;
using Styrkedja.Region;

namespace Styrkedja.FollowUp;

/// <summary>The region's figures as seen from one viewpoint: a pure function of the state, the cells of its live batches and nothing else.</summary>
/// <remarks>Mapping happens here, when read: cells hold the codes of the source, the state says what they mean on the day asked about.</remarks>
public sealed partial class FollowUpView
{
    private readonly SubjectNodes _nodes;
    private readonly IReadOnlyList<AccountGroupEntry> _groups;
    private readonly AmountPlane _outcome;
    private readonly AmountPlane _budget;
    private readonly List<KnownBatch> _batches;
    private readonly List<LeafCells> _everyLedger;

    /// <param name="state">The region at the viewpoint.</param>
    /// <param name="cells">Cells of the ledger, whose codes are in one table; those of batches that are not alive at the viewpoint are passed over.</param>
    /// <param name="earlier">Views made before over the same cells, the nearest first: what they have mapped and summed, and that holds here too, is shared.</param>
    public FollowUpView(RegionState state, IEnumerable<LeafCells> cells, IReadOnlyList<FollowUpView>? earlier = null)
    {
        State = state;
        earlier ??= [];
        _nodes = earlier.FirstOrDefault(view => ReferenceEquals(view.State.Organisation, state.Organisation))?._nodes ?? new SubjectNodes(state.Organisation);
        _groups = state.Accounts.Groups;
        var live = state.LiveBatches.ToDictionary(b => b.Batch.Id, StringComparer.Ordinal);
        _everyLedger = [.. cells];
        var alive = _everyLedger.FindAll(set => live.ContainsKey(set.Batch.Id));
        _batches = [.. alive.Select(set => live[set.Batch.Id])];
        _outcome = OutcomePlane(alive, earlier);
        _budget = earlier.FirstOrDefault(IsBudgetedAs)?._budget ?? BudgetPlane();
    }

    public RegionState State { get; }

    /// <summary>The months of a period for which there is any outcome known, from its first month; the whole period when there is none.</summary>
    public Period Known(Period period) => _outcome.LastMonthIn(period) is { } last ? new Period(period.From, last) : period;

    public bool HasOutcome(Period period) => _outcome.LastMonthIn(period) is not null;

    /// <summary>True when the subject has outcome or budget in the period, so that it belongs in a table of money.</summary>
    public bool HoldsMoney(string subject, Period period)
    {
        var all = new PostingFilter(GroupsWhere(line => line != StatementLine.BalanceSheet), null, null, null);
        return _nodes.NodeOf(subject) is var node and >= 0 && (_outcome.Holds(node, all, period) || _budget.Holds(node, all, period));
    }

    /// <summary>The figure at an address. An address that names something unknown gives a figure whose value is unknown.</summary>
    public Figure Evaluate(FigureAddress address)
    {
        if (AmountRule.Of(address.Measure) is { } rule)
            return EvaluateAmount(address, rule);
        if (AmountRule.DifferenceOf(address.Measure) is { } difference)
            return EvaluateDifference(address, difference);
        if (StaffRule.IsOfStaff(address.Measure))
            return EvaluateStaff(address);
        return address.Measure switch
        {
            Measure.ResultForecast => EvaluateForecast(address),
            Measure.ExplainedDeviation => EvaluateExplained(address),
            Measure.UnexplainedDeviation => EvaluateUnexplained(address),
            Measure.DecidedMeasures or Measure.MeasureEffect or Measure.MeasureForecast => EvaluateMeasures(address),
            Measure.LinearForecast => EvaluateLinear(address),
            Measure.SeasonalForecast => EvaluateSeasonal(address),
            Measure.Frame => EvaluateFrame(address),
            Measure.CostShare => EvaluateCostShare(address),
            Measure.Balance => EvaluateBalance(address),
            Measure.CashFlow => EvaluateCashFlow(address),
            Measure.NetInvestments => EvaluateNetInvestments(address),
            Measure.EquityRatio or Measure.NetCostShare or Measure.SelfFinancing => EvaluateKeyRatio(address),
            Measure.BalanceRequirement => EvaluateRequirement(address),
            Measure.TaxRate => State.Frames.TaxRates.TryGetValue(address.Period.From.Year, out var rate)
                ? new(address, new FigureValue.Number(rate.Act.OrePerHundredKronor / 100m, "kr"), rate.Act.Illustrative)
                : Unknown(address),
            Measure.CoFinancingGranted or Measure.CoFinancingPaid or Measure.CoFinancingRecovered => EvaluateGrants(address),
            Measure.Population or Measure.DevelopmentMoney => ObservedValue(address.ToString()) is { } seen ? new(address, new FigureValue.Number(seen.Observation.Value, seen.Observation.Unit), seen.Observation.Illustrative) : Unknown(address),
            _ => EvaluateGoalFigure(address),
        };
    }

    private Figure EvaluateAmount(FigureAddress address, AmountRule rule)
    {
        var node = _nodes.NodeOf(address.Subject);
        if (node < 0 || FilterOf(address, rule) is not { } filter || (!rule.Budget && !HasOutcome(address.Period)) || (rule.Budget && IsGroupWithoutBudget(address.Subject, address.Period)))
            return Unknown(address);
        var plane = rule.Budget ? _budget : _outcome;
        var own = address.Dimensions.Own;
        var period = address.Period;
        var ore = rule.Operation switch
        {
            AmountOperation.Sum => plane.Sum(node, own, filter, period),
            AmountOperation.External => own ? plane.Sum(node, own, filter, period) : checked(plane.Sum(node, own, filter, period) - plane.Internal(node, filter, period)),
            AmountOperation.Internal => plane.Internal(node, filter, period),
            _ => checked(Children(address.Subject).Sum(child => plane.Internal(_nodes.NodeOf(child.Id), filter, period)) - plane.Internal(node, filter, period)),
        };
        return Amount(address, ore, plane.IsIllustrative(node, filter, period));
    }

    private Figure EvaluateDifference(FigureAddress address, (Measure Outcome, Measure Budget) of)
    {
        var (outcome, budget) = DifferenceInputs(address, of);
        return outcome.IsKnown && budget.IsKnown
            ? Amount(address, new Amount<AmountKinds.Outcome>(outcome.Money).Against(new Amount<AmountKinds.Budget>(budget.Money)).Money.Ore, outcome.Illustrative || budget.Illustrative)
            : Unknown(address);
    }

    /// <summary>Outcome and budget over the months known, so that a year under way is compared with as much of its budget.</summary>
    private (Figure Outcome, Figure Budget) DifferenceInputs(FigureAddress address, (Measure Outcome, Measure Budget) of)
    {
        var known = Known(address.Period);
        return (Evaluate(address with { Measure = of.Outcome, Period = known }), Evaluate(address with { Measure = of.Budget, Period = known }));
    }

    private Figure EvaluateCostShare(FigureAddress address)
    {
        var (cost, revenue) = CostShareInputs(address);
        return revenue.Money == Money.Zero ? Unknown(address)
            : new(address, new FigureValue.Number(-cost.Money.Ore * 100m / revenue.Money.Ore, "procent"), cost.Illustrative || revenue.Illustrative);
    }

    private (Figure Cost, Figure Revenue) CostShareInputs(FigureAddress address) =>
        (Evaluate(address with { Measure = Measure.Cost }), Evaluate(address with { Measure = Measure.Revenue }));

    private Figure EvaluateFrame(FigureAddress address)
    {
        var frames = FramesOf(address).ToList();
        return frames.Count == 0 ? Unknown(address) : Amount(address, Money.Sum(frames.Select(f => f.Act.Amount)).Ore, frames.Exists(f => f.Act.Illustrative));
    }

    private IEnumerable<Decided<SetFrame>> FramesOf(FigureAddress address) =>
        State.Frames.FramesTo(address.Subject, address.Period.From.Year).Where(f => address.Dimensions.From is null || f.Act.From == address.Dimensions.From);

    private PostingFilter? FilterOf(FigureAddress address, AmountRule rule)
    {
        var d = address.Dimensions;
        StatementLine line = default, through = default;
        if ((d.Line is not null && !StatementWords.TryParse(d.Line, out line)) || (d.Through is not null && !StatementWords.TryParse(d.Through, out through)))
            return null;
        var groups = GroupsWhere(l => rule.Lines(l) && (d.Line is null || l == line) && (d.Through is null || l <= through));
        if (d.Group is not null)
            groups = [.. groups.Where(g => _groups[g].Id == d.Group)];
        return new(groups, d.Account, d.Counterparty, d.Activity);
    }

    private int[] GroupsWhere(Func<StatementLine, bool> lines) => [.. Enumerable.Range(0, _groups.Count).Where(g => lines(_groups[g].Line))];

    private IReadOnlyList<Subject> Children(string subject) => State.Organisation.Children(subject);

    private KnownObservation? ObservedValue(string figure) => State.ObservationsOf(figure).LastOrDefault();

    private static Figure Amount(FigureAddress address, long ore, bool illustrative) => new(address, new FigureValue.Amount(new Money(ore)), illustrative);

    private static Figure Unknown(FigureAddress address) => new(address, new FigureValue.Unknown(), false);

    private AmountPlane OutcomePlane(List<LeafCells> alive, IReadOnlyList<FollowUpView> earlier)
    {
        var codes = alive.Count > 0 ? alive[0].Codes : new LedgerCodes();
        if (alive.Exists(set => !ReferenceEquals(set.Codes, codes)))
            throw new ArgumentException("Cells with code tables of their own cannot be added to each other.");
        var places = earlier.FirstOrDefault(view => MeansTheSame(view) && ReferenceEquals(view._outcome.Places.Codes, codes) && view._outcome.Places.IsWhole)?._outcome.Places
            ?? CodePlaces.OfLedger(State, _nodes, codes);
        return new(places, [.. alive.Select(PostingSet.Of)], earlier.Select(view => view._outcome));
    }

    /// <summary>True when every code means the same in the other view.</summary>
    private bool MeansTheSame(FollowUpView view) => ReferenceEquals(view._nodes, _nodes) && ReferenceEquals(view.State.Accounts, State.Accounts);

    private bool IsBudgetedAs(FollowUpView view) => MeansTheSame(view) && ReferenceEquals(view.State.Frames, State.Frames);

    private AmountPlane BudgetPlane()
    {
        var codes = new LedgerCodes();
        var numbers = CodePlaces.NumbersOf(State.Accounts);
        // A row names its group by id; one that the chart in force lacks is shown where accounts without a place are.
        var sets = State.Frames.Budget.GroupBy(line => line.Decided, (IEqualityComparer<Decided<SetBudget>>)ReferenceEqualityComparer.Instance).Select(lines => PostingSet.Of([.. lines], line => (
            _nodes.PlacedNodeOf(line.Subject),
            numbers.GetValueOrDefault(line.Row.Group, numbers[ChartOfAccounts.Unmapped.Id]),
            codes.Counterparties.NumberOf(line.Row.Counterparty ?? "")))).ToList();
        return new(CodePlaces.OfBudget(State.Accounts, _nodes, codes), sets, []);
    }
}
