using System.CommandLine;
using Styrkedja.App.Budgeting;
using Styrkedja.App.Exporting;
using Styrkedja.App.Texts;
using Styrkedja.Calendar;
using Styrkedja.Provenance;

namespace Styrkedja.Cli.Commands;

/// <summary>styrkedja export decisions: every decision and assessment as files that can be adopted again.</summary>
internal static class ExportCommand
{
    public static Command Make(Texts texts) => new("export", texts["cli.export"]) { Decisions(texts), Sie(texts) };

    private static Command Sie(Texts texts)
    {
        var asked = new Asked(texts);
        var year = new Argument<int>("YEAR") { Description = texts["cli.export.sie-year"], HelpName = "YEAR" };
        var file = new Option<FileInfo?>("--out") { Description = texts["cli.export.sie-out"], HelpName = "FILE" };
        var command = new Command("sie", texts["cli.export.sie"]) { year, file, asked.KnownAt, asked.Data };
        command.SetAction(result =>
        {
            using var archive = asked.Open(result);
            var period = Period.Year(result.GetValue(year));
            if (asked.Viewpoint(result, archive, period) is not { } at)
                return Exit.WrongUsage;
            using var bytes = new MemoryStream();
            if (BudgetSie.Write(bytes, archive.StateAt(at), period.From.Year) is { Count: > 0 } faults && faults.Any(f => f.Severity == Severity.Error))
            {
                foreach (var fault in faults)
                    Console.Error.WriteLine(texts.Says(fault));
                return Exit.Refused;
            }

            var to = result.GetValue(file)?.FullName ?? BudgetSie.FileName(period.From.Year);
            File.WriteAllBytes(to, bytes.ToArray());
            Console.Out.WriteLine(texts["cli.export.sie-done", ("file", Path.GetFileName(to)), ("bytes", bytes.Length)]);
            return Exit.Done;
        });
        return command;
    }

    private static Command Decisions(Texts texts)
    {
        var asked = new Asked(texts);
        var folder = new Option<DirectoryInfo?>("--out") { Description = texts["cli.export.out"], HelpName = "DIR" };
        var command = new Command("decisions", texts["cli.export.decisions"]) { folder, asked.KnownAt, asked.Data };
        command.SetAction(result =>
        {
            using var archive = asked.Open(result);
            if (asked.Viewpoint(result, archive, new(new(9998, 12), new(9998, 12))) is not { } at)
                return Exit.WrongUsage;
            var files = new ExportDecisions(archive).Files(at.KnownAt);
            if (result.GetValue(folder) is not { } directory)
            {
                foreach (var file in files)
                    Console.Out.Write($"---\n{file.Text}");
                return Exit.Done;
            }

            directory.Create();
            var count = 0;
            foreach (var file in files)
            {
                File.WriteAllText(Path.Combine(directory.FullName, file.FileName), file.Text);
                count++;
            }

            Console.Out.WriteLine(texts["cli.export.done", ("count", count), ("folder", directory.ToString())]);
            return Exit.Done;
        });
        return command;
    }
}
