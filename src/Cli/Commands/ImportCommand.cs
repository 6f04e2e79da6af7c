using System.CommandLine;
using System.Text.Json.Nodes;
using Styrkedja.App.Archive;
using Styrkedja.App.Importing;
using Styrkedja.App.Texts;
using Styrkedja.Formats.Figures;
using Styrkedja.Provenance;

namespace Styrkedja.Cli.Commands;

/// <summary>styrkedja import sie|ledger|staff|indicators|contacts|listings|group-costs|offices FILE...: takes facts into the region, each file whole or not at all.</summary>
internal static class ImportCommand
{
    public static Command Make(Texts texts)
    {
        var command = new Command("import", texts["cli.import"]) { Sie(texts), ImportTableCommand.Ledger(texts), ImportTableCommand.Staff(texts), ImportIndicatorsCommand.Make(texts) };
        foreach (var care in ImportCareCommand.All(texts))
            command.Subcommands.Add(care);
        command.Subcommands.Add(ImportOfficesCommand.Make(texts));
        return command;
    }

    private static Command Sie(Texts texts)
    {
        var replace = new Option<bool>("--replace") { Description = texts["cli.import.replace"] };
        var command = Kind(texts, "sie", (asked, archive, files, terms, stop) =>
            new ImportLedger(archive).Import([.. files.Select(f => new SieSource(f.FullName, f.ToString()))], terms with { Replace = asked.GetValue(replace) }, new ImportTold(texts), stop));
        command.Options.Add(replace);
        return command;
    }

    private static Command Kind(
        Texts texts, string name, Func<ParseResult, RegionArchive, IReadOnlyList<FileInfo>, ImportTerms, CancellationToken, IReadOnlyList<ImportResult>> import)
    {
        var asked = new Asked(texts);
        var files = new Argument<FileInfo[]>("FILE") { Description = texts["cli.import.files"], Arity = ArgumentArity.OneOrMore };
        var check = new Option<bool>("--check") { Description = texts["cli.check"] };
        var command = new Command(name, texts[$"cli.import.{name}"]) { files, check, asked.Data, asked.Format };
        command.SetAction((result, stop) => Task.FromResult(Run(result, stop)));
        return command;

        int Run(ParseResult result, CancellationToken stop)
        {
            if (!Files.Exist(texts, result.GetValue(files)!))
                return Exit.WrongUsage;
            using var archive = asked.Open(result);
            var terms = new ImportTerms(DateTimeOffset.UtcNow, Check: result.GetValue(check));
            return Answer(texts, () => import(result, archive, result.GetValue(files)!, terms, stop), terms.Check, asked.Json(result));
        }
    }

    /// <summary>Imports and tells what became of each file, in sentences or as JSON; the exit code says whether any was refused or the import stopped.</summary>
    internal static int Answer(Texts texts, Func<IReadOnlyList<ImportResult>> import, bool check, bool json)
    {
        IReadOnlyList<ImportResult> results;
        try
        {
            results = import();
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine(texts["cli.import.stopped"]);
            return Exit.Refused;
        }

        if (json)
            Printed.Json(results.Count == 1 ? Json(texts, results[0]) : new JsonArray([.. results.Select(r => (JsonNode)Json(texts, r))]));
        else
            results.ToList().ForEach(r => Tell(texts, r, check));
        return results.Any(r => r.Refused) ? Exit.Refused : Exit.Done;
    }

    private static void Tell(Texts texts, ImportResult result, bool check)
    {
        foreach (var fault in result.Faults)
            Printed.Told(texts, fault);
        var key = result switch
        {
            { Refused: true } => "cli.import.refused",
            { AlreadyKnown: true } => "cli.import.known",
            _ => check ? "cli.import.would" : "cli.import.taken",
        };
        Console.Out.WriteLine(texts[key, ("file", result.File), ("rows", result.Rows), ("batch", result.Batch ?? "")]);
        if (result.Values is { } values)
            Console.Out.WriteLine(texts["cli.import.values", ("new", values.New), ("revised", values.Revised), ("unchanged", values.Unchanged)]);
        if (result.Effect is not { } effect || !check)
            return;
        Console.Out.WriteLine(texts["cli.import.effect", ("result", AmountText.Exact(effect.Total))]);
        Printed.Table([.. effect.Bodies.Select(b => new[] { $"   {b.Body}", AmountText.Exact(b.Result) })]);
    }

    private static JsonObject Json(Texts texts, ImportResult result) => new()
    {
        ["file"] = result.File,
        ["batch"] = result.Batch,
        ["rows"] = result.Rows,
        ["alreadyKnown"] = result.AlreadyKnown,
        ["warnings"] = Faults(texts, result, error: false),
        ["errors"] = Faults(texts, result, error: true),
        ["values"] = result.Values is not { } values ? null : new JsonObject { ["new"] = values.New, ["revised"] = values.Revised, ["unchanged"] = values.Unchanged },
        ["effect"] = result.Effect is not { } effect ? null : new JsonObject
        {
            ["result"] = effect.Total.Ore,
            ["bodies"] = new JsonObject(effect.Bodies.Select(b => new KeyValuePair<string, JsonNode?>(b.Body, b.Result.Ore))),
        },
    };

    private static JsonArray Faults(Texts texts, ImportResult result, bool error) =>
        new([.. result.Faults.Where(f => f.Severity == Severity.Error == error).Select(f => (JsonNode)Printed.FaultJson(texts, f))]);
}
