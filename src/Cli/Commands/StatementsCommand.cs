using System.CommandLine;
using System.Globalization;
using Styrkedja.App.FollowingUp;
using Styrkedja.App.Texts;
using Styrkedja.Calendar;

namespace Styrkedja.Cli.Commands;

/// <summary>styrkedja statements YEAR: income statement, balance sheet, cash flow, operations and investment accounts, and the balance requirement.</summary>
internal static class StatementsCommand
{
    public static Command Make(Texts texts)
    {
        var asked = new Asked(texts);
        var year = new Argument<string>("YEAR") { Description = texts["cli.statements.year"] };
        var format = Asked.FormatOption(texts, "text", "json", "csv");
        var command = new Command("statements", texts["cli.statements"]) { year, asked.AsOf, asked.KnownAt, asked.Data, format };
        command.SetAction(result =>
        {
            if (!Period.TryParse(result.GetValue(year), out var months))
            {
                Console.Error.WriteLine(texts["cli.not-a-period", ("found", result.GetValue(year)!)]);
                return Exit.WrongUsage;
            }

            using var archive = asked.Open(result);
            if (asked.Viewpoint(result, archive, months) is not { } at)
                return Exit.WrongUsage;
            var view = archive.ViewAt(at);
            var tables = new StatementTables(texts, view, months).All;
            switch (result.GetValue(format))
            {
                case "json":
                    var json = StatementOut.Json(tables);
                    (json["period"], json["throughMonth"]) = (months.ToString(), view.Known(months).To.ToString());
                    json["balanceRequirement"] = view.Requirement(months.From.Year) is { } requirement ? StatementOut.Json(requirement) : null;
                    Printed.Json(json);
                    break;
                case "csv":
                    Printed.Csv(StatementOut.RecordColumns, StatementOut.Records(tables));
                    break;
                default:
                    foreach (var table in tables)
                        Tell(table, texts);
                    if (view.State.LiveBatches.Any(b => b.Batch.Illustrative))
                        Console.Out.WriteLine(texts["cli.illustrative"]);
                    break;
            }

            return Exit.Done;
        });
        return command;
    }

    private static void Tell(StatementTable table, Texts texts)
    {
        Console.Out.WriteLine(table.Caption.ToUpper(CultureInfo.InvariantCulture));
        Printed.Table(StatementOut.Lines(table, texts));
        foreach (var note in table.Notes)
            Console.Out.WriteLine($"  {note}");
        Console.Out.WriteLine();
    }
}
