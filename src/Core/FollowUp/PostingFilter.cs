using Styrkedja.Facts;

namespace Styrkedja.FollowUp;

/// <summary>What the amounts of a plane are narrowed to. An empty field does not narrow.</summary>
internal readonly record struct PostingFilter(int[] Groups, string? Account, string? Counterparty, string? Activity)
{
    /// <summary>True when sums rolled up by group are enough, so that no posting need be read.</summary>
    public bool ByGroupOnly => Account is null && Counterparty is null && Activity is null;

    /// <summary>The same in the numbers of a plane's codes.</summary>
    public CellFilter In(LedgerCodes codes, int groups)
    {
        var wanted = new bool[groups];
        foreach (var group in Groups)
            wanted[group] = true;
        var (account, counterparty, activity) = (Number(codes.Accounts, Account), Number(codes.Counterparties, Counterparty), Number(codes.Activities, Activity));
        var unheard = (Account is not null && account < 0) || (Counterparty is not null && counterparty < 0) || (Activity is not null && activity < 0);
        return new(wanted, account, counterparty, activity, !unheard && Groups.Length > 0);
    }

    private static int Number(CodeTable codes, string? code) => code is null ? -1 : codes.Find(code);
}

/// <summary>A filter in code numbers; -1 does not narrow.</summary>
/// <param name="Groups">True for each account group wanted.</param>
/// <param name="CanMatch">False when a code is asked for that no posting has.</param>
internal readonly record struct CellFilter(bool[] Groups, int Account, int Counterparty, int Activity, bool CanMatch);

/// <summary>A column of codes that postings are gathered by.</summary>
/// <param name="NumberOf">What each code is gathered into; absent when every code stands for itself.</param>
/// <param name="Count">How many numbers there are.</param>
internal sealed record PostingKey(Func<PostingSet, int[]> Column, int[]? NumberOf, int Count, Func<int, string> Text)
{
    public int Number(int code) => NumberOf is null ? code : NumberOf[code];
}
