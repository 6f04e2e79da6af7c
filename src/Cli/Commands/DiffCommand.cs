using System.CommandLine;
using System.Globalization;
using Styrkedja.App.Archive;
using Styrkedja.App.Texts;
using Styrkedja.Decisions;
using Styrkedja.Formats.Figures;
using Styrkedja.Region;

namespace Styrkedja.Cli.Commands;

/// <summary>styrkedja diff FROM TO: what is not the same at two moments, and by which decisions.</summary>
internal static class DiffCommand
{
    public static Command Make(Texts texts)
    {
        var asked = new Asked(texts);
        var from = new Argument<string>("FROM") { Description = texts["cli.diff.from"] };
        var to = new Argument<string>("TO") { Description = texts["cli.diff.to"] };
        var command = new Command("diff", texts["cli.diff"]) { from, to, asked.AsOf, asked.Data, asked.Format };
        command.SetAction(result =>
        {
            using var archive = asked.Open(result);
            if (Moment(archive, result.GetValue(from)!) is not { } first || Moment(archive, result.GetValue(to)!) is not { } second || !TryAsOf(result.GetValue(asked.AsOf), out var asOf))
            {
                Console.Error.WriteLine(texts["cli.not-a-moment", ("found", $"{result.GetValue(from)} {result.GetValue(to)}")]);
                return Exit.WrongUsage;
            }

            var difference = StateDifference.Of(archive.StateAt(new(asOf, first)), archive.StateAt(new(asOf, second)));
            if (asked.Json(result))
                Printed.Json(ComparisonJson.Of(difference));
            else
                Tell(texts, difference);
            return Exit.Done;
        });
        return command;
    }

    /// <summary>A position, or the last position recorded by the end of a day.</summary>
    private static long? Moment(RegionArchive archive, string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position
            : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? archive.PositionAt(day)
            : null;

    /// <summary>The day of the question; left out, so that nothing decided is passed over, the last there is.</summary>
    private static bool TryAsOf(string? text, out DateOnly day)
    {
        day = DateOnly.MaxValue;
        return text is null || DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }

    private static void Tell(Texts texts, StateDifference difference)
    {
        if (difference.Frames.Count > 0)
        {
            Console.Out.WriteLine(texts["cli.diff.frames"]);
            Printed.Table([.. difference.Frames.Select(f => new[] { $"{f.Year} {f.From} -> {f.To} {f.Purpose}", Mnkr(f.Before.Ore), Mnkr(f.After.Ore), string.Join(", ", f.By.Select(By)) })]);
            Console.Out.WriteLine();
        }

        if (difference.Amounts.Count > 0)
        {
            Console.Out.WriteLine(texts["cli.diff.amounts"]);
            Printed.Table([.. difference.Amounts.Select(a => new[] { $"{a.Year} {texts[$"diff.amount.{FigureJson.Word(a.Kind)}"]} {a.Subject}", Of(a.Kind, a.Before), Of(a.Kind, a.After), a.By is { } by ? By(by) : "" })]);
            Console.Out.WriteLine();
        }

        foreach (var thing in difference.Things)
            Console.Out.WriteLine(texts[$"diff.{FigureJson.Word(thing.Happening)}", ("what", texts[$"diff.thing.{FigureJson.Word(thing.Kind)}"]), ("id", thing.Id), ("by", thing.By is { } by ? By(by) : "")]);
        Console.Out.WriteLine(texts["cli.diff.decisions", ("count", difference.Decisions.Count)]);
    }

    private static string By(Decision decision) => $"{decision.Body} {decision.Date.Latest:yyyy-MM-dd}";

    private static string Of(AmountDifferenceKind kind, long? value) => value is not { } known ? "-" : kind == AmountDifferenceKind.TaxRate ? AmountText.Number(known / 100m, 2) : Mnkr(known);

    private static string Mnkr(long ore) => AmountText.Of(new Amounts.Money(ore), AmountUnit.Million);
}
