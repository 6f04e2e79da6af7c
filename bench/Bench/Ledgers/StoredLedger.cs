using System.Security.Cryptography;
using DuckDB.NET.Data;
using Styrkedja.Bench.Peers;

namespace Styrkedja.Bench.Ledgers;

/// <summary>Writes rows straight to the store's own files, for ledgers so large that text would only cost time.</summary>
/// <remarks>Columns, order and names are those of docs/format/facts.md, so whoever reads the store cannot tell the difference. No texts.</remarks>
public sealed class StoredLedger : IVoucherWriter, IDisposable
{
    private readonly BenchRegion _region;
    private readonly Duck _duck = new();
    private readonly string[] _numbers = [.. Enumerable.Range(0, 100_000).Select(i => $"{i}")];
    private DuckDBAppender? _appender;
    private int _line;
    private DateOnly[] Days { get; } = [.. Enumerable.Range(0, 366).Select(day => new DateOnly(BenchRegion.Year, 1, 1).AddDays(day))];

    public StoredLedger(BenchRegion region) => _region = region;

    public StoredBatch Batch { get; private set; } = new("", 0, 0, 0, 0, default, default, "");

    public void Voucher(in VoucherHead head, ReadOnlySpan<VoucherRow> rows)
    {
        Batch = Batch with { Vouchers = Batch.Vouchers + 1, From = Batch.Rows == 0 ? Days[head.Day] : Batch.From, To = Days[head.Day] };
        foreach (ref readonly var row in rows)
        {
            _appender!.CreateRow().AppendValue(++_line).AppendValue(VoucherWords.Series[head.Series])
                .AppendValue(head.Number < _numbers.Length ? _numbers[head.Number] : $"{head.Number}").AppendValue(Days[head.Day])
                .AppendValue(_region.AccountCodes[row.Account]).AppendValue(Code(row.CostCentre < 0 ? -1 : row.CostCentre + _region.FirstCostCentre, _region.NodeIds))
                .AppendValue(Code(row.Counterparty, _region.CounterpartyCodes)).AppendValue(Code(row.Activity, _region.ActivityCodes))
                .AppendValue(Code(row.Project, _region.ProjectCodes)).AppendValue(row.Ore).AppendNullValue().EndRow();
            Batch = Batch with
            {
                Rows = Batch.Rows + 1,
                Debit = Batch.Debit + Math.Max(0, row.Ore),
                Credit = Batch.Credit + Math.Min(0, row.Ore),
            };
        }
    }

    /// <summary>Writes the next rows of a stream as one file in the folder, named by the hash of its bytes.</summary>
    public StoredBatch Write(VoucherStream stream, string folder, long rows, int firstDay, int days)
    {
        _duck.Execute("CREATE OR REPLACE TABLE incoming (line INTEGER, series VARCHAR, voucher VARCHAR, date DATE, account VARCHAR, cost_centre VARCHAR, counterparty VARCHAR, activity VARCHAR, project VARCHAR, ore BIGINT, quantity_milli BIGINT)");
        (Batch, _line) = (new("", 0, 0, 0, 0, default, default, ""), 0);
        using (_appender = _duck.Appender("incoming"))
            stream.Write(rows, firstDay, days, this);
        var temporary = Path.Combine(folder, $"{Guid.NewGuid():N}.tmp");
        _duck.Execute($"COPY (SELECT * FROM incoming ORDER BY cost_centre, account, date, line) TO '{temporary}' (FORMAT parquet, COMPRESSION zstd)");
        _duck.Execute("DROP TABLE incoming");
        using (var written = File.OpenRead(temporary))
            Batch = Batch with { File = Convert.ToHexStringLower(SHA256.HashData(written)) };
        File.Move(temporary, Path.Combine(folder, Batch.File + ".parquet"), overwrite: true);
        return Batch with { Series = string.Join(',', VoucherWords.Series) };
    }

    public void Dispose() => _duck.Dispose();

    private static string Code(int place, string[] codes) => place < 0 ? "" : codes[place];
}

/// <summary>What the journal has to say of a file of rows.</summary>
public sealed record StoredBatch(string File, long Rows, long Vouchers, long Debit, long Credit, DateOnly From, DateOnly To, string Series);
