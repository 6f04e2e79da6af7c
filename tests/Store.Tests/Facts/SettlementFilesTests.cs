using DuckDB.NET.Data;
using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Care;
using Styrkedja.Facts;
using Styrkedja.Formats.Care;
using Styrkedja.Tests;

namespace Styrkedja.Store.Facts;

/// <summary>The files of frozen months of settlement. What they hold is read for ever: the golden only grows.</summary>
public sealed class SettlementFilesTests : IDisposable
{
    private static readonly Month s_april = new(2017, 4);

    private static readonly SettlementStatement s_statement = new(
        s_april,
        [
            new("AVT-B", "V-B", s_april, "listning", SettlementKind.Capitation, ContactPayer.Region, new Money(1_000_000), 12, 13_500_000, []),
            new("AVT-B", "V-B", s_april, "besök", SettlementKind.Contacts, ContactPayer.OtherRegion, new Money(150_000), 1, 0, []),
        ],
        [new("AVT-A", "V-A", new(2017, 3), "besök", SettlementKind.Contacts, ContactPayer.Region, new Money(-90_000), -1)]);

    private readonly TemporaryFolder _folder = new();

    public SettlementFilesTests() => Directory.CreateDirectory(Path.Combine(_folder.Path, "facts"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_frozen_month_comes_back_in_its_order_and_the_same_month_is_the_same_file()
    {
        using var files = new SettlementFiles(_folder.Path);
        var name = files.Write(s_statement);
        Assert.Equal(name, files.Write(s_statement));
        var batch = new FactBatch(new string('0', 64), FactKind.Settlement, "avrakning-2017-04.csv", 1, "settlement", null, null, new(s_april, s_april), [], name, null, 3, 0, Money.Zero, Money.Zero, [], false);
        var read = files.Read(batch);
        Assert.Equal(s_statement.Month, read.Month);
        Assert.Equal(StatementText.Rows(s_statement), StatementText.Rows(read));
        // Two lines less what another region is to pay, and the correction.
        Assert.Equal(new Money(910_000), read.Total);
    }

    [Fact]
    public void The_columns_are_those_that_are_documented()
    {
        using var files = new SettlementFiles(_folder.Path);
        var path = Path.Combine(_folder.Path, "facts", files.Write(s_statement) + ".parquet");
        using var duck = new DuckDBConnection("DataSource=:memory:");
        duck.Open();
        using var command = duck.CreateCommand();
        command.CommandText = $"DESCRIBE SELECT * FROM read_parquet('{path}')";
        using var reader = command.ExecuteReader();
        var columns = new List<string>();
        while (reader.Read())
            columns.Add($"{reader.GetString(0)} {reader.GetString(1)}");
        Approved.Matches("settlement-columns", string.Join('\n', columns));
    }
}
