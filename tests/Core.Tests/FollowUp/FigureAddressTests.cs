using CsCheck;
using Styrkedja.Calendar;

namespace Styrkedja.FollowUp;

public class FigureAddressTests
{
    private static readonly Gen<string> s_ids = Gen.String[Gen.Char["ABCÅÄÖabcåäö0123456789-._"], 1, 8].Where(id => char.IsLetterOrDigit(id[0]));

    // Codes come from ledgers and can hold anything: slashes, spaces, signs of other alphabets, or nothing at all.
    private static readonly Gen<string> s_codes = Gen.OneOf(s_ids, Gen.String[Gen.Char["aÖ0/=% ?#&+.\u20AC"], 0, 6]);

    private static readonly Gen<Dimensions> s_dimensions =
        Gen.Select(Gen.Bool, s_codes.Null(), s_codes.Null(), s_codes.Null(), s_codes.Null(), Gen.Select(s_codes.Null(), s_codes.Null(), s_codes.Null()))
            .Select((own, line, through, group, account, rest) => new Dimensions(own, line, through, group, account, rest.Item1, rest.Item2, rest.Item3));

    private static readonly Gen<FigureAddress> s_addresses =
        Gen.Select(Gen.OneOf([.. Enum.GetValues<Measure>().Select(Gen.Const)]), Gen.Int[12, 119_000], Gen.Int[0, 40], s_ids, s_dimensions)
            .Select((measure, first, more, subject, dimensions) =>
                new FigureAddress(measure, new(Month.FromIndex(first), Month.FromIndex(first + more)), subject, dimensions));

    [Fact]
    public void An_address_written_and_read_is_the_same_address() =>
        s_addresses.Sample(address =>
            FigureAddress.TryParse(address.ToString(), out var read) && read == address
            && FigureAddress.TryParse("/figure/" + address, out var onPage) && onPage == address);

    [Theory]
    [InlineData("result/2017-01..2017-11/RS", "result/2017-01..2017-11/RS")]
    [InlineData("/figure/result/2017/REGION", "result/2017-01..2017-12/REGION")]
    [InlineData("cost/2017-11/DN-HS/account=4010/own=yes", "cost/2017-01..2017-11/DN-HS/own=yes/account=4010")]
    [InlineData(
        "revenue/2017/RS/from=RF/activity=7/counterparty=71/account=3010/group=sales/through=depreciation/line=operating-revenue/own=yes",
        "revenue/2017-01..2017-12/RS/own=yes/line=operating-revenue/through=depreciation/group=sales/account=3010/counterparty=71/activity=7/from=RF")]
    [InlineData("cost/2017/RS/activity=", "cost/2017-01..2017-12/RS/activity=")]
    public void Dimensions_stand_in_one_order_however_they_were_written(string written, string address)
    {
        Assert.True(FigureAddress.TryParse(written, out var read));
        Assert.Equal(address, read.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("result")]
    [InlineData("result/2017")]
    [InlineData("result/2017/")]
    [InlineData("profit/2017/RS")]
    [InlineData("Result/2017/RS")]
    [InlineData("result/2017-13/RS")]
    [InlineData("result/2017/RS/account")]
    [InlineData("result/2017/RS/=3010")]
    [InlineData("result/2017/RS/colour=red")]
    [InlineData("result/2017/RS/own=no")]
    [InlineData("result/2017/RS/account=1/account=2")]
    public void What_names_no_figure_is_refused(string text) => Assert.False(FigureAddress.TryParse(text, out _));

    /// <summary>Words are in addresses that others have kept: a word may be added, never changed or taken away.</summary>
    [Fact]
    public void Every_measure_keeps_its_word() => Assert.Equal(
        """
        result revenue cost net-cost operating-result after-financial-items result-budget revenue-budget cost-budget result-deviation
        revenue-deviation cost-deviation explained-deviation unexplained-deviation result-forecast linear-forecast seasonal-forecast revenue-elimination cost-elimination revenue-budget-elimination
        cost-budget-elimination elimination-difference elimination-difference-budget frame cost-share tax-rate goals-total
        goals-fulfilled goals-partly goals-not-fulfilled goals-not-judged goal-status indicator sound-financial-management population
        headcount full-time-equivalents agency-full-time-equivalents sick-leave sick-leave-hours ordinary-hours
        balance balance-change cash-flow net-investments equity-ratio net-cost-share self-financing balance-requirement
        decided-measures measure-effect measure-forecast
        co-financing-granted co-financing-paid co-financing-recovered development-money
        """.ReplaceLineEndings(" "),
        string.Join(' ', Enum.GetValues<Measure>().Select(m => m.Word())));
}
