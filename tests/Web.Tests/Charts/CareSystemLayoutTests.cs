using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.FollowUp;
using Styrkedja.Web.Charts;

namespace Styrkedja.Web.Tests.Charts;

/// <summary>The picture of the care system: heights follow what flows, and what may not be told cannot be measured in it.</summary>
public class CareSystemLayoutTests
{
    private const decimal Height = 400;

    [Fact]
    public void Arms_are_as_high_as_what_flows_in_them_and_every_band_leaves_and_arrives_within_its_blocks()
    {
        var layout = Layout(Flows(1000, ("OWN", Regime.Own, 600), ("A", Regime.Private, 250), ("B", Regime.Private, 150)), [("1380", 30, true), ("1384", 10, false)]);
        Assert.Equal([240, 100, 60], layout.Rows.Select(r => r.Block.Height));
        Assert.Equal([240, 160], layout.Regimes.Select(r => r.Height));
        Assert.Equal(Height, layout.Financier.Height);
        Assert.Equal([300, 100], layout.Homes.Select(h => h.Height));
        Assert.All(layout.Homes.Concat(layout.Regimes).Concat(layout.Rows.Select(r => r.Block)), b => Assert.InRange(b.Y, 0, layout.Height - b.Height));
        // No two blocks of a column lie over each other.
        Assert.All(layout.Rows.Zip(layout.Rows.Skip(1)), pair => Assert.True(pair.First.Block.Y + pair.First.Block.Height < pair.Second.Block.Y));
        Assert.Equal(layout.Financier.Y + layout.Financier.Height, layout.Bands.Where(b => b.Step == 1).Max(b => b.FromY + b.Height));
    }

    [Fact]
    public void Hidden_arms_are_drawn_as_one_as_high_as_their_sum_when_it_may_be_told()
    {
        var layout = Layout(Flows(1000, ("OWN", Regime.Own, 600), ("A", Regime.Private, 250), ("B", Regime.Private, null), ("C", Regime.Private, null)), []);
        Assert.Equal([(1, 240m, false), (1, 100m, false), (2, 60m, true)], layout.Rows.Select(r => (r.Arms.Count, r.Block.Height, r.Block.Untold)));
        Assert.Equal(150, layout.Rows[^1].Value);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(100_000)]
    public void Hidden_arms_whose_sum_is_hidden_too_are_always_as_high(long others)
    {
        var layout = Layout(Flows(null, ("OWN", Regime.Own, others), ("B", Regime.Private, null)), []);
        Assert.Equal(Height * 0.035m, layout.Rows[^1].Block.Height);
        Assert.Null(layout.Rows[^1].Value);
        Assert.True(layout.Regimes[^1].Untold);
    }

    private static CareSystemLayout Layout(CareSystemFlows flows, IReadOnlyList<(string, long?, bool)> homes) => new(flows, homes, Height, 40, 36);

    private static CareSystemFlows Flows(long? total, params (string Id, Regime Regime, long? Value)[] arms) => new(
        CareFlowMeasure.Money,
        [.. arms.Select(a => new CareSystemArm(new(a.Regime, [Provider(a.Id, a.Regime)]), a.Value))],
        total,
        arms.GroupBy(a => a.Regime).ToDictionary(g => g.Key, g => total is null && g.Any(a => a.Value is null) ? null : g.Any(a => a.Value is null) ? total - arms.Where(a => a.Regime != g.Key).Sum(a => a.Value) : g.Sum(a => a.Value)),
        [],
        false);

    private static Decided<AuthoriseProvider> Provider(string id, Regime regime)
    {
        var act = new AuthoriseProvider(id, new(id), regime, id, null, null, default);
        return new(act, new("D", "RS", UncertainDate.On(new DateOnly(2016, 1, 1)), null, null, new("D"), null, null, false, null, [act]), 1);
    }
}
