using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;

namespace Styrkedja.Frames;

public sealed class TargetedGrantTests
{
    private static readonly ReceiveGrant s_received = new(
        "SB-1", new("Kortare köer"), new("Staten"), Money.Kronor(30), new(new(2017, 1, 1), new(2018, 6, 30)), null, [new("DN-A", Money.Kronor(20)), new("DN-B", Money.Kronor(5))], new(2018, 9, 30), false);

    [Fact]
    public void What_is_not_given_on_and_not_told_of_is_left()
    {
        var grant = Assert.Single(Fold(s_received, new ReportGrant("SB-1", Money.Kronor(12), Money.Kronor(3), null)));
        Assert.Equal((Money.Kronor(25), Money.Kronor(5)), (grant.Distributed, grant.Undistributed));
        Assert.Equal((Money.Kronor(12), Money.Kronor(3), Money.Kronor(15)), (grant.Used, grant.Returned, grant.NotTold));
        Assert.Null(grant.Completed);
    }

    [Fact]
    public void It_is_accounted_for_when_all_of_it_is_told_as_used_or_paid_back()
    {
        var grant = Assert.Single(Fold(s_received, new ReportGrant("SB-1", Money.Kronor(12), Money.Kronor(3), null), new ReportGrant("SB-1", Money.Kronor(15), Money.Zero, null)));
        Assert.Equal(Money.Kronor(15), grant.Completed!.Act.Used);
    }

    [Theory]
    [InlineData(2016, false)]
    [InlineData(2017, true)]
    [InlineData(2018, true)]
    [InlineData(2019, false)]
    public void It_is_of_every_year_in_which_it_may_be_used(int year, bool of) => Assert.Equal(of, Assert.Single(Fold(s_received)).IsOf(year));

    private static IReadOnlyList<TargetedGrant> Fold(params Act[] acts) => TargetedGrant.Fold(new ActsInOrder(acts.Select((act, i) => (
        new Decision($"B-{i}", "RS", UncertainDate.On(new(2017, 1, i + 1)), null, null, new("Beslut"), null, null, false, null, [act]), i + 1L))));
}
