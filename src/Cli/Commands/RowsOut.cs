using System.CommandLine;
using Styrkedja.App.Archive;
using Styrkedja.App.FollowingUp;
using Styrkedja.App.Texts;
using Styrkedja.FollowUp;

namespace Styrkedja.Cli.Commands;

/// <summary>explain --rows csv|xlsx|parquet --out FILE: all rows behind the figure, written to a file.</summary>
/// <remarks>How far it has come is told on standard error. Ctrl-C takes away what was written.</remarks>
internal sealed class RowsOut
{
    private readonly Texts _texts;

    public RowsOut(Texts texts)
    {
        _texts = texts;
        Form = new("--rows") { Description = texts["cli.explain.rows-form"], HelpName = "csv|xlsx|parquet" };
        Form.AcceptOnlyFromAmong("csv", "xlsx", "parquet");
        File = new("--out") { Description = texts["cli.explain.out"], HelpName = "FILE" };
    }

    public Option<string?> Form { get; }

    public Option<FileInfo?> File { get; }

    public bool IsAsked(ParseResult asked) => asked.GetValue(Form) is not null;

    /// <summary>True when both form and file are given, or neither; otherwise that has been told.</summary>
    public bool IsWhole(ParseResult asked)
    {
        if (asked.GetValue(Form) is null == asked.GetValue(File) is null)
            return true;
        Console.Error.WriteLine(_texts["cli.explain.rows-and-out"]);
        return false;
    }

    public int Write(ParseResult asked, RegionArchive archive, FollowUpView view, FigureAddress address, bool withTexts, CancellationToken stop)
    {
        var export = new ExportRows(archive);
        if (export.Count(view, address) is not { } total)
        {
            Console.Error.WriteLine(_texts["cli.explain.no-rows", ("figure", address)]);
            return Exit.Refused;
        }

        var file = asked.GetValue(File)!;
        Console.Error.WriteLine(_texts["cli.explain.writing", ("total", total)]);
        try
        {
            var rows = export.ToFile(view, address, Enum.Parse<RowForm>(asked.GetValue(Form)!, ignoreCase: true), _texts, withTexts, file.FullName, new Told(_texts), stop);
            Console.Error.WriteLine(_texts["cli.explain.written", ("rows", rows), ("file", file.ToString())]);
            return Exit.Done;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine(_texts["cli.explain.stopped"]);
            return Exit.Refused;
        }
    }

    /// <summary>Tells rows written, rate and time left, at most twice a second.</summary>
    private sealed class Told(Texts texts) : IProgress<RowProgress>
    {
        private double _next = 0.5;

        public void Report(RowProgress value)
        {
            var seconds = value.Elapsed.TotalSeconds;
            if (seconds < _next)
                return;
            _next = seconds + 0.5;
            var left = value.Rows == 0 ? 0 : seconds / value.Rows * (value.Total - value.Rows);
            Console.Error.WriteLine(texts["cli.explain.progress", ("done", value.Rows), ("total", value.Total), ("rate", (long)(value.Rows / seconds)), ("left", (int)Math.Ceiling(left))]);
        }
    }
}
