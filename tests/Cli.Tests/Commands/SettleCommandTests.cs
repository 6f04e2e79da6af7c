using Styrkedja.App.Archive;
using Styrkedja.Tests;

namespace Styrkedja.Cli.Tests.Commands;

/// <summary>A settled month of Halland is told by agreement and explained line by line, and no one without the right approves it.</summary>
public sealed class SettleCommandTests
{
    [Fact]
    public void A_month_is_told_by_agreement_and_by_who_runs_the_care()
    {
        var said = CommandLine.Run("settle", "2017-03", "--data", BuiltRegion.Folder);

        Assert.Equal(0, said.Exit);
        Assert.Contains("AVT-VC-ONSALA", said.Out, StringComparison.Ordinal);
        Assert.Contains("Vårdcentralen Onsala", said.Out, StringComparison.Ordinal);
        Assert.Contains("till 19 avtal.", said.Out, StringComparison.Ordinal);
        Assert.Contains("2017-03 var redan fryst", said.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void An_agreement_is_explained_by_decision_price_and_number_and_the_lines_add_up()
    {
        var said = CommandLine.Run("settle", "2017-08", "--agreement", "AVT-PC-SAROLEDEN", "--format", "json", "--data", BuiltRegion.Folder);

        Assert.Equal(0, said.Exit);
        var lines = said.Json["lines"]!.AsArray();
        Assert.Equal(["listning", "ej-listad", "utomlans", "kvalitet", "patientavgift", "vat"], lines.Select(l => (string)l!["component"]!).Distinct().Order(StringComparer.Ordinal).OrderBy(c => Array.IndexOf(["listning", "ej-listad", "utomlans", "kvalitet", "patientavgift", "vat"], c)));
        foreach (var line in lines.Where(l => (string)l!["kind"]! == "contacts"))
            Assert.Equal((long)line!["ore"]!, line["codes"]!.AsArray().Sum(c => (long)c!["each-ore"]! * (long)c["count"]!));
        Assert.All(lines, line => Assert.Equal((long)line!["ore"]!, (long)line["frozen-ore"]!));
        // A visit to a doctor by someone listed elsewhere costs 571 kr from July, by the decision of June.
        var visits = lines.Single(l => (string)l!["component"]! == "ej-listad")!;
        Assert.Contains("RS-2017-prislistor-juli", visits["rules"]!.AsArray().Select(r => (string)r!));
        Assert.Contains(57_100, visits["codes"]!.AsArray().Where(c => (string)c!["code"]! == "doctor-visit").Select(c => (long)c!["each-ore"]!));
        // A twelfth of 660 mnkr by points.
        var listing = lines.Single(l => (string)l!["component"]! == "listning")!;
        Assert.Equal(55_000_000_00, (long)listing["pot-ore"]!);
        var (points, all) = (decimal.Parse((string)listing["points"]!, System.Globalization.CultureInfo.InvariantCulture), decimal.Parse((string)listing["pot-points"]!, System.Globalization.CultureInfo.InvariantCulture));
        Assert.InRange((long)listing["ore"]! - (55_000_000_00 * points / all), -1, 1);
    }

    [Fact]
    public void The_explanation_is_told_in_words_and_an_agreement_that_is_not_settled_is_refused()
    {
        var said = CommandLine.Run("settle", "2017-03", "--agreement", "BEST-HS-2017", "--data", BuiltRegion.Folder);
        Assert.Equal(0, said.Exit);
        Assert.Contains("fast-anslag: 190 000 000,00 kr", said.Out.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains("Beslut: RS-2016-ersattningsmodeller-2017", said.Out, StringComparison.Ordinal);
        Assert.Contains("M60N", said.Out, StringComparison.Ordinal);

        var unknown = CommandLine.Run("settle", "2017-03", "--agreement", "AVT-FINNS-INTE", "--data", BuiltRegion.Folder);
        Assert.Equal(2, unknown.Exit);
        Assert.Contains("AVT-FINNS-INTE", unknown.Error, StringComparison.Ordinal);
        Assert.Equal(2, CommandLine.Run("settle", "2017-03", "--agreement", "AVT-TAXA", "--approve", "--data", BuiltRegion.Folder).Exit);
    }

    [Theory]
    [InlineData("demo-medarbetare")]
    [InlineData("demo-bestallare")]
    [InlineData("demo-forvaltningschef")]
    public void No_one_approves_settlement_without_the_right_to_approve_for_the_financier(string holder)
    {
        // The region as it was before March was settled: there is something to freeze.
        var folder = BuiltRegion.CopyOf(new DateTimeOffset(2017, 4, 12, 0, 0, 0, TimeSpan.Zero));
        foreach (var file in new[] { "people.sqlite", "settlement-accounts.yaml" })
            File.Copy(Path.Combine(BuiltRegion.Folder, file), Path.Combine(folder, file), overwrite: true);
        var before = Head(folder);

        var said = CommandLine.Run("settle", "2017-03", "--approve", "--as", holder, "--data", folder);

        Assert.Equal(1, said.Exit);
        Assert.NotEmpty(said.Error);
        Assert.Equal(before, Head(folder));
        // The owner of the files may, so what stopped the other was the right and nothing else.
        var approved = CommandLine.Run("settle", "2017-03", "--approve", "--data", folder);
        Assert.Equal("", approved.Error);
        Assert.Equal(0, approved.Exit);
        Assert.NotEqual(before, Head(folder));
        Directory.Delete(folder, recursive: true);
    }

    private static string Head(string folder)
    {
        using var region = RegionArchive.Open(folder);
        return region.Head().Hash;
    }
}
