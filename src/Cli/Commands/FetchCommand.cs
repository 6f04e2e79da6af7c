using System.CommandLine;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Styrkedja.App.Fetching;
using Styrkedja.App.Importing;
using Styrkedja.App.Texts;
using Styrkedja.Formats.Indicators;
using Styrkedja.Provenance;

namespace Styrkedja.Cli.Commands;

/// <summary>styrkedja fetch kolada|scb: values of indicators over HTTP by the region's plan. Stopped with Ctrl-C it leaves nothing behind in the journal, and the next run goes on.</summary>
internal static class FetchCommand
{
    public static Command Make(Texts texts) => new("fetch", texts["cli.fetch"]) { Kind(texts, "kolada"), Kind(texts, "scb") };

    private static Command Kind(Texts texts, string source)
    {
        var asked = new Asked(texts);
        var described = new Option<FileInfo?>("--plan") { Description = texts["cli.fetch.plan"], HelpName = "FILE" };
        var again = new Option<bool>("--again") { Description = texts["cli.fetch.again"] };
        var check = new Option<bool>("--check") { Description = texts["cli.check"] };
        var command = new Command(source, texts[$"cli.fetch.{source}"]) { described, again, check, asked.Data, asked.Format };
        command.SetAction((result, stop) => Run(result, stop));
        return command;

        async Task<int> Run(ParseResult result, CancellationToken stop)
        {
            using var archive = asked.Open(result);
            var file = result.GetValue(described) ?? new FileInfo(Path.Combine(archive.Folder, FetchPlan.FileName));
            if (!file.Exists)
            {
                Console.Error.WriteLine(texts["cli.fetch.no-plan", ("file", file.ToString())]);
                return Exit.WrongUsage;
            }

            var (plan, faults) = FetchPlan.Read(await File.ReadAllTextAsync(file.FullName, stop), file.ToString());
            if (plan is null)
                return Told(texts, new(source, 0, 0, 0, null, new(0, 0, 0), faults), result.GetValue(check), asked.Json(result));
            var (terms, told) = (new FetchTerms(result.GetValue(again), result.GetValue(check)), new FetchTold(texts));
            try
            {
                switch (source)
                {
                    case "kolada" when plan.Kolada is { } kolada:
                        return Told(texts, await new FetchKolada(archive, TimeProvider.System).Fetch(kolada, terms, told, stop), terms.Check, asked.Json(result));
                    case "scb" when plan.Scb is { } scb:
                        return Told(texts, await new FetchScb(archive, TimeProvider.System).Fetch(scb, terms, told, stop), terms.Check, asked.Json(result));
                    default:
                        Console.Error.WriteLine(texts["cli.fetch.not-in-plan", ("file", file.ToString()), ("source", source)]);
                        return Exit.WrongUsage;
                }
            }
            catch (OperationCanceledException)
            {
                Console.Error.WriteLine(texts["cli.fetch.stopped"]);
                return Exit.Refused;
            }
        }
    }

    private static int Told(Texts texts, FetchResult result, bool check, bool json)
    {
        if (json)
        {
            Printed.Json(Json(texts, result));
            return result.Refused ? Exit.Refused : Exit.Done;
        }

        foreach (var fault in result.Faults)
            Printed.Told(texts, fault);
        Console.Out.WriteLine(texts["cli.fetch.read", ("source", result.Source), ("calls", result.Calls), ("kept", result.Kept), ("rows", result.Read)]);
        var key = result switch
        {
            { Refused: true } => "cli.fetch.refused",
            { Values: { New: 0, Revised: 0 } } => "cli.fetch.nothing-new",
            _ => check ? "cli.fetch.would" : "cli.fetch.taken",
        };
        Console.Out.WriteLine(texts[key, ("source", result.Source), ("batch", result.Batch ?? "")]);
        if (!result.Refused)
            Console.Out.WriteLine(texts["cli.import.values", ("new", result.Values.New), ("revised", result.Values.Revised), ("unchanged", result.Values.Unchanged)]);
        return result.Refused ? Exit.Refused : Exit.Done;
    }

    private static JsonObject Json(Texts texts, FetchResult result) => new()
    {
        ["source"] = result.Source,
        ["calls"] = result.Calls,
        ["kept"] = result.Kept,
        ["read"] = result.Read,
        ["batch"] = result.Batch,
        ["values"] = Of(result.Values),
        ["warnings"] = new JsonArray([.. result.Faults.Where(f => f.Severity != Severity.Error).Select(f => (JsonNode)Printed.FaultJson(texts, f))]),
        ["errors"] = new JsonArray([.. result.Faults.Where(f => f.Severity == Severity.Error).Select(f => (JsonNode)Printed.FaultJson(texts, f))]),
    };

    private static JsonObject Of(ValueCount values) => new() { ["new"] = values.New, ["revised"] = values.Revised, ["unchanged"] = values.Unchanged };

    /// <summary>Tells on standard error how far a fetch has come, with rate and time left, at most twice a second.</summary>
    private sealed class FetchTold(Texts texts) : IProgress<FetchProgress>
    {
        private readonly Stopwatch _watch = Stopwatch.StartNew();
        private double _next = 1;

        public void Report(FetchProgress value)
        {
            var seconds = _watch.Elapsed.TotalSeconds;
            if (seconds < _next)
                return;
            _next = seconds + 0.5;
            Console.Error.WriteLine(texts["cli.fetch.progress", ("done", value.Done), ("total", value.Total), ("rows", value.Read), ("rate", (long)(value.Read / seconds)),
                ("calls", value.Calls), ("left", (int)Math.Ceiling(seconds / value.Done * (value.Total - value.Done)))]);
        }
    }
}
