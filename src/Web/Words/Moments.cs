using System.Globalization;

namespace Styrkedja.Web.Words;

/// <summary>Moments in the life of an account or a session, as people read them.</summary>
/// <remarks>Swedish time where the machine knows it; otherwise UTC, and said so.</remarks>
internal static class Moments
{
    private static readonly TimeZoneInfo? s_sweden = TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Stockholm", out var zone) ? zone : null;

    public static string Text(DateTimeOffset moment) => Local(moment).ToString(s_sweden is null ? "yyyy-MM-dd HH:mm 'UTC'" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public static string Day(DateTimeOffset moment) => Local(moment).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset Local(DateTimeOffset moment) => s_sweden is null ? moment.ToUniversalTime() : TimeZoneInfo.ConvertTime(moment, s_sweden);
}
