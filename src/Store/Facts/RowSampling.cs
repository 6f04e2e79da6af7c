using Styrkedja.Facts;

namespace Styrkedja.Store.Facts;

/// <summary>Rows of one batch and day that follow each other in the order rows are told, as what they come to together.</summary>
/// <param name="Batch">The rank of the batch among those asked about.</param>
/// <param name="Part">Which part of the batch's lines.</param>
/// <param name="Ore">Debit positive.</param>
/// <param name="Size">Öre, each row by its size whichever way it goes.</param>
public sealed record RowStretch(DateOnly Date, int Batch, int Part, long Rows, long Ore, long Size);

/// <summary>A row by where it lies, before the rest of it is fetched.</summary>
/// <param name="Number">Its number in the file of rows, from zero.</param>
public sealed record RowLying(int Batch, long Number, long Ore);

/// <summary>A row with where it lies in its file.</summary>
/// <param name="Group">The row group of the Parquet file, from zero.</param>
public sealed record LocatedRow(FoundRow Row, FactBatch Batch, long Number, int Group);

/// <summary>Finds single rows by how much lies before them, among all that a figure is summed from, without holding more than a few thousand at a time.</summary>
/// <remarks>Lines are parted so that a stretch holds at most <see cref="LinesInPart"/> rows; stretches follow each other as the rows do, by date, batch and line.</remarks>
public sealed class RowSampling
{
    private const int LinesInPart = 1024;

    private readonly RowConnections _connections;
    private readonly RowFilter _filter;
    private readonly RowSources _sources;

    internal RowSampling(RowConnections connections, FactFiles files, IReadOnlyList<FactBatch> batches, RowFilter filter)
    {
        (_connections, _filter) = (connections, filter);
        _sources = RowSources.Of(batches, filter, files.RowsPath);
    }

    private string Matching => _filter.ToSql(_filter.Period.From.FirstDay, _filter.Period.To.LastDay);

    /// <summary>All rows that match, in order.</summary>
    public IReadOnlyList<RowStretch> Stretches()
    {
        if (_sources.All.Count == 0)
            return [];
        using var rented = _connections.Rent();
        using var command = rented.Ask($"""
            SELECT date, file_index, line // {LinesInPart} AS part, count(*), sum(ore)::BIGINT, sum(abs(ore))::BIGINT
            FROM {RowSources.Table(_sources.All)} WHERE {Matching} GROUP BY date, file_index, part ORDER BY date, file_index, part
            """);
        using var reader = command.ExecuteReader();
        var stretches = new List<RowStretch>();
        while (reader.Read())
            stretches.Add(new(DateOnly.FromDateTime(reader.GetDateTime(0)), (int)reader.GetInt64(1), reader.GetInt32(2), reader.GetInt64(3), reader.GetInt64(4), reader.GetInt64(5)));
        return stretches;
    }

    /// <summary>The rows of some stretches, those of each in order.</summary>
    public IReadOnlyDictionary<RowStretch, IReadOnlyList<RowLying>> RowsOf(IReadOnlyCollection<RowStretch> stretches)
    {
        var of = stretches.ToDictionary(s => (s.Date, s.Batch, s.Part), s => (Stretch: s, Rows: new List<RowLying>()));
        if (of.Count == 0)
            return new Dictionary<RowStretch, IReadOnlyList<RowLying>>();
        using var rented = _connections.Rent();
        using var command = rented.Ask($"""
            SELECT date, file_index, line // {LinesInPart} AS part, file_row_number, ore FROM {RowSources.Table(_sources.All)}
            WHERE {Matching} AND ({string.Join(" OR ", stretches.Select(s => $"(date = DATE '{RowFilter.Iso(s.Date)}' AND file_index = {s.Batch} AND line // {LinesInPart} = {s.Part})"))})
            ORDER BY date, file_index, line
            """);
        using var reader = command.ExecuteReader();
        while (reader.Read())
            of[(DateOnly.FromDateTime(reader.GetDateTime(0)), (int)reader.GetInt64(1), reader.GetInt32(2))].Rows.Add(new((int)reader.GetInt64(1), reader.GetInt64(3), reader.GetInt64(4)));
        return of.Values.ToDictionary(found => found.Stretch, found => (IReadOnlyList<RowLying>)found.Rows);
    }

    /// <summary>Rows fetched from where they lie, in the order given.</summary>
    public IReadOnlyList<LocatedRow> Fetch(IReadOnlyList<RowLying> rows)
    {
        using var rented = _connections.Rent();
        var found = new Dictionary<(int Batch, long Number), LocatedRow>();
        foreach (var lying in rows.GroupBy(r => r.Batch))
        {
            var source = _sources.All[lying.Key];
            var ends = GroupEnds(rented, source);
            using var command = rented.Ask($"SELECT file_row_number, {RowSources.RowColumns} FROM {RowSources.Table([source])} WHERE file_row_number IN ({string.Join(',', lying.Select(r => r.Number))})");
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                var number = reader.GetInt64(0);
                found[(lying.Key, number)] = new(RowSearch.Row(reader, source.Batch, 1), source.Batch, number, ends.Count(end => end <= number));
            }
        }

        return [.. rows.Select(r => found[(r.Batch, r.Number)])];
    }

    /// <summary>How many rows lie up to the end of each row group of a file.</summary>
    private static List<long> GroupEnds(RowConnections.Rented rented, RowSource source)
    {
        using var command = rented.Ask($"SELECT sum(rows) OVER (ORDER BY id)::BIGINT FROM (SELECT DISTINCT row_group_id AS id, row_group_num_rows AS rows FROM parquet_metadata({RowFilter.Quoted(source.File)})) ORDER BY 1");
        using var reader = command.ExecuteReader();
        var ends = new List<long>();
        while (reader.Read())
            ends.Add(reader.GetInt64(0));
        return ends;
    }
}
