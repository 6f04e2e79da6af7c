using System.CommandLine;
using System.Text.Json.Nodes;
using Styrkedja.App.Archive;
using Styrkedja.App.People;
using Styrkedja.App.Texts;
using Styrkedja.Store.People;

namespace Styrkedja.Cli.Commands;

/// <summary>styrkedja import offices FILE: the offices of employees from a staff system, in place of those told before.</summary>
internal static class ImportOfficesCommand
{
    public static Command Make(Texts texts)
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
            using var archive = asked.Open(result);
            using var people = PeopleFile.Open(archive.Folder);
            var now = DateTimeOffset.UtcNow;
            var imported = new ImportOffices(archive, ImportOffices.Into(people, now)).Import(File.ReadAllBytes(source.FullName), source.ToString(), RegionToday.DayAt(now), onlyCheck);
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
