using System.Globalization;
using System.Text.Json.Nodes;

namespace Styrkedja.Tests;

/// <summary>The answers of the local database of statistics: one table of population by region, age, sex and year, in json-stat2.</summary>
public sealed class ScbAnswers
{
    private static readonly (string Code, string Label, string[] Codes, bool Elimination)[] s_variables =
    [
        ("Region", "region", ["00", "13", "1380", "1381"], true),
        ("Civilstand", "civilstånd", ["OG", "G"], true),
        ("Alder", "ålder", ["0-19", "20-64", "65+", "tot"], false),
        ("Kon", "kön", ["1", "2"], true),
        ("ContentsCode", "tabellinnehåll", ["BE0101N1", "BE0101N2"], false),
        ("Tid", "år", ["2014", "2015", "2016", "2017"], false),
    ];

    /// <summary>The most cells in one answer.</summary>
    public int MostCells { get; set; } = 150_000;

    public string Updated { get; set; } = "2018-02-20T08:00:00Z";

    /// <summary>Places of cells whose value is missing.</summary>
    public HashSet<int> Missing { get; } = [];

    public string? Answer(string path, string? body) => path switch
    {
        "config" => string.Create(CultureInfo.InvariantCulture, $$"""{"apiVersion":"2.0.0","maxDataCells":{{MostCells}},"maxCallsPerTimeWindow":30,"timeWindow":10,"defaultLanguage":"sv"}"""),
        "tables/TAB638/metadata" => Dataset([.. s_variables.Select(v => (v.Code, v.Codes))], withValues: false),
        "tables/TAB638/data" when body is { Length: > 0 } => Data(JsonNode.Parse(body)!),
        _ => null,
    };

    public static decimal ValueOf(int cell) => 1000 + (cell * 3);

    private string Data(JsonNode body)
    {
        var chosen = body["selection"]!.AsArray().Select(s => ((string)s!["variableCode"]!, s["valueCodes"]!.AsArray().Select(c => (string)c!).ToArray())).ToList();
        return Dataset(chosen, withValues: true);
    }

    private string Dataset(IReadOnlyList<(string Code, string[] Codes)> chosen, bool withValues)
    {
        var cells = chosen.Aggregate(1, (product, c) => product * c.Codes.Length);
        var dimension = new JsonObject(chosen.Select(c => KeyValuePair.Create(c.Code, (JsonNode?)new JsonObject
        {
            ["label"] = s_variables.First(v => v.Code == c.Code).Label,
            ["category"] = new JsonObject
            {
                ["index"] = new JsonObject(c.Codes.Select((code, i) => KeyValuePair.Create(code, (JsonNode?)i))),
                ["label"] = new JsonObject(c.Codes.Select(code => KeyValuePair.Create(code, (JsonNode?)(code == "BE0101N1" ? "Folkmängd" : code)))),
            },
            ["extension"] = new JsonObject { ["elimination"] = s_variables.First(v => v.Code == c.Code).Elimination },
        })));
        var table = new JsonObject
        {
            ["version"] = "2.0",
            ["class"] = "dataset",
            ["label"] = "Folkmängden efter region",
            ["source"] = "SCB",
            ["updated"] = Updated,
            ["id"] = new JsonArray([.. chosen.Select(c => (JsonNode)c.Code)]),
            ["size"] = new JsonArray([.. chosen.Select(c => (JsonNode)c.Codes.Length)]),
            ["dimension"] = dimension,
        };
        if (withValues)
            table["value"] = new JsonArray([.. Enumerable.Range(0, cells).Select(cell => Missing.Contains(cell) ? null : (JsonNode)ValueOf(cell))]);
        return table.ToJsonString();
    }
}
