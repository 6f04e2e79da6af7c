using System.Globalization;
using Microsoft.AspNetCore.Http;
using Styrkedja.App.Texts;
using Styrkedja.Calendar;
using Styrkedja.Formats.Figures;

namespace Styrkedja.Web.Readers;

/// <summary>What a reader has chosen, as it stands in the address and in the cookie of the language.</summary>
/// <param name="LanguageAsked">The language named in the address itself; absent when it came from the cookie or from nowhere.</param>
/// <param name="AsOf">The day that decides what is in force (gäller); absent means the last day of the period.</param>
/// <param name="KnownAt">What was known by the end of this day (känt).</param>
/// <param name="KnownPosition">The same given as a position in the journal.</param>
/// <param name="NotUnderstood">What stood in the time bar and could not be read.</param>
public sealed record ReadingChoice(
    string Language,
    string? LanguageAsked,
    AmountUnit Unit,
    Period? Period,
    DateOnly? AsOf,
    DateOnly? KnownAt,
    long? KnownPosition,
    IReadOnlyList<string> NotUnderstood,
    DateOnly Today)
{
    public const string LanguageCookie = "styrkedja-lang";

    /// <summary>The choice of a report: a language and a fixed moment, nothing else.</summary>
    public static ReadingChoice Fixed(string language, Period period, Region.Viewpoint at) =>
        new(language, null, AmountUnit.Million, period, at.AsOf, null, at.KnownAt, [], at.AsOf);

    public static ReadingChoice Of(HttpRequest request, DateOnly today)
    {
        var query = request.Query;
        var notUnderstood = new List<string>();
        var asked = query["lang"].ToString() is var l and (Texts.Swedish or Texts.English) ? l : null;
        var asOf = Day(query["asOf"].ToString().Trim(), notUnderstood);
        var known = query["knownAt"].ToString().Trim();
        var position = long.TryParse(known, NumberStyles.None, CultureInfo.InvariantCulture, out var p) && known.Length < 10 ? p : (long?)null;
        Period? period = Calendar.Period.TryParse(query["period"].ToString(), out var named) || Calendar.Period.TryParse(query["year"].ToString(), out named) ? named : null;
        return new(
            asked ?? (request.Cookies[LanguageCookie] == Texts.English ? Texts.English : Texts.Swedish),
            asked,
            UnitOf(query["unit"].ToString()),
            period,
            asOf,
            position is null ? Day(known, notUnderstood) : null,
            position,
            notUnderstood,
            today);
    }

    private static DateOnly? Day(string text, List<string> notUnderstood)
    {
        if (text.Length == 0)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        notUnderstood.Add(text);
        return null;
    }

    private static AmountUnit UnitOf(string word) => word switch
    {
        "tkr" => AmountUnit.Thousand,
        "kr" => AmountUnit.Krona,
        "per-resident" => AmountUnit.PerResident,
        _ => AmountUnit.Million,
    };
}
