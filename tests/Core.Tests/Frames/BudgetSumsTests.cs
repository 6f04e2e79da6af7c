using CsCheck;
using Styrkedja.Amounts;
using Styrkedja.FollowUp;
using Styrkedja.Organisation;

namespace Styrkedja.Frames;

/// <summary>Sums of a budget while it is changed: always those that one gets by summing anew, along every way.</summary>
public class BudgetSumsTests
{
    private static readonly string[] s_groups = ["sales", "staff", "care"];
    private static readonly string[] s_subjects = ["A1", "A2", "A", "B1", "DN-A"];

    private static readonly OrganisationChart s_chart = ReadableRegion.Of("""
        DN-A / A / A1 / cc 100
        DN-A / A / A2 / cc 110
        DN-B / B1 / cc 200
        """).View().State.Organisation;

    private static readonly Gen<(string Subject, string Group, int Month, Money Amount)> s_change =
        Gen.Select(Gen.Int[0, 4].Select(i => s_subjects[i]), Gen.Int[0, 2].Select(i => s_groups[i]), Gen.Int[0, 11], Gen.Long[-1_000_000, 1_000_000].Select(ore => new Money(ore)));

    [Fact]
    public void Changed_step_by_step_the_sums_are_those_summed_anew() => s_change.List[1, 60].Sample(changes =>
    {
        var sums = new BudgetSums(s_chart, s_groups);
        for (var done = 1; done <= changes.Count; done++)
        {
            var (subject, group, month, amount) = changes[done - 1];
            sums.Add(subject, group, month, amount);
            foreach (var of in s_chart.Subjects)
            {
                var under = changes.Take(done).Where(c => s_chart.IsWithin(c.Subject, of.Id)).ToList();
                Assert.Equal(Money.Sum(under.Select(c => c.Amount)), sums.Of(of.Id));
                Assert.Equal(Money.Sum(under.Where(c => c.Group == group).Select(c => c.Amount)), sums.Of(of.Id, group));
                Assert.Equal(Money.Sum(under.Where(c => c.Month == month).Select(c => c.Amount)), sums.Of(of.Id, null, month));
            }
        }
    });

    [Fact]
    public void By_group_by_month_and_by_part_the_sums_come_to_the_same() => s_change.List[1, 80].Sample(changes =>
    {
        var sums = new BudgetSums(s_chart, s_groups);
        foreach (var (subject, group, month, amount) in changes)
            sums.Add(subject, group, month, amount);
        foreach (var of in s_chart.Subjects)
        {
            Assert.Equal(sums.Of(of.Id), Money.Sum(s_groups.Select(group => sums.Of(of.Id, group))));
            Assert.Equal(sums.Of(of.Id), Money.Sum(Enumerable.Range(0, 12).Select(month => sums.Of(of.Id, null, month))));
            var own = Money.Sum(changes.Where(c => c.Subject == of.Id).Select(c => c.Amount));
            Assert.Equal(sums.Of(of.Id), own + Money.Sum(s_chart.Children(of.Id).Select(child => sums.Of(child.Id))));
        }
    });

    [Fact]
    public void What_nobody_has_budgeted_is_nothing() =>
        Assert.Equal((Money.Zero, Money.Zero), (new BudgetSums(s_chart, s_groups).Of("A1"), new BudgetSums(s_chart, s_groups).Of("A1", "ingen")));

    [Fact]
    public void A_group_that_there_is_not_cannot_be_budgeted() =>
        Assert.Throws<ArgumentException>(() => new BudgetSums(s_chart, s_groups).Add("A1", "ingen", 0, Money.Kronor(1)));
}
