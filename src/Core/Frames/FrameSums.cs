using Styrkedja.Amounts;
using Styrkedja.Decisions;

namespace Styrkedja.Frames;

/// <summary>One decision's change of one frame.</summary>
/// <param name="Frame">The frame as it stands afterwards.</param>
/// <param name="Change">More is positive.</param>
public sealed record FrameChange(SetFrame Frame, Money Change, Act Act, Decision By, long Position);

/// <summary>Frames while they are folded: set, added to, reallocated and carried over, each by giver, receiver, year, kind and purpose.</summary>
internal sealed class FrameSums
{
    private readonly Dictionary<(int Year, string From, string To, FrameKind Kind, string? Purpose), Decided<SetFrame>> _frames = [];
    private readonly List<FrameChange> _changes = [];

    public IReadOnlyList<Decided<SetFrame>> InForce => [.. _frames.Values];

    public IReadOnlyList<FrameChange> Changes => _changes;

    /// <param name="changes">Additions, reallocations and what is carried over.</param>
    public static FrameSums Of(IEnumerable<Decided<SetFrame>> set, IReadOnlyList<(Act Act, Decision By, long Position)> changes)
    {
        var sums = new FrameSums();
        foreach (var (act, by, position) in InOrder(set, changes))
            sums.Take(act, by, position);
        return sums;
    }

    /// <summary>What would stand after a decision that nobody has recorded.</summary>
    public static FrameSums After(FrameBook book, Decision decision)
    {
        var sums = new FrameSums();
        foreach (var frame in book.Frames)
            sums._frames[Key(frame.Act)] = frame;
        foreach (var act in decision.Acts)
            sums.Take(act, decision, long.MaxValue);
        return sums;
    }

    public Money GivenTo(string subject, int year) => Sum(f => f.To == subject && f.Year == year);

    public Money DistributedBy(string subject, int year) => Sum(f => f.From == subject && f.Year == year);

    private Money Sum(Func<SetFrame, bool> which) =>
        Money.Sum(_frames.Values.Select(f => f.Act).Where(f => f.Kind != FrameKind.ResultRequirement && which(f)).Select(f => f.Amount));

    private void Take(Act act, Decision by, long position)
    {
        switch (act)
        {
            case SetFrame set:
                Put(set, act, by, position);
                break;
            case GrantAdditional more:
                Add(new(more.Year, more.From, more.To, more.Kind, Money.Zero, more.Purpose), more.Amount, act, by, position);
                break;
            case Reallocate moved:
                Add(Named(moved, moved.From), -moved.Amount, act, by, position);
                Add(Named(moved, moved.To), moved.Amount, act, by, position);
                break;
            case CarryOver carried:
                Add(new(carried.Year, carried.From, carried.To, carried.Kind, Money.Zero, carried.Purpose), carried.Amount, act, by, position);
                break;
        }
    }

    private void Add(SetFrame frame, Money change, Act act, Decision by, long position)
    {
        var before = _frames.TryGetValue(Key(frame), out var standing) ? standing.Act : frame with { Amount = Money.Zero };
        Put(before with { Amount = before.Amount + change, Illustrative = before.Illustrative || act.Illustrative }, act, by, position);
    }

    private void Put(SetFrame frame, Act act, Decision by, long position)
    {
        var before = _frames.TryGetValue(Key(frame), out var standing) ? standing.Act.Amount : Money.Zero;
        _frames[Key(frame)] = new(frame, by, position);
        _changes.Add(new(frame, frame.Amount - before, act, by, position));
    }

    /// <summary>The frame that a reallocation names: of its purpose, or the largest of its kind.</summary>
    private SetFrame Named(Reallocate moved, string to)
    {
        var same = _frames.Values.Select(f => f.Act).Where(f => f.Year == moved.Year && f.From == moved.Giver && f.To == to && f.Kind == moved.Kind);
        var named = moved.Purpose is { } purpose ? same.FirstOrDefault(f => f.Purpose == purpose) : same.MaxBy(f => f.Amount);
        return named ?? new(moved.Year, moved.Giver, to, moved.Kind, Money.Zero, moved.Purpose);
    }

    private static (int, string, string, FrameKind, string?) Key(SetFrame f) => (f.Year, f.From, f.To, f.Kind, f.Purpose);

    private static IEnumerable<(Act Act, Decision By, long Position)> InOrder(IEnumerable<Decided<SetFrame>> set, IReadOnlyList<(Act Act, Decision By, long Position)> changes)
    {
        var sets = set.Select(d => ((Act)d.Act, d.By, d.Position));
        return changes.Count == 0
            ? sets
            : sets.Concat(changes).OrderBy(d => d.By.Date.Latest).ThenBy(d => d.Position).ThenBy(d => PlaceIn(d.By, d.Item1));
    }

    private static int PlaceIn(Decision decision, Act act)
    {
        for (var i = 0; i < decision.Acts.Count; i++)
        {
            if (ReferenceEquals(decision.Acts[i], act))
                return i;
        }

        return -1;
    }
}
