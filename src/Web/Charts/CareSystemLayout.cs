using Styrkedja.Decisions;
using Styrkedja.FollowUp;

namespace Styrkedja.Web.Charts;

/// <summary>A block of the picture of the care system and where it stands.</summary>
/// <param name="Untold">True for what may not be told, which is drawn hatched.</param>
public sealed record CareBlock(string Key, Regime? Regime, decimal Y, decimal Height, bool Untold = false)
{
    public decimal Middle => Y + (Height / 2);
}

/// <summary>A row to the right: one arm, or the arms of a regime that may not be told one by one.</summary>
/// <param name="Arms">One; several when they are drawn together since each is hidden.</param>
/// <param name="Value">Nothing when it may not be told.</param>
public sealed record CareRow(CareBlock Block, Regime Regime, IReadOnlyList<CareSystemArm> Arms, long? Value);

/// <summary>Where everything stands in the wide picture of the care system: residents by municipality, financier, who runs the care, and each arm, heights after what flows.</summary>
/// <remarks>What may not be told is given the same small height wherever it is, or, when its sum can be told, that sum's; so no hidden value can be measured in the picture.</remarks>
public sealed class CareSystemLayout
{
    private const decimal RegimeGap = 30, RowGap = 6, HomeGap = 5, HeadedGap = 46, UntoldShare = 0.035m;

    /// <param name="homes">What stands at each municipality: what flows from it, or how many live there; and whether a heading stands above it.</param>
    /// <param name="height">Height of all that flows.</param>
    /// <param name="least">Height that the words of a row need.</param>
    /// <param name="leastHome">Height that the words of a municipality need.</param>
    public CareSystemLayout(CareSystemFlows flows, IReadOnlyList<(string Home, long? Value, bool Opens)> homes, decimal height, decimal least, decimal leastHome)
    {
        var untold = height * UntoldShare;
        var told = Math.Max(1, flows.Arms.Sum(a => Math.Max(0, a.Value ?? 0)) + flows.ByRegime.Keys.Sum(r => Math.Max(0, flows.HiddenIn(r) ?? 0)));
        decimal Tall(long value) => Math.Round(height * Math.Max(0, value) / told, 1);
        var (rows, regimes, bands) = (new List<CareRow>(), new List<CareBlock>(), new List<CareBand>());
        var top = 0m;
        foreach (var regime in flows.Arms.GroupBy(a => a.Group.Regime))
        {
            var (start, inner) = (top, new List<CareRow>());
            foreach (var arm in regime.Where(a => a.Value is not null))
                Row(arm.Group.Id, [arm], arm.Value, Tall(arm.Value!.Value));
            if (regime.Where(a => a.Value is null).ToList() is { Count: > 0 } hidden)
                Row($"{regime.Key}-untold", hidden, flows.HiddenIn(regime.Key), flows.HiddenIn(regime.Key) is { } sum ? Tall(sum) : untold);
            var whole = inner.Sum(r => r.Block.Height);
            regimes.Add(new($"{regime.Key}", regime.Key, start + ((top - RowGap - start - whole) / 2), whole, flows.ByRegime[regime.Key] is null));
            rows.AddRange(inner);
            top += RegimeGap - RowGap;

            void Row(string key, IReadOnlyList<CareSystemArm> arms, long? value, decimal tall)
            {
                tall = Math.Max(tall, 1);
                inner.Add(new(new(key, regime.Key, top + (Math.Max(least - tall, 0) / 2), tall, arms[0].Value is null), regime.Key, arms, value));
                top += Math.Max(tall, least) + RowGap;
            }
        }

        var all = regimes.Sum(r => r.Height);
        var rowsHeight = top - RegimeGap;
        decimal GapAbove(int home) => homes[home].Opens ? HeadedGap : home == 0 ? 0 : HomeGap;
        var homeSum = Math.Max(1, homes.Sum(h => h.Value ?? 0));
        var homesTall = homes.Select(h => Math.Max(Math.Round(all * (h.Value ?? 0) / homeSum, 1), 1)).ToList();
        var homesHeight = homesTall.Select((tall, i) => Math.Max(tall, leastHome) + GapAbove(i)).Sum();
        Height = Math.Max(Math.Max(rowsHeight, homesHeight), height);
        // The lower of the two stands in the middle of the higher.
        var lowered = (Height - rowsHeight) / 2;
        rows = [.. rows.Select(r => r with { Block = r.Block with { Y = r.Block.Y + lowered } })];
        regimes = [.. regimes.Select(r => r with { Y = r.Y + lowered })];
        Financier = new("financier", null, (Height - all) / 2, all);
        var from = Financier.Y;
        foreach (var regime in regimes)
        {
            bands.Add(new(1, regime, from, regime.Y, regime.Height));
            from += regime.Height;
            var leaves = regime.Y;
            foreach (var row in rows.Where(r => r.Regime == regime.Regime))
            {
                bands.Add(new(2, row.Block, leaves, row.Block.Y, row.Block.Height));
                leaves += row.Block.Height;
            }
        }

        (Rows, Regimes, Bands) = (rows, regimes, bands);
        var (homeTop, into, blocks) = ((Height - homesHeight) / 2, Financier.Y, new List<CareBlock>());
        for (var i = 0; i < homes.Count; i++)
        {
            homeTop += GapAbove(i);
            var block = new CareBlock(homes[i].Home, null, homeTop + (Math.Max(leastHome - homesTall[i], 0) / 2), homesTall[i], homes[i].Value is null);
            blocks.Add(block);
            bands.Add(new(0, block, block.Y, into, block.Height));
            into += block.Height;
            homeTop += Math.Max(homesTall[i], leastHome);
        }

        Homes = blocks;
    }

    public decimal Height { get; }

    public CareBlock Financier { get; }

    /// <summary>The municipalities, in the order that they were handed over.</summary>
    public IReadOnlyList<CareBlock> Homes { get; }

    public IReadOnlyList<CareBlock> Regimes { get; }

    public IReadOnlyList<CareRow> Rows { get; }

    public IReadOnlyList<CareBand> Bands { get; }

    /// <summary>The outline of a band between two columns.</summary>
    public static string Outline(CareBand band, decimal left, decimal right)
    {
        var middle = (left + right) / 2;
        return FormattableString.Invariant($"M{left:0.#} {band.FromY:0.#}C{middle:0.#} {band.FromY:0.#} {middle:0.#} {band.ToY:0.#} {right:0.#} {band.ToY:0.#}V{band.ToY + band.Height:0.#}C{middle:0.#} {band.ToY + band.Height:0.#} {middle:0.#} {band.FromY + band.Height:0.#} {left:0.#} {band.FromY + band.Height:0.#}Z");
    }
}

/// <summary>A band between two columns of the picture.</summary>
/// <param name="Step">0 from residents to financier, 1 to who runs the care, 2 to the arms.</param>
/// <param name="Block">What it belongs to.</param>
public sealed record CareBand(int Step, CareBlock Block, decimal FromY, decimal ToY, decimal Height);
