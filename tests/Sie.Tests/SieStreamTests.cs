using System.Text;

namespace Styrkedja.Sie;

/// <summary>Files read as streams: blocks of whole vouchers, numbers that hold from block to block, and memory that does not grow with the file.</summary>
[Collection(Alone)]
[CollectionDefinition(Alone, DisableParallelization = true)]
public class SieStreamTests
{
    private const string Alone = "Memory is measured while nothing else runs";

    private const int Vouchers = 1_500_000;

    [Fact]
    public void The_memory_taken_does_not_grow_with_the_file()
    {
        var small = Peak(Vouchers / 30);
        var large = Peak(Vouchers);

        Assert.InRange(large.Bytes, 280_000_000, 400_000_000);
        Assert.Equal(Vouchers * 3L, large.Rows);
        Assert.InRange(large.Held, 0, small.Held + 60_000_000);
        Assert.InRange(large.Allocated, 0, 150_000_000);
    }

    [Fact]
    public void Blocks_hold_whole_vouchers_and_follow_each_other_without_a_gap()
    {
        long rows = 0, vouchers = 0;
        var summary = Read(200_000, block =>
        {
            Assert.Equal((rows, vouchers), (block.FirstRow, block.FirstVoucher));
            for (var v = 0; v < block.Vouchers.Count; v++)
                Assert.Equal(3, block.Vouchers.RowCount(v));
            rows += block.Rows.Count;
            vouchers += block.Vouchers.Count;
        });

        Assert.Equal((600_000, 200_000), (rows, vouchers));
        Assert.Equal((600_000, 200_000, 200_000_00, -200_000_00), (summary.Totals.Rows, summary.Totals.Vouchers, summary.Totals.DebitOre, summary.Totals.CreditOre));
        Assert.Empty(summary.Faults);
    }

    [Fact]
    public void Codes_are_looked_up_at_the_end_by_the_numbers_of_the_blocks()
    {
        var ore = new Dictionary<(int Account, int CostCentre), long>();
        var summary = Read(100_000, block =>
        {
            for (var i = 0; i < block.Rows.Count; i++)
            {
                var key = (block.Rows.Account[i], block.Rows.CostCentre[i]);
                ore[key] = ore.GetValueOrDefault(key) + block.Rows.Ore[i];
            }
        });

        var lines = ore.Select(o => $"{summary.Accounts[o.Key.Account].Code} {(o.Key.CostCentre < 0 ? "-" : summary.CostCentres[o.Key.CostCentre].Code)} {o.Value}");
        Assert.Equal(["1930 - -10000000", "6010 3120 5000000", "6011 3121 5000000"], lines.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_voucher_larger_than_a_segment_is_still_handed_out_whole()
    {
        const int rows = 120_000;
        var text = new StringBuilder(SieSample.Import).Append("#VER A 1 20170115\n{\n");
        for (var i = 0; i < rows; i++)
            text.Append($"#TRANS 6010 {{1 \"3120\"}} {(i % 2 == 0 ? "" : "-")}1.00 20170115 \"Rad {i}, med text\"\n");
        text.Append("}\n#VER A 2 20170115\n{\n#TRANS 6010 {} 0.00\n}\n");

        var counts = new List<int>();
        var summary = SieReader.Read(new MemoryStream(Encoding.ASCII.GetBytes(text.ToString())), "bok.si", SieOptions.Default,
            block => counts.AddRange(Enumerable.Range(0, block.Vouchers.Count).Select(block.Vouchers.RowCount)), stop: TestContext.Current.CancellationToken);

        Assert.Equal([rows, 1], counts);
        Assert.Empty(summary.Faults);
    }

    [Fact]
    public void A_voucher_without_end_is_refused_and_not_held_in_memory()
    {
        const string row = "#TRANS 6010 {1 \"3120\"} 0.00 20170115 \"Rad\"\n";
        using var stream = new RepeatedText(SieSample.Import + "#VER A 1 20170115\n{\n", row, 2_000_000);
        var summary = SieReader.Read(stream, "bok.si", SieOptions.Default, _ => { }, stop: TestContext.Current.CancellationToken);

        Assert.Equal(["sie.voucher-too-large 7 A 1 64", "sie.voucher-unclosed 7 A 1 "],
            summary.Faults.Select(f => $"{f.Code} {f.Line} {f.Found} {f.Arguments.GetValueOrDefault("limit")}"));
        Assert.Equal(2_000_000, summary.Totals.Rows);
        Assert.True(summary.Refused);
    }

    private const string Voucher = """
        #VER A ######## 20170115 "Hyra fr mnaden"
        {
        #TRANS 6010 {1 "3120"} 0.50 20170115 "Hyra av lokal"
        #TRANS 6011 {1 "3121"} 0.50 20170115 "Hyra av lokal"
        #TRANS 1930 {} -1.00 20170115 "Betalning"
        }

        """;

    private static (long Bytes, long Rows, long Held, long Allocated) Peak(int vouchers)
    {
        long held = 0;
        var allocated = GC.GetTotalAllocatedBytes();
        long read = 0;
        var summary = Read(vouchers, _ => held = Math.Max(held, GC.GetTotalMemory(forceFullCollection: false)), bytes => read += bytes.Length);
        return (read, summary.Totals.Rows, held, GC.GetTotalAllocatedBytes() - allocated);
    }

    private static SieSummary Read(int vouchers, Action<SieBlock> take, Action<ReadOnlySpan<byte>>? raw = null)
    {
        using var stream = new RepeatedText(SieSample.Import, Voucher, vouchers);
        return SieReader.Read(stream, "bok.si", SieOptions.Default, take, null, raw, TestContext.Current.CancellationToken);
    }
}
