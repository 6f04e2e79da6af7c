using Styrkedja.Tests;

namespace Styrkedja.Cli.Tests.Commands;

public sealed class ImportTableCommandTests : IDisposable
{
    private const string Mapping = """
        mapping: exempel
        format: csv
        columns: {voucher: Vernr, date: Datum, account: Konto, cost-centre: Ansvar, amount: Belopp}
        fixed: {legal-entity: Region Halland, series: CSV}
        """;

    private readonly string _folder = BuiltRegion.Copy(BuiltRegion.Folder);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_ledger_in_a_table_is_tried_taken_in_and_known_the_second_time()
    {
        var (mapping, file) = (Written("m.yaml", Mapping), Written("l.csv", "Vernr;Datum;Konto;Ansvar;Belopp\n1;2018-01-15;1930;;-100,50\n1;2018-01-15;5010;40010;100,50\n"));

        var tried = CommandLine.Run("import", "ledger", file, "--mapping", mapping, "--check", "--data", _folder);
        Assert.True(tried.Exit == 0, tried.Out + tried.Error);
        Assert.Contains("2 rader kan tas in", tried.Out, StringComparison.Ordinal);
        var taken = CommandLine.Run("import", "ledger", file, "--mapping", mapping, "--format", "json", "--data", _folder);
        Assert.Equal((0, 2, false), (taken.Exit, (int)taken.Json["rows"]!, (bool)taken.Json["alreadyKnown"]!));
        Assert.True((bool)CommandLine.Run("import", "ledger", file, "--mapping", mapping, "--format", "json", "--data", _folder).Json["alreadyKnown"]!);
        Assert.Equal(0, CommandLine.Run("verify", "--data", _folder).Exit);
    }

    [Fact]
    public void A_fault_in_the_description_or_the_table_refuses_with_place_and_remedy()
    {
        var table = Written("l.csv", "Vernr;Datum;Konto;Ansvar;Belopp\n1;2018-01-15;1930;;-100,5O\n");
        var described = CommandLine.Run("import", "ledger", table, "--mapping", Written("m.yaml", Mapping + "\ndelimeter: comma\n"), "--data", _folder);
        Assert.Equal(1, described.Exit);
        Assert.Contains("m.yaml:5: Fältet delimeter finns inte här.", described.Error, StringComparison.Ordinal);

        var read = CommandLine.Run("import", "ledger", table, "--mapping", Written("m.yaml", Mapping), "--format", "json", "--data", _folder);
        Assert.Equal(1, read.Exit);
        Assert.Equal(("table.not-an-amount", 2), ((string)read.Json["errors"]![0]!["code"]!, (int)read.Json["errors"]![0]!["line"]!));
    }

    [Fact]
    public void A_ledger_without_description_or_a_file_that_is_not_there_is_wrong_usage()
    {
        Assert.Equal(2, CommandLine.Run("import", "ledger", Written("l.csv", ""), "--data", _folder).Exit);
        Assert.Equal(2, CommandLine.Run("import", "staff", Path.Combine(_folder, "nowhere.csv"), "--data", _folder).Exit);
        Assert.Equal(2, CommandLine.Run("import", "staff", Written("s.csv", ""), "--mapping", Path.Combine(_folder, "nowhere.yaml"), "--data", _folder).Exit);
    }

    [Fact]
    public void Staff_is_replaced_by_an_express_word_and_can_be_asked_why()
    {
        var file = Written("p.csv", "subject;month;headcount;full_time_equivalents;agency_full_time_equivalents;sick_leave_hours;ordinary_hours\nPSY-OV;2017-12;310;290,5;;;\n");
        var refused = CommandLine.Run("import", "staff", file, "--data", _folder);
        Assert.Equal(1, refused.Exit);
        Assert.Contains("PSY-OV 2017-12", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, CommandLine.Run("import", "staff", file, "--replace", "--data", _folder).Exit);

        var explained = CommandLine.Run("explain", "headcount/2017-01..2017-12/PSY-OV", "--format", "json", "--data", _folder);
        Assert.Equal((310, "latestMonth"), ((int)explained.Json["count"]!, (string)explained.Json["rule"]!));
        Assert.Equal("p.csv", (string)explained.Json["batches"]![0]!["source"]!);
        Assert.Contains("Läget den senaste månaden", CommandLine.Run("explain", "headcount/2017-01..2017-12/DN-PSY", "--data", _folder).Out, StringComparison.Ordinal);
        Assert.Equal(0, CommandLine.Run("verify", "--data", _folder).Exit);
    }

    [Theory]
    [InlineData("sv", "efter en beskrivning av kolumnerna")]
    [InlineData("en", "by a description of their columns")]
    public void Help_tells_of_ledgers_in_tables(string language, string words) =>
        Assert.Contains(words, CommandLine.Run("import", "ledger", "--help", "--lang", language).Out.ReplaceLineEndings(" "), StringComparison.Ordinal);

    [Theory]
    [InlineData("decision", "decision file")]
    [InlineData("ledger-table", "ledger in a table")]
    [InlineData("staff-table", "staff in a table")]
    [InlineData("invoices", "invoices from other regions in a table")]
    public void The_schema_of_each_sort_of_file_is_printed(string of, string title) =>
        Assert.Contains(title, (string)CommandLine.Run("schema", of).Json["title"]!, StringComparison.Ordinal);

    private string Written(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
