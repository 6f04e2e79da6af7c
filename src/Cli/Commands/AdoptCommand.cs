using System.CommandLine;
using System.Text.Json.Nodes;
using Styrkedja.App.Archive;
using Styrkedja.App.Deciding;
using Styrkedja.App.Texts;
using Styrkedja.Authority;
using Styrkedja.Formats.Figures;
using Styrkedja.Provenance;

namespace Styrkedja.Cli.Commands;

/// <summary>styrkedja adopt FILE...: records decisions and assessments from files, all or nothing.</summary>
internal static class AdoptCommand
{
    public static Command Make(Texts texts)
    {
        var asked = new Asked(texts);
        var files = new Argument<FileInfo[]>("FILE") { Description = texts["cli.adopt.files"], Arity = ArgumentArity.OneOrMore };
        var check = new Option<bool>("--check") { Description = texts["cli.check"] };
        var command = new Command("adopt", texts["cli.adopt"]) { files, check, asked.Data, asked.Format };
        command.SetAction(result =>
        {
            if (!Files.Exist(texts, result.GetValue(files)!))
                return Exit.WrongUsage;
            using var archive = RegionArchive.Open(result.GetValue(asked.Data)!);
            var acting = Acting.Of(result, archive, TimeProvider.System)!;
            var read = result.GetValue(files)!.Select(f => (File.ReadAllText(f.FullName), f.ToString())).ToList();
            var recorded = new TakeDecision(archive, new(archive, TimeProvider.System)).Take(read, acting.Holder, DateTimeOffset.UtcNow, result.GetValue(check));
            if (asked.Json(result))
                Printed.Json(Json(texts, recorded));
            else
                Tell(texts, recorded);
            foreach (var refusal in recorded.Refusals)
                acting.Refused(refusal, "adopt", texts);
            return recorded.Refused ? Exit.Refused : Exit.Done;
        });
        return command;
    }

    private static void Tell(Texts texts, RecordingResult result)
    {
        foreach (var fault in result.Faults.Concat(result.Recordings.SelectMany(r => r.Verdict.Faults)))
            Printed.Told(texts, fault);
        foreach (var recording in result.Recordings)
        {
            foreach (var breach in recording.Verdict.Breaches)
                Console.Error.WriteLine($"{recording.Place.File}:{recording.Place.Line}: {BreachSentences.Of(texts, breach)}");
            var key = recording switch
            {
                { AlreadyKnown: true } => "cli.adopt.known",
                { Verdict.Outcome: VerdictOutcome.Refused } => "cli.adopt.refused",
                { Position: null } => "cli.adopt.would",
                _ => "cli.adopt.recorded",
            };
            Console.Out.WriteLine(texts[key, ("id", recording.Id), ("position", recording.Position ?? 0)]);
        }
    }

    private static JsonObject Json(Texts texts, RecordingResult result) => new()
    {
        ["refused"] = result.Refused,
        ["errors"] = new JsonArray([.. result.Faults.Concat(result.Recordings.SelectMany(r => r.Verdict.Faults)).Where(f => f.Severity == Severity.Error).Select(f => (JsonNode)Printed.FaultJson(texts, f))]),
        ["recorded"] = new JsonArray(
        [
            .. result.Recordings.Select(r => (JsonNode)new JsonObject
            {
                ["id"] = r.Id,
                ["position"] = r.Position,
                ["alreadyKnown"] = r.AlreadyKnown,
                ["verdict"] = FigureJson.Word(r.Verdict.Outcome),
                ["breaches"] = new JsonArray([.. r.Verdict.Breaches.Select(b => JsonValue.Create(BreachSentences.Of(texts, b)))]),
            }),
        ]),
    };
}
