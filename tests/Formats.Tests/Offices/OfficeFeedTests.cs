using System.Text;
using System.Text.Json;
using NJsonSchema;
using Styrkedja.Formats.Decisions;
using Styrkedja.Tests;

namespace Styrkedja.Formats.Offices;

/// <summary>The file of employees' offices and its published description. Others make it: a column may be added, never changed.</summary>
public class OfficeFeedTests
{
    private static readonly JsonSerializerOptions s_readable = new() { WriteIndented = true, IndentSize = 1, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData("person;name;email;title;office;function;unit;from;to\nSE1-A;Demo: controller;c@region.example;Controller;;controller;A1;2026-01-01;2026-06-30\n")]
    [InlineData("\uFEFFto,from,unit,function,office,title,email,name,person\r\n2026-06-30,2026-01-01,A1,controller,,Controller,c@region.example,\"Demo: controller\",SE1-A\r\n,,,,,,,,\r\n")]
    public void A_row_is_read_whichever_sign_is_between_its_fields_and_in_whichever_order(string text)
    {
        var feed = OfficeFeed.Read(Encoding.UTF8.GetBytes(text), "befattningar.csv");

        Assert.Empty(feed.Faults.Select(f => f.Code));
        Assert.Equal([new FedOffice("SE1-A", "Demo: controller", "c@region.example", "Controller", null, "controller", "A1", new(2026, 1, 1), new(2026, 6, 30))], feed.Offices);
        Assert.Equal(2, feed.Places[0].Line);
    }

    [Fact]
    public void What_need_not_be_told_may_be_left_out()
    {
        var feed = OfficeFeed.Read(Encoding.UTF8.GetBytes("person;title;function;unit;from\nSE1-A;Enhetschef;unit-head;100;2026-01-01\n"), "befattningar.csv");

        Assert.Equal([new FedOffice("SE1-A", null, null, "Enhetschef", null, "unit-head", "100", new(2026, 1, 1), null)], feed.Offices);
    }

    [Fact]
    public void Someone_may_hold_several_offices_and_the_same_again_later()
    {
        var feed = OfficeFeed.Read("""
            person;title;function;unit;from;to
            SE1-A;Enhetschef;unit-head;A1;2026-01-01;2026-06-30
            SE1-A;Controller;controller;A1;2026-01-01;
            SE1-A;Enhetschef;unit-head;A1;2026-07-01;
            """u8.ToArray(), "befattningar.csv");

        Assert.Empty(feed.Faults.Select(f => f.Code));
        Assert.Equal(3, feed.Offices.Count);
    }

    [Fact]
    public void No_function_is_both_employed_and_decided() => Assert.Empty(OfficeFeed.Functions.Intersect(OfficeFeed.DecidedFunctions));

    [Theory]
    [InlineData("SE2321000115-1A2B")]
    [InlineData("5566778899")]
    [InlineData("a3f0c1d2@idp.example")]
    public void An_identity_that_is_no_personal_identity_number_is_taken(string person) =>
        Assert.Empty(OfficeFeed.Read(Encoding.UTF8.GetBytes($"person;title;function;unit;from\n{person};Controller;controller;A1;2026-01-01\n"), "f.csv").Faults.Select(f => f.Code));

    [Fact]
    public async Task The_published_schema_is_the_one_that_is_read_by_and_the_documented_row_keeps_to_it()
    {
        var schema = OfficeFeed.Schema().ToJsonString(s_readable);
        Approved.Matches("offices.schema", schema);
        Assert.Equal(schema, (await File.ReadAllTextAsync(Repository.Path("docs/format/offices.schema.json"), TestContext.Current.CancellationToken)).TrimEnd('\n'));
        var documented = (await File.ReadAllLinesAsync(Repository.Path("docs/format/offices.md"), TestContext.Current.CancellationToken)).Where(l => l.StartsWith("    ", StringComparison.Ordinal) && l.Contains(';', StringComparison.Ordinal)).Select(l => l.Trim()).ToList();
        var feed = OfficeFeed.Read(Encoding.UTF8.GetBytes(string.Join('\n', documented)), "offices.md");
        Assert.Empty(feed.Faults.Select(f => $"{f.Code} {f.Found}"));
        var columns = documented[0].Split(';');
        var judge = await JsonSchema.FromJsonAsync(schema, TestContext.Current.CancellationToken);
        foreach (var row in documented.Skip(1))
        {
            var json = JsonSerializer.Serialize(columns.Zip(row.Split(';')).Where(c => c.Second.Length > 0).ToDictionary(c => c.First, c => c.Second));
            Assert.Empty(judge.Validate(json).Select(f => $"{f.Path} {f.Kind}"));
        }
    }
}
