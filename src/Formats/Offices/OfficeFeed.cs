using System.Text.Json.Nodes;
using Styrkedja.Decisions;
using Styrkedja.Formats.Tables;
using Styrkedja.Provenance;
using Styrkedja.Rights;

namespace Styrkedja.Formats.Offices;

/// <summary>A file of employees' offices from a staff system or catalogue, read to its end with every fault found.</summary>
/// <remarks>CSV in UTF-8, semicolon or comma as the heading has it; docs/format/offices.md. Offices that decisions give are refused here: they come from the journal alone.</remarks>
/// <param name="Places">The line of each office.</param>
/// <param name="Faults">An error among them means that nothing may be taken in.</param>
public sealed record OfficeFeed(IReadOnlyList<FedOffice> Offices, IReadOnlyList<Place> Places, IReadOnlyList<Fault> Faults)
{
    /// <summary>The functions that employment gives.</summary>
    public static IReadOnlyList<string> Functions { get; } = [.. Enum.GetValues<OfficeFunction>().Where(OfficeHolder.OfTheRegister.Contains).Select(f => KeyWord.Of(f))];

    /// <summary>The functions that only a decision gives.</summary>
    public static IReadOnlyList<string> DecidedFunctions { get; } = [.. Enum.GetValues<OfficeFunction>().Where(f => !OfficeHolder.OfTheRegister.Contains(f)).Select(f => KeyWord.Of(f))];

    internal static readonly (string Name, bool Required, string About)[] Columns =
    [
        ("person", true, "HSA-id, or the subject by which the person signs in. Never a personal identity number."),
        ("name", false, "Name, to be shown to colleagues."),
        ("email", false, "E-mail address at work."),
        ("title", true, "Title as the region says it."),
        ("office", false, "Id of the office in the journal, when decisions know it."),
        ("function", true, "What the work gives rights to."),
        ("unit", true, "Id of a unit, or code of a cost centre."),
        ("from", true, "First day, year-month-day."),
        ("to", false, "Last day; empty while no end is known."),
    ];

    public bool Refused => Faults.Any(f => f.Severity == Severity.Error);

    public static OfficeFeed Read(ReadOnlyMemory<byte> bytes, string fileName)
    {
        // The heading says by itself which sign is between the fields: names of columns hold neither.
        var heading = bytes.Span[..(bytes.Span.IndexOf((byte)'\n') is var end and >= 0 ? end : bytes.Length)];
        var delimiter = heading.Contains((byte)';') ? TableDelimiter.Semicolon : TableDelimiter.Comma;
        using var rows = new CsvRows(bytes, fileName, new(TableFormat.Csv, delimiter, TableEncoding.Utf8, null, 0, false, DecimalSign.Comma, ThousandsSign.None, []));
        return new OfficeFeedReading(rows, fileName).Read();
    }

    /// <summary>The JSON Schema of a row, with each column as a member.</summary>
    public static JsonObject Schema()
    {
        var properties = new JsonObject();
        foreach (var (name, _, about) in Columns)
        {
            var column = new JsonObject { ["type"] = "string", ["description"] = about };
            if (name == "function")
                column["enum"] = new JsonArray([.. Functions.Select(f => (JsonNode)f)]);
            if (name is "from" or "to")
                column["format"] = "date";
            column["maxLength"] = OfficeFeedReading.Longest(name);
            properties[name] = column;
        }

        return new()
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Styrkedja: a row of employees' offices",
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. Columns.Where(c => c.Required).Select(c => (JsonNode)c.Name)]),
            ["additionalProperties"] = false,
        };
    }
}
