using Styrkedja.Amounts;
using Styrkedja.Organisation;

namespace Styrkedja.Frames;

/// <summary>How far a frame has been laid out: what was given, what went on to others, what detailed budgets have taken up as revenue, and what is left.</summary>
/// <param name="Holder">The subject whose frame it is: the one asked about, or the nearest above it that has been given one.</param>
/// <param name="Given">What the holder has been given for the year; positive.</param>
/// <param name="Distributed">What the holder has given onward as frames; positive.</param>
/// <param name="LaidOut">What detailed budgets of the holder and those below it take up as revenue from whoever gave; positive.</param>
/// <remarks>A frame is taken up as internal revenue in the books of those who use it; a budget that takes up more than was given would be covered by nobody. Rule:
/// kommunallagen (2017:725) 11 kap. 5 and 13 §§; before 2018 kommunallagen (1991:900) 8 kap. 4 and 11 §§, not checked against their text.</remarks>
public sealed record FrameUse(string Holder, Money Given, Money Distributed, Money LaidOut)
{
    /// <summary>What can still be laid out; below zero when more has been laid out than was given.</summary>
    public Money Left => Given - Distributed - LaidOut;

    /// <summary>How the frame that a subject lives on has been laid out; absent when no one above it has been given any.</summary>
    /// <param name="budget">Every budget row of the year as it is to count, revenue positive.</param>
    public static FrameUse? Of(string subject, int year, FrameBook book, OrganisationChart chart, IEnumerable<(string Subject, string? Counterparty, Money Amount)> budget)
    {
        if (chart.PathUp(subject).FirstOrDefault(above => book.FramesTo(above.Id, year).Any()) is not { } holder)
            return null;
        var givers = book.FramesTo(holder.Id, year).Select(frame => frame.Act.From).ToHashSet(StringComparer.Ordinal);
        var users = Users(holder.Id).ToHashSet(StringComparer.Ordinal);
        var laidOut = Money.Sum(budget.Where(row => row.Amount > Money.Zero && row.Counterparty is { } other && IsGiver(other) && users.Contains(row.Subject)).Select(row => row.Amount));
        return new(holder.Id, book.GivenTo(holder.Id, year), book.DistributedBy(holder.Id, year), laidOut);

        // The region's own money comes by way of whoever keeps its finances, so what it gives is taken up from any part of the board.
        bool IsGiver(string other) => givers.Contains(other)
            || (givers.Contains(Subject.RegionId) && !chart.IsWithin(other, holder.Id) && chart.IsWithin(other, Subject.ExecutiveBoardId));

        IEnumerable<string> Users(string id) => chart.Children(id)
            .Where(below => !book.FramesTo(below.Id, year).Any()).SelectMany(below => Users(below.Id)).Prepend(id);
    }
}
