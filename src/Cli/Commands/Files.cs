using Styrkedja.App.Texts;

namespace Styrkedja.Cli.Commands;

/// <summary>Files named on the command line.</summary>
internal static class Files
{
    /// <summary>True when all are there; otherwise each that is not has been told.</summary>
    public static bool Exist(Texts texts, IReadOnlyList<FileInfo> files)
    {
        foreach (var file in files.Where(f => !f.Exists))
            Console.Error.WriteLine(texts["cli.no-file", ("file", file.ToString())]);
        return files.All(f => f.Exists);
    }
}
