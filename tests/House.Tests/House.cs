using System.Runtime.CompilerServices;

namespace Styrkedja.House;

/// <summary>The repository as files and lines, for tests that keep the rules of the house.</summary>
/// <remarks>What is built, fetched or made by running is not part of it.</remarks>
internal static class House
{
    public static string Root { get; } = FindRoot();

    private static readonly HashSet<string> s_notOurs = ["bin", "obj", "artifacts", "var", "node_modules", "TestResults"];

    private static readonly Lazy<string[]> s_files = new(() => [.. Walk(Root).Order(StringComparer.Ordinal)]);

    /// <summary>Paths from the root, with forward slashes, below a folder and with one of the endings.</summary>
    public static IEnumerable<string> Files(string folder = "", params string[] endings) => s_files.Value
        .Where(file => folder.Length == 0 || file.StartsWith(folder + "/", StringComparison.Ordinal))
        .Where(file => endings.Length == 0 || endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)));

    public static string FullPath(string file) => Path.Combine(Root, file);

    public static string Text(string file) => File.ReadAllText(FullPath(file));

    public static IEnumerable<(int Number, string Text)> Lines(string file) => File.ReadLines(FullPath(file)).Select((text, i) => (i + 1, text));

    /// <summary>Fails with every breach, one a line, so that all are mended in one go.</summary>
    public static void Holds(string rule, IEnumerable<string> breaches)
    {
        var all = breaches.ToList();
        Assert.True(all.Count == 0, $"{rule}\n{string.Join('\n', all)}");
    }

    private static IEnumerable<string> Walk(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder).Where(file => !file.Contains(".received.", StringComparison.Ordinal)))
            yield return Path.GetRelativePath(Root, file).Replace('\\', '/');
        foreach (var inner in Directory.EnumerateDirectories(folder))
        {
            var name = Path.GetFileName(inner);
            if (s_notOurs.Contains(name) || (name.StartsWith('.') && name != ".ci"))
                continue;
            foreach (var file in Walk(inner))
                yield return file;
        }
    }

    private static string FindRoot([CallerFilePath] string thisFile = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", ".."));
}
