using System.Security.Cryptography;
using Styrkedja.Facts;
using Styrkedja.Formats.Ledger;
using Styrkedja.Sie;

namespace Styrkedja.App.Importing;

/// <summary>A SIE file, in memory or on disk.</summary>
/// <remarks>A large file is read twice: first to know whether anything is wrong with it and which codes it holds, then for its rows, some millions at a time.</remarks>
public sealed class SieSource : LedgerSource
{
    /// <summary>Some four million rows, which take half a gigabyte of memory while they are sorted.</summary>
    private const long LargeBytes = 320L << 20;
    private const int RowsARun = 4 << 20;

    /// <summary>Few rows take fewer bytes than this.</summary>
    private const int ShortestRow = 60;

    private readonly Func<Stream> _open;
    private readonly long _largeBytes;
    private readonly int _rowsARun;

    public SieSource(ReadOnlyMemory<byte> bytes, string name)
        : this(() => new MemoryStream(bytes.ToArray(), writable: false), bytes.Length, name, LargeBytes, RowsARun)
    {
    }

    /// <param name="name">What to call the file; its path when absent.</param>
    public SieSource(string path, string? name = null)
        : this(() => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0), new FileInfo(path).Length, name ?? path, LargeBytes, RowsARun)
    {
    }

    /// <param name="largeBytes">A file of more bytes is handed over in runs.</param>
    internal SieSource(Func<Stream> open, long length, string name, long largeBytes, int rowsARun)
        : base(name) => (_open, Length, _largeBytes, _rowsARun) = (open, length, largeBytes, rowsARun);

    public override long Length { get; }

    public override string Hash()
    {
        using var stream = _open();
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    public override LedgerReading Read(Action<LedgerRows> take, Action<long> progress, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var run = new SieRun((int)Math.Min(Length / ShortestRow, _rowsARun + (_rowsARun / 8)));
        var inRuns = Length > _largeBytes;
        var file = Pass(inRuns ? _ => { } : run.Add, inRuns ? read => progress(read / 2) : progress, hash.AppendData, stop);
        if (!file.Refused && inRuns)
        {
            var codes = SieCodeLists.Of(file);
            Pass(
                block =>
                {
                    run.Add(block);
                    if (run.Count >= _rowsARun)
                        take(run.Take(codes));
                },
                read => progress((Length + read) / 2),
                null,
                stop);
        }

        if (!file.Refused && run.Count > 0)
            take(run.Take(SieCodeLists.Of(file)));
        return new(
            Convert.ToHexStringLower(hash.GetHashAndReset()),
            WordOf(file.Role),
            file.Header.CompanyName,
            file.Role == SieRole.Export4E,
            file.Totals.Rows,
            LedgerFaults.Of(file.Faults, Name))
        {
            Opening = OpeningOf(file),
        };
    }

    private static string WordOf(SieRole role) => role switch
    {
        SieRole.Type1 => "sie-1",
        SieRole.Type2 => "sie-2",
        SieRole.Type3 => "sie-3",
        SieRole.Export4E => "sie-4e",
        _ => "sie-4i",
    };

    /// <summary>The opening balances of the file's own year by account, those by object left out since they are parts of them.</summary>
    private static OpeningBalances? OpeningOf(SieSummary file)
    {
        if (file.Refused || file.Header.Years.FirstOrDefault(year => year.Offset == 0) is not { } year)
            return null;
        var balances = file.Balances;
        var opening = Enumerable.Range(0, balances.Count)
            .Where(row => balances.Kind(row) == SieBalanceKind.Opening && balances.YearOffset(row) == 0 && balances.Ore(row) != 0)
            .GroupBy(row => file.Accounts[balances.Account(row)].Code, balances.Ore, StringComparer.Ordinal)
            .Select(account => new AccountBalance(account.Key, account.Aggregate(0L, (sum, ore) => checked(sum + ore))))
            .OrderBy(balance => balance.Account, StringComparer.Ordinal).ToList();
        return opening.Count == 0 ? null : new(year.First.Year, opening);
    }

    private SieSummary Pass(Action<SieBlock> take, Action<long> progress, Action<ReadOnlySpan<byte>>? raw, CancellationToken stop)
    {
        using var stream = _open();
        return SieReader.Read(stream, Name, SieOptions.Default, take, new Told(progress), raw, stop);
    }

    private sealed class Told(Action<long> progress) : IProgress<SieProgress>
    {
        public void Report(SieProgress value) => progress(value.Bytes);
    }
}
