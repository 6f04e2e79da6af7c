using System.Globalization;
using Styrkedja.Calendar;
using Styrkedja.Facts;
using Styrkedja.Provenance;

namespace Styrkedja.Formats.Indicators;

/// <summary>A page of an answer of Kolada: what it lists, and where the next page is.</summary>
/// <param name="Next">Absent after the last page.</param>
public sealed record KoladaPage<T>(IReadOnlyList<T> Values, string? Next);

/// <summary>A measure as Kolada describes it.</summary>
/// <param name="NextPublication">When the next values are expected; absent when Kolada does not say.</param>
public sealed record KoladaKpi(string Id, string Title, bool DividedBySex, DateOnly? NextPublication);

/// <summary>A list of measures that someone keeps in Kolada under an id.</summary>
public sealed record KoladaGroup(string Id, string Title, IReadOnlyList<string> Members);

/// <summary>A region (L) or municipality (K) as Kolada knows it.</summary>
public sealed record KoladaPlace(string Id, string Title, string Type);

/// <summary>Reads what Kolada answers, version 3.</summary>
/// <remarks>Null is no value and never zero. Rule: https://api.kolada.se/v3/docs. What is not as described there is a <see cref="FaultException"/>.</remarks>
public static class KoladaAnswer
{
    /// <summary>The word by which values of Kolada are known here.</summary>
    public const string Source = "kolada";

    private static readonly Sex[] s_sexes = Enum.GetValues<Sex>();

    public static KoladaPage<KoladaKpi> Kpis(ReadOnlyMemory<byte> bytes, string address) => Page<KoladaKpi>(bytes, address, kpi => [new KoladaKpi(
        kpi["id"].Text(),
        kpi["title"].Text(),
        kpi.Find("is_divided_by_gender")?.Flag() ?? true,
        kpi.Find("publication_date")?.Text() is { } day && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var next) ? next : null)]);

    /// <summary>Groups with their members, which stand as objects or as bare ids.</summary>
    public static KoladaPage<KoladaGroup> Groups(ReadOnlyMemory<byte> bytes, string address) => Page<KoladaGroup>(bytes, address, group => [new KoladaGroup(
        group["id"].Text(),
        group["title"].Text(),
        [.. group["members"].Items().Select(m => m.Element.ValueKind == System.Text.Json.JsonValueKind.String ? m.Text() : m.Find("member_id")?.Text() ?? m["id"].Text())])]);

    public static KoladaPage<KoladaPlace> Places(ReadOnlyMemory<byte> bytes, string address) =>
        Page<KoladaPlace>(bytes, address, place => [new KoladaPlace(place["id"].Text(), place["title"].Text(), place["type"].Text())]);

    /// <summary>Values by measure, place, year and sex; what has been taken back is withdrawn.</summary>
    public static KoladaPage<IndicatorValue> Data(ReadOnlyMemory<byte> bytes, string address) => Page(bytes, address, Row);

    private static IEnumerable<IndicatorValue> Row(AnswerJson row)
    {
        var key = new IndicatorKey(Source, row["kpi"].Text(), row["municipality"].Text(), Period.Year(YearOf(row["period"])));
        var deleted = IsDeleted(row);
        var some = false;
        foreach (var value in row["values"].Items())
        {
            some = true;
            yield return Value(key with { Sex = SexOf(value["gender"]) }, value, deleted || IsDeleted(value));
        }

        // A row taken back whole need not say of whom it was.
        foreach (var sex in !some && deleted ? s_sexes : [])
            yield return new(key with { Sex = sex }, null, ValueStatus.Withdrawn);
    }

    private static IndicatorValue Value(IndicatorKey key, AnswerJson value, bool deleted)
    {
        if (!value.Element.TryGetProperty("value", out _))
            throw value.Wrong("answer.member-missing", "value");
        var number = value.Find("value")?.NumberOrNull();
        var count = value.Find("count")?.Whole();
        if (deleted)
            return new(key, null, ValueStatus.Withdrawn, count);
        return new(key, number, number is null ? ValueStatus.Missing : ValueStatus.Told, count);
    }

    private static bool IsDeleted(AnswerJson at) => (at.Find("isdeleted") ?? at.Find("is_deleted"))?.Flag() ?? false;

    private static int YearOf(AnswerJson period)
    {
        var year = period.Element.ValueKind == System.Text.Json.JsonValueKind.String && int.TryParse(period.Text(), NumberStyles.None, CultureInfo.InvariantCulture, out var told) ? told : period.Whole();
        return year is > 1700 and < 2200 ? year : throw period.Wrong("answer.not-of-sort", $"{year}", "year");
    }

    private static Sex SexOf(AnswerJson gender) => gender.Text() switch
    {
        "T" => Sex.All,
        "K" or "F" => Sex.Women,
        "M" => Sex.Men,
        var other => throw gender.Wrong("answer.not-of-sort", other, "T, K, M"),
    };

    private static KoladaPage<T> Page<T>(ReadOnlyMemory<byte> bytes, string address, Func<AnswerJson, IEnumerable<T>> read)
    {
        var page = AnswerJson.Parse(bytes, address);
        // The values come first so that a wrong one is told before a wrong address.
        var values = page["values"].Items().SelectMany(read).ToList();
        return new(values, page.Find("next_url")?.Text() is { Length: > 0 } next ? next : null);
    }
}
