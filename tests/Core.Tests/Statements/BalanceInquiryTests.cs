using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using CsCheck;
using Styrkedja.Amounts;
using Styrkedja.Decisions;

namespace Styrkedja.Statements;

/// <summary>The balance requirement by the examples in tests/Specs/siffror/balanskrav.md, and what holds of any row of years.</summary>
public sealed partial class BalanceInquiryTests
{
    public static TheoryData<string> Examples => [.. Read().Select(e => e.Heading)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_inquiry_is_the_one_reckoned_by_hand(string heading)
    {
        var (_, years, inquiry) = Read().Single(e => e.Heading == heading);

        Assert.Equal(inquiry, string.Join('\n', BalanceInquiry.Inquire(years.Split('\n').Select(Grounds)).Select(Said)));
    }

    [Fact]
    public void Deficits_are_restored_by_surpluses_alone_and_nothing_is_lost_on_the_way() =>
        Gen.Select(Gen.Int[-50, 50], Gen.Int[0, 20], Gen.Int[0, 10]).Array[1, 12].Sample(drawn =>
        {
            var years = BalanceInquiry.Inquire(drawn.Select((d, i) => new BalanceGrounds(
                2015 + i, Million(d.Item1), Million(1000), new Dictionary<BalanceAdjustment, Money>(), Million(d.Item1 > 0 ? Math.Min(d.Item2, d.Item1) : 0), Money.Zero, Million(d.Item1 < 0 ? Math.Min(d.Item3, -d.Item1) : 0), false)));
            var (missing, restored) = (Money.Zero, Money.Zero);
            foreach (var year in years)
            {
                missing += year.Outcome < Money.Zero ? -year.Outcome - year.Grounds.SpecialReasons : Money.Zero;
                restored += year.Restored;
                Assert.Equal(missing - restored, year.ToRestore);
                Assert.True(year.Restored <= (year.Outcome > Money.Zero ? year.Outcome : Money.Zero));
                Assert.True(year.Outcome <= Money.Zero || year.Restored == year.Outcome || year.After.Count == 0, "A surplus is left over while something is still to be restored.");
                Assert.Equal(year.After.OrderBy(d => d.Year), year.After);
                Assert.All(year.After, deficit => Assert.Equal(deficit.Year + 3, deficit.RestoreBy));
            }
        });

    private static Money Million(long amount) => Money.Kronor(amount * 1_000_000);

    private static BalanceGrounds Grounds(string line)
    {
        var told = Told().Matches(line[5..]).ToDictionary(m => m.Groups[1].Value.Trim(), m => long.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture), StringComparer.Ordinal);
        Money Of(string name) => Million(told.Remove(name, out var amount) ? amount : 0);
        var grounds = new BalanceGrounds(
            int.Parse(line[..4], CultureInfo.InvariantCulture),
            Of("resultat"),
            Of("skatt och bidrag"),
            new Dictionary<BalanceAdjustment, Money>
            {
                [BalanceAdjustment.Gains] = Of("vinster"),
                [BalanceAdjustment.ExemptGains] = Of("undantagna vinster"),
                [BalanceAdjustment.ExemptLosses] = Of("undantagna förluster"),
                [BalanceAdjustment.Unrealised] = Of("orealiserat"),
                [BalanceAdjustment.Returned] = Of("återfört"),
            },
            Of("sätta av"),
            Of("använda"),
            Of("synnerliga skäl"),
            Of("eget kapital under noll") != Money.Zero);
        Assert.Empty(told.Keys);
        return grounds;
    }

    private static string Said(BalanceYear year)
    {
        static string M(Money money) => (money.Ore / 100_000_000).ToString(CultureInfo.InvariantCulture);
        var open = year.After.Count == 0 ? "" : $" ({string.Join("; ", year.After.Select(d => $"{M(d.Left)} från {d.Year} senast {d.RestoreBy}"))})";
        return $"{year.Year}: efter justering {M(year.Adjusted)}, balanskravsresultat {M(year.Outcome)}, får sätta av {M(year.MayReserve)}, reserv {M(year.ReserveAfter)}, återställt {M(year.Restored)}, kvar {M(year.ToRestore)}{open}"
            + (year.ReservedBeyond > Money.Zero ? $", {M(year.ReservedBeyond)} för mycket avsatt" : "")
            + (year.UsedBeyond > Money.Zero ? $", {M(year.UsedBeyond)} för mycket använt" : "")
            + (year.Overdue > Money.Zero ? $", {M(year.Overdue)} skulle ha varit återställda" : "");
    }

    private static IEnumerable<(string Heading, string Years, string Inquiry)> Read()
    {
        foreach (Match example in Example().Matches(File.ReadAllText(Path.Combine(Folder(), "balanskrav.md"))))
            yield return (example.Groups[1].Value, example.Groups[2].Value.Trim(), example.Groups[3].Value.Trim());
    }

    private static string Folder([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "Specs", "siffror");

    [GeneratedRegex(@"^### ([^\n]+)\n(?:(?!^###).)*?^```år\n(.*?)^```\n\n```utredning\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(@"([^\d,:-]+) (-?\d+)")]
    private static partial Regex Told();
}
