using System.Text.Json.Nodes;

namespace Styrkedja.Formats.Care;

/// <summary>A column of a table that comes into the zone of care contacts.</summary>
/// <param name="Needed">True when the heading must have it.</param>
/// <param name="Filled">True when no cell may be empty.</param>
/// <param name="Pattern">What a cell that is not empty must match.</param>
/// <param name="About">What the column holds, for the schema.</param>
public sealed record CareColumn(string Name, bool Needed, bool Filled, string Pattern, string About);

/// <summary>The columns of the tables of contacts, listings, group costs and invoices, in the order that a heading of ours has them.</summary>
/// <remarks>Whatever is not among them is refused, so that nobody hands over more about people than settlement needs. Others send by these columns: one may be added, never changed.</remarks>
public static class CareColumns
{
    internal const int LongestCode = 40;

    private const string Hash = "^[0-9a-fA-F]{16}$";
    private const string Day = "^[12][0-9]{3}-[01][0-9]-[0-3][0-9]$";
    private const string Code = "^[0-9A-Za-zÅÄÖåäö][0-9A-Za-zÅÄÖåäö._-]{0,39}$";
    private const string Municipality = "^[0-9]{4}$";
    private const string AgeBand = "^(0|[1-9][0-9]{0,2})-(0|[1-9][0-9]{0,2})?$";
    private const string Status = "^(told|withdrawn|finns|återtagen)$";

    public static readonly IReadOnlyList<CareColumn> Contacts =
    [
        new("contact", true, true, Hash, "Keyed hash of the contact, made by the sender. The same contact sent again corrects it."),
        new("person", true, true, Hash, "Keyed hash of the patient, made by the sender; the same in listings."),
        new("date", true, true, Day, "Day of the contact."),
        new("provider", true, true, Code, "Id of the provider, as a decision has authorised it."),
        new("type", true, true, Code, "Type of contact, such as doctor-visit."),
        new("group", false, false, Code, "Group of diagnosis and treatment (DRG); empty when there is none."),
        new("municipality", true, true, Municipality, "Where the patient lives, by the codes of Statistics Sweden; 0000 abroad and unknown."),
        new("age_band", true, true, AgeBand, "Band of age such as 0-6, or 85- without end."),
        new("sex", true, true, Words(CareWords.Sexes), "Sex of the patient; all when it is not told."),
        new("way", false, false, Words(CareWords.Ways), "How the patient came; empty means ordinary."),
        new("payer", false, false, Words(CareWords.Payers), "Who pays; empty means the region."),
        new("referral", false, false, Hash, "Keyed hash of the referral; empty when there is none."),
        new("fee", false, false, "^[0-9]+([,.][0-9]{1,2})?$", "What the patient paid, in kronor with at most two decimals; empty means nothing."),
        new("status", false, false, Status, "withdrawn when the contact was sent by mistake; empty means told."),
    ];

    public static readonly IReadOnlyList<CareColumn> Listings =
    [
        new("person", true, true, Hash, "Keyed hash of the person, made by the sender; the same in contacts."),
        new("from", true, true, Day, "First day of the listing. The same person and first day sent again corrects it."),
        new("to", true, false, Day, "Last day of the listing; empty while it lasts."),
        new("provider", true, true, Code, "Id of the provider, as a decision has authorised it."),
        new("municipality", true, true, Municipality, "Where the person lives, by the codes of Statistics Sweden; 0000 abroad and unknown."),
        new("age_band", true, true, AgeBand, "Band of age on the first day of the listing or of the year."),
        new("sex", true, true, Words(CareWords.Sexes), "Sex of the person; all when it is not told."),
        new("acg", false, false, "^[0-9]+([,.][0-9]{1,4})?$", "Weight for expected need of care (ACG), 1 being the mean; empty means 1."),
        new("cni", false, false, "^[0-9]+([,.][0-9]{1,4})?$", "Weight for socio-economic need (CNI), 1 being the mean; empty means 1."),
        new("status", false, false, Status, "withdrawn when the listing was sent by mistake; empty means told."),
    ];

    public static readonly IReadOnlyList<CareColumn> GroupCosts =
    [
        new("period", true, true, "^[12][0-9]{3}(-[01][0-9](\\.\\.[12][0-9]{3}-[01][0-9])?)?$", "Year (2017), months from January (2017-03) or months (2017-01..2017-03). The same period, provider and group sent again corrects it."),
        new("provider", true, true, Code, "Id of the provider, as a decision has authorised it."),
        new("group", true, true, Code, "Group of diagnosis and treatment (DRG)."),
        new("cases", true, true, "^[0-9]+$", "How many contacts the cost is for."),
        new("cost", true, true, "^[0-9]+([,.][0-9]{1,2})?$", "Cost of all of them together, in kronor with at most two decimals."),
    ];

    public static readonly IReadOnlyList<CareColumn> Invoices =
    [
        new("invoice", true, true, Code, "Number of the invoice."),
        new("line", true, true, Code, "Number of the line within the invoice."),
        new("date", true, true, Day, "Day of the contact; for care that lasts, the day it ended."),
        new("provider", true, true, Code, "Id of the provider that asks to be paid, as a decision has authorised it."),
        new("type", true, true, Code, "Type of contact, as the agreement's price list names it."),
        new("group", false, false, Code, "Group of diagnosis and treatment (DRG); empty when there is none."),
        new("person", true, true, Hash, "Keyed hash of the patient, the same as in contacts and listings."),
        new("municipality", true, true, Municipality, "Where the patient lives, by the codes of Statistics Sweden."),
        new("way", false, false, Words(CareWords.Ways), "How the patient came; empty means ordinary."),
        new("referral", false, false, Hash, "Keyed hash of the referral; empty when there is none."),
        new("amount", true, true, "^[0-9]+([,.][0-9]{1,2})?$", "What is asked for, in kronor with at most two decimals."),
    ];

    /// <summary>The title and columns of a table, by the word that commands know it by.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such table.</exception>
    public static (string Title, IReadOnlyList<CareColumn> Columns) Of(string table) => table switch
    {
        "contacts" => ("Styrkedja: care contacts in a table", Contacts),
        "listings" => ("Styrkedja: listings in a table", Listings),
        "invoices" => ("Styrkedja: invoices from other regions in a table", Invoices),
        "group-costs" => ("Styrkedja: costs per group in a table", GroupCosts),
        _ => throw new ArgumentOutOfRangeException(nameof(table), table, "There is no such table."),
    };

    /// <summary>The JSON Schema of one row, with every cell as text.</summary>
    /// <param name="title">What the rows are, in English.</param>
    public static JsonObject Schema(string title, IReadOnlyList<CareColumn> columns) => new()
    {
        ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
        ["title"] = title,
        ["type"] = "object",
        ["properties"] = new JsonObject(columns.Select(c => KeyValuePair.Create(c.Name, (JsonNode?)new JsonObject
        {
            ["type"] = "string",
            ["pattern"] = c.Filled ? c.Pattern : $"^$|{c.Pattern}",
            ["description"] = c.About,
        }))),
        ["required"] = new JsonArray([.. columns.Where(c => c.Needed).Select(c => JsonValue.Create(c.Name))]),
        ["additionalProperties"] = false,
    };

    private static string Words<T>(IReadOnlyDictionary<string, T> words) => $"^({string.Join('|', words.Keys)})$";
}
