using System.Runtime.CompilerServices;

namespace Styrkedja.Formats.Decisions;

/// <summary>The files of the repository, found from where this file lies.</summary>
internal static class Repository
{
    public static string Path(string inRepository) => System.IO.Path.GetFullPath(System.IO.Path.Combine(Here(), "../../..", inRepository));

    private static string Here([CallerFilePath] string file = "") => System.IO.Path.GetDirectoryName(file)!;
}
