using Styrkedja.Amounts;
using Styrkedja.FollowUp;

namespace Styrkedja.Frames;

/// <summary>What is left of a frame: given, less given onward, less what detailed budgets take up from whoever gave it.</summary>
public class FrameUseTests
{
    private const string Given = """
        RS
        DN-A / A1 / cc 100
        DN-A / A2 / cc 110
        DN-B / B1 / cc 200
        frame 2017 from REGION to RS 1000 kr
        frame 2017 from RS to DN-A 600 kr
        frame 2017 from DN-A to A2 150 kr
        """;

    [Theory]
    [InlineData("DN-A", "DN-A", 600, 150, 400, 50)]
    [InlineData("A1", "DN-A", 600, 150, 400, 50)]
    [InlineData("A2", "A2", 150, 0, 0, 150)]
    [InlineData("RS", "RS", 1000, 600, 0, 400)]
    public void What_is_left_is_what_was_given_less_what_went_onward_and_what_is_laid_out(string subject, string holder, int given, int onward, int laidOut, int left)
    {
        var use = UseOf(subject, ("DN-A", "RS", 300), ("A1", "RS", 100), ("A1", "A2", 70), ("A1", null, 20), ("A1", "RS", -10), ("DN-B", "RS", 5));

        Assert.Equal((holder, Money.Kronor(given), Money.Kronor(onward), Money.Kronor(laidOut), Money.Kronor(left)), (use!.Holder, use.Given, use.Distributed, use.LaidOut, use.Left));
    }

    [Fact]
    public void More_laid_out_than_given_is_left_below_zero() => Assert.Equal(Money.Kronor(-50), UseOf("DN-A", ("DN-A", "RS", 500))!.Left);

    [Fact]
    public void Who_was_given_no_frame_and_has_nobody_above_with_one_has_nothing_to_lay_out() => Assert.Null(UseOf("DN-B", ("DN-B", "RS", 500)));

    private static FrameUse? UseOf(string subject, params (string Subject, string? Counterparty, int Kronor)[] budget)
    {
        var state = ReadableRegion.Of(Given).View().State;
        return FrameUse.Of(subject, 2017, state.Frames, state.Organisation, budget.Select(row => (row.Subject, row.Counterparty, Money.Kronor(row.Kronor))));
    }
}
