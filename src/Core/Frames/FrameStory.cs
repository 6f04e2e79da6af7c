using Styrkedja.Amounts;
using Styrkedja.Decisions;

namespace Styrkedja.Frames;

/// <summary>How one frame came to be as it is: what was adopted, made of which rows, and every change since.</summary>
/// <remarks>Adopted and changes add up to what stands: the revised budget is the adopted one with what has been decided since. Rule: kommunallagen (2017:725) 11 kap. 6 §.</remarks>
/// <param name="Adopted">The frame as it was first given; zero when it began as an addition.</param>
/// <param name="By">Who gave it first.</param>
/// <param name="ToldBy">The decision that tells what it is made of; the first one, or a later one that gives the same amount once more.</param>
/// <param name="Changes">What has been decided since, the earliest first.</param>
/// <param name="Revised">The frame as it stands.</param>
public sealed record FrameStory(SetFrame Adopted, Decision By, Decision ToldBy, IReadOnlyList<FrameChange> Changes, SetFrame Revised)
{
    /// <summary>What the adopted amount is made of; one row without a why is not made up where the giver has told none.</summary>
    public IReadOnlyList<FrameRow> Rows => Adopted.Rows;

    /// <summary>What has been added and taken away since it was adopted; more is positive.</summary>
    public Money Changed => Money.Sum(Changes.Select(c => c.Change));

    /// <summary>True when the amount differs from what was adopted, or has differed.</summary>
    public bool HasChanged => Changes.Count > 0;

    internal static IReadOnlyList<FrameStory> Of(IEnumerable<FrameChange> changes, int year) =>
        [.. changes.Where(c => c.Frame.Year == year).GroupBy(c => (c.Frame.From, c.Frame.To, c.Frame.Kind, c.Frame.Purpose)).Select(OfOne)];

    private static FrameStory OfOne(IEnumerable<FrameChange> inOrder)
    {
        var changes = inOrder.ToList();
        var first = changes[0];
        var (adopted, toldBy) = first.Act is SetFrame set ? (set, first.By) : (first.Frame with { Amount = Money.Zero }, first.By);
        var since = new List<FrameChange>();
        foreach (var change in first.Act is SetFrame ? changes.Skip(1) : changes)
        {
            if (since.Count > 0 || change is not { Act: SetFrame same, Change.Ore: 0 })
                since.Add(change);
            else if (same.Rows.Count > 0 || adopted.Rows.Count == 0)
                (adopted, toldBy) = (same, change.By);
        }

        return new(adopted, first.By, toldBy, since, changes[^1].Frame);
    }
}
