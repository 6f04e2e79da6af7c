using System.CommandLine;
using System.Globalization;
using Styrkedja.App.Planning;
using Styrkedja.App.Texts;
using Styrkedja.Calendar;
using Styrkedja.Duties;

namespace Styrkedja.Cli.Commands;

/// <summary>styrkedja calendar YEAR: what has to be done by which day, which decision did it, and what is late or soon so.</summary>
internal static class CalendarCommand
{
    public static Command Make(Texts texts)
    {
        var asked = new Asked(texts);
        var year = new Argument<int>("YEAR") { Description = texts["cli.calendar.year"] };
        year.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var asNumber) && asNumber is >= 1900 and <= 9000))
                result.AddError(texts["cli.calendar.not-a-year"]);
        });
        var format = Asked.FormatOption(texts, "text", "json", "ics");
        var command = new Command("calendar", texts["cli.calendar"]) { year, asked.AsOf, asked.KnownAt, asked.Data, format };
        command.SetAction(result =>
        {
            using var archive = asked.Open(result);
            var of = result.GetValue(year);
            if (asked.Viewpoint(result, archive, Period.Year(of)) is not { } at)
                return Exit.WrongUsage;
            var today = DateOnly.FromDateTime(DateTime.Now);
            var state = archive.StateAt(result.GetValue(asked.AsOf) is null && at.AsOf > today ? at with { AsOf = today } : at);
            switch (result.GetValue(format))
            {
                case "json":
                    Printed.Json(DutyJson.Of(state, of));
                    break;
                case "ics":
                    Console.Out.Write(CalendarFeed.Of(texts, state, archive.Name, [of], null, archive.Entries().TakeWhile(e => e.Position <= at.KnownAt).Select(e => e.Recorded).LastOrDefault()));
                    break;
                default:
                    var words = new DutyWords(texts, state);
                    foreach (var duty in DutyCalendar.Of(state, of))
                        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{duty.Due:yyyy-MM-dd}  {words.Title(duty)}\n            {words.Owner(duty)}: {words.Status(duty)}; {words.Ground(duty)}."));
                    break;
            }

            return Exit.Done;
        });
        return command;
    }
}
