namespace Styrkedja.Disclosure;

/// <summary>Cells that can rise and fall together without any total that is shown changing: some by one and the others by minus one.</summary>
/// <remarks>The first is the cell that it was sought for, and rises. That such a change exists in whole numbers is the proof that no reader, however clever, can know the cells better than by its length.</remarks>
/// <param name="Rising">How far the cells can go that way before one of those that fall can fall no more.</param>
/// <param name="Falling">How far they can go the other way.</param>
internal sealed record Alternation(IReadOnlyList<(int Cell, int Sign)> Cells, long Rising, long Falling, long Cost)
{
    public long Width => Math.Min(CellNet.Unbounded, Rising + Falling);
}

/// <summary>One way to change along one dimension: a code and what it is part of up to where it meets another code, which changes by as much the other way; or all the way up.</summary>
/// <param name="Places">The places touched beside the one that it starts from.</param>
/// <param name="Signs">1 for each that changes with the start, -1 for each that changes against it.</param>
/// <param name="ReachesTotal">True when the total changes with it.</param>
internal sealed record Turn(int[] Places, int[] Signs, bool ReachesTotal)
{
    /// <summary>Every turn that goes through a place, in a fixed order.</summary>
    public static IReadOnlyList<Turn> Through(TableDimension dimension, int place)
    {
        var turns = new List<Turn>();
        var above = dimension.UpFrom(place).Skip(1).ToList();
        foreach (var leaf in dimension.Innermost)
        {
            var path = dimension.UpFrom(leaf).ToList();
            if (path.IndexOf(place) is var depth && depth < 0)
                continue;
            var down = path.Take(depth).ToList();
            if (place != 0)
            {
                foreach (var other in dimension.Innermost)
                {
                    var against = dimension.UpFrom(other).TakeWhile(p => p != place && !above.Contains(p)).ToList();
                    var meeting = dimension.Above[against.Count == 0 ? other : against[^1]];
                    if (against.Count == 0 || meeting == place || against.Contains(place) || dimension.UpFrom(other).Contains(place))
                        continue;
                    var up = above.TakeWhile(p => p != meeting).ToList();
                    turns.Add(new([.. down, .. up, .. against], [.. down.Select(_ => 1), .. up.Select(_ => 1), .. against.Select(_ => -1)], false));
                }
            }

            turns.Add(new([.. down, .. above], [.. down.Select(_ => 1), .. above.Select(_ => 1)], true));
        }

        return turns;
    }
}
