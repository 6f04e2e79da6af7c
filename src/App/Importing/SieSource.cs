using System.Security.Cryptography;
using Styrkedja.Facts;
using Styrkedja.Formats.Ledger;
using Styrkedja.Sie;

namespace Styrkedja.App.Importing;

/// <summary>A SIE file, in memory or on disk.</summary>
public sealed class SieSource : LedgerSource
{
    private readonly Func<Stream> _open;

    public SieSource(ReadOnlyMemory<byte> bytes, string name)
        : base(name)
    {
        Length = bytes.Length;
        _open = () => new MemoryStream(bytes.ToArray(), writable: false);
    }

    /// <param name="name">What to call the file; its path when absent.</param>
    public SieSource(string path, string? name = null)
        : base(name ?? path)
    {
        Length = new FileInfo(path).Length;
        _open = () => File.OpenRead(path);
    }

    public override long Length { get; }

    public override string Hash()
    {
        using var stream = _open();
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    public override LedgerReading Read(Action<LedgerRows> take, Action<long> progress, CancellationToken stop)
    {
        using var stream = _open();
        var bytes = new byte[Length];
        stream.ReadExactly(bytes);
        var hash = Task.Run(() => Convert.ToHexStringLower(SHA256.HashData(bytes)));
        var file = SieReader.Read(bytes, Name, SieOptions.Default);
        progress(Length);
        if (!file.Refused && file.Rows.Count > 0)
            take(Rows(file));
        return new(hash.GetAwaiter().GetResult(), file.Role == SieRole.Export4E ? "sie-4e" : "sie-4i", file.Header.CompanyName, file.Role == SieRole.Export4E, LedgerFaults.Of(file.Faults, Name));
    }

    private static LedgerRows Rows(SieFile file)
    {
        var rows = file.Rows;
        var builder = new LedgerRowsBuilder();
        for (var i = 0; i < rows.Count; i++)
        {
            var v = rows.Voucher[i];
            builder.Add(rows.Line[i], file.Vouchers.Series(v), file.Vouchers.Number(v), rows.Day[i], file.Accounts[rows.Account[i]].Code, Code(file.CostCentres, rows.CostCentre[i]),
                Code(file.Counterparties, rows.Counterparty[i]), Code(file.Activities, rows.Activity[i]), Code(file.Projects, rows.Project[i]), rows.Ore[i], rows.QuantityThousandths(i),
                file.Vouchers.Text(v) ?? "", rows.Text(i) ?? "");
        }

        return builder.Build();
    }

    private static string Code(IReadOnlyList<SieObject> objects, int place) => place < 0 ? "" : objects[place].Code;
}
