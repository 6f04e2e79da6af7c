using DuckDB.NET.Data;
using Styrkedja.Calendar;
using Styrkedja.Facts;
using Styrkedja.Tests;

namespace Styrkedja.Store.Facts;

/// <summary>The files of indicator values. Their columns are read for ever: the golden only grows.</summary>
public sealed class IndicatorFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public IndicatorFilesTests() => Directory.CreateDirectory(Path.Combine(_folder.Path, "facts"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Values_come_back_exact_with_their_decimals_and_what_is_missing_stays_missing()
    {
        using var files = new IndicatorFiles(_folder.Path);
        var name = files.Write(Values());
        Assert.Equal(Values(), files.Read(name));
        Assert.Equal(Values().Select(v => $"{v.Value}"), files.Read(name).Select(v => $"{v.Value}"));
        Assert.Equal(IndicatorSums.Of(Values()), IndicatorSums.Of(files.Read(name)));
        Assert.Equal(name, files.Write(Values()));
    }

    [Fact]
    public void Columns_are_those_of_the_documentation()
    {
        using var files = new IndicatorFiles(_folder.Path);
        var path = Path.Combine(_folder.Path, "facts", files.Write(Values()) + ".parquet");
        using var duck = new DuckDBConnection("DataSource=:memory:");
        duck.Open();
        using var command = duck.CreateCommand();
        command.CommandText = $"DESCRIBE SELECT * FROM read_parquet('{path}')";
        using var reader = command.ExecuteReader();
        var columns = new List<string>();
        while (reader.Read())
            columns.Add($"{reader.GetString(0)} {reader.GetString(1)}");
        Approved.Matches("indicator-columns", string.Join('\n', columns));
    }

    private static IReadOnlyList<IndicatorValue> Values()
    {
        var key = new IndicatorKey("kolada", "N79222", "0013", Period.Year(2016));
        return IndicatorBook.InOrder([
            new(key with { Sex = Sex.Women }, 72.40m, ValueStatus.Told, 1),
            new(key with { Sex = Sex.Men }, -0.123456789012m, ValueStatus.Told),
            new(key, 999_999_999_999_999.5m, ValueStatus.Told, 6),
            new(key with { Period = Period.Year(2015) }, null, ValueStatus.Missing),
            new(key with { Part = "Alder=20-24" }, null, ValueStatus.Suppressed, 2),
            new(key with { Source = "scb", Code = "TAB638:BE0101N1", Period = new(new Month(2017, 4), new Month(2017, 6)) }, null, ValueStatus.Withdrawn),
            new(key with { Place = "åäö'" }, 0m, ValueStatus.Told)]);
    }
}
