using System.Runtime.InteropServices;
using Styrkedja.Bench.Peers;

namespace Styrkedja.Bench.Measuring;

/// <summary>The machine that a run was made on, in one line.</summary>
public static class Machine
{
    public static string Line()
    {
        var model = File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim() ?? "unknown processor"
            : "unknown processor";
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1L << 30);
        return $"{Environment.ProcessorCount} cores ({model}), {memory:0} GiB, {System()}, {RuntimeInformation.FrameworkDescription}, DuckDB {Duck.Version}";
    }

    private static string System() => File.Exists("/etc/os-release")
        ? File.ReadLines("/etc/os-release").FirstOrDefault(l => l.StartsWith("PRETTY_NAME=", StringComparison.Ordinal))?[12..].Trim('"') ?? RuntimeInformation.OSDescription
        : RuntimeInformation.OSDescription;
}
