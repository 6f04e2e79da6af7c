using System.Diagnostics;
using Styrkedja.App.Importing;
using Styrkedja.App.Texts;

namespace Styrkedja.Cli.Commands;

/// <summary>Tells on standard error how far an import has come, with rate and time left, from its second second on and at most twice a second.</summary>
internal sealed class ImportTold(Texts texts) : IProgress<ImportProgress>
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly Lock _one = new();
    private double _next = 1;

    public void Report(ImportProgress value)
    {
        lock (_one)
        {
            var seconds = _watch.Elapsed.TotalSeconds;
            if (seconds < _next || value.BytesRead == 0)
                return;
            _next = seconds + 0.5;
            var left = seconds / value.BytesRead * (value.BytesTotal - value.BytesRead);
            Console.Error.WriteLine(texts["cli.import.progress", ("done", value.FilesDone), ("total", value.FilesTotal), ("rows", value.Rows),
                ("rate", (long)(value.Rows / seconds)), ("percent", value.BytesRead * 100 / Math.Max(1, value.BytesTotal)), ("left", (int)Math.Ceiling(left))]);
        }
    }
}
