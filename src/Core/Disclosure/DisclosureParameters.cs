using Styrkedja.Decisions;

namespace Styrkedja.Disclosure;

/// <summary>The limits by which tables of one kind of data are protected before they are published.</summary>
/// <param name="MinimumCount">Persons; a cell of fewer is hidden.</param>
/// <param name="MinimumDenominator">Persons; a share or mean of fewer is hidden.</param>
/// <param name="DominancePercent">A cell of money is hidden when one contributor stands for more than this of it.</param>
/// <param name="MinimumContributors">Contributors; a cell of money from fewer is hidden.</param>
/// <param name="ProtectionWidth">Persons between the lowest and the highest value that a reader can reckon a hidden cell to have.</param>
/// <param name="ProtectionPercent">The same for money, of the hidden amount.</param>
public sealed record DisclosureParameters(
    int MinimumCount,
    int MinimumDenominator,
    int DominancePercent,
    int MinimumContributors,
    bool ZerosShown,
    int ProtectionWidth,
    int ProtectionPercent,
    DisclosureMethod Method)
{
    /// <summary>The fewest persons that any decision may let a share be reckoned of.</summary>
    public const int LowestDenominator = 10;

    /// <summary>The fewest persons that any decision may let a cell tell of: of two, each knows the other.</summary>
    public const int LowestCount = 3;

    /// <summary>What holds while nothing is decided. No number is laid down in law: they are our own choice, DECISIONS 2026-11-27.</summary>
    public static DisclosureParameters DefaultOf(DataSet data) => data switch
    {
        DataSet.Care => new(5, 30, 75, 3, true, 5, 10, DisclosureMethod.Suppression),
        DataSet.SensitiveCare => new(10, 30, 75, 3, true, 10, 10, DisclosureMethod.Suppression),
        DataSet.Staff => new(5, 10, 75, 3, true, 5, 10, DisclosureMethod.Suppression),
        DataSet.Pay => new(10, 10, 75, 3, true, 10, 10, DisclosureMethod.Suppression),
        DataSet.Suppliers => new(5, 30, 75, 3, true, 5, 10, DisclosureMethod.Open),
        _ => throw new ArgumentOutOfRangeException(nameof(data)),
    };

    /// <summary>The parameters as a decision sets them.</summary>
    public static DisclosureParameters Of(SetDisclosureParameters act)
    {
        var standing = DefaultOf(act.DataSet);
        var count = act.MinimumCount ?? standing.MinimumCount;
        return new(
            count,
            act.MinimumDenominator ?? standing.MinimumDenominator,
            act.DominancePercent ?? standing.DominancePercent,
            act.MinimumContributors ?? standing.MinimumContributors,
            act.ZerosShown ?? standing.ZerosShown,
            act.ProtectionWidth ?? count,
            act.ProtectionPercent ?? standing.ProtectionPercent,
            act.Method ?? standing.Method);
    }
}
