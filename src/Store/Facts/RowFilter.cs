using System.Globalization;
using Styrkedja.Calendar;

namespace Styrkedja.Store.Facts;

/// <summary>Which ledger rows are asked for, in the source's own codes. An empty list means any.</summary>
public sealed record RowFilter(
    Period Period,
    IReadOnlyCollection<string> CostCentres,
    IReadOnlyCollection<string> Accounts,
    string? Counterparty = null,
    string? Activity = null,
    IReadOnlyCollection<string>? ExceptCounterparties = null)
{
    internal string ToSql()
    {
        var conditions = new List<string>
        {
            $"date BETWEEN DATE '{Iso(Period.From.FirstDay)}' AND DATE '{Iso(Period.To.LastDay)}'",
        };
        AddOneOf("cost_centre", CostCentres);
        AddOneOf("account", Accounts);
        if (Counterparty is not null)
            conditions.Add($"counterparty = {Quoted(Counterparty)}");
        if (Activity is not null)
            conditions.Add($"activity = {Quoted(Activity)}");
        if (ExceptCounterparties is { Count: > 0 } except)
            conditions.Add($"counterparty NOT IN ({string.Join(',', except.Select(Quoted))})");
        return string.Join(" AND ", conditions);

        void AddOneOf(string column, IReadOnlyCollection<string> codes)
        {
            if (codes.Count > 0)
                conditions.Add($"{column} IN ({string.Join(',', codes.Select(Quoted))})");
        }
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Quoted(string text) => $"'{text.Replace("'", "''")}'";
}
