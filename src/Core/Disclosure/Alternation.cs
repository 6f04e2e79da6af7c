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
        var above = dimension.UpFrom(place).Skip(1).ToArray();
        var ways = dimension.Innermost.Select(leaf => dimension.UpFrom(leaf).ToArray()).ToArray();
        var others = ways.Where(way => !way.Contains(place)).Select(way => (Against: way.TakeWhile(p => !above.Contains(p)).ToArray(), Meeting: way.First(p => above.Contains(p)))).ToArray();
        foreach (var way in ways)
        {
            var depth = Array.IndexOf(way, place);
            if (depth < 0)
                continue;
            var down = way[..depth];
            foreach (var (against, meeting) in others)
                turns.Add(new([.. down, .. above.TakeWhile(p => p != meeting), .. against], SignsOf(down.Length + Array.IndexOf(above, meeting), against.Length), false));
            turns.Add(new([.. down, .. above], SignsOf(down.Length + above.Length, 0), true));
        }

        return turns;
    }

    private static int[] SignsOf(int with, int against) => [.. Enumerable.Repeat(1, with), .. Enumerable.Repeat(-1, against)];
}
