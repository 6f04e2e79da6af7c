using System.Globalization;

namespace Styrkedja.Formats.Reports;

/// <summary>The words that a paged report has of its own, in the report's language.</summary>
/// <param name="Language">As a language tag with its country, such as sv-SE.</param>
/// <param name="Contents">Over the list of sections.</param>
/// <param name="Tables">Over the list of tables.</param>
/// <param name="Pictures">Over the list of pictures.</param>
/// <param name="Table">Before a table's number.</param>
/// <param name="Picture">Before a picture's number.</param>
/// <param name="PageOf">At the foot of a page, with {page} and {pages}.</param>
/// <param name="SameNumbers">Under a picture, with {table}: where its numbers stand.</param>
/// <param name="Illustrative">Says what the star at a value means, and begins with one.</param>
/// <param name="Known">At the foot of the cover, with {day} and {position}: from when the report sees the region.</param>
public sealed record ReportWords(
    string Language,
    string Contents,
    string Tables,
    string Pictures,
    string Table,
    string Picture,
    string PageOf,
    string SameNumbers,
    string Illustrative,
    string Known)
{
    internal string KnownAt(DateOnly day, long position) =>
        Known.Replace("{day}", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("{position}", position.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
