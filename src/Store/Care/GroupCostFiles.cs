using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Care;
using Styrkedja.Facts;

namespace Styrkedja.Store.Care;

/// <summary>The files of costs per group: Parquet in the zone of care, since a group with few cases tells of those few.</summary>
/// <remarks>Their columns are those of docs/format/contacts.md, and are read for ever.</remarks>
public sealed class GroupCostFiles
{
    private readonly CareZone _zone;

    internal GroupCostFiles(CareZone zone) => _zone = zone;

    /// <summary>Writes costs to a file.</summary>
    /// <param name="source">SHA-256 of the source's bytes.</param>
    public KeptCare Write(IReadOnlyList<GroupCost> costs, ReadOnlySpan<byte> source)
    {
        using var duck = _zone.Connection();
        CareZone.Execute(duck, "CREATE OR REPLACE TEMP TABLE incoming (from_month DATE, to_month DATE, provider VARCHAR, contact_group VARCHAR, cases INTEGER, cost_ore BIGINT)");
        using (var appender = duck.CreateAppender("temp", "main", "incoming"))
        {
            foreach (var cost in costs)
            {
                appender.CreateRow().AppendValue(cost.Period.From.FirstDay).AppendValue(cost.Period.To.FirstDay).AppendValue(cost.Provider).AppendValue(cost.Group).AppendValue(cost.Cases)
                    .AppendValue(cost.Cost.Ore).EndRow();
            }
        }

        var (name, batch) = _zone.Keep(duck, "SELECT * FROM incoming ORDER BY from_month, to_month, provider, contact_group", source);
        return new(name, batch);
    }

    /// <summary>The costs as they are known by some batches: of the same period, provider and group the latest told counts.</summary>
    /// <param name="batches">Batches of costs in the order they became known; those whose rows have been culled count for nothing.</param>
    public IReadOnlyList<GroupCost> Read(IReadOnlyList<FactBatch> batches)
    {
        var latest = new SortedDictionary<(DateOnly From, DateOnly To, string Provider, string Group), GroupCost>();
        foreach (var cost in batches.Where(b => b.Kind == FactKind.GroupCosts && b.RowsFile is { } rows && File.Exists(_zone.PathOf(rows))).SelectMany(b => RowsOf(b.RowsFile!)))
            latest[(cost.Period.From.FirstDay, cost.Period.To.FirstDay, cost.Provider, cost.Group)] = cost;
        return [.. latest.Values];
    }

    /// <summary>How many rows a file has, and what they cost together in öre.</summary>
    public (long Rows, long CostOre) ControlSums(string rowsFile) => RowsOf(rowsFile) is var costs ? (costs.Count, Money.Sum(costs.Select(c => c.Cost)).Ore) : default;

    private List<GroupCost> RowsOf(string rowsFile)
    {
        using var duck = _zone.Connection();
        using var command = duck.CreateCommand();
        command.CommandText = $"SELECT * FROM read_parquet({CareZone.Quoted(_zone.PathOf(rowsFile))}) ORDER BY ALL";
        using var reader = command.ExecuteReader();
        var costs = new List<GroupCost>();
        while (reader.Read())
        {
            costs.Add(new(
                new(Month.Of(DateOnly.FromDateTime(reader.GetDateTime(0))), Month.Of(DateOnly.FromDateTime(reader.GetDateTime(1)))),
                reader.GetString(2),
                reader.GetString(3),
                reader.GetInt32(4),
                new Money(reader.GetInt64(5))));
        }

        return costs;
    }
}
