namespace Styrkedja.Sie;

/// <summary>A piece of a file that is read as a stream: its next vouchers with their rows, each voucher whole.</summary>
/// <remarks>A block and everything that comes from it may be used only until the one who was handed it returns; the room is then used again. Numbers of
/// accounts, objects and series are the same in every block and are places in the lists of the <see cref="SieSummary"/> that comes last. In a file that
/// is refused a voucher may go on in the next block.</remarks>
public sealed class SieBlock
{
    internal SieBlock(SieVouchers vouchers, SieRows rows, long firstRow, long firstVoucher, bool continuesVoucher) =>
        (Vouchers, Rows, FirstRow, FirstVoucher, ContinuesVoucher) = (vouchers, rows, firstRow, firstVoucher, continuesVoucher);

    public SieVouchers Vouchers { get; }

    public SieRows Rows { get; }

    /// <summary>How many rows stand before those of the block.</summary>
    public long FirstRow { get; }

    /// <summary>How many vouchers stand before those of the block.</summary>
    public long FirstVoucher { get; }

    /// <summary>The first voucher began in the block before, where its number and text stand: the file is broken and will be refused.</summary>
    public bool ContinuesVoucher { get; }
}

/// <summary>How far the reading of a stream has come.</summary>
public readonly record struct SieProgress(long Bytes, long Rows);

/// <summary>How the work of reading is laid out; nothing of it changes what is read, but the size of a segment, which decides where the character set is
/// looked for.</summary>
/// <param name="Plain">Plain vouchers are read the quick way.</param>
internal sealed record SieWork(int SegmentLength, int Threads, bool Plain)
{
    private const int Usual = 1 << 22;

    public static SieWork For(SieOptions options) =>
        new(Usual, options.Threads > 0 ? options.Threads : Environment.ProcessorCount, true);
}
