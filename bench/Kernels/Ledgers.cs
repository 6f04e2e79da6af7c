using Styrkedja.Bench.Measuring;

namespace Styrkedja.Kernels;

/// <summary>The ledgers that kernels are measured on, the same as those of bench/run.</summary>
public static class Ledgers
{
    public const long Rows = 200_000;

    public static Workshop Workshop { get; } = new(Root(), Path.Combine(Root(), "artifacts", "bench"), 1, false);

    public static string Sie() => Workshop.Text(Workshop.Region, Rows, 0, "si");

    public static string Stored() => Workshop.Stored(Workshop.Region, Rows, 50_000);

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Styrkedja.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The repository's root was not found above the program.");
        return folder;
    }
}
