using Styrkedja.Tests;

namespace Styrkedja.Cli.Tests.Commands;

public sealed class AdoptCommandTests
{
    [Fact]
    public void A_committee_that_gives_another_a_frame_is_refused_with_rule_and_who_could()
    {
        var folder = BuiltRegion.Copy(BuiltRegion.Folder);
        var file = Path.Combine(folder, "ram.yaml");
        File.WriteAllText(file, """
            decision: DN-HS-2018-ram
            body: DN-HS
            date: 2018-05-02
            title: Ram till psykiatrin
            acts:
              - set-frame: {year: 2018, from: RS-HSF, to: DN-PSY, kind: grant, amount: 612 000 tkr}
            """);

        var said = CommandLine.Run("adopt", file, "--data", folder);

        Assert.Equal(1, said.Exit);
        Assert.Contains("kommunallagen (2017:725)", said.Error, StringComparison.Ordinal);
        Assert.Contains("Kan besluta: RS", said.Error, StringComparison.Ordinal);
        Assert.Contains("DN-HS-2018-ram togs inte in", said.Out, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_lawful_decision_is_recorded_and_known_the_second_time()
    {
        var folder = BuiltRegion.Copy(BuiltRegion.Folder);
        var file = Path.Combine(folder, "skatt.yaml");
        File.WriteAllText(file, """
            decision: RF-2018-skatt-2019
            body: RF
            date: 2018-11-21
            title: Skattesats 2019
            acts:
              - set-tax-rate: {year: 2019, rate: 10.82}
            """);

        var first = CommandLine.Run("adopt", file, "--data", folder);
        var second = CommandLine.Run("adopt", file, "--data", folder);

        Assert.Equal(0, first.Exit);
        Assert.Contains("togs in på plats", first.Out, StringComparison.Ordinal);
        Assert.Contains("fanns redan", second.Out, StringComparison.Ordinal);
        Assert.Equal(0, CommandLine.Run("verify", "--data", folder).Exit);
        Directory.Delete(folder, recursive: true);
    }
}
