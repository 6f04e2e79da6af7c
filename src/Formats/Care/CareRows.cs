using Styrkedja.Provenance;

namespace Styrkedja.Formats.Care;

/// <summary>A table of care on its way in, one row at a time; never held whole, since a year of contacts is ten million rows.</summary>
/// <remarks>What makes the rest unreadable is told in <see cref="Broken"/> after <see cref="Read"/> has answered no.</remarks>
public abstract class CareRows : IDisposable
{
    /// <summary>Names of the columns as the heading has them.</summary>
    public abstract IReadOnlyList<string> Columns { get; }

    /// <summary>Line of the row in a CSV file, the heading being the first; place among the rows of a Parquet file, from one.</summary>
    public abstract int Line { get; }

    /// <summary>How many cells the row has.</summary>
    public abstract int Cells { get; }

    /// <summary>How much of the file has been read, for whoever waits; of a Parquet file it is reckoned from its rows.</summary>
    public abstract long BytesRead { get; }

    public Fault? Broken { get; protected set; }

    /// <summary>Goes to the next row; false after the last, and where the file breaks off.</summary>
    public abstract bool Read();

    /// <summary>A cell of the row in UTF-8, without space around it; it lies still until the next <see cref="Read"/>.</summary>
    public abstract ReadOnlySpan<byte> Cell(int column);

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }
}
