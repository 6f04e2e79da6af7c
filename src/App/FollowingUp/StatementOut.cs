using System.Globalization;
using System.Text.Json.Nodes;
using Styrkedja.FollowUp;
using Styrkedja.Formats.Figures;
using Styrkedja.Statements;

namespace Styrkedja.App.FollowingUp;

/// <summary>Statements as text for people and as data for programs.</summary>
public static class StatementOut
{
    /// <summary>A table in lines: caption, heads, rows in mnkr, notes.</summary>
    public static IReadOnlyList<string[]> Lines(StatementTable table, Texts.Texts texts) =>
        [[.. table.Columns], .. table.Rows.Select(row => new[] { (row.Total ? "= " : "  ") + row.Name }.Concat(row.Cells.Select(cell => Text(cell, texts))).ToArray())];

    /// <summary>Every number in a line of its own: table, row, column, öre or value, address.</summary>
    public static IEnumerable<IReadOnlyList<string>> Records(IReadOnlyList<StatementTable> tables) =>
        tables.SelectMany(table => table.Rows.SelectMany(row => row.Cells.Select((cell, c) => (row, cell, Column: table.Columns[c + 1])))
            .Where(r => r.cell != StatementCell.Empty)
            .Select(r => (IReadOnlyList<string>)[table.Id, r.row.Name, r.Column, Plain(r.cell), r.cell.Figure?.Address.ToString() ?? ""]));

    /// <summary>The heads of the records.</summary>
    public static readonly IReadOnlyList<string> RecordColumns = ["table", "row", "column", "value", "address"];

    /// <summary>Tables with their rows, each number a figure.</summary>
    public static JsonObject Json(IReadOnlyList<StatementTable> tables) => new()
    {
        ["tables"] = new JsonArray(
        [
            .. tables.Select(table => (JsonNode)new JsonObject
            {
                ["id"] = table.Id,
                ["caption"] = table.Caption,
                ["columns"] = new JsonArray([.. table.Columns.Skip(1).Select(c => JsonValue.Create(c))]),
                ["rows"] = new JsonArray(
                [
                    .. table.Rows.Select(row => (JsonNode)new JsonObject
                    {
                        ["name"] = row.Name,
                        ["total"] = row.Total,
                        ["subject"] = row.Subject,
                        ["cells"] = new JsonArray([.. row.Cells.Select(CellJson)]),
                    }),
                ]),
                ["notes"] = new JsonArray([.. table.Notes.Select(n => JsonValue.Create(n))]),
            }),
        ]),
    };

    /// <summary>The balance requirement of a year with the limit of the reserve and what is left to restore.</summary>
    public static JsonObject Json(BalanceInquiry requirement) => new()
    {
        ["year"] = requirement.Year,
        ["rows"] = new JsonObject(RequirementLines.InOrder.Select(line => KeyValuePair.Create(FigureJson.Word(line), (JsonNode?)requirement[line].Ore))),
        ["limit"] = new JsonObject
        {
            ["perCent"] = requirement.Limit.PerCent,
            ["taxAndGrants"] = requirement.Limit.TaxAndGrants.Ore,
            ["above"] = requirement.Limit.Above.Ore,
            ["room"] = requirement.Limit.Room?.Ore,
            ["limit"] = requirement.Limit.Limit.Ore,
        },
        ["reserve"] = requirement.Reserve.Ore,
        ["olderReserve"] = requirement.OlderReserve.Ore,
        ["deficits"] = new JsonArray([.. requirement.Deficits.Select(d => (JsonNode)new JsonObject { ["arose"] = d.Arose, ["ore"] = d.Amount.Ore, ["restoredBy"] = d.RestoredBy })]),
        ["remarks"] = new JsonArray(
        [
            .. requirement.Remarks.Select(r => (JsonNode)new JsonObject { ["kind"] = FigureJson.Word(r.Kind), ["year"] = r.Year, ["ore"] = r.Amount.Ore, ["limit"] = r.Limit.Ore, ["breach"] = r.IsBreach }),
        ]),
    };

    private static JsonNode? CellJson(StatementCell cell) => cell switch
    {
        { Figure: { } figure } => FigureJson.Of(figure),
        { Amount: { } amount } => new JsonObject { ["ore"] = amount.Ore, ["decision"] = cell.Decision },
        _ => null,
    };

    private static string Text(StatementCell cell, Texts.Texts texts) => cell switch
    {
        { Figure.Value: FigureValue.Number number } => $"{AmountText.Number(number.Value, 1)} %",
        { Figure: { IsKnown: true } figure } => AmountText.Of(figure.Money, AmountUnit.Million, signed: figure.Address.Measure.Kind() == FigureKind.Deviation),
        { Figure: not null } => texts["cli.unknown"],
        { Amount: { } amount } => AmountText.Of(amount, AmountUnit.Million),
        _ => "",
    };

    private static string Plain(StatementCell cell) => cell switch
    {
        { Figure.Value: FigureValue.Number number } => number.Value.ToString(CultureInfo.InvariantCulture),
        { Figure: { } figure } => figure.Money.Ore.ToString(CultureInfo.InvariantCulture),
        _ => cell.Amount?.Ore.ToString(CultureInfo.InvariantCulture) ?? "",
    };
}
