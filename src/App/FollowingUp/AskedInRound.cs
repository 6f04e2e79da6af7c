using Styrkedja.Region;
using Styrkedja.Rounds;

namespace Styrkedja.App.FollowingUp;

/// <summary>What one unit or body has left to answer in a round that is not locked.</summary>
/// <param name="Of">The one asked.</param>
/// <param name="Open">What is not answered, at least one thing.</param>
public sealed record AskedInRound(FollowUpRound Round, string Of, IReadOnlyList<AskedItem> Open)
{
    /// <summary>Everything left to answer on the state's day, the earliest last day first and those without one last.</summary>
    public static IEnumerable<AskedInRound> In(RegionState state) =>
        from round in state.RoundBook.All
        where round is { Asks: true } && round.Opened.By.Date.Latest <= state.At.AsOf
        let seen = round.Until(state.At.AsOf)
        where seen.Lock is null
        from asked in state.ProgressOf(seen).Items.Where(item => !item.Answered).GroupBy(item => item.Of, StringComparer.Ordinal)
        orderby round.Terms.AnswerBy ?? DateOnly.MaxValue, round.Id, asked.Key
        select new AskedInRound(seen, asked.Key, [.. asked]);
}
