using Styrkedja.Amounts;
using Styrkedja.Decisions;
using Styrkedja.FollowUp;

namespace Styrkedja.Web.Charts;

/// <summary>A block of the care picture: who stands there, what flows through, and where it is drawn.</summary>
public sealed record FlowBlock(string Name, Regime? Regime, Money Paid, decimal Y, decimal Height)
{
    public decimal Middle => Y + (Height / 2);
}

/// <summary>A band that flows from one block to another.</summary>
public sealed record FlowBand(Regime Regime, string Path);

/// <summary>Where the blocks and bands of the care picture stand: financier, regimes, providers, heights after the money.</summary>
public sealed class CareFlowLayout
{
    private const decimal RegimeGap = 26;
    private const decimal ProviderGap = 7;

    /// <param name="arms">What is paid to each provider, by regime.</param>
    /// <param name="nameOf">What each is called in the reader's language.</param>
    /// <param name="height">Height of all money together.</param>
    /// <param name="leastHeight">Height that the words beside a provider need.</param>
    /// <param name="columns">Left edges of financier, regimes and providers.</param>
    /// <param name="block">Width of a block.</param>
    public CareFlowLayout(IReadOnlyList<CareArm> arms, Func<CareArm, string> nameOf, Func<Regime, string> regimeName, decimal height, decimal leastHeight, (decimal Financier, decimal Regime, decimal Provider) columns, decimal block)
    {
        Total = Money.Sum(arms.Select(a => a.Paid));
        decimal Tall(Money paid) => Total.Ore <= 0 ? 0 : Math.Max(Math.Round(height * paid.Ore / Total.Ore, 1), 0);
        var (regimes, providers, bands) = (new List<FlowBlock>(), new List<FlowBlock>(), new List<FlowBand>());
        var groups = arms.GroupBy(a => a.Provider.Act.Regime).ToList();
        Height = Math.Max(arms.Sum(a => Math.Max(Tall(a.Paid), leastHeight) + ProviderGap) + (groups.Count * (RegimeGap - ProviderGap)) - RegimeGap, height);
        // The financier stands in the middle of what it pays.
        var financierTop = (Height - groups.Sum(g => Tall(Money.Sum(g.Select(a => a.Paid))))) / 2;
        var (top, from) = (0m, financierTop);
        foreach (var group in groups)
        {
            var paid = Money.Sum(group.Select(a => a.Paid));
            var start = top;
            var inner = new List<FlowBlock>();
            foreach (var arm in group)
            {
                var tall = Tall(arm.Paid);
                inner.Add(new(nameOf(arm), group.Key, arm.Paid, top + (Math.Max(leastHeight - tall, 0) / 2), Math.Max(tall, 1)));
                top += Math.Max(tall, leastHeight) + ProviderGap;
            }

            var whole = Tall(paid);
            var regime = new FlowBlock(regimeName(group.Key), group.Key, paid, start + ((top - ProviderGap - start - whole) / 2), whole);
            regimes.Add(regime);
            bands.Add(new(group.Key, Band(columns.Financier + block, from, whole, columns.Regime, regime.Y, whole)));
            var leaves = regime.Y;
            foreach (var provider in inner)
            {
                var tall = Tall(provider.Paid);
                bands.Add(new(group.Key, Band(columns.Regime + block, leaves, tall, columns.Provider, provider.Y, provider.Height)));
                leaves += tall;
            }

            providers.AddRange(inner);
            from += whole;
            top += RegimeGap - ProviderGap;
        }

        (Regimes, Providers, Bands) = (regimes, providers, bands);
        Financier = new("", null, Total, financierTop, from - financierTop);
    }

    public Money Total { get; }

    public decimal Height { get; }

    public FlowBlock Financier { get; }

    public IReadOnlyList<FlowBlock> Regimes { get; }

    public IReadOnlyList<FlowBlock> Providers { get; }

    public IReadOnlyList<FlowBand> Bands { get; }

    private static string Band(decimal x1, decimal y1, decimal h1, decimal x2, decimal y2, decimal h2)
    {
        var middle = (x1 + x2) / 2;
        return FormattableString.Invariant($"M{x1:0.#} {y1:0.#}C{middle:0.#} {y1:0.#} {middle:0.#} {y2:0.#} {x2:0.#} {y2:0.#}V{y2 + h2:0.#}C{middle:0.#} {y2 + h2:0.#} {middle:0.#} {y1 + h1:0.#} {x1:0.#} {y1 + h1:0.#}Z");
    }
}
