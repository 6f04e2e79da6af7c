using DuckDB.NET.Data;
using Styrkedja.Facts;
using Styrkedja.Formats.Tables;
using Styrkedja.Tests;

namespace Styrkedja.Store.Facts;

/// <summary>The files of staff facts. Their columns are read for ever: the golden only grows.</summary>
public sealed class StaffFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Rows_come_back_sorted_and_what_is_not_told_stays_untold()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "facts"));
        using var files = new StaffFiles(_folder.Path);
        var name = files.Write(Rows());
        var read = files.Read(name);
        Assert.Equal(
            ["3 A1 24204 7 - - - - -", "2 A1 24205 8 7500 - - - -", "1 B1 24204 - - 1500 24750 1000 300000"],
            Enumerable.Range(0, read.Count).Select(i => $"{read.Line[i]} {read.Subject[i]} {read.MonthIndex[i]} {string.Join(' ', StaffRows.Columns.Select(c => read.Has(c, i) ? $"{read[c, i]}" : "-"))}"));
        Assert.Equal(Rows().Sums(), read.Sums());
        Assert.Equal(name, files.Write(Rows()));
    }

    [Fact]
    public void The_columns_are_those_that_are_documented()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "facts"));
        using var files = new StaffFiles(_folder.Path);
        var path = Path.Combine(_folder.Path, "facts", files.Write(Rows()) + ".parquet");
        using var duck = new DuckDBConnection("DataSource=:memory:");
        duck.Open();
        using var command = duck.CreateCommand();
        command.CommandText = $"DESCRIBE SELECT * FROM read_parquet('{path}')";
        using var reader = command.ExecuteReader();
        var columns = new List<string>();
        while (reader.Read())
            columns.Add($"{reader.GetString(0)} {reader.GetString(1)}");
        Approved.Matches("staff-columns", string.Join('\n', columns));
    }

    [Fact]
    public void Any_Parquet_file_is_read_by_its_own_types_and_the_copy_is_gone_afterwards()
    {
        var path = Path.Combine(_folder.Path, "in.parquet");
        using (var duck = new DuckDBConnection("DataSource=:memory:"))
        {
            duck.Open();
            using var command = duck.CreateCommand();
            command.CommandText = $"COPY (SELECT 4010 AS konto, DATE '2017-01-15' AS datum, 0.1::DOUBLE + 0.2::DOUBLE AS flyt, 12.30::DECIMAL(18,2) AS exakt, ' Åsa ' AS text, NULL::VARCHAR AS tomt, TIMESTAMP '2017-01-31 10:00:00' AS tid) TO '{path}' (FORMAT parquet)";
            command.ExecuteNonQuery();
        }

        using (var rows = new ParquetRows(File.ReadAllBytes(path), "in.parquet", _folder.Path))
        {
            Assert.Equal(["konto", "datum", "flyt", "exakt", "text", "tomt", "tid"], rows.Columns);
            Assert.True(rows.Read());
            Assert.Equal((1, 7), (rows.Line, rows.Cells));
            Assert.Equal(
                [new("4010", 4010m), new("2017-01-15", Day: new(2017, 1, 15)), new("0.3", 0.3m), new("12.3", 12.30m), new("Åsa"), TableCell.Empty, new("2017-01-31", Day: new(2017, 1, 31))],
                Enumerable.Range(0, 7).Select(rows.Cell));
            Assert.False(rows.Read());
            Assert.Null(rows.Broken);
        }

        Assert.Equal([path], Directory.EnumerateFiles(_folder.Path));
    }

    private static StaffRows Rows()
    {
        const long none = StaffRows.None;
        return new([1, 2, 3], ["B1", "A1", "A1"], [24204, 24205, 24204], [[none, 8, 7], [none, 7500, none], [1500, none, none], [24750, none, none], [1000, none, none], [300000, none, none]]);
    }
}
