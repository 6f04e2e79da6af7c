using Styrkedja.Amounts;
using Styrkedja.Decisions;
using Styrkedja.Frames;
using Styrkedja.Organisation;

namespace Styrkedja.Web.Words;

/// <summary>Someone who has been given money for a year, and what they have given onward.</summary>
/// <param name="Amount">Given by the one above, all frames together.</param>
public sealed record FrameNode(string Id, Money Amount, bool Illustrative, IReadOnlyList<Decided<SetFrame>> Frames, IReadOnlyList<FrameNode> Onward)
{
    /// <summary>What stays with the one who was given it.</summary>
    public Money Kept => Amount - Money.Sum(Onward.Select(o => o.Amount));

    /// <summary>The frames of a year from the region down, each giver before its receivers, the largest first.</summary>
    public static IReadOnlyList<FrameNode> Of(FrameBook book, int year, string giver = Subject.RegionId, int depth = 0) =>
        depth > 6 ? [] :
        [
            .. book.FramesFrom(giver, year).Where(f => f.Act.Kind != FrameKind.ResultRequirement && f.Act.To != giver)
                .GroupBy(f => f.Act.To, StringComparer.Ordinal)
                .Select(g => new FrameNode(g.Key, Money.Sum(g.Select(f => f.Act.Amount)), g.Any(f => f.Act.Illustrative), [.. g], Of(book, year, g.Key, depth + 1)))
                .OrderByDescending(n => n.Amount).ThenBy(n => n.Id, StringComparer.Ordinal),
        ];
}
