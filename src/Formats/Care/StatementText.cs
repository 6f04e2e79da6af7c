using System.Globalization;
using System.Text;
using Styrkedja.Care;
using Styrkedja.Provenance;

namespace Styrkedja.Formats.Care;

/// <summary>A month's settlement as text, the same for the same settlement: what a frozen month is known by, and what others read it from.</summary>
public static class StatementText
{
    /// <summary>The columns; about is the month that a row is about, which for an adjustment is an earlier one.</summary>
    public static readonly IReadOnlyList<string> Columns = ["month", "agreement", "provider", "about", "component", "kind", "payer", "ore", "count", "points", "rules"];

    /// <summary>The rows: the month's own lines and then the adjustments of earlier months.</summary>
    public static IReadOnlyList<StatementRow> Rows(SettlementStatement statement) =>
    [
        .. statement.Lines.Select(l => new StatementRow(
            statement.Month, l.Agreement, l.Provider, l.Month, l.Component, l.Kind, l.Payer, l.Amount.Ore, l.Count, l.Points,
            string.Join(' ', l.Grounds.SelectMany(g => new[] { g.Model.By.Id, g.Prices?.By.Id }).OfType<string>().Distinct().Order(StringComparer.Ordinal)))),
        .. statement.Adjustments.Select(a => new StatementRow(statement.Month, a.Agreement, a.Provider, a.About, a.Component, a.Kind, a.Payer, a.Amount.Ore, a.Count, 0, "")),
    ];

    /// <summary>All rows in UTF-8 with semicolons and a heading.</summary>
    public static byte[] Bytes(SettlementStatement statement) =>
        Encoding.UTF8.GetBytes(string.Concat(Rows(statement).Select(r => string.Join(';', r.Cells()) + "\n").Prepend(string.Join(';', Columns) + "\n")));
}

/// <summary>One row of a frozen month: a line of its own, or an adjustment of an earlier month.</summary>
/// <param name="Rules">The decisions that an own line rests on, with spaces between; empty for an adjustment.</param>
public sealed record StatementRow(
    Calendar.Month Month,
    string Agreement,
    string Provider,
    Calendar.Month About,
    string Component,
    SettlementKind Kind,
    ContactPayer Payer,
    long Ore,
    long Count,
    long Points,
    string Rules)
{
    public IReadOnlyList<string> Cells() =>
    [
        $"{Month}", Agreement, Provider, $"{About}", Component, KeyWord.Of(Kind), KeyWord.Of(Payer), Ore.ToString(CultureInfo.InvariantCulture), Count.ToString(CultureInfo.InvariantCulture),
        Points.ToString(CultureInfo.InvariantCulture), Rules,
    ];
}
