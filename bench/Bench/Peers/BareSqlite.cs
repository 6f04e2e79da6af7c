using Microsoft.Data.Sqlite;
using Styrkedja.Bench.Measuring;

namespace Styrkedja.Bench.Peers;

/// <summary>SQLite with nothing around it: a write-ahead log, flushed at every commit, one prepared insert.</summary>
public static class BareSqlite
{
    public static double AppendOneByOne(string file, Func<long, byte[]> entry, int entries)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE entry (position INTEGER PRIMARY KEY, canonical BLOB NOT NULL)");
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO entry (position, canonical) VALUES ($position, $canonical)";
        var (position, canonical) = (command.Parameters.Add("$position", SqliteType.Integer), command.Parameters.Add("$canonical", SqliteType.Blob));
        Insert(1);
        return Medians.Timed(() =>
        {
            for (var i = 2; i < entries + 2; i++)
                Insert(i);
        });

        void Insert(long at)
        {
            (position.Value, canonical.Value) = (at, entry(at));
            command.ExecuteNonQuery();
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
