using DuckDB.NET.Data;
using Styrkedja.Care;
using Styrkedja.Facts;
using Styrkedja.Formats.Care;
using Styrkedja.Tests;

namespace Styrkedja.Store.Care;

/// <summary>The files in the zone of care. Their columns are read for ever: the golden only grows.</summary>
public sealed class CareZoneTests : IDisposable
{
    private static readonly byte[] s_source = new byte[32];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_columns_are_those_that_are_documented()
    {
        using var zone = new CareZone(_folder.Path);
        using var contacts = zone.Contacts.Write();
        contacts.Add(Block(3));
        Assert.Empty(contacts.Twice());
        using var listings = zone.Listings.Write();
        listings.Add(new(
            new() { Person = [1], From = [736_000], To = [int.MaxValue], Provider = [0], Home = [0], AgeBand = [0], Sex = [Sex.Men], Acg = [10_000], Cni = [9_000], Providers = ["V"], Municipalities = ["1380"], AgeBands = ["0-6"] },
            [false],
            [2]));
        Assert.Empty(listings.Overlapping());
        var files = new[]
        {
            ("contacts", contacts.Finish(s_source)), ("listings", listings.Finish(s_source)),
            ("group costs", zone.Costs.Write([new(Calendar.Period.Year(2017), "V", "D40O", 3, new(100))], s_source)),
        };
        Approved.Matches("care-columns", string.Join('\n', files.Select(f => $"{f.Item1}\n{string.Join('\n', Columns(Path.Combine(_folder.Path, "care", f.Item2.RowsFile + ".parquet")).Select(c => $"    {c}"))}")));
    }

    [Fact]
    public void A_file_is_sorted_by_day_and_contact_so_that_a_month_of_a_year_is_found_without_reading_the_rest()
    {
        using var zone = new CareZone(_folder.Path);
        using var writing = zone.Contacts.Write();
        const int blocks = 8, rows = 50_000;
        for (var b = 0; b < blocks; b++)
            writing.Add(Block(rows, b * rows));
        Assert.Empty(writing.Twice());
        var file = Path.Combine(_folder.Path, "care", writing.Finish(s_source).RowsFile + ".parquet");
        Assert.Equal(blocks * rows, Number($"SELECT count(*) FROM read_parquet('{file}')"));
        Assert.Equal(0, Number($"SELECT count(*) FROM (SELECT (date, contact) < lag((date, contact)) OVER (ORDER BY file_row_number) AS falls FROM read_parquet('{file}', file_row_number = true)) WHERE falls"));
    }

    [Fact]
    public void Contacts_told_twice_are_found_with_both_their_lines()
    {
        using var zone = new CareZone(_folder.Path);
        using var writing = zone.Contacts.Write();
        writing.Add(Block(3));
        writing.Add(Block(3, 2) with { Line = [5, 6, 7] });
        Assert.Equal([new ToldTwice($"{Hash(2):x16}", 5, 4)], writing.Twice());
    }

    [Fact]
    public void The_same_rows_get_another_name_each_time_and_each_name_is_proved_by_its_salt()
    {
        using var zone = new CareZone(_folder.Path);
        var first = zone.Costs.Write([new(Calendar.Period.Year(2017), "V", "D40O", 3, new(100))], s_source);
        var second = zone.Costs.Write([new(Calendar.Period.Year(2017), "V", "D40O", 3, new(100))], s_source);
        Assert.NotEqual(first.RowsFile, second.RowsFile);
        Assert.NotEqual(first.Batch, second.Batch);
        Assert.Equal(first.RowsFile, zone.NameNow(first.RowsFile));
        Assert.Equal(first.Batch, zone.IdOf(first.RowsFile, s_source));
        File.Delete(Path.Combine(_folder.Path, "care", first.RowsFile + ".salt"));
        Assert.Null(zone.NameNow(first.RowsFile));
        Assert.Null(zone.IdOf(first.RowsFile, s_source));
    }

    private static ContactBlock Block(int rows, int from = 0)
    {
        var contacts = new CareContacts
        {
            Contact = [.. Enumerable.Range(from, rows).Select(Hash)],
            Person = [.. Enumerable.Range(1, rows).Select(i => (ulong)i)],
            Day = [.. Enumerable.Range(from, rows).Select(i => 736_330 + (i % 365 * 149 % 365))],
            Provider = new ushort[rows],
            Type = new ushort[rows],
            Group = new ushort[rows],
            Home = new ushort[rows],
            AgeBand = new byte[rows],
            Sex = new Sex[rows],
            Way = new ContactWay[rows],
            Payer = new ContactPayer[rows],
            Referral = new ulong[rows],
            Fee = new int[rows],
            Providers = ["V"],
            Types = ["t"],
            Groups = [""],
            Municipalities = ["1380"],
            AgeBands = ["0-6"],
        };
        return new(contacts, new bool[rows], [.. Enumerable.Range(from + 2, rows)]);
    }

    private static ulong Hash(int number) => unchecked((ulong)(number + 1) * 0x9E3779B97F4A7C15);

    private static List<string> Columns(string path)
    {
        using var duck = new DuckDBConnection("DataSource=:memory:");
        duck.Open();
        using var command = duck.CreateCommand();
        command.CommandText = $"DESCRIBE SELECT * FROM read_parquet('{path}')";
        using var reader = command.ExecuteReader();
        var columns = new List<string>();
        while (reader.Read())
            columns.Add($"{reader.GetString(0)} {reader.GetString(1)}");
        return columns;
    }

    private static long Number(string sql)
    {
        using var duck = new DuckDBConnection("DataSource=:memory:");
        duck.Open();
        using var command = duck.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
