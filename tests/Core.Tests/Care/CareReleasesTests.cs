using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Facts;

namespace Styrkedja.Care;

/// <summary>Tables of a year are released when the year is whole, and then once a year with what has been set right.</summary>
public class CareReleasesTests
{
    private static readonly List<KnownBatch> s_year = [.. Enumerable.Range(1, 12).Select(month => Known(month, FactKind.Contacts, new(2017, month), new DateOnly(2017, month, 10).AddMonths(1)))];

    [Fact]
    public void No_release_is_made_while_a_month_of_the_year_is_missing()
    {
        Assert.Empty(Of([.. s_year.SkipLast(1)], "2018-06-01"));
        Assert.Empty(Of([.. s_year.Skip(1)], "2018-06-01"));
        Assert.Equal("1: 12 batches at 12", Assert.Single(Of(s_year, "2018-06-01")));
    }

    [Fact]
    public void What_is_set_right_during_a_year_is_released_when_that_year_is_over()
    {
        List<KnownBatch> known = [.. s_year, Known(13, FactKind.Contacts, new(2017, 3), new(2018, 5, 1)), Known(14, FactKind.Contacts, new(2018, 3), new(2018, 5, 2)), Known(15, FactKind.Contacts, new(2017, 4), new(2019, 2, 1))];
        Assert.Equal(["1: 12 batches at 12"], Of([.. known.Take(14)], "2018-12-31"));
        Assert.Equal(["1: 12 batches at 12", "2: 13 batches at 13"], Of(known, "2019-06-01"));
        Assert.Equal(["1: 12 batches at 12", "2: 13 batches at 13", "3: 15 batches at 15"], Of(known, "2020-01-01"));
    }

    [Fact]
    public void A_year_without_corrections_is_not_released_again()
    {
        List<KnownBatch> known = [.. s_year, Known(13, FactKind.Contacts, new(2018, 1), new(2018, 2, 10))];
        Assert.Single(Of(known, "2025-01-01"));
        Assert.Equal([2017, 2018], CareReleases.Years(known));
    }

    private static IReadOnlyList<string> Of(List<KnownBatch> known, string now) =>
        [.. CareReleases.Of(2017, known, DateTimeOffset.Parse(now + "T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture)).Select(r => $"{r.Number}: {r.Batches.Count} batches at {r.Position}")];

    private static KnownBatch Known(int position, FactKind kind, Month month, DateOnly recorded) => new(
        new($"b{position}", kind, "", 0, "", null, null, new(month, month), [], "rows", null, 0, 0, Money.Zero, Money.Zero, [], false), position, new(recorded.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero));
}
