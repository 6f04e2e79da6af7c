namespace Styrkedja.Formats.Exports;

/// <summary>Writes one long table to a stream, cell by cell, holding no more than a line or two of it.</summary>
/// <remarks>Amounts are kronor with two decimals from whole öre, debit or credit as the caller has it. Disposing without <see cref="Complete"/> leaves what is written so far, which is
/// not a whole file.</remarks>
public abstract class TableWriter : IDisposable
{
    public abstract void Text(string text);

    public abstract void Number(long number);

    /// <summary>A number in thousandths; nothing leaves the cell empty.</summary>
    public abstract void Thousandths(long? thousandths);

    /// <summary>A number to its last decimal.</summary>
    public abstract void Exact(decimal number);

    public abstract void Kronor(long ore);

    public abstract void Day(DateOnly day);

    public abstract void EndRow();

    /// <summary>Writes what closes the file.</summary>
    public abstract void Complete();

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);

    /// <summary>True for a text that a spreadsheet could take for a formula.</summary>
    internal static bool LooksLikeFormula(string text) => text.Length > 0 && (text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n');
}
