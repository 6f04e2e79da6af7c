using System.CommandLine;
using Styrkedja.App.Importing;
using Styrkedja.App.Texts;
using Styrkedja.Formats.Tables;

namespace Styrkedja.Cli.Commands;

/// <summary>styrkedja import indicators FILE...: values of indicators from CSV or XLSX, and published totals from CSV; the heading says which. With --template it writes an empty table to fill in.</summary>
internal static class ImportIndicatorsCommand
{
    public static Command Make(Texts texts)
    {
        var asked = new Asked(texts);
        var files = new Argument<FileInfo[]>("FILE") { Description = texts["cli.import.files"], Arity = ArgumentArity.ZeroOrMore };
        var check = new Option<bool>("--check") { Description = texts["cli.check"] };
        var template = new Option<FileInfo?>("--template") { Description = texts["cli.import.template"], HelpName = "FILE" };
        var command = new Command("indicators", texts["cli.import.indicators"]) { files, template, check, asked.Data, asked.Format };
        command.SetAction((result, stop) => Task.FromResult(Run(result, stop)));
        return command;

        int Run(ParseResult result, CancellationToken stop)
        {
            var sources = result.GetValue(files) ?? [];
            if (result.GetValue(template) is { } empty)
                return Template(texts, empty);
            if (sources.Length == 0)
            {
                Console.Error.WriteLine(texts["cli.import.no-file-named"]);
                return Exit.WrongUsage;
            }

            if (!Files.Exist(texts, sources))
                return Exit.WrongUsage;
            using var archive = asked.Open(result);
            var terms = new ImportTerms(DateTimeOffset.UtcNow, Check: result.GetValue(check));
            return ImportCommand.Answer(texts, () => [.. sources.Select(file =>
            {
                stop.ThrowIfCancellationRequested();
                var bytes = File.ReadAllBytes(file.FullName);
                return ImportIndicators.IsPublished(bytes) ? new ImportObservations(archive).Import(bytes, file.ToString(), terms) : new ImportIndicators(archive).Import(bytes, file.ToString(), terms);
            })], terms.Check, asked.Json(result));
        }
    }

    private static int Template(Texts texts, FileInfo file)
    {
        if (file.Exists)
        {
            Console.Error.WriteLine(texts["cli.import.template-there", ("file", file.ToString())]);
            return Exit.WrongUsage;
        }

        using (var to = file.Create())
            ImportIndicators.WriteTemplate(to, file.Extension.Equals(".xlsx", StringComparison.OrdinalIgnoreCase) ? TableFormat.Xlsx : TableFormat.Csv);
        Console.Out.WriteLine(texts["cli.import.template-written", ("file", file.ToString())]);
        return Exit.Done;
    }
}
