using Styrkedja.Amounts;
using Styrkedja.Decisions;
using static Styrkedja.Region.Entries;

namespace Styrkedja.Frames;

/// <summary>Frames that are added to and reallocated, with every change kept.</summary>
public class FrameChangesTests
{
    private static readonly Decision s_budget = Decision("BUDGET", "2016-11-23", Frame("DN-A", 600, "vård"), Frame("DN-A", 50, "läkemedel"), Frame("DN-B", 300, "vård"));

    [Fact]
    public void A_reallocation_moves_money_and_keeps_the_total()
    {
        var book = Book(Decision("FLYTT", "2017-03-01", Moved("DN-A", "DN-B", 100)));

        Assert.Equal("DN-A vård 500, DN-A läkemedel 50, DN-B vård 400", Shown(book));
        Assert.Equal(950, book.DistributedBy("RS", 2017).Ore);
        Assert.Equal(["BUDGET 600 600", "BUDGET 50 50", "FLYTT -100 500"], book.ChangesOf("RS", "DN-A", 2017).Select(c => $"{c.By.Id} {c.Change.Ore} {c.Frame.Amount.Ore}"));
    }

    [Fact]
    public void A_reallocation_that_names_a_purpose_touches_that_frame_alone() => Assert.Equal(
        "DN-A vård 600, DN-A läkemedel 40, DN-B vård 300, DN-B läkemedel 10",
        Shown(Book(Decision("FLYTT", "2017-03-01", Moved("DN-A", "DN-B", 10) with { Purpose = "läkemedel" }))));

    [Fact]
    public void An_addition_comes_on_top_and_a_later_frame_replaces_both()
    {
        var more = Decision("MER", "2017-05-01", new GrantAdditional(2017, "RS", "DN-B", FrameKind.Grant, new(25), "vård", []));

        Assert.Equal("DN-A vård 600, DN-A läkemedel 50, DN-B vård 325", Shown(Book(more)));
        Assert.Equal("DN-A vård 600, DN-A läkemedel 50, DN-B vård 310", Shown(Book(more, Decision("NY", "2017-09-01", Frame("DN-B", 310, "vård")))));
        Assert.Equal("DN-A vård 600, DN-A läkemedel 50, DN-B vård 335", Shown(Book(more, Decision("NY", "2017-04-01", Frame("DN-B", 310, "vård")))));
    }

    [Fact]
    public void A_cut_below_what_is_distributed_is_listed_until_it_is_mended()
    {
        var given = Decision("GER", "2016-06-01", new SetFrame(2017, "REGION", "RS", FrameKind.Grant, new(1000), null));
        var cut = Decision("SÄNKER", "2017-02-01", new SetFrame(2017, "REGION", "RS", FrameKind.Grant, new(900), null));

        Assert.Empty(Book(given).OverDistributed(2017));
        Assert.Equal([("RS", new Money(900), new Money(950))], Book(given, cut).OverDistributed(2017));
        Assert.Empty(Book(given, cut, Decision("LAGAR", "2017-03-01", Frame("DN-A", 550, "vård"))).OverDistributed(2017));
    }

    private static FrameBook Book(params Decision[] later) => FrameBook.Fold(Acts([s_budget, .. later]));

    private static string Shown(FrameBook book) => string.Join(", ", book.Frames.Where(f => f.Act.From == "RS").Select(f => $"{f.Act.To} {f.Act.Purpose} {f.Act.Amount.Ore}"));

    private static SetFrame Frame(string to, long ore, string purpose) => new(2017, "RS", to, FrameKind.Grant, new(ore), purpose);

    private static Reallocate Moved(string from, string to, long ore) => new(2017, "RS", from, to, FrameKind.Grant, new(ore), null);
}
