using System.Diagnostics;

namespace Styrkedja.Bench.Measuring;

/// <summary>A process that was run to its end: how long it took, the most memory it held, and what it said.</summary>
public sealed record Child(double Seconds, long PeakBytes, string Out)
{
    /// <summary>Runs a program under time(1), which is what sees the peak of a process that has ended.</summary>
    /// <exception cref="InvalidOperationException">The program failed.</exception>
    public static Child Run(string program, params string[] arguments)
    {
        var peak = Path.GetTempFileName();
        var start = new ProcessStartInfo("time", ["-f", "%M", "-o", peak, program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment["PGTZ"] = "UTC";
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var seconds = watch.Elapsed.TotalSeconds;
        var kilobytes = File.ReadAllLines(peak).LastOrDefault() is { } last && long.TryParse(last, out var found) ? found : 0;
        File.Delete(peak);
        return process.ExitCode == 0
            ? new(seconds, kilobytes * 1024, output)
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {error.Result}");
    }

    /// <summary>Runs one of this program's own inner commands in a process of its own.</summary>
    public static Child Ours(params string[] arguments) => Run("dotnet", [Environment.GetCommandLineArgs()[0], .. arguments]);

    public static bool Has(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));
}
