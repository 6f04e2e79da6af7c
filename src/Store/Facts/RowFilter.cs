using System.Globalization;
using Styrkedja.Calendar;

namespace Styrkedja.Store.Facts;

/// <summary>Which ledger rows are asked for, in the source's own codes. An empty list means any.</summary>
/// <remarks>Codes are handed to the database as quoted text, whatever they hold. When it is known which codes there are at all, a long list becomes the range it spans, less the few
/// that are left out: the files are sorted by cost centre, and a range is what a database can leave whole groups of rows unread by.</remarks>
public sealed record RowFilter(
    Period Period,
    IReadOnlyCollection<string> CostCentres,
    IReadOnlyCollection<string> Accounts,
    string? Counterparty = null,
    string? Activity = null,
    IReadOnlyCollection<string>? ExceptCounterparties = null)
{
    private const int FewCodes = 64;

    /// <summary>Every cost centre that any row can have; absent when that is not known.</summary>
    public IReadOnlyCollection<string>? KnownCostCentres { get; init; }

    /// <summary>Every account that any row can have; absent when that is not known.</summary>
    public IReadOnlyCollection<string>? KnownAccounts { get; init; }

    /// <summary>The project; absent when any will do, and the empty code for rows without one.</summary>
    public string? Project { get; init; }

    /// <summary>True to leave out rows without a project.</summary>
    public bool OnlyProjects { get; init; }

    /// <summary>True when the rows lie on so few cost centres that they stand together in a file, and one reading of them costs no more than finding where they are.</summary>
    internal bool LieTogether => CostCentres.Count is > 0 and <= FewCodes;

    /// <summary>True when so few codes are asked for that a file can hardly have a page of rows.</summary>
    internal bool AreFew => CostCentres.Count > 0 && Accounts.Count > 0 && (long)CostCentres.Count * Accounts.Count <= FewCodes;

    /// <summary>The conditions on codes, and on dates within the days given.</summary>
    internal string ToSql(DateOnly first, DateOnly last)
    {
        var conditions = new List<string> { $"date BETWEEN DATE '{Iso(first)}' AND DATE '{Iso(last)}'" };
        AddOneOf("cost_centre", CostCentres, KnownCostCentres);
        AddOneOf("account", Accounts, KnownAccounts);
        if (Counterparty is not null)
            conditions.Add($"counterparty = {Quoted(Counterparty)}");
        if (Activity is not null)
            conditions.Add($"activity = {Quoted(Activity)}");
        if (Project is not null)
            conditions.Add($"project = {Quoted(Project)}");
        if (OnlyProjects)
            conditions.Add("project <> ''");
        if (ExceptCounterparties is { Count: > 0 } except)
            conditions.Add($"counterparty NOT IN ({List(except)})");
        return string.Join(" AND ", conditions);

        void AddOneOf(string column, IReadOnlyCollection<string> codes, IReadOnlyCollection<string>? known)
        {
            if (codes.Count == 1)
                conditions.Add($"{column} = {Quoted(codes.First())}");
            else if (codes.Count > 1 && Range(column, codes, known) is { } range)
                conditions.AddRange(range);
            else if (codes.Count > 1)
                conditions.Add($"{column} IN ({List(codes)})");
        }
    }

    internal static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static string Quoted(string text) => $"'{text.Replace("'", "''")}'";

    /// <summary>The codes as a range with exceptions, where that says the same in fewer words; the order of the database is that of the bytes, so codes outside the basic plane are not tried.</summary>
    private static IEnumerable<string>? Range(string column, IReadOnlyCollection<string> codes, IReadOnlyCollection<string>? known)
    {
        if (known is null || known.Concat(codes).Any(code => code.Any(char.IsSurrogate)))
            return null;
        var chosen = codes.ToHashSet(StringComparer.Ordinal);
        var all = known.Concat(codes).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var first = Array.FindIndex(all, chosen.Contains);
        var last = Array.FindLastIndex(all, chosen.Contains);
        var without = all[first..(last + 1)].Where(code => !chosen.Contains(code)).ToList();
        if (without.Count > codes.Count / 4)
            return null;
        var range = new List<string>();
        if (first > 0)
            range.Add($"{column} >= {Quoted(all[first])}");
        if (last < all.Length - 1)
            range.Add($"{column} <= {Quoted(all[last])}");
        if (without.Count > 0)
            range.Add($"{column} NOT IN ({List(without)})");
        return range;
    }

    private static string List(IEnumerable<string> codes) => string.Join(',', codes.Select(Quoted));
}
