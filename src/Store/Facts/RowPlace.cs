using System.Globalization;

namespace Styrkedja.Store.Facts;

/// <summary>Where among the rows of a figure one stands: at a date, in a batch, on a line. Rows are ordered by date, then by the name of the source file and its batch, then by line.</summary>
/// <remarks>The text form is for addresses of pages and names the batch by its first sixteen digits. A place in a batch that is no longer alive means its date.</remarks>
public sealed record RowPlace(DateOnly Date, string Batch, int Line)
{
    private const int DigitsOfBatch = 16;

    public static RowPlace Of(FoundRow row) => new(row.Row.Date, row.Batch, row.Row.Line);

    public static bool TryParse(string text, out RowPlace place)
    {
        place = null!;
        var parts = text.Split('.');
        if (parts.Length != 3 || parts[1].Length == 0 || !parts[1].All(char.IsAsciiLetterOrDigit)
            || !DateOnly.TryParseExact(parts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            || !int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var line))
            return false;
        place = new(date, parts[1], line);
        return true;
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Date:yyyy-MM-dd}.{Batch[..Math.Min(DigitsOfBatch, Batch.Length)]}.{Line}");

    internal bool IsIn(string batch) => batch.StartsWith(Batch, StringComparison.Ordinal);
}

/// <summary>Which way from a place one reads on.</summary>
public enum RowDirection
{
    /// <summary>The rows that follow the place; from the first when no place is given.</summary>
    After,

    /// <summary>The rows that stand before the place; those nearest to it.</summary>
    Before,
}
