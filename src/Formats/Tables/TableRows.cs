using Styrkedja.Provenance;

namespace Styrkedja.Formats.Tables;

/// <summary>One cell of a table as the file holds it: as text, and where the file has types also as the number or day that it is.</summary>
/// <param name="Text">The cell as text, trimmed; empty when nothing stands there.</param>
/// <param name="Number">A number that the file holds as a number, exact or as near as decimal comes to a binary one; absent for text.</param>
/// <param name="Day">A day that the file holds as a day; absent for text.</param>
public readonly record struct TableCell(string Text, decimal? Number = null, DateOnly? Day = null)
{
    public static readonly TableCell Empty = new("");

    public bool IsEmpty => Text.Length == 0;
}

/// <summary>A table read from top to bottom, one row at a time, whatever sort of file it stands in.</summary>
/// <remarks>What makes the rest unreadable is told in <see cref="Broken"/> after <see cref="Read"/> has answered no; a row is never guessed.</remarks>
public abstract class TableRows : IDisposable
{
    /// <summary>Names of the columns as the heading has them, or 1, 2, 3 … when there is none.</summary>
    public abstract IReadOnlyList<string> Columns { get; }

    /// <summary>Line of the row in the file (CSV), number of the row in the sheet (XLSX) or place among the rows (Parquet), from one.</summary>
    public abstract int Line { get; }

    /// <summary>How many cells the row has, which can be more than there are columns.</summary>
    public abstract int Cells { get; }

    /// <summary>What makes the file unreadable from here on; absent while all is well.</summary>
    public Fault? Broken { get; protected set; }

    /// <summary>Goes to the next row; false after the last, and where the file breaks off.</summary>
    public abstract bool Read();

    /// <summary>A cell of the row; empty where the row ends before the column.</summary>
    public abstract TableCell Cell(int column);

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }
}
