using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Facts;

namespace Styrkedja.FollowUp;

public sealed partial class FollowUpView
{
    private StaffPlane? _staff;

    /// <summary>Staff facts; those of batches that are not alive at the viewpoint are passed over.</summary>
    public IReadOnlyList<StaffFacts> Staff { get; init; } = [];

    private StaffPlane StaffOf => _staff ??= new(_nodes, State, Staff);

    /// <summary>True when anything is told of the subject's staff in the period.</summary>
    public bool HoldsStaff(string subject, Period period) =>
        Staff.Count > 0 && _nodes.NodeOf(subject) is var node and >= 0 && StaffRows.Columns.Any(c => StaffOf.Of(node, own: false, c, period).Any());

    /// <summary>The months of a period for which anything is told of the subject's staff.</summary>
    public IReadOnlyList<Month> StaffMonths(string subject, Period period) =>
        _nodes.NodeOf(subject) is var node and >= 0
            ? [.. StaffRows.Columns.SelectMany(c => StaffOf.Of(node, own: false, c, period)).Select(t => t.Month).Distinct().Order().Select(Month.FromIndex)]
            : [];

    private Figure EvaluateStaff(FigureAddress address)
    {
        if (_nodes.NodeOf(address.Subject) is var node && (node < 0 || address.Dimensions != new Dimensions(Own: address.Dimensions.Own)))
            return Unknown(address);
        if (StaffRule.Of(address.Measure) is not { } rule)
            return EvaluateSickLeave(address);
        var months = StaffOf.Months(rule.Column, address.Period);
        var told = ToldBehind(address, rule, months).ToList();
        if (told.Count == 0)
            return Unknown(address);
        var value = rule.ValueOf(told.Aggregate(0L, (sum, t) => checked(sum + t.Value)), rule.Operation == StaffOperation.Average ? months.Count : 1);
        return new(address, value, told.Exists(t => t.Batch.Batch.Illustrative));
    }

    private Figure EvaluateSickLeave(FigureAddress address)
    {
        var (sick, ordinary) = SickLeaveInputs(address);
        return sick.Value is FigureValue.Number absent && ordinary.Value is FigureValue.Number { Value: > 0 } whole
            ? new(address, new FigureValue.Number(absent.Value * 100m / whole.Value, "procent"), sick.Illustrative || ordinary.Illustrative)
            : Unknown(address);
    }

    private (Figure Sick, Figure Ordinary) SickLeaveInputs(FigureAddress address) =>
        (Evaluate(address with { Measure = Measure.SickLeaveHours }), Evaluate(address with { Measure = Measure.OrdinaryHours }));

    private IEnumerable<StaffPlane.Told> ToldBehind(FigureAddress address, StaffRule rule, IReadOnlyList<int> months)
    {
        var told = StaffOf.Of(_nodes.NodeOf(address.Subject), address.Dimensions.Own, rule.Column, address.Period);
        return rule.Operation == StaffOperation.Latest ? told.Where(t => t.Month == months[^1]) : told;
    }

    private Explanation ExplainStaff(Figure figure, Breakdown? wanted, Insight insight, IReadOnlyList<PublishedValue> published)
    {
        var address = figure.Address;
        var decisions = Entries(State.Organisation.PathUp(address.Subject).Select(s => s.By).OfType<Decision>());
        if (StaffRule.Of(address.Measure) is not { } rule)
        {
            var (sick, ordinary) = SickLeaveInputs(address);
            return new(figure, FigureRule.Ratio, null, [], [sick, ordinary], [], decisions, StaffBatches(sick.Address).Union(StaffBatches(ordinary.Address)).ToList(), [], published);
        }

        var several = address.Period.Months > 1;
        var offered = new List<Breakdown>();
        if (StaffParts(address).Count > 0 && MayBreakDown(address, insight))
            offered.Add(Breakdown.Subject);
        if (several && rule.Operation == StaffOperation.Sum)
            offered.Add(Breakdown.Month);
        Breakdown? by = wanted is { } w && offered.Contains(w) ? w : offered.Count > 0 ? offered[0] : null;
        return new(
            figure,
            several && rule.Operation == StaffOperation.Latest ? FigureRule.LatestMonth
                : several && rule.Operation == StaffOperation.Average ? FigureRule.MonthlyAverage
                : by is null ? FigureRule.Observed
                : FigureRule.Sum,
            by,
            by switch { Breakdown.Subject => StaffParts(address), Breakdown.Month => StaffByMonth(address, rule), _ => [] },
            several && rule.Operation != StaffOperation.Sum ? StaffByMonth(address, rule) : [],
            offered,
            decisions,
            StaffBatches(address),
            [],
            published);
    }

    /// <summary>The parts of the organisation that add up to a figure: what stands under the subject, and what is told of the subject itself beside that.</summary>
    private List<Figure> StaffParts(FigureAddress address)
    {
        if (address.Dimensions.Own)
            return [];
        var below = Children(address.Subject).Select(child => Evaluate(address with { Subject = child.Id })).Where(part => part.IsKnown).ToList();
        if (below.Count > 0 && Evaluate(address with { Dimensions = new(Own: true) }) is { IsKnown: true } own)
            below.Add(own);
        return below;
    }

    /// <summary>The figure of each month told of; of a stock only the month that it is taken from.</summary>
    private List<Figure> StaffByMonth(FigureAddress address, StaffRule rule)
    {
        var months = StaffOf.Months(rule.Column, address.Period);
        return
        [
            .. (rule.Operation == StaffOperation.Latest ? months.TakeLast(1) : months).Select(Month.FromIndex)
                .Select(month => Evaluate(address with { Period = new(month, month) })).Where(figure => figure.IsKnown),
        ];
    }

    private List<KnownBatch> StaffBatches(FigureAddress address) => StaffRule.Of(address.Measure) is { } rule
        ? [.. ToldBehind(address, rule, StaffOf.Months(rule.Column, address.Period)).Select(t => t.Batch).Distinct().OrderBy(b => b.Position)]
        : [];

    private bool MayBreakDown(FigureAddress address, Insight insight) =>
        insight == Insight.Rows || !Children(address.Subject).Any(child => IsBelowPublic(child) || IsProtectedSickLeave(address with { Subject = child.Id }));
}
