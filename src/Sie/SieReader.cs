namespace Styrkedja.Sie;

/// <summary>Reads a SIE file of type 1, 2, 3, 4E or 4I into columns, and tells everything that is wrong with it.</summary>
/// <remarks>Never throws for what stands in the file: all faults are gathered, and a file with an error is marked as refused as a whole. Several threads
/// take part in a large file; what is read does not depend on how many. Rule: SIE file format 4B (2008-09-30) with the clarifications of 4C.</remarks>
public static class SieReader
{
    /// <summary>Reads a file that lies in memory.</summary>
    public static SieFile Read(ReadOnlyMemory<byte> bytes, string fileName, SieOptions? options = null) =>
        Read(bytes, fileName, options ?? SieOptions.Default, SieWork.For(options ?? SieOptions.Default));

    /// <summary>Reads a file of any size from a stream and hands out its vouchers block by block, in order, on the thread of the caller.</summary>
    /// <remarks>The memory taken does not grow with the file, only with the number of different codes and of balances, and a little with voucher numbers
    /// that do not ascend. Rows are handed out before it is known whether the file will be refused: nothing may be kept of a refused file.</remarks>
    /// <param name="take">Handed each block, which it may use until it returns.</param>
    /// <param name="progress">Told after each block how far the reading has come.</param>
    /// <param name="raw">Handed every byte of the stream in order, such as for a hash of the file.</param>
    public static SieSummary Read(
        Stream stream, string fileName, SieOptions options, Action<SieBlock> take, IProgress<SieProgress>? progress = null,
        Action<ReadOnlySpan<byte>>? raw = null, CancellationToken stop = default) =>
        Read(stream, fileName, options, SieWork.For(options), take, progress, raw, stop);

    internal static SieFile Read(ReadOnlyMemory<byte> bytes, string fileName, SieOptions options, SieWork work) =>
        new SieReading(fileName, options, work, null).Read(bytes);

    internal static SieSummary Read(
        Stream stream, string fileName, SieOptions options, SieWork work, Action<SieBlock> take, IProgress<SieProgress>? progress = null,
        Action<ReadOnlySpan<byte>>? raw = null, CancellationToken stop = default)
    {
        var reading = new SieReading(fileName, options, work, take);
        reading.Read(new SieSegments(stream, work.SegmentLength, raw), progress, stop);
        return reading.Summary();
    }
}
