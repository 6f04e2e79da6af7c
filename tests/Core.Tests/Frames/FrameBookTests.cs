using Styrkedja.Amounts;
using Styrkedja.Decisions;
using static Styrkedja.Region.Entries;

namespace Styrkedja.Frames;

public class FrameBookTests
{
    [Fact]
    public void The_later_decision_about_the_same_frame_wins_whichever_was_recorded_first() => Assert.Equal(
        "RS->DN-A 90, RS->DN-B 40",
        Frames(Decision("ÄNDRING", "2017-03-01", Frame("RS", "DN-A", 90)), Decision("BUDGET", "2016-11-23", Frame("RS", "DN-A", 100), Frame("RS", "DN-B", 40))));

    [Fact]
    public void On_the_same_day_the_later_position_wins_and_then_the_later_act() => Assert.Equal(
        "RS->DN-A 3",
        Frames(Decision("A", "2016-11-23", Frame("RS", "DN-A", 1)), Decision("B", "2016-11-23", Frame("RS", "DN-A", 2), Frame("RS", "DN-A", 3))));

    [Fact]
    public void Frames_of_other_givers_kinds_purposes_and_years_stand_beside_each_other()
    {
        var book = FrameBook.Fold(Acts(Decision(
            "A", "2016-11-23", Frame("REGION", "DN-A", 1), Frame("RS", "DN-A", 2), Frame("RS", "DN-A", 4, purpose: "läkemedel"), Frame("RS", "DN-A", 8, FrameKind.Commission),
            Frame("RS", "DN-A", 16, year: 2018), Frame("DN-A", "A1", 32), Frame("REGION", "DN-A", 64, FrameKind.ResultRequirement))));

        Assert.Equal((15, 16, 0), (book.GivenTo("DN-A", 2017).Ore, book.GivenTo("DN-A", 2018).Ore, book.GivenTo("DN-A", 2016).Ore));
        Assert.Equal((14, 32, 1), (book.DistributedBy("RS", 2017).Ore, book.DistributedBy("DN-A", 2017).Ore, book.DistributedBy("REGION", 2017).Ore));
    }

    [Theory]
    [InlineData(1200, null, "100 100 100 100 100 100 100 100 100 100 100 100")]
    [InlineData(-1000, null, "-84 -84 -84 -84 -83 -83 -83 -83 -83 -83 -83 -83")]
    [InlineData(1000, "SOMMAR", "0 0 0 0 0 250 500 250 0 0 0 0")]
    [InlineData(1001, "SOMMAR", "0 0 0 0 0 250 501 250 0 0 0 0")]
    [InlineData(1200, "FINNS-EJ", "100 100 100 100 100 100 100 100 100 100 100 100")]
    public void A_profile_lays_the_years_amount_out_to_the_öre(long ore, string? profile, string months)
    {
        var book = FrameBook.Fold(Acts(Decision(
            "A", "2016-11-23",
            new SetPeriodProfile("SOMMAR", [0, 0, 0, 0, 0, 1, 2, 1, 0, 0, 0, 0]),
            new SetBudget(2017, "A1", [new("care", new(ore), null, profile, null)]))));

        var line = Assert.Single(book.Budget);
        Assert.Equal(months, string.Join(' ', line.Months.Select(m => m.Ore)));
        Assert.Equal(ore, Money.Sum(line.Months).Ore);
    }

    [Fact]
    public void Months_written_out_replace_the_profile()
    {
        Money[] months = [.. Enumerable.Range(1, 12).Select(m => new Money(m))];
        var book = FrameBook.Fold(Acts(Decision("A", "2016-11-23", new SetBudget(2017, "A1", [new("care", new(78), null, "SOMMAR", months)]))));
        Assert.Equal(months, Assert.Single(book.Budget).Months);
    }

    [Fact]
    public void A_later_budget_replaces_the_rows_of_the_same_name_and_leaves_the_rest()
    {
        var book = FrameBook.Fold(Acts(
            Decision("BUDGET", "2016-11-23", new SetBudget(2017, "A1", [Row("care", 1), Row("staff", 2), Row("care", 4, "DN-B")])),
            Decision("ÄNDRING", "2017-02-01", new SetBudget(2017, "A1", [Row("care", 10)]), new SetBudget(2017, "A2", [Row("care", 20)]))));

        Assert.Equal(
            ["A1 care  10 ÄNDRING", "A1 care DN-B 4 BUDGET", "A1 staff  2 BUDGET", "A2 care  20 ÄNDRING"],
            book.Budget.Select(b => $"{b.Subject} {b.Row.Group} {b.Row.Counterparty} {b.Row.Amount.Ore} {b.Decided.By.Id}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Tax_rate_and_budgeted_result_are_the_latest_of_the_year()
    {
        var book = FrameBook.Fold(Acts(
            Decision("A", "2015-11-23", new SetTaxRate(2016, 1042), new SetTaxRate(2017, 1082), new SetResultBudget(2017, "REGION", new(17))),
            Decision("B", "2016-11-23", new SetTaxRate(2017, 1100))));

        Assert.Equal((1042, 1100), (book.TaxRates[2016].Act.OrePerHundredKronor, book.TaxRates[2017].Act.OrePerHundredKronor));
        Assert.Equal(17, book.ResultBudgets[(2017, "REGION")].Act.Result.Ore);
        Assert.False(book.TaxRates.ContainsKey(2018));
    }

    private static SetFrame Frame(string from, string to, long ore, FrameKind kind = FrameKind.Grant, int year = 2017, string? purpose = null) => new(year, from, to, kind, new(ore), purpose);

    private static BudgetRow Row(string group, long ore, string? counterparty = null) => new(group, new(ore), counterparty, null, null);

    private static string Frames(params Decision[] decisions) =>
        string.Join(", ", FrameBook.Fold(Acts(decisions)).Frames.Select(f => $"{f.Act.From}->{f.Act.To} {f.Act.Amount.Ore}"));
}
