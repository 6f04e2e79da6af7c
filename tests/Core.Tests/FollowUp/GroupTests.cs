using CsCheck;
using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Organisation;

namespace Styrkedja.FollowUp;

/// <summary>What the group takes away nets to zero at every level, or is listed to the öre; whatever is traded between units, committees and companies.</summary>
public class GroupTests
{
    private const string Places = """
        DN-A / A1 / cc 100
        DN-A / A2 / cc 110
        DN-B / B1 / cc 200
        company HT / cc 800
        company FAB / cc 900
        counterparty 71 is A1
        counterparty 72 is A2
        counterparty 73 is B1
        counterparty 80 is HT
        counterparty 90 is FAB
        counterparty 99 is outside

        """;

    private static readonly (string CostCentre, string Code)[] s_books = [("100", "71"), ("110", "72"), ("200", "73"), ("800", "80"), ("900", "90")];
    private static readonly Period s_january = new(new(2017, 1), new(2017, 1));

    /// <summary>Who sells to whom, for how much, and how much more the seller has booked than the buyer.</summary>
    private static readonly Gen<(int Seller, int Buyer, int Kronor, int More)[]> s_trades = Gen.Select(Gen.Int[0, 4], Gen.Int[0, 4], Gen.Int[1, 9_999], Gen.Frequency((3, Gen.Const(0)), (1, Gen.Int[-50, 50]))).Where(t => t.Item1 != t.Item2).Array[0, 12];

    [Fact]
    public void What_is_taken_away_at_every_level_nets_to_zero_or_is_listed() => s_trades.Sample(trades =>
    {
        var view = ViewOf(trades);

        var checks = view.EliminationChecks(s_january);

        var unbalanced = trades.Sum(t => t.More);
        Assert.Equal(Money.Kronor(unbalanced), Money.Sum(checks.Select(c => c.Difference)));
        Assert.Equal(Money.Kronor(unbalanced), view.Evaluate(new(Measure.EliminationDifference, s_january, Subject.GroupId)).Money);
    });

    [Fact]
    public void The_group_is_the_region_and_its_companies() => s_trades.Sample(trades =>
    {
        var view = ViewOf(trades);

        var result = view.Evaluate(new(Measure.Result, s_january, Subject.GroupId)).Money;

        Assert.Equal(Money.Sum(view.State.Organisation.Children(Subject.GroupId).Select(part => view.Evaluate(new(Measure.Result, s_january, part.Id)).Money)), result);
        Assert.All(view.GroupStatement(s_january), row => Assert.Equal(row.Group.Money, Money.Sum(row.Parts.Select(p => p.Money)) + row.Eliminated));
        Assert.Equal(result, Money.Sum(view.GroupStatement(s_january).Where(row => row.Line is not null || row.Subtotal == FollowUpView.UnmetRow).Select(row => row.Group.Money)));
        var (revenue, cost) = (view.Evaluate(new(Measure.Revenue, s_january, Subject.GroupId)).Money, view.Evaluate(new(Measure.Cost, s_january, Subject.GroupId)).Money);
        Assert.Equal(result, revenue + cost + view.Evaluate(new(Measure.EliminationDifference, s_january, Subject.GroupId)).Money);
    });

    [Fact]
    public void The_region_is_the_same_with_and_without_its_companies_books() => s_trades.Sample(trades =>
    {
        var whole = ViewOf(trades);
        var without = ReadableRegion.Of(Places + string.Join('\n', RowsOf(trades).Where(row => !row.Contains("cc 800", StringComparison.Ordinal) && !row.Contains("cc 900", StringComparison.Ordinal)).Append(Outside))).View();

        foreach (var measure in new[] { Measure.Result, Measure.Revenue, Measure.Cost, Measure.EliminationDifference })
            Assert.Equal(without.Evaluate(new(measure, s_january, Subject.RegionId)).Money, whole.Evaluate(new(measure, s_january, Subject.RegionId)).Money);
    });

    [Fact]
    public void A_region_without_companies_has_no_group()
    {
        var view = ReadableRegion.Of("DN-A / A1 / cc 100\n" + Outside).View();

        Assert.Empty(view.GroupStatement(s_january));
        Assert.Null(view.State.Organisation.Group);
    }

    private const string Outside = "2017-01 cc 100 account 3010 counterparty 99 -1 kr";

    private static FollowUpView ViewOf((int Seller, int Buyer, int Kronor, int More)[] trades) => ReadableRegion.Of(Places + string.Join('\n', RowsOf(trades).Append(Outside))).View();

    private static IEnumerable<string> RowsOf((int Seller, int Buyer, int Kronor, int More)[] trades) => trades.SelectMany(t => new[]
    {
        $"2017-01 cc {s_books[t.Seller].CostCentre} account 3010 counterparty {s_books[t.Buyer].Code} -{t.Kronor + t.More} kr".Replace("--", "", StringComparison.Ordinal),
        $"2017-01 cc {s_books[t.Buyer].CostCentre} account 5010 counterparty {s_books[t.Seller].Code} {t.Kronor} kr",
    });
}
