using CsCheck;
using Styrkedja.Amounts;
using Styrkedja.Decisions;
using static Styrkedja.Region.Entries;

namespace Styrkedja.Frames;

/// <summary>Whatever is given, added, moved and carried over, what stands is what was adopted with every change, to the öre.</summary>
public class FrameStoryTests
{
    private static readonly string[] s_receivers = ["DN-A", "DN-B", "DN-C"];

    private static readonly Gen<Act> s_act = Gen.Select(Gen.Int[0, 4], Gen.Int[0, 2], Gen.Int[0, 2], Gen.Long[0, 1_000_000_007], Gen.Long[0, 99_999]).Select((what, from, to, ore, part) => (Act)(what switch
    {
        0 => new GrantAdditional(2018, "REGION", s_receivers[to], FrameKind.Grant, new(ore), null, []),
        1 => new Reallocate(2018, "REGION", s_receivers[from], s_receivers[to], FrameKind.Grant, new(part), null),
        2 => new CarryOver(2018, "REGION", s_receivers[to], FrameKind.Grant, Carried.Result, new(part % 2 == 0 ? -part : part), null),
        _ => new SetFrame(2018, "REGION", s_receivers[to], FrameKind.Grant, new(ore), null) { Rows = [new(FrameRowReason.Base, new(ore - part), null, null), new(FrameRowReason.Index, new(part), null, null)] },
    }));

    [Fact]
    public void What_stands_is_what_was_adopted_with_every_change() => s_act.Array[1, 25].Sample(acts =>
    {
        var book = Book(acts);
        var stories = book.StoriesOf(2018);
        Assert.All(stories, story =>
        {
            Assert.Equal(story.Revised.Amount, story.Adopted.Amount + story.Changed);
            Assert.True(story.Rows.Count == 0 || Money.Sum(story.Rows.Select(r => r.Amount)) == story.Adopted.Amount);
            Assert.Equal(story.Revised.Amount, book.FramesTo(story.Adopted.To, 2018).Single().Act.Amount);
        });
        Assert.Equal(book.DistributedBy("REGION", 2018), Money.Sum(stories.Select(s => s.Revised.Amount)));
    });

    [Fact]
    public void A_reallocation_leaves_what_the_giver_has_given() => s_act.Array[1, 25].Sample(acts =>
        Assert.Equal(Book([.. acts.Where(a => a is not Reallocate)], moveLast: null).DistributedBy("REGION", 2018), Book([.. acts.Where(a => a is not Reallocate)], new Reallocate(2018, "REGION", "DN-A", "DN-B", FrameKind.Grant, new(77), null)).DistributedBy("REGION", 2018)));

    private static FrameBook Book(IReadOnlyList<Act> acts, Reallocate? moveLast = null) =>
        FrameBook.Fold(Acts([.. acts.Concat(moveLast is null ? [] : new Act[] { moveLast }).Select((act, i) => Decision($"B{i}", $"2018-01-{(i % 28) + 1:00}", act))]));
}
