using Styrkedja.Calendar;
using Styrkedja.Tests;

namespace Styrkedja.Cli.Tests.Commands;

/// <summary>The process is killed at any instant of an import: nothing acknowledged is lost, nothing half-done is seen, and finishing gives what an undisturbed run gives.</summary>
/// <remarks>The same with 300 kills is bench/crash.</remarks>
public sealed class CrashTests
{
    private const int Kills = 30;
    private const int FinishEvery = 5;

    [Fact]
    public void Killed_at_random_instants_of_an_import_the_region_verifies_and_ends_the_same()
    {
        var files = BuiltRegion.SieFiles(2017).OrderByDescending(file => new FileInfo(file).Length).ThenBy(file => file, StringComparer.Ordinal).Take(20).ToList();
        var decided = BuiltRegion.DecisionsOnly();
        var program = Path.Combine(AppContext.BaseDirectory, "styrkedja.dll");

        var tally = new KilledImport(program, decided, files, Period.Year(2017)).Run(Kills, 20171130, FinishEvery);

        Assert.True(tally.Inside * 2 >= Kills, $"Too few kills fell inside the import: {tally}");
        Assert.Equal(Kills / FinishEvery, tally.Finished);
        TestContext.Current.TestOutputHelper?.WriteLine($"{tally}");
        Directory.Delete(decided, recursive: true);
    }
}
