namespace Styrkedja.Disclosure;

/// <summary>Which cells would tell of someone by themselves.</summary>
internal static class PrimarySuppression
{
    /// <summary>True for each cell that may not be shown.</summary>
    public static bool[] Of(UnpublishedTable table, DisclosureParameters parameters)
    {
        var marks = new bool[table.Size];
        for (var cell = 0; cell < marks.Length; cell++)
            marks[cell] = table.OfMoney ? FewOrOneLarge(table.ContributionsTo(cell).Values, parameters) : IsFew(table.Values[cell], parameters);
        return marks;
    }

    /// <summary>True when what has come to a cell since an earlier release would tell of someone: few persons, or money of few.</summary>
    public static bool OfChange(UnpublishedTable before, UnpublishedTable after, int cell, DisclosureParameters parameters)
    {
        if (!after.OfMoney)
            return after.Values[cell] != before.Values[cell] && Math.Abs(after.Values[cell] - before.Values[cell]) < parameters.MinimumCount;
        var (had, has) = (before.ContributionsTo(cell), after.ContributionsTo(cell));
        return FewOrOneLarge(has.Keys.Union(had.Keys).Select(from => has.GetValueOrDefault(from) - had.GetValueOrDefault(from)), parameters);
    }

    private static bool IsFew(long persons, DisclosureParameters parameters) => persons < parameters.MinimumCount && (persons > 0 || !parameters.ZerosShown);

    /// <summary>The rules of fewest contributors and of the largest; money from nobody tells of nobody.</summary>
    public static bool FewOrOneLarge(IEnumerable<long> amounts, DisclosureParameters parameters)
    {
        var (contributors, largest, all) = (0, 0L, 0L);
        foreach (var amount in amounts)
        {
            if (amount == 0)
                continue;
            contributors++;
            largest = Math.Max(largest, Math.Abs(amount));
            all = checked(all + Math.Abs(amount));
        }

        return contributors > 0 && (contributors < parameters.MinimumContributors || (Int128)largest * 100 > (Int128)all * parameters.DominancePercent);
    }
}
