using Styrkedja.Tests;

namespace Styrkedja.Cli.Tests.Commands;

/// <summary>The process is killed at any instant of an import: nothing acknowledged is lost, nothing half-done is seen, and finishing gives what an undisturbed run gives.</summary>
public sealed class CrashTests
{
    private const int Kills = 12;

    [Fact]
    public void Killed_at_random_instants_of_an_import_the_region_verifies_and_ends_the_same()
    {
        var files = BuiltRegion.SieFiles(2017).Take(60).ToArray();
        var undisturbed = BuiltRegion.DecisionsOnly();
        Assert.Equal(0, Import(undisturbed, files).Exit);

        var disturbed = BuiltRegion.DecisionsOnly();
        var chance = new Random(20171130);
        var acknowledged = new HashSet<string>(StringComparer.Ordinal);
        for (var kill = 0; kill < Kills; kill++)
        {
            using (var process = CommandLine.Start(["import", "sie", .. files, "--data", disturbed]))
            {
                // The first file is reached about half a second after start; from there on the kill can fall anywhere.
                Thread.Sleep(400 + chance.Next(1600));
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
            }

            var verified = CommandLine.Run("verify", "--format", "json", "--data", disturbed);
            Assert.Equal(0, verified.Exit);
            var batches = Batches(disturbed);
            Assert.Superset(acknowledged, batches);
            acknowledged = batches;
        }

        Assert.Equal(0, Import(disturbed, files).Exit);
        Assert.Equal(Batches(undisturbed), Batches(disturbed));
        Assert.Equal(FollowUp(undisturbed), FollowUp(disturbed));
        Assert.Equal(Files(undisturbed), Files(disturbed));
        Directory.Delete(undisturbed, recursive: true);
        Directory.Delete(disturbed, recursive: true);
    }

    private static Said Import(string folder, string[] files) => CommandLine.Run(["import", "sie", .. files, "--data", folder]);

    private static HashSet<string> Batches(string folder) =>
        CommandLine.Run("journal", "--format", "json", "--data", folder).Json.AsArray()
            .Where(e => (string)e!["kind"]! == "facts").Select(e => (string)e!["title"]!).ToHashSet(StringComparer.Ordinal);

    private static string FollowUp(string folder)
    {
        var json = CommandLine.Run("follow-up", "2017-03", "--format", "json", "--data", folder).Json;
        json["knownAt"] = null;
        return json.ToJsonString();
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(Path.Combine(folder, "facts")).Concat(Directory.EnumerateFiles(Path.Combine(folder, "texts"))).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal);
}
