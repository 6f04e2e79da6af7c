using System.CommandLine;
using System.Text.Json.Nodes;
using Styrkedja.App.Archive;
using Styrkedja.App.Importing;
using Styrkedja.App.Texts;
using Styrkedja.Provenance;

namespace Styrkedja.Cli.Commands;

/// <summary>styrkedja import sie|ledger|staff|indicators FILE...: takes facts into the region, each file whole or not at all.</summary>
internal static class ImportCommand
{
    public static Command Make(Texts texts) => new("import", texts["cli.import"])
    {
        Kind(texts, "sie", texts["cli.import.sie"], (archive, bytes, name, terms) => new ImportLedger(archive).Import(bytes, name, terms)),
        ImportTableCommand.Ledger(texts),
        ImportTableCommand.Staff(texts),
        Kind(texts, "indicators", texts["cli.import.indicators"], (archive, bytes, name, terms) => new ImportObservations(archive).Import(bytes, name, terms)),
    };

    private static Command Kind(Texts texts, string name, string about, Func<RegionArchive, ReadOnlyMemory<byte>, string, ImportTerms, ImportResult> import)
    {
        var asked = new Asked(texts);
        var files = new Argument<FileInfo[]>("FILE") { Description = texts["cli.import.files"], Arity = ArgumentArity.OneOrMore };
        var check = new Option<bool>("--check") { Description = texts["cli.check"] };
        var replace = new Option<bool>("--replace") { Description = texts["cli.import.replace"] };
        var command = new Command(name, about) { files, check, asked.Data, asked.Format };
        if (name == "sie")
            command.Options.Add(replace);
        command.SetAction(result =>
        {
            if (!Files.Exist(texts, result.GetValue(files)!))
                return Exit.WrongUsage;
            using var archive = asked.Open(result);
            var terms = new ImportTerms(DateTimeOffset.UtcNow, name == "sie" && result.GetValue(replace), Check: result.GetValue(check));
            var results = result.GetValue(files)!.Select(f => import(archive, File.ReadAllBytes(f.FullName), f.ToString(), terms)).ToList();
            return Answer(texts, results, terms.Check, asked.Json(result));
        });
        return command;
    }

    /// <summary>Tells what became of each file, in sentences or as JSON, and says by the exit code whether any was refused.</summary>
    internal static int Answer(Texts texts, IReadOnlyList<ImportResult> results, bool check, bool json)
    {
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
    }

    private static JsonObject Json(Texts texts, ImportResult result) => new()
    {
        ["file"] = result.File,
        ["batch"] = result.Batch,
        ["rows"] = result.Rows,
        ["alreadyKnown"] = result.AlreadyKnown,
        ["warnings"] = Faults(texts, result, error: false),
        ["errors"] = Faults(texts, result, error: true),
    };

    private static JsonArray Faults(Texts texts, ImportResult result, bool error) =>
        new([.. result.Faults.Where(f => f.Severity == Severity.Error == error).Select(f => (JsonNode)Printed.FaultJson(texts, f))]);
}
