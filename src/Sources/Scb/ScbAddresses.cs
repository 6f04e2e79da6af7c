using System.Text.Json.Nodes;

namespace Styrkedja.Sources.Scb;

/// <summary>The addresses of SCB's PxWebApi 2. Data are asked for by POST, since a choice can be longer than an address.</summary>
/// <remarks>Rule: https://github.com/statisticssweden/PxApiSpecs.</remarks>
public sealed class ScbAddresses(SourceClient client)
{
    public const string Base = "https://statistikdatabasen.scb.se/api/v2";

    public Uri Config() => client.Under("config");

    public Uri Metadata(string table) => client.Under($"tables/{Uri.EscapeDataString(table)}/metadata?lang=sv&outputFormat=json-stat2");

    /// <param name="chosen">The codes chosen of each variable; a variable that is left out is not divided by.</param>
    public SourceQuestion Data(string table, IReadOnlyList<(string Variable, IReadOnlyList<string> Codes)> chosen) => new(
        client.Under($"tables/{Uri.EscapeDataString(table)}/data?lang=sv&outputFormat=json-stat2"),
        new JsonObject
        {
            ["selection"] = new JsonArray([.. chosen.Select(c => (JsonNode)new JsonObject
            {
                ["variableCode"] = c.Variable,
                // A code with a comma in it stands within brackets.
                ["valueCodes"] = new JsonArray([.. c.Codes.Select(code => JsonValue.Create(code.Contains(',', StringComparison.Ordinal) ? $"[{code}]" : code))]),
            })]),
        }.ToJsonString());
}
