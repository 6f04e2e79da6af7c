using System.Text;
using CsCheck;

namespace Styrkedja.Sie;

/// <summary>However a file is read - by one thread or several, the quick way or the ordinary, from memory or a stream - the same is read and told.</summary>
public class SieOneReadingTests
{
    private static readonly byte[] s_whole = Encoding.Latin1.GetBytes(Whole("#FLAGGA 0", "\u00F6"));
    private static readonly byte[] s_summed = Encoding.Latin1.GetBytes(Whole("#FLAGGA 0\n#KSUMMA", "\u0094") + "#KSUMMA 4711\n");

    [Fact]
    public void All_ways_of_reading_agree_on_a_whole_file()
    {
        Agree(s_whole, 300);
        Agree(s_whole, 1 << 22);
        Agree(s_summed, 300);
    }

    [Fact]
    public void All_ways_of_reading_agree_on_a_damaged_file() => Gen.Select(SieDamage.Edits, Gen.Int[40, 3000], Gen.Bool).Sample((edits, length, summed) =>
        Agree(SieDamage.Done(summed ? s_summed : s_whole, edits), length), iter: 1500);

    [Fact]
    public void A_checksum_agrees_however_it_was_put_together()
    {
        var without = Whole("#FLAGGA 0\n#KSUMMA", "\u0094");
        var told = SieReader.Read(Encoding.Latin1.GetBytes(without + "#KSUMMA 1\n"), "bok.se").Faults.Single(f => f.Code == "sie.checksum-differs");
        var bytes = Encoding.Latin1.GetBytes(without + $"#KSUMMA {told.Arguments["computed"]}\n");

        Assert.Equal(SieChecksumState.Agrees, SieReader.Read(bytes, "bok.se", SieOptions.Default, new SieWork(300, 3, true)).Checksum);
        Assert.Equal(SieChecksumState.Agrees, SieReader.Read(bytes, "bok.se", SieOptions.Default, new SieWork(300, 1, false)).Checksum);
    }

    [Fact]
    public void Every_byte_of_a_stream_is_handed_on_once_and_in_order()
    {
        var seen = new List<byte>();
        SieReader.Read(new MemoryStream(s_whole), "bok.se", SieOptions.Default, new SieWork(300, 2, true), _ => { }, null, bytes => seen.AddRange(bytes), TestContext.Current.CancellationToken);

        Assert.Equal(s_whole, seen);
    }

    [Fact]
    public void Progress_ends_with_the_whole_file()
    {
        var last = new Last();
        var summary = SieReader.Read(new MemoryStream(s_whole), "bok.se", SieOptions.Default, new SieWork(300, 2, true), _ => { }, last, null, TestContext.Current.CancellationToken);

        Assert.Equal(new SieProgress(s_whole.Length, summary.Totals.Rows), last.Value);
    }

    [Fact]
    public void A_reading_that_is_called_off_ends_with_that()
    {
        using var stop = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() =>
            SieReader.Read(new MemoryStream(s_whole), "bok.se", SieOptions.Default, new SieWork(300, 2, true), _ => stop.Cancel(), stop: stop.Token));
    }

    private static void Agree(byte[] bytes, int segment)
    {
        var options = new SieOptions { AcceptUnbalancedVouchers = true };
        var ordinary = SieShown.Of(SieReader.Read(bytes, "bok.se", options, new SieWork(segment, 1, false)));

        Assert.Equal(ordinary, SieShown.Of(SieReader.Read(bytes, "bok.se", options, new SieWork(segment, 1, true))));
        Assert.Equal(ordinary, SieShown.Of(SieReader.Read(bytes, "bok.se", options, new SieWork(segment, 3, true))));
        Assert.Equal(ordinary, Streamed(bytes, options, new SieWork(segment, 3, true)));
        Assert.Equal(ordinary, Streamed(bytes, options, new SieWork(segment, 1, false)));
    }

    private static string Streamed(byte[] bytes, SieOptions options, SieWork work)
    {
        var shown = new SieShown();
        var summary = SieReader.Read(new MemoryStream(bytes), "bok.se", options, work, block => shown.Add(block.Vouchers, block.Rows, block.ContinuesVoucher));
        return shown.With(summary);
    }

    /// <summary>A ledger of sixty vouchers: most plain, some with a quantity, a row added afterwards, a further dimension, text in quotes or in Swedish.</summary>
    private static string Whole(string head, string o)
    {
        var text = new StringBuilder(SieSample.Export.Replace("#FLAGGA 0", head)).Append("""
            #DIM 20 "Verksamhet"
            #OBJEKT 1 "3120" "Kliniken"
            #PSALDO 0 201701 6010 {} 100.00

            """);
        for (var i = 1; i <= 60; i++)
        {
            text.Append($"#VER {(i % 3 == 0 ? "\"B\"" : "A")} {(i == 40 ? 5 : i)} 2017{(i % 12) + 1:00}15 \"Verifikation {i}\"{(i % 4 == 0 ? " 20170120 AA" : "")}\n{{\n");
            text.Append($"#TRANS 6010 {{1 \"{3120 + (i % 7)}\" 20 \"47{i % 5}\"}} {i}.50\n");
            text.Append(i switch
            {
                10 => "#TRANS 6011 {} 1.00 20170117 \"Antal\" 2.5\n",
                20 => "#RTRANS 6011 {} 1.00\n#TRANS 6011 {} 1.00\n",
                30 => "#TRANS 6011 {6 P1 7 a} 1.00 \"\" \"Text \\\"b\\\"\"\n",
                35 => $"#TRANS 6011 {{}} 1.00 20170117 \"K{o}p\"\n",
                _ => $"#TRANS 60{i % 10}1 {{6 P{i}}} 1.00 20170117 \"Text {i}\"\n",
            });
            text.Append($"#TRANS 1930 {{}} -{i + 1}.50\n}}\n");
        }

        return text.ToString();
    }

    private sealed class Last : IProgress<SieProgress>
    {
        public SieProgress Value { get; private set; }

        public void Report(SieProgress value) => Value = value;
    }
}
