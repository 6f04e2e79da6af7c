using System.Globalization;
using System.Text;

namespace Styrkedja.Tests;

/// <summary>The answers of the local Kolada: measures N00001, N00002 …, the twenty-one regions and the country, values by sex for every year until 2017.</summary>
public sealed class KoladaAnswers(int measures, int rowsOfPage)
{
    public const int LastYear = 2017;

    public static readonly IReadOnlyList<string> Regions =
        ["0001", "0003", "0004", "0005", "0006", "0007", "0008", "0009", "0010", "0012", "0013", "0014", "0017", "0018", "0019", "0020", "0021", "0022", "0023", "0024", "0025"];

    private readonly string[] _kpis = [.. Enumerable.Range(1, measures).Select(n => string.Create(CultureInfo.InvariantCulture, $"N{n:00000}"))];

    /// <summary>Values that have been changed since the beginning, by measure, place, year and gender; absent values have been taken back.</summary>
    public Dictionary<(string Kpi, string Place, int Year, char Gender), decimal?> Revised { get; } = [];

    public static string ValueOf(string kpi, string place, int year, char gender) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(int.Parse(kpi[1..], CultureInfo.InvariantCulture) * 10) + int.Parse(place, CultureInfo.InvariantCulture) + ((year - 2000) / 100m) + (gender == 'K' ? 0.5m : gender == 'M' ? -0.5m : 0):0.0#}");

    public string? Answer(string address, string path, IReadOnlyDictionary<string, string> query)
    {
        var parts = path.Split('/');
        switch (parts)
        {
            case ["kpi", var ids]:
                var kpis = ids.Split(',').Where(_kpis.Contains).ToList();
                return kpis.Count == 0 ? null : Page(kpis.Select(id => $$"""{"id":"{{id}}","title":"Mått {{id}}, andel (%)","is_divided_by_gender":1,"publication_date":null}"""), null);
            case ["kpi_groups", "G2KPI138906"]:
                return Page([$$"""{"id":"G2KPI138906","title":"Hälso- och sjukvårdsrapporten","members":[{{string.Join(',', _kpis.Select(id => $$"""{"member_id":"{{id}}","member_title":"{{id}}"}"""))}}]}"""], null);
            case ["municipality"]:
                return Page(Regions.Prepend("0000").Select(id => $$"""{"id":"{{id}}","title":"Region {{id}}","type":"L"}""").Append("""{"id":"1380","title":"Halmstad","type":"K"}"""), null);
            case ["data", "kpi", var asked, "municipality", var places, "year", var years]:
                return Data(address, path, asked.Split(','), places.Split(','), years.Split(','), query);
            default:
                return null;
        }
    }

    private string? Data(string address, string path, string[] kpis, string[] places, string[] years, IReadOnlyDictionary<string, string> query)
    {
        if (kpis.Length > 25 || places.Length > 25 || years.Length > 25)
            return "{\"detail\":\"too many\"}";
        var page = query.TryGetValue("page", out var told) ? int.Parse(told, CultureInfo.InvariantCulture) : 1;
        var onlyChanged = query.ContainsKey("from_date");
        var rows = from kpi in kpis
                   where _kpis.Contains(kpi)
                   from place in places
                   from year in years.Select(y => int.Parse(y, CultureInfo.InvariantCulture))
                   where year <= LastYear
                   where !onlyChanged || Revised.Keys.Any(r => r.Kpi == kpi && r.Place == place && r.Year == year)
                   select Row(kpi, place, year);
        var all = rows.ToList();
        var more = all.Count > page * rowsOfPage;
        return Page(all.Skip((page - 1) * rowsOfPage).Take(rowsOfPage), more ? string.Create(CultureInfo.InvariantCulture, $"{address}/{path}?per_page={rowsOfPage}&page={page + 1}{(onlyChanged ? $"&from_date={query["from_date"]}" : "")}") : null);
    }

    private string Row(string kpi, string place, int year)
    {
        var values = new StringBuilder();
        foreach (var gender in "TKM")
        {
            var revised = Revised.TryGetValue((kpi, place, year, gender), out var now);
            var (value, status) = revised ? now is { } number ? (number.ToString(CultureInfo.InvariantCulture), ",\"isdeleted\":false") : ("null", ",\"isdeleted\":true") : year == 2003 && place == "0009" ? ("null", "") : (ValueOf(kpi, place, year, gender), "");
            values.Append(CultureInfo.InvariantCulture, $$"""{{(values.Length > 0 ? "," : "")}}{"gender":"{{gender}}","count":1,"status":"{{(value == "null" ? "Missing" : "")}}","value":{{value}}{{status}}}""");
        }

        return string.Create(CultureInfo.InvariantCulture, $$"""{"kpi":"{{kpi}}","municipality":"{{place}}","period":{{year}},"values":[{{values}}]}""");
    }

    private static string Page(IEnumerable<string> values, string? next)
    {
        var all = values.ToList();
        return string.Create(CultureInfo.InvariantCulture, $$"""{"values":[{{string.Join(',', all)}}],"count":{{all.Count}},"next_url":{{(next is null ? "null" : $"\"{next}\"")}},"previous_url":null}""");
    }
}
