using System.CommandLine;
using Styrkedja.App.Texts;
using Styrkedja.Calendar;
using Styrkedja.Formats.Figures;

namespace Styrkedja.Cli.Commands;

/// <summary>styrkedja orphans YEAR: frames, goals, budget lines and ledger rows that no decision carries.</summary>
internal static class OrphansCommand
{
    public static Command Make(Texts texts)
    {
        var asked = new Asked(texts);
        var year = new Argument<int>("YEAR") { Description = texts["cli.orphans.year"] };
        var command = new Command("orphans", texts["cli.orphans"]) { year, asked.AsOf, asked.KnownAt, asked.Data, asked.Format };
        command.SetAction(result =>
        {
            if (result.GetValue(year) is not (> 1900 and < 2200 and var asking))
            {
                Console.Error.WriteLine(texts["cli.not-a-period", ("found", $"{result.GetValue(year)}")]);
                return Exit.WrongUsage;
            }

            using var archive = asked.Open(result);
            if (asked.Viewpoint(result, archive, Period.Year(asking)) is not { } at)
                return Exit.WrongUsage;
            var orphans = archive.ViewAt(at).Orphans(asking);
            if (asked.Json(result))
            {
                Printed.Json(ComparisonJson.Of(asking, orphans));
                return Exit.Done;
            }

            foreach (var orphan in orphans)
                Console.Out.WriteLine($"{texts[$"orphan.{FigureJson.Word(orphan.Kind)}", ("id", orphan.Id)]} {orphan.By?.Id}".TrimEnd());
            Console.Out.WriteLine(texts["cli.orphans.count", ("count", orphans.Count), ("year", asking)]);
            return Exit.Done;
        });
        return command;
    }
}
