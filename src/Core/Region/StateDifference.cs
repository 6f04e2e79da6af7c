using Styrkedja.Amounts;
using Styrkedja.Decisions;
using Styrkedja.Organisation;

namespace Styrkedja.Region;

/// <summary>A frame that is not the same in two states.</summary>
/// <param name="Before">Zero kronor when it was not there.</param>
/// <param name="By">The decisions between that changed it, the earliest first; empty when it has been taken away by an annulment.</param>
public sealed record FrameDifference(int Year, string From, string To, FrameKind Kind, string? Purpose, Money Before, Money After, IReadOnlyList<Decision> By);

/// <summary>A budgeted net, a budgeted result, a tax rate or a planned result that is not the same.</summary>
/// <param name="Before">In öre; absent when there was none.</param>
public sealed record AmountDifference(AmountDifferenceKind Kind, int Year, string Subject, long? Before, long? After, Decision? By);

/// <summary>Which amount it is: in öre, a tax rate in öre on each hundred kronor.</summary>
public enum AmountDifferenceKind { BudgetedResult, BudgetNet, TaxRate, PlannedResult }

/// <summary>What happened to something between two states.</summary>
public enum Happening { Came, Changed, Went }

/// <summary>A goal, subject, office, delegation or steering document that came, changed or went.</summary>
public sealed record ThingDifference(ThingKind Kind, string Id, Happening Happening, Decision? By);

/// <summary>What sort of thing came, changed or went.</summary>
public enum ThingKind { Subject, Office, Goal, SubGoal, SteeringDocument, Delegation }

/// <summary>What is not the same in two states of the region, and by which decisions.</summary>
public sealed record StateDifference(IReadOnlyList<FrameDifference> Frames, IReadOnlyList<AmountDifference> Amounts, IReadOnlyList<ThingDifference> Things, IReadOnlyList<DecisionEntry> Decisions)
{
    /// <summary>Compares two states, whatever lies between them: another day, another position, or decisions that nobody has taken.</summary>
    public static StateDifference Of(RegionState before, RegionState after)
    {
        var known = before.Decisions.Select(d => d.Decision.Id).ToHashSet(StringComparer.Ordinal);
        return new(
            [.. FramesOf(before, after)],
            [.. AmountsOf(before, after).Where(a => a.Before != a.After)],
            [.. ThingsOf(before, after)],
            [.. after.Decisions.Where(d => !known.Contains(d.Decision.Id))]);
    }

    private static IEnumerable<FrameDifference> FramesOf(RegionState before, RegionState after)
    {
        var (was, now) = (before.Frames.Frames.ToDictionary(f => Key(f.Act)), after.Frames.Frames.ToDictionary(f => Key(f.Act)));
        var earlier = before.Frames.Changes.Select(c => (Key(c.Frame), c.By.Id)).ToHashSet();
        var changes = after.Frames.Changes.Where(c => !earlier.Contains((Key(c.Frame), c.By.Id))).ToLookup(c => Key(c.Frame), c => c.By);
        foreach (var key in was.Keys.Union(now.Keys).OrderBy(k => (k.Year, k.From, k.To, k.Kind, k.Purpose)))
        {
            var (from, to) = (was.GetValueOrDefault(key)?.Act.Amount ?? Money.Zero, now.GetValueOrDefault(key)?.Act.Amount ?? Money.Zero);
            if (from != to || was.ContainsKey(key) != now.ContainsKey(key))
                yield return new(key.Year, key.From, key.To, key.Kind, key.Purpose, from, to, [.. changes[key].Distinct()]);
        }
    }

    private static IEnumerable<AmountDifference> AmountsOf(RegionState before, RegionState after)
    {
        var (was, now) = (before.Frames, after.Frames);
        foreach (var key in was.ResultBudgets.Keys.Union(now.ResultBudgets.Keys).Order())
            yield return new(AmountDifferenceKind.BudgetedResult, key.Year, key.Subject, was.ResultBudgets.GetValueOrDefault(key)?.Act.Result.Ore, now.ResultBudgets.GetValueOrDefault(key)?.Act.Result.Ore, now.ResultBudgets.GetValueOrDefault(key)?.By);
        foreach (var year in was.TaxRates.Keys.Union(now.TaxRates.Keys).Order())
            yield return new(AmountDifferenceKind.TaxRate, year, Subject.RegionId, was.TaxRates.GetValueOrDefault(year)?.Act.OrePerHundredKronor, now.TaxRates.GetValueOrDefault(year)?.Act.OrePerHundredKronor, now.TaxRates.GetValueOrDefault(year)?.By);
        var (netBefore, netAfter) = (Nets(before), Nets(after));
        foreach (var key in netBefore.Keys.Union(netAfter.Keys).Order())
            yield return new(AmountDifferenceKind.BudgetNet, key.Year, key.Subject, netBefore.TryGetValue(key, out var one) ? one.Ore : null, netAfter.TryGetValue(key, out var other) ? other.Ore : null, netAfter.GetValueOrDefault(key).By);
        var (planBefore, planAfter) = (Planned(before), Planned(after));
        foreach (var year in planBefore.Keys.Union(planAfter.Keys).Order())
            yield return new(AmountDifferenceKind.PlannedResult, year, Subject.RegionId, planBefore.TryGetValue(year, out var one) ? one.Ore : null, planAfter.TryGetValue(year, out var other) ? other.Ore : null, planAfter.GetValueOrDefault(year).By);
    }

    private static Dictionary<(int Year, string Subject), (long Ore, Decision? By)> Nets(RegionState state) =>
        state.Frames.Budget.GroupBy(line => (line.Year, line.Subject)).ToDictionary(
            lines => lines.Key,
            lines => (lines.Sum(line => line.Row.Amount.Ore), (Decision?)lines.MaxBy(line => (line.Decided.By.Date.Latest, line.Decided.Position))!.Decided.By));

    private static Dictionary<int, (long Ore, Decision? By)> Planned(RegionState state)
    {
        var planned = new Dictionary<int, (long, Decision?)>();
        foreach (var (act, by, _) in state.Frames.Plans)
        {
            foreach (var year in act.Years)
                planned[year.Year] = (year.Result.Ore, by);
        }

        return planned;
    }

    private static IEnumerable<ThingDifference> ThingsOf(RegionState before, RegionState after) =>
    [
        .. Compared(ThingKind.Subject, before, after, SubjectsOf),
        .. Compared(ThingKind.Office, before, after, state => state.Organisation.Offices.Select(o => new Thing(o.Act.Id, o.Act, o.By))),
        .. Compared(ThingKind.Goal, before, after, state => state.Goals.Goals.Values.Concat(state.Goals.OwnGoals.Values).Select(g => new Thing(g.Act.Id, g.Act, g.By))),
        .. Compared(ThingKind.SubGoal, before, after, state => state.Goals.SubGoals.Select(g => new Thing(g.Act.Id, g.Act, g.By))),
        .. Compared(ThingKind.SteeringDocument, before, after, state => state.Steering.InForce(state.At.AsOf).Select(d => new Thing(d.Id, d, d.By))),
        .. Compared(ThingKind.Delegation, before, after, state => state.Delegations.InForce.Select(d => new Thing(d.Id, d, d.By))),
    ];

    /// <summary>Subjects by what they are called and where they stand; cost centres are too many to tell one by one.</summary>
    private static IEnumerable<Thing> SubjectsOf(RegionState state) =>
        state.Organisation.Subjects.Where(s => s.Kind != SubjectKind.CostCentre && s.By is not null).Select(s => new Thing(s.Id, (s.Name, s.Under, s.Kind), s.By!));

    private static IEnumerable<ThingDifference> Compared(ThingKind kind, RegionState before, RegionState after, Func<RegionState, IEnumerable<Thing>> of)
    {
        var was = of(before).ToDictionary(thing => thing.Id, StringComparer.Ordinal);
        foreach (var thing in of(after))
        {
            if (!was.Remove(thing.Id, out var earlier))
                yield return new(kind, thing.Id, Happening.Came, thing.By);
            else if (!earlier.What.Equals(thing.What))
                yield return new(kind, thing.Id, Happening.Changed, thing.By);
        }

        foreach (var gone in was.Keys.Order(StringComparer.Ordinal))
            yield return new(kind, gone, Happening.Went, null);
    }

    private static (int Year, string From, string To, FrameKind Kind, string? Purpose) Key(SetFrame f) => (f.Year, f.From, f.To, f.Kind, f.Purpose);

    /// <summary>Something that can come, change and go, with what is compared of it.</summary>
    private sealed record Thing(string Id, object What, Decision By);
}
