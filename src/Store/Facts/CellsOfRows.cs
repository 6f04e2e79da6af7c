using DuckDB.NET.Data;
using Styrkedja.Facts;

namespace Styrkedja.Store.Facts;

/// <summary>Makes leaf cells and voucher runs anew by reading a whole file of rows.</summary>
internal static class CellsOfRows
{
    public static CellFile Read(DuckDBConnection duck, string path) => new(Cells(duck, path), Vouchers(duck, path));

    private static CellSums Cells(DuckDBConnection duck, string path)
    {
        var codes = new LedgerCodes();
        var columns = Enumerable.Range(0, 5).Select(_ => new List<int>()).ToArray();
        var ore = new List<long>();
        using var command = duck.CreateCommand();
        command.CommandText = $"""
            SELECT cost_centre, account, counterparty, activity, year(date) * 12 + month(date) - 1, sum(ore)::BIGINT
            FROM read_parquet({RowFilter.Quoted(path)}) GROUP BY ALL ORDER BY ALL
            """;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            columns[0].Add(codes.CostCentres.NumberOf(reader.GetString(0)));
            columns[1].Add(codes.Accounts.NumberOf(reader.GetString(1)));
            columns[2].Add(codes.Counterparties.NumberOf(reader.GetString(2)));
            columns[3].Add(codes.Activities.NumberOf(reader.GetString(3)));
            columns[4].Add((int)reader.GetInt64(4));
            ore.Add(reader.GetInt64(5));
        }

        return new()
        {
            CostCentreCodes = codes.CostCentres.Codes,
            AccountCodes = codes.Accounts.Codes,
            CounterpartyCodes = codes.Counterparties.Codes,
            ActivityCodes = codes.Activities.Codes,
            CostCentre = [.. columns[0]],
            Account = [.. columns[1]],
            Counterparty = [.. columns[2]],
            Activity = [.. columns[3]],
            MonthIndex = [.. columns[4]],
            Ore = [.. ore],
        };
    }

    /// <summary>Numbers that count are gathered into runs by DuckDB, so that no more than one row a run comes back.</summary>
    private static VoucherRuns Vouchers(DuckDBConnection duck, string path)
    {
        var series = new Dictionary<string, (List<(long, long)> Runs, List<string> Others)>(StringComparer.Ordinal);
        using var command = duck.CreateCommand();
        command.CommandText = $"""
            WITH vouchers AS (SELECT DISTINCT series, voucher FROM read_parquet({RowFilter.Quoted(path)}) WHERE voucher <> ''),
                 counted AS (SELECT series, voucher::BIGINT AS number FROM vouchers WHERE regexp_full_match(voucher, '[1-9][0-9]{"{0,17}"}')),
                 placed AS (SELECT series, number, number - row_number() OVER (PARTITION BY series ORDER BY number) AS run FROM counted)
            SELECT series, min(number), max(number), NULL FROM placed GROUP BY series, run
            UNION ALL SELECT series, NULL, NULL, voucher FROM vouchers WHERE NOT regexp_full_match(voucher, '[1-9][0-9]{"{0,17}"}')
            ORDER BY ALL
            """;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            if (!series.TryGetValue(reader.GetString(0), out var held))
                series[reader.GetString(0)] = held = ([], []);
            if (reader.IsDBNull(3))
                held.Runs.Add((reader.GetInt64(1), reader.GetInt64(2)));
            else
                held.Others.Add(reader.GetString(3));
        }

        return VoucherRuns.From(series.Select(s => (s.Key, s.Value.Runs.AsEnumerable(), s.Value.Others.AsEnumerable())));
    }
}
