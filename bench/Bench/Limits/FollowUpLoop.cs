using Styrkedja.Bench.Ledgers;

namespace Styrkedja.Bench.Limits;

/// <summary>The least work that gives the follow-up: columns walked once into a dense table, what is internal booked at the lowest common node, one pass up the tree.</summary>
/// <remarks>No codes to look up, no rules, no storage, no check of overflow.</remarks>
public sealed class FollowUpLoop
{
    public const int Months = 12;

    private readonly BenchRegion _region;
    private readonly short[] _lowestCommon;
    private readonly int _width = BenchRegion.Groups.Length * Months;

    public FollowUpLoop(BenchRegion region)
    {
        _region = region;
        _lowestCommon = new short[region.Nodes * region.FirstCostCentre];
        for (var node = 0; node < region.Nodes; node++)
        {
            for (var side = 0; side < region.FirstCostCentre; side++)
                _lowestCommon[(node * region.FirstCostCentre) + side] = (short)region.LowestCommon(node, side);
        }

        (Sums, Internal, Budget) = (new long[region.Nodes * _width], new long[region.Nodes * _width], new long[region.Nodes * _width]);
    }

    /// <summary>By node, group and month; debit positive.</summary>
    public long[] Sums { get; }

    public long[] Internal { get; }

    /// <summary>Revenue positive.</summary>
    public long[] Budget { get; }

    public int At(int node, int group, int month) => (node * _width) + (group * Months) + month;

    public void Run(LedgerColumns columns)
    {
        Array.Clear(Sums);
        Array.Clear(Internal);
        Array.Clear(Budget);
        unchecked
        {
            var (nodes, sides, groups, months, ore) = (columns.Node, columns.Side, columns.Group, columns.Month, columns.Ore);
            var (sums, inside, common, sideCount) = (Sums, Internal, _lowestCommon, _region.FirstCostCentre);
            for (var i = 0; i < columns.Count; i++)
            {
                var place = (groups[i] * Months) + months[i];
                sums[(nodes[i] * _width) + place] += ore[i];
                if (sides[i] >= 0)
                    inside[(common[(nodes[i] * sideCount) + sides[i]] * _width) + place] += ore[i];
            }

            foreach (var (node, group, kronor) in _region.Budget())
            {
                for (var month = 0; month < Months; month++)
                    Budget[At(node, group, month)] += kronor * 100 / 12;
            }

            for (var node = _region.Nodes - 1; node > 0; node--)
            {
                var (from, to) = (node * _width, _region.Parents[node] * _width);
                for (var i = 0; i < _width; i++)
                {
                    sums[to + i] += sums[from + i];
                    inside[to + i] += inside[from + i];
                    Budget[to + i] += Budget[from + i];
                }
            }
        }
    }
}
