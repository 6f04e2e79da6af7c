using System.Data.Common;
using Styrkedja.Calendar;
using Styrkedja.Facts;

namespace Styrkedja.Store.Facts;

/// <summary>Finds the ledger rows behind a figure, some at a time, without reading more of the files than it takes.</summary>
/// <remarks>The batches are read in the order of their months, and no further once there are rows enough. Where many rows can match, a first reading takes only what they are ordered by and
/// a second fetches the rest of the few that are shown; where few can, one reading takes all.</remarks>
public sealed class RowSearch(FactFiles files, string folder) : IDisposable
{
    private readonly RowConnections _connections = new(folder);

    /// <summary>Rows that match, in order, at most so many, on one side of a place.</summary>
    /// <param name="place">Where to read from; absent means from the first row, or, backwards, from the last.</param>
    /// <param name="withTexts">Only for those who may read the texts of vouchers.</param>
    public IReadOnlyList<FoundRow> Find(IReadOnlyList<FactBatch> batches, RowFilter filter, RowPlace? place, RowDirection direction, int limit, bool withTexts)
    {
        var question = new Question(RowSources.Of(batches, filter, files.RowsPath), filter, place, direction, limit);
        if (question.First > question.Last || limit <= 0)
            return [];
        using var reader = _connections.Rent();
        var found = question.Wanted(reader);
        var rows = Fetch(reader, found);
        if (direction == RowDirection.Before)
            rows.Reverse();
        return withTexts ? WithTexts(reader, rows, batches) : rows;
    }

    /// <summary>All rows that match, in order, read as they are asked for and never held together.</summary>
    public IEnumerable<FoundRow> All(IReadOnlyList<FactBatch> batches, RowFilter filter, bool withTexts, CancellationToken stop) =>
        new RowStream(_connections, files, batches, filter, withTexts).Read(stop);

    /// <summary>Writes all rows that match to a Parquet file, in order, with the file and batch that each comes from.</summary>
    public void CopyTo(string path, IReadOnlyList<FactBatch> batches, RowFilter filter, bool withTexts, CancellationToken stop) =>
        new RowStream(_connections, files, batches, filter, withTexts).CopyTo(path, stop);

    /// <summary>Finds single rows by how much lies before them among all that match.</summary>
    public RowSampling Sampling(IReadOnlyList<FactBatch> batches, RowFilter filter) => new(_connections, files, batches, filter);

    /// <summary>How many rows match.</summary>
    public long Count(IReadOnlyList<FactBatch> batches, RowFilter filter)
    {
        var sources = RowSources.Of(batches, filter, files.RowsPath);
        if (sources.All.Count == 0)
            return 0;
        using var reader = _connections.Rent();
        using var command = reader.Ask($"SELECT count(*) FROM {RowSources.Table(sources.All)} WHERE {filter.ToSql(filter.Period.From.FirstDay, filter.Period.To.LastDay)}");
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>Sum in öre (debit positive) and number of the rows that match, for each project and year; rows without a project are left out.</summary>
    public IReadOnlyList<ProjectSum> SumsByProject(IReadOnlyList<FactBatch> batches, RowFilter filter)
    {
        var sources = RowSources.Of(batches, filter, files.RowsPath);
        if (sources.All.Count == 0)
            return [];
        using var rented = _connections.Rent();
        using var command = rented.Ask($"""
            SELECT project, year(date)::INT, sum(ore)::BIGINT, count(*) FROM {RowSources.Table(sources.All)}
            WHERE project <> '' AND {filter.ToSql(filter.Period.From.FirstDay, filter.Period.To.LastDay)} GROUP BY ALL ORDER BY ALL
            """);
        using var reader = command.ExecuteReader();
        var sums = new List<ProjectSum>();
        while (reader.Read())
            sums.Add(new(reader.GetString(0), reader.GetInt32(1), reader.GetInt64(2), reader.GetInt64(3)));
        return sums;
    }

    /// <summary>What the rows that match come to by cost centre, account, project and month, both ways apart.</summary>
    public IReadOnlyList<LedgerTurnover> Turnover(IReadOnlyList<FactBatch> batches, RowFilter filter)
    {
        var sources = RowSources.Of(batches, filter, files.RowsPath);
        if (sources.All.Count == 0)
            return [];
        using var reader = _connections.Rent();
        using var command = reader.Ask($"""
            SELECT file_index, cost_centre, account, project, (year(date) * 12 + month(date) - 1)::INTEGER AS month_index,
              sum(CASE WHEN ore > 0 THEN ore ELSE 0 END)::BIGINT, sum(CASE WHEN ore < 0 THEN ore ELSE 0 END)::BIGINT, count(*)
            FROM {RowSources.Table(sources.All)} WHERE {filter.ToSql(filter.Period.From.FirstDay, filter.Period.To.LastDay)}
            GROUP BY file_index, cost_centre, account, project, month_index ORDER BY cost_centre, account, project, month_index, file_index
            """);
        using var rows = command.ExecuteReader();
        var found = new List<LedgerTurnover>();
        while (rows.Read())
        {
            found.Add(new(
                rows.GetString(1), rows.GetString(2), rows.GetString(3), Month.FromIndex(rows.GetInt32(4)), new(rows.GetInt64(5)), new(rows.GetInt64(6)), rows.GetInt64(7),
                sources.All[(int)rows.GetInt64(0)].Batch.Illustrative));
        }

        return found;
    }

    /// <summary>A folder of the region for files that are made to be sent and removed.</summary>
    public string SpillFolder() => _connections.SpillFolder();

    public void Dispose() => _connections.Dispose();

    internal static FoundRow Row(DbDataReader reader, FactBatch batch, int first) => new(
        batch.Id,
        batch.SourceName,
        new(
            reader.GetInt32(first), reader.GetString(first + 1), reader.GetString(first + 2), DateOnly.FromDateTime(reader.GetDateTime(first + 3)), reader.GetString(first + 4),
            reader.GetString(first + 5), reader.GetString(first + 6), reader.GetString(first + 7), reader.GetString(first + 8), reader.GetInt64(first + 9),
            reader.IsDBNull(first + 10) ? null : reader.GetInt64(first + 10)),
        null,
        null);

    /// <summary>The rows found, those of which only the place is known fetched from where they lie.</summary>
    private static List<FoundRow> Fetch(RowConnections.Rented reader, IReadOnlyList<Found> found)
    {
        var fetched = new Dictionary<(int Rank, long Number), FoundRow>();
        var missing = found.Where(f => f.Row is null).GroupBy(f => f.Source.Rank).ToList();
        if (missing.Count > 0)
        {
            using var command = reader.Ask(string.Join(" UNION ALL ", missing.Select((lying, i) => $"""
                SELECT {i} AS source, file_row_number, {RowSources.RowColumns} FROM {RowSources.Table([lying.First().Source])} WHERE file_row_number IN ({string.Join(',', lying.Select(f => f.Number))})
                """)));
            using var rows = command.ExecuteReader();
            while (rows.Read())
            {
                var source = missing[rows.GetInt32(0)].First().Source;
                fetched[(source.Rank, rows.GetInt64(1))] = Row(rows, source.Batch, 2);
            }
        }

        return [.. found.Select(f => f.Row ?? fetched[(f.Source.Rank, f.Number)])];
    }

    private List<FoundRow> WithTexts(RowConnections.Rented rented, List<FoundRow> found, IReadOnlyList<FactBatch> batches)
    {
        var texts = new Dictionary<(string Batch, int Line), (string Voucher, string Row)>();
        foreach (var lines in found.ToLookup(f => f.Batch, f => f.Row.Line))
        {
            if (batches.First(b => b.Id == lines.Key).TextsFile is not { } name || !File.Exists(files.TextsPath(name)))
                continue;
            using var command = rented.Ask($"SELECT line, voucher_text, row_text FROM read_parquet({RowFilter.Quoted(files.TextsPath(name))}) WHERE line IN ({string.Join(',', lines)})");
            using var reader = command.ExecuteReader();
            while (reader.Read())
                texts[(lines.Key, reader.GetInt32(0))] = (reader.GetString(1), reader.GetString(2));
        }

        return [.. found.Select(f => texts.TryGetValue((f.Batch, f.Row.Line), out var text) ? f with { VoucherText = text.Voucher, RowText = text.Row } : f)];
    }

    /// <summary>A row found: all of it, or only where it lies in its file.</summary>
    private sealed record Found(DateOnly Date, RowSource Source, int Line, long Number, FoundRow? Row);

    /// <summary>One page that is asked for.</summary>
    private sealed class Question
    {
        private readonly RowSources _sources;
        private readonly RowFilter _filter;
        private readonly RowPlace? _place;
        private readonly bool _after;
        private readonly int _limit;

        public Question(RowSources sources, RowFilter filter, RowPlace? place, RowDirection direction, int limit)
        {
            (_sources, _filter, _place, _after, _limit) = (sources, filter, place, direction == RowDirection.After, limit);
            (First, Last) = (filter.Period.From.FirstDay, filter.Period.To.LastDay);
            if (_after && place?.Date > First)
                First = place.Date;
            else if (!_after && place?.Date < Last)
                Last = place.Date;
        }

        public DateOnly First { get; private set; }

        public DateOnly Last { get; private set; }

        /// <summary>The rows of the page, those nearest to the place first.</summary>
        public List<Found> Wanted(RowConnections.Rented reader)
        {
            var waves = new Queue<IGrouping<DateOnly, RowSource>>(Waves());
            var found = new List<Found>();
            var (take, whole) = (_filter.AreFew ? int.MaxValue : 1, _filter.LieTogether);
            while (waves.Count > 0)
            {
                var wave = new List<RowSource>();
                for (var i = 0; i < take && waves.Count > 0 && !IsBeyond(waves.Peek().Key); i++)
                    wave.AddRange(waves.Dequeue());
                if (wave.Count == 0)
                    break;
                var before = found.Count;
                found.AddRange(Read(reader, [.. wave.OrderBy(s => s.Rank)], whole));
                found.Sort(Nearest);
                if (found.Count > _limit)
                    found.RemoveRange(_limit, found.Count - _limit);
                if (found.Count == _limit)
                    (First, Last) = _after ? (First, found[^1].Date) : (found[^1].Date, Last);
                // How many rows a wave gave says how many more are needed, and whether they lie so thinly that one reading does.
                var gave = found.Count - before;
                take = gave == 0 || found.Count == _limit ? int.MaxValue : (int)Math.Min(1 + ((_limit - found.Count) * (long)take / gave), int.MaxValue);
                whole |= gave < _limit / 4;
            }

            return found;
        }

        /// <summary>The sources by the day their rows can begin, the nearest first.</summary>
        private IEnumerable<IGrouping<DateOnly, RowSource>> Waves()
        {
            var reached = _sources.All.Where(s => s.Batch.Period.From.FirstDay <= Last && s.Batch.Period.To.LastDay >= First);
            return _after
                ? reached.GroupBy(s => Later(s.Batch.Period.From.FirstDay, First)).OrderBy(g => g.Key)
                : reached.GroupBy(s => Earlier(s.Batch.Period.To.LastDay, Last)).OrderByDescending(g => g.Key);
        }

        private bool IsBeyond(DateOnly day) => _after ? day > Last : day < First;

        private List<Found> Read(RowConnections.Rented rented, IReadOnlyList<RowSource> wave, bool whole)
        {
            var order = _after ? "ASC" : "DESC";
            using var command = rented.Ask($"""
                SELECT file_index, {(whole ? RowSources.RowColumns : "file_row_number, date, line")}
                FROM {RowSources.Table(wave)}
                WHERE {_filter.ToSql(First, Last)}{(_place is null ? "" : " AND " + _sources.Beyond(wave, _place, _after ? RowDirection.After : RowDirection.Before))}
                ORDER BY date {order}, file_index {order}, line {order} LIMIT {_limit}
                """);
            using var reader = command.ExecuteReader();
            var found = new List<Found>();
            while (reader.Read())
            {
                var source = wave[(int)reader.GetInt64(0)];
                if (whole)
                {
                    var row = Row(reader, source.Batch, 1);
                    found.Add(new(row.Row.Date, source, row.Row.Line, -1, row));
                }
                else
                {
                    found.Add(new(DateOnly.FromDateTime(reader.GetDateTime(2)), source, reader.GetInt32(3), reader.GetInt64(1), null));
                }
            }

            return found;
        }

        private int Nearest(Found a, Found b)
        {
            var order = (a.Date, a.Source.Rank, a.Line).CompareTo((b.Date, b.Source.Rank, b.Line));
            return _after ? order : -order;
        }

        private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

        private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
    }
}
