using DuckDB.NET.Data;
using Styrkedja.Care;
using Styrkedja.Facts;
using Styrkedja.Formats.Care;
using Styrkedja.Store.Facts;

namespace Styrkedja.Store.Care;

/// <summary>Listings of one source on their way into a file, handed over in blocks.</summary>
public sealed class ListingWriting : IDisposable
{
    private const int MostToldTwice = 200;
    private static readonly int s_epoch = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;
    private static readonly int s_ever = DateOnly.MaxValue.DayNumber;

    private readonly CareZone _zone;
    private readonly DuckDBConnection _duck;
    private readonly DuckTable _table;
    private Listings? _codes;

    internal ListingWriting(CareZone zone)
    {
        (_zone, _duck) = (zone, zone.Connection());
        _table = new(_duck, "incoming",
        [
            "person UBIGINT", "from_day DATE", "to_day DATE", "provider USMALLINT", "municipality USMALLINT", "age_band UTINYINT", "sex UTINYINT", "acg INTEGER", "cni INTEGER",
            "withdrawn BOOLEAN", "line INTEGER",
        ]);
    }

    /// <summary>Takes a block; its lists of codes hold those of every block before.</summary>
    public void Add(ListingBlock block)
    {
        var (listings, withdrawn, line) = block;
        _codes = listings;
        for (var from = 0; from < listings.Count; from += DuckTable.PieceRows)
        {
            var rows = Math.Min(DuckTable.PieceRows, listings.Count - from);
            _table.Begin(rows);
            listings.Person.AsSpan(from, rows).CopyTo(_table.Values<ulong>(0));
            listings.Provider.AsSpan(from, rows).CopyTo(_table.Values<ushort>(3));
            listings.Home.AsSpan(from, rows).CopyTo(_table.Values<ushort>(4));
            listings.AgeBand.AsSpan(from, rows).CopyTo(_table.Values<byte>(5));
            var first = _table.Ints(1);
            var last = _table.Ints(2);
            var sex = _table.Values<byte>(6);
            for (var i = 0; i < rows; i++)
            {
                first[i] = listings.From[from + i] - s_epoch;
                last[i] = Math.Min(listings.To[from + i], s_ever) - s_epoch;
                sex[i] = (byte)listings.Sex[from + i];
            }

            listings.Acg.AsSpan(from, rows).CopyTo(_table.Ints(7));
            listings.Cni.AsSpan(from, rows).CopyTo(_table.Ints(8));
            withdrawn.AsSpan(from, rows).CopyTo(_table.Values<bool>(9));
            line.AsSpan(from, rows).CopyTo(_table.Ints(10));
            _table.End();
        }
    }

    /// <summary>Listings that begin the day that another of the same person does, or before another of the same person is told to end; the first two hundred.</summary>
    public IReadOnlyList<ToldTwice> Overlapping()
    {
        _table.Close();
        using var command = _duck.CreateCommand();
        command.CommandText = $"""
            SELECT person, line, before FROM (
                SELECT person, line, from_day, withdrawn, lag(line) OVER w AS before, lag(from_day) OVER w AS its_first, lag(to_day) OVER w AS its_last, lag(withdrawn) OVER w AS its_withdrawn
                FROM incoming WINDOW w AS (PARTITION BY person ORDER BY from_day, line))
            WHERE from_day = its_first OR (its_last <> DATE '9999-12-31' AND from_day <= its_last AND NOT withdrawn AND NOT its_withdrawn)
            ORDER BY line LIMIT {MostToldTwice}
            """;
        using var reader = command.ExecuteReader();
        var twice = new List<ToldTwice>();
        while (reader.Read())
            twice.Add(new($"{(ulong)reader.GetValue(0):x16}", reader.GetInt32(1), reader.GetInt32(2)));
        return twice;
    }

    /// <summary>Writes all to a file, after <see cref="Overlapping"/>.</summary>
    /// <param name="source">SHA-256 of the source's bytes.</param>
    public KeptCare Finish(ReadOnlySpan<byte> source)
    {
        var codes = _codes ?? throw new InvalidOperationException("No listings were handed over.");
        var (name, batch) = _zone.Keep(
            _duck,
            $"""
             SELECT person, from_day, to_day, {ContactWriting.Text("provider", codes.Providers)}, {ContactWriting.Text("municipality", codes.Municipalities)},
                    {ContactWriting.Text("age_band", codes.AgeBands)}, {ContactWriting.Text<Sex>("sex")}, acg, cni, withdrawn
             FROM (SELECT * EXCLUDE line FROM incoming ORDER BY person, from_day)
             """,
            source);
        return new(name, batch);
    }

    public void Dispose()
    {
        _table.Dispose();
        _duck.Dispose();
    }
}
