using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Styrkedja.Cli.Tests;

/// <summary>What a run of the command line said.</summary>
internal sealed record Said(int Exit, string Out, string Error)
{
    public JsonNode Json => JsonNode.Parse(Out)!;
}

/// <summary>The real command line in a process of its own.</summary>
internal static class CommandLine
{
    public static Said Run(params string[] arguments)
    {
        using var process = Start(arguments);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, error.Result);
    }

    public static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "styrkedja.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Styrkedja.Tests.BuiltRegion.Repository,
        };
        start.Environment.Remove("STYRKEDJA_DATA");
        return Process.Start(start)!;
    }
}
