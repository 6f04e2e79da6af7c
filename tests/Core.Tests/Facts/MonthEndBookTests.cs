using Styrkedja.Calendar;
using Styrkedja.Decisions;
using static Styrkedja.Region.Entries;

namespace Styrkedja.Facts;

public class MonthEndBookTests
{
    private static readonly Month s_january = new(2017, 1), s_march = new(2017, 3), s_april = new(2017, 4);

    [Fact]
    public void A_closing_is_about_every_month_of_the_year_so_far_and_no_other()
    {
        var book = Book(Decision("STÄNGER", "2017-04-10", new ClosePeriod(s_march)));
        Assert.Equal(["2017-01", "2017-02", "2017-03"], book.Closed.Select(m => m.ToString()));
        Assert.False(book.IsClosed(new(2016, 12)));
    }

    [Fact]
    public void A_month_opened_again_is_open_and_the_others_stay_closed()
    {
        var book = Book(Decision("STÄNGER", "2017-04-10", new ClosePeriod(s_march)), Decision("ÖPPNAR", "2017-04-12", new ReopenPeriod(s_january, new("Rättning"))));
        Assert.Equal(["2017-02", "2017-03"], book.Closed.Select(m => m.ToString()));
        Assert.Equal(("STÄNGER", "ÖPPNAR"), (Assert.Single(book.LocksOf(s_january)).Closed.By.Id, book.ReopeningOf(s_january)!.By.Id));
    }

    [Fact]
    public void A_later_closing_closes_what_is_open_and_leaves_what_is_closed_with_the_one_who_closed_it()
    {
        var book = Book(
            Decision("STÄNGER", "2017-04-10", new ClosePeriod(s_march)),
            Decision("ÖPPNAR", "2017-04-12", new ReopenPeriod(s_january, new("Rättning"))),
            Decision("STÄNGER-2", "2017-05-10", new ClosePeriod(s_april)));
        Assert.Equal(["STÄNGER-2", "STÄNGER", "STÄNGER", "STÄNGER-2"], book.Closed.Select(m => book.ClosingOf(m)!.By.Id));
        Assert.Equal("ÖPPNAR", book.ReopeningOf(s_january)!.By.Id);
        Assert.Null(book.ReopeningOf(s_march));
    }

    [Fact]
    public void Of_acts_in_one_decision_the_order_in_it_counts()
    {
        var first = Decision("STÄNGER", "2017-04-10", new ClosePeriod(s_march));
        Assert.True(Book(first, Decision("BÅDA", "2017-04-12", new ReopenPeriod(s_march, new("x")), new ClosePeriod(s_march))).IsClosed(s_march));
        Assert.False(Book(first, Decision("BÅDA", "2017-04-12", new ClosePeriod(s_march), new ReopenPeriod(s_march, new("x")))).IsClosed(s_march));
    }

    [Fact]
    public void Each_subject_signs_for_itself_and_all_its_sign_offs_are_kept()
    {
        var book = Book(
            Decision("S1", "2017-04-05", new SignOffMonth("A1", s_march, null)),
            Decision("S2", "2017-04-06", new SignOffMonth("A2", s_march, null)),
            Decision("S3", "2017-04-20", new SignOffMonth("A1", s_march, new("Nya rader gicks igenom"))));
        Assert.Equal(["A1", "A2"], book.SignedOff(s_march));
        Assert.Equal(["S1", "S3"], book.SignOffsOf("A1", s_march).Select(s => s.By.Id));
        Assert.Empty(book.SignOffsOf("A1", s_april));
    }

    private static MonthEndBook Book(params Decision[] decisions) => MonthEndBook.Fold(Acts(decisions));
}
