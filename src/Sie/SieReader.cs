namespace Styrkedja.Sie;

/// <summary>Reads a SIE file of type 1, 2, 3, 4E or 4I into columns, and tells everything that is wrong with it.</summary>
/// <remarks>Never throws for what stands in the file: all faults are gathered, and a file with an error is marked as refused as a whole.
/// Rule: SIE file format 4B (2008-09-30) with the clarifications of 4C.</remarks>
public static class SieReader
{
    public static SieFile Read(ReadOnlyMemory<byte> bytes, string fileName, SieOptions? options = null) =>
        new SieReading(bytes, fileName, options ?? SieOptions.Default).Read();
}
