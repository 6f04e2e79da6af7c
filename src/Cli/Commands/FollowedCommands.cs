using System.CommandLine;
using System.Text.Json.Nodes;
using Styrkedja.App.Archive;
using Styrkedja.App.FollowingUp;
using Styrkedja.App.Texts;
using Styrkedja.Calendar;
using Styrkedja.FollowUp;
using Styrkedja.Organisation;

namespace Styrkedja.Cli.Commands;

/// <summary>styrkedja forecasts, deviations and month-end YEAR[-MONTH]: what lies behind a follow-up, as text, JSON or CSV.</summary>
internal static class FollowedCommands
{
    public static Command Forecasts(Texts texts) => Make("forecasts", texts, asksBody: true, (_, view, months, subject) => new(
        ForecastOut.Json(view, subject!, months.To), ForecastOut.RecordColumns, [.. ForecastOut.Records(view, subject!, months.To)]));

    public static Command Deviations(Texts texts) => Make("deviations", texts, asksBody: true, (_, view, months, subject) => new(
        DeviationOut.Json(view, subject!, months), DeviationOut.RecordColumns, [.. DeviationOut.Records(view, subject!, months)]));

    public static Command MonthEnd(Texts texts) => Make("month-end", texts, asksBody: false, (archive, view, months, _) =>
    {
        var end = new MonthEnds(archive).Of(view, months.To);
        return new(MonthEndOut.Json(end), MonthEndOut.RecordColumns, [.. MonthEndOut.Records(end)]) { WhenNone = texts["cli.month-end.none", ("month", end.Month)] };
    });

    private static Command Make(string name, Texts texts, bool asksBody, Func<RegionArchive, FollowUpView, Period, Subject?, Told> tell)
    {
        var asked = new Asked(texts);
        var period = new Argument<string>("YEAR[-MONTH]") { Description = texts["cli.period"] };
        var body = new Option<string?>("--body") { Description = texts["cli.follow-up.body"], HelpName = "ID" };
        var format = Asked.FormatOption(texts, "text", "json", "csv");
        var command = new Command(name, texts[$"cli.{name}"]) { period, asked.AsOf, asked.KnownAt, asked.Data, format };
        if (asksBody)
            command.Options.Add(body);
        command.SetAction(result =>
        {
            if (!Period.TryParse(result.GetValue(period), out var months))
            {
                Console.Error.WriteLine(texts["cli.not-a-period", ("found", result.GetValue(period)!)]);
                return Exit.WrongUsage;
            }

            using var archive = asked.Open(result);
            if (asked.Viewpoint(result, archive, months) is not { } at)
                return Exit.WrongUsage;
            var view = archive.ViewAt(at);
            var id = (asksBody ? result.GetValue(body) : null) ?? Subject.RegionId;
            if (view.State.Organisation.Find(id) is not { Kind: not SubjectKind.CostCentre } subject)
            {
                Console.Error.WriteLine(texts["cli.no-subject", ("found", id)]);
                return Exit.Refused;
            }

            var told = tell(archive, view, months, subject);
            switch (result.GetValue(format))
            {
                case "json":
                    Printed.Json(told.Json);
                    break;
                case "csv":
                    Printed.Csv(told.Columns, told.Records);
                    break;
                default:
                    if (told.Records.Count == 0 && told.WhenNone is { } none)
                        Console.Out.WriteLine(none);
                    else
                        Printed.Table([[.. told.Columns], .. told.Records.Select(r => r.ToArray())]);
                    break;
            }

            return Exit.Done;
        });
        return command;
    }

    /// <summary>An answer in every form that it can be asked for.</summary>
    private sealed record Told(JsonObject Json, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Records)
    {
        public string? WhenNone { get; init; }
    }
}
