using System.Text;
using System.Text.Json;
using Styrkedja.Formats.Decisions;
using Styrkedja.Tests;

namespace Styrkedja.Formats.Care;

/// <summary>Tables of listings and of costs per group, and the published schemas of all three tables of care. Others send by them: a column may be added, never changed.</summary>
public class ListingReadingTests
{
    private static readonly JsonSerializerOptions s_readable = new() { WriteIndented = true, IndentSize = 1, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void Listings_come_in_and_an_empty_last_day_means_that_it_lasts()
    {
        using var rows = Csv("""
            person;from;to;provider;municipality;age_band;sex;acg;cni;status
            1111111111111111;2016-01-01;2017-03-14;VC-A;1384;45-64;women;1,25;0.8;
            1111111111111111;2017-03-15;;VC-B;1384;45-64;women;;;
            2222222222222222;2017-01-01;;VC-B;1380;0-6;M;100;0;withdrawn
            """);
        var reading = new ListingReading(rows, "f.csv");
        var (listings, withdrawn, line) = reading.Next()!;
        Assert.Empty(reading.Faults);
        Assert.Equal(
            [
                "1111111111111111 2016-01-01..2017-03-14 VC-A 1384 45-64 Women 12500 8000 False 2", "1111111111111111 2017-03-15.. VC-B 1384 45-64 Women 10000 10000 False 3",
                "2222222222222222 2017-01-01.. VC-B 1380 0-6 Men 1000000 0 True 4",
            ],
            Enumerable.Range(0, listings.Count).Select(i =>
                $"{listings.Person[i]:x16} {DateOnly.FromDayNumber(listings.From[i]):yyyy-MM-dd}..{(listings.To[i] == int.MaxValue ? "" : $"{DateOnly.FromDayNumber(listings.To[i]):yyyy-MM-dd}")} "
                + $"{listings.Providers[listings.Provider[i]]} {listings.Municipalities[listings.Home[i]]} {listings.AgeBands[listings.AgeBand[i]]} {listings.Sex[i]} {listings.Acg[i]} {listings.Cni[i]} {withdrawn[i]} {line[i]}"));
        Assert.Null(reading.Next());
    }

    [Fact]
    public void Faults_of_listings_are_told_all_at_once()
    {
        using var rows = Csv("""
            person;from;to;provider;municipality;age_band;sex;acg;cni
            1111111111111111;2017-03-15;2017-03-14;VC-A;1384;45-64;women;;
            1111111111111111;;snart;VC-A;1384;45-64;women;100,0001;1,00001
            """);
        var reading = new ListingReading(rows, "f.csv");
        Assert.Null(reading.Next());
        Assert.Equal(
            ["2 care.to-before-from 2017-03-14", "3 care.cell-missing ", "3 care.not-a-day snart", "3 care.not-a-weight 100,0001", "3 care.not-a-weight 1,00001"],
            reading.Faults.Select(f => $"{f.Place.Line} {f.Code} {f.Found}"));
    }

    [Fact]
    public void Costs_per_group_come_in_and_one_told_twice_is_refused()
    {
        using var rows = Csv("""
            period;provider;group;cases;cost
            2017;HS-HLM;D40O;120;4800000,50
            2017-01..2017-06;HS-HLM;D40O;60;2400000
            2017;HS-HLM;D40O;1;1
            hösten;HS-HLM;D40O;0;-1
            2017;HS-HLM;E65O;0;1
            """);
        var table = GroupCostTable.Read(rows, "f.csv");
        Assert.Equal(["2017-01..2017-12 HS-HLM D40O 120 480000050 2", "2017-01..2017-06 HS-HLM D40O 60 240000000 3"], table.Costs.Zip(table.Lines, (c, line) => $"{c.Period} {c.Provider} {c.Group} {c.Cases} {c.Cost.Ore} {line}"));
        Assert.Equal(
            ["4 care.group-cost-twice 2017-01..2017-12 HS-HLM D40O", "5 care.not-a-period hösten", "5 care.not-a-cost -1", "6 care.not-a-count 0"],
            table.Faults.Select(f => $"{f.Place.Line} {f.Code} {f.Found}"));
    }

    [Theory]
    [InlineData("contacts", "contacts")]
    [InlineData("listings", "contacts")]
    [InlineData("group-costs", "contacts")]
    [InlineData("invoices", "invoices")]
    public void The_published_schema_is_the_one_that_is_read_by(string name, string page)
    {
        var (title, columns) = CareColumns.Of(name);
        var schema = CareColumns.Schema(title, columns).ToJsonString(s_readable);
        Approved.Matches($"{name}.schema", schema);
        Assert.Equal(schema, File.ReadAllText(Repository.Path($"docs/format/{name}.schema.json")).TrimEnd('\n'));
        Assert.Contains($"    {string.Join(';', columns.Select(c => c.Name))}\n", File.ReadAllText(Repository.Path($"docs/format/{page}.md")).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    private static CareCsv Csv(string text) => new(new MemoryStream(Encoding.UTF8.GetBytes(text)), "f.csv");
}
