namespace Styrkedja.Bench.Ledgers;

/// <summary>The head of a voucher: series and text as places in <see cref="VoucherWords"/>, day as days since the year began.</summary>
public struct VoucherHead
{
    public int Series { get; set; }

    public int Number { get; set; }

    public int Day { get; set; }

    public int Text { get; set; }

    public int TextNumber { get; set; }
}

/// <summary>One row: codes as places in the lists of <see cref="BenchRegion"/>, -1 for none; öre, debit positive.</summary>
public struct VoucherRow
{
    public int Account { get; set; }

    public int CostCentre { get; set; }

    public int Counterparty { get; set; }

    public int Activity { get; set; }

    public int Project { get; set; }

    public int Text { get; set; }

    public long Ore { get; set; }
}

/// <summary>Somewhere that vouchers go as they are made.</summary>
public interface IVoucherWriter
{
    void Voucher(in VoucherHead head, ReadOnlySpan<VoucherRow> rows);
}

/// <summary>The words that vouchers and rows are described with.</summary>
public static class VoucherWords
{
    public static readonly string[] Series = ["A", "B", "L", "K"];

    public static readonly string[] Vouchers =
    [
        "Leverantörsfaktura", "Kundfaktura", "Lön och arbetsgivaravgifter", "Omföring mellan enheter", "Utomlänsfaktura", "Läkemedelsleverans", "Hyra och värme",
        "Internfaktura vårdtjänster", "Kassa och bank", "Periodisering",
    ];

    public static readonly string[] Rows =
        [
        "Sjukvårdsmaterial till avdelning", "Förbrukning mottagning", "Hyra och driftkostnad maj-juni", "Övertid och jour, vårdpersonal", "Provtagning och analys", "Köpt vård, remiss",
        "Tolk på plats, två timmar", "Mat och städ enligt avtal", "Resa och traktamente", "Öresutjämning",
    ];
}

/// <summary>Makes vouchers that add up to zero, the same ones for the same region, seed and number of rows, without keeping any.</summary>
/// <remarks>About eight rows a voucher; cost centres, accounts and counterparties are unevenly common, as in a real ledger. Numbers rise within each series
/// and days never fall; what is asked for later goes on from there.</remarks>
public sealed class VoucherStream(BenchRegion region, ulong seed, int rowsInVoucher = 0)
{
    private const int LongestVoucher = 31;
    private static readonly double s_amountSpan = Math.Log(100_000);

    private readonly VoucherRow[] _rows = new VoucherRow[LongestVoucher + 1];
    private readonly int[] _numbers = new int[VoucherWords.Series.Length];
    private Chance _chance = new(seed);

    /// <summary>The whole year.</summary>
    public void Write(long rows, params IVoucherWriter[] writers) => Write(rows, 0, 365, writers);

    /// <param name="firstDay">Days since the year began.</param>
    /// <param name="days">How many days the rows are laid out over.</param>
    public void Write(long rows, int firstDay, int days, params IVoucherWriter[] writers)
    {
        for (var done = 0L; done < rows;)
        {
            var count = (int)Math.Min(Count(), rows - done);
            // A voucher has two sides: a last row alone goes with the voucher before it.
            if (rows - done - count == 1)
                count++;
            var head = new VoucherHead
            {
                Series = _chance.Skewed(_numbers.Length),
                Day = firstDay + (int)(done * days / rows),
                Text = _chance.Skewed(VoucherWords.Vouchers.Length),
                TextNumber = 100_000 + _chance.Below(900_000),
            };
            head.Number = ++_numbers[head.Series];
            Fill(_rows.AsSpan(0, count));
            foreach (var writer in writers)
                writer.Voucher(head, _rows.AsSpan(0, count));
            done += count;
        }
    }

    private int Count() => rowsInVoucher > 0 ? rowsInVoucher : _chance.Below(100) switch
    {
        < 15 => 2,
        < 50 => 3 + _chance.Below(4),
        < 85 => 7 + _chance.Below(6),
        _ => 13 + _chance.Below(LongestVoucher - 13),
    };

    private void Fill(Span<VoucherRow> rows)
    {
        var main = _chance.Skewed(region.CostCentres);
        var sum = 0L;
        for (var i = 0; i < rows.Length - 1; i++)
        {
            var costCentre = _chance.Below(10) < 8 ? main : _chance.Skewed(region.CostCentres);
            rows[i] = region.UsualRow(costCentre, _chance.Skewed(BenchRegion.Combinations - 1));
            var group = BenchRegion.Groups[BenchRegion.GroupOf(rows[i].Account)];
            var credit = !group.Line.EndsWith("costs", StringComparison.Ordinal) ^ (_chance.Below(20) == 0);
            var ore = 100 + (long)(100 * Math.Exp(_chance.Share() * s_amountSpan));
            rows[i].Ore = credit ? -ore : ore;
            rows[i].Text = _chance.Below(10) < 7 ? _chance.Below(VoucherWords.Rows.Length) : -1;
            rows[i].Project = _chance.Below(10) == 0 ? _chance.Skewed(region.ProjectCodes.Length) : -1;
            sum += rows[i].Ore;
        }

        rows[^1] = region.UsualRow(main, BenchRegion.Combinations - 1);
        (rows[^1].Ore, rows[^1].Text) = (-sum, -1);
    }
}
