using System.Globalization;

namespace Styrkedja.Formats.Reports;

/// <summary>Runs in a locale whose numbers and days are written in other ways than ours.</summary>
internal static class OtherLocale
{
    public static T Run<T>(Func<T> write)
    {
        var before = CultureInfo.CurrentCulture;
        var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (other.NumberFormat.NumberDecimalSeparator, other.NumberFormat.NumberGroupSeparator, other.NumberFormat.NegativeSign) = ("#", "_", "~");
        (other.DateTimeFormat.DateSeparator, other.DateTimeFormat.ShortDatePattern) = ("!", "dd/MM/yyyy");
        try
        {
            CultureInfo.CurrentCulture = other;
            return write();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
