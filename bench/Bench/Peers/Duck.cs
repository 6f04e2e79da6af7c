using DuckDB.NET.Data;

namespace Styrkedja.Bench.Peers;

/// <summary>DuckDB in this process, the engine that hand-written queries are measured in.</summary>
public sealed class Duck : IDisposable
{
    private readonly DuckDBConnection _connection = new("DataSource=:memory:");

    public Duck() => _connection.Open();

    public static string Version
    {
        get
        {
            using var duck = new Duck();
            return duck.Text("SELECT version()");
        }
    }

    public DuckDBAppender Appender(string table) => _connection.CreateAppender(table);

    public void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public long Number(string sql) => Rows(sql, reader => reader.GetInt64(0)).Single();

    public string Text(string sql) => Rows(sql, reader => reader.GetString(0)).Single();

    public List<T> Rows<T>(string sql, Func<System.Data.Common.DbDataReader, T> read)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    public void Dispose() => _connection.Dispose();
}
