using System.CommandLine;
using System.Text.Json.Nodes;
using Styrkedja.App.Auditing;
using Styrkedja.App.People;
using Styrkedja.App.Texts;
using Styrkedja.Formats.Offices;

namespace Styrkedja.Cli.Commands;

/// <summary>styrkedja import offices FILE: the offices of employees from a staff system, in place of those told before.</summary>
internal static class ImportOfficesCommand
{
    /// <param name="keeping">Gives, for a region's folder, what puts the offices in place of those before; absent while a region keeps no accounts, and files can only be checked.</param>
    public static Command Make(Texts texts, Func<string, Func<IReadOnlyList<FedOffice>, bool>>? keeping)
    {
        var asked = new Asked(texts);
        var file = new Argument<FileInfo>("FILE") { Description = texts["cli.import.offices-file"] };
        var check = new Option<bool>("--check") { Description = texts["cli.check"] };
        var command = new Command("offices", texts["cli.import.offices"]) { file, check, asked.Data, asked.Format };
        command.SetAction(result =>
        {
            var (source, onlyCheck) = (result.GetValue(file)!, result.GetValue(check));
            if (!Files.Exist(texts, [source]))
                return Exit.WrongUsage;
            if (!onlyCheck && keeping is null)
            {
                Console.Error.WriteLine(texts["cli.import.offices-not-kept"]);
                return Exit.Refused;
            }

            using var archive = asked.Open(result);
            using var log = new AuditLog(archive.Folder);
            var now = DateTimeOffset.UtcNow;
            bool Keep(IReadOnlyList<FedOffice> offices) => log.During(
                new(now, AuditKind.Import, AuditOutcome.Done, ConsoleUser.Name, Object: "offices", Reason: $"rows: {offices.Count}"),
                () => keeping!(archive.Folder)(offices));
            var imported = new ImportOffices(archive, Keep).Import(File.ReadAllBytes(source.FullName), source.ToString(), DateOnly.FromDateTime(now.UtcDateTime), onlyCheck);
            if (asked.Json(result))
                Printed.Json(Json(texts, imported));
            else
                Tell(texts, imported);
            return imported.Refused ? Exit.Refused : Exit.Done;
        });
        return command;
    }

    private static void Tell(Texts texts, OfficesResult imported)
    {
        foreach (var fault in imported.Faults)
            Printed.Told(texts, fault);
        var key = imported.Refused ? "cli.import.refused" : imported.Taken ? "cli.import.offices-taken" : "cli.import.offices-would";
        Console.Out.WriteLine(texts[key, ("file", imported.File), ("rows", imported.Rows), ("people", imported.People)]);
    }

    private static JsonObject Json(Texts texts, OfficesResult imported) => new()
    {
        ["file"] = imported.File,
        ["rows"] = imported.Rows,
        ["people"] = imported.People,
        ["taken"] = imported.Taken,
        ["errors"] = new JsonArray([.. imported.Faults.Select(f => (JsonNode)Printed.FaultJson(texts, f))]),
    };
}
