using System.Globalization;

namespace Styrkedja.Sources.Kolada;

/// <summary>The addresses of Kolada's API, version 3. A list in an address holds at most twenty-five, so that longer ones are asked in parts.</summary>
/// <remarks>Rule: https://www.kolada.se/om-oss/api/ and https://api.kolada.se/v3/docs.</remarks>
public sealed class KoladaAddresses(SourceClient client)
{
    public const string Base = "https://api.kolada.se/v3";
    public const int MostInList = 25;
    public const int RowsOfPage = 5000;

    public Uri Kpis(IReadOnlyList<string> ids) => client.Under($"kpi/{List(ids)}");

    public Uri Groups(IReadOnlyList<string> ids) => client.Under($"kpi_groups/{List(ids)}");

    public Uri Municipalities() => client.Under(string.Create(CultureInfo.InvariantCulture, $"municipality?per_page={RowsOfPage}"));

    /// <param name="since">Only rows changed since that day, those taken back included; absent for all.</param>
    public Uri Data(IReadOnlyList<string> kpis, IReadOnlyList<string> places, IReadOnlyList<int> years, DateOnly? since) => client.Under(string.Create(
        CultureInfo.InvariantCulture,
        $"data/kpi/{List(kpis)}/municipality/{List(places)}/year/{List([.. years.Select(y => y.ToString(CultureInfo.InvariantCulture))])}?per_page={RowsOfPage}{(since is { } day ? $"&from_date={day:yyyy-MM-dd}" : "")}"));

    private static string List(IReadOnlyList<string> ids) => ids.Count is > 0 and <= MostInList
        ? string.Join(',', ids.Select(Uri.EscapeDataString))
        : throw new ArgumentOutOfRangeException(nameof(ids), ids.Count, $"Kolada takes 1 to {MostInList} in a list.");
}
