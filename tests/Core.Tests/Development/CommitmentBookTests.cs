using Styrkedja.Decisions;
using static Styrkedja.Development.PartnerBooks;

namespace Styrkedja.Development;

public class CommitmentBookTests
{
    private static readonly DateOnly s_day = new(2017, 6, 1);

    [Fact]
    public void A_partner_that_promised_nothing_has_nothing_in_the_book()
    {
        var book = CommitmentBook.Fold(Of(Joined("K1", "K2"), ("K1", "2016-01-01", [Commitment("A")])));
        Assert.Equal(["A"], book.Of("K1").Select(c => c.Id));
        Assert.Empty(book.Of("K2"));
    }

    [Fact]
    public void Only_what_a_partner_decided_itself_counts()
    {
        var book = CommitmentBook.Fold(Of(Joined("K1"), ("RS", "2016-01-01", [Commitment("A")])));
        Assert.Empty(book.All);
    }

    [Fact]
    public void Said_anew_it_is_the_same_commitment_with_its_first_day_kept()
    {
        var made = CommitmentBook.Fold(Of(Joined("K1"), ("K1", "2016-01-01", [Commitment("A", "Fem km")]), ("K1", "2016-09-01", [Commitment("A", "Tio km", "T2")]))).Find("A")!;
        Assert.Equal("Tio km", made.Made.Act.Text.Sv);
        Assert.Equal(new DateOnly(2016, 1, 1), made.First.Date.Latest);
    }

    [Fact]
    public void Nobody_else_takes_over_or_ends_or_reports_it()
    {
        var made = CommitmentBook.Fold(Of(
            Joined("K1", "K2"),
            ("K1", "2016-01-01", [Commitment("A", "Fem km")]),
            ("K2", "2016-09-01", [Commitment("A", "Noll km"), Report("A", "2016", CommitmentState.Delayed), new EndCommitment("A", new("Nej"))]))).Find("A")!;
        Assert.Equal(("K1", "Fem km"), (made.Partner, made.Made.Act.Text.Sv));
        Assert.Empty(made.Reports);
        Assert.True(made.HoldsOn(s_day));
    }

    [Fact]
    public void The_latest_report_is_that_of_the_latest_period_and_a_report_of_the_same_period_replaces_the_earlier()
    {
        var made = CommitmentBook.Fold(Of(
            Joined("K1"),
            ("K1", "2016-01-01", [Commitment("A")]),
            ("K1", "2017-03-01", [Report("A", "2017-01..2017-02", CommitmentState.OnTrack)]),
            ("K1", "2017-03-02", [Report("A", "2016", CommitmentState.NotBegun)]),
            ("K1", "2017-03-03", [Report("A", "2017-01..2017-02", CommitmentState.Delayed)]))).Find("A")!;
        Assert.Equal([CommitmentState.NotBegun, CommitmentState.Delayed], made.Reports.Select(r => r.Act.State));
        Assert.Equal(CommitmentState.Delayed, made.Latest!.Act.State);
    }

    [Fact]
    public void What_has_ended_does_not_hold_until_the_partner_binds_itself_anew()
    {
        (string, string, Act[])[] ended = [Joined("K1"), ("K1", "2016-01-01", [Commitment("A")]), ("K1", "2016-06-01", [new EndCommitment("A", new("Klart"))])];
        Assert.False(CommitmentBook.Fold(Of(ended)).Find("A")!.HoldsOn(s_day));
        Assert.True(CommitmentBook.Fold(Of([.. ended, ("K1", "2017-01-01", [Commitment("A")])])).Find("A")!.HoldsOn(s_day));
    }

    [Fact]
    public void It_holds_from_its_first_day_to_its_last()
    {
        var made = CommitmentBook.Fold(Of(Joined("K1"), ("K1", "2015-06-01", [Commitment("A")]))).Find("A")!;
        Assert.Equal([false, true, true, false], new[] { new DateOnly(2015, 12, 31), new(2016, 1, 1), new(2018, 12, 31), new(2019, 1, 1) }.Select(made.HoldsOn));
    }

    [Fact]
    public void Every_commitment_stands_once_by_partner_and_once_by_aim()
    {
        var random = new Random(9);
        for (var round = 0; round < 200; round++)
        {
            var decisions = Enumerable.Range(0, 12).Select(i => ($"K{random.Next(1, 5)}", $"2016-01-{i + 1:00}", new Act[] { Commitment($"A{random.Next(6)}", $"T {i}", $"T{random.Next(3)}") })).Prepend(Joined("K1", "K2", "K3"));
            var book = CommitmentBook.Fold(Of([.. decisions]));
            var all = book.All.Select(c => c.Id).Order(StringComparer.Ordinal).ToList();
            Assert.Equal(all, new[] { "K1", "K2", "K3", "K4" }.SelectMany(book.Of).Select(c => c.Id).Order(StringComparer.Ordinal));
            Assert.Equal(all, new[] { "T0", "T1", "T2" }.SelectMany(book.To).Select(c => c.Id).Order(StringComparer.Ordinal));
            Assert.Equal(all.Distinct(), all);
            Assert.All(book.All, c => Assert.Equal((c, c.First.Body), (book.Find(c.Id), c.Partner)));
            Assert.Empty(book.Of("K4"));
        }
    }
}
