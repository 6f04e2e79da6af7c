using System.CommandLine;
using Styrkedja.App.Texts;
using Styrkedja.Calendar;
using Styrkedja.FollowUp;
using Styrkedja.Formats.Figures;

namespace Styrkedja.Cli.Commands;

/// <summary>styrkedja follow-up YEAR[-MONTH]: economy by body, goals, and the joint judgement.</summary>
internal static class FollowUpCommand
{
    public static Command Make(Texts texts)
    {
        var asked = new Asked(texts);
        var period = new Argument<string>("YEAR[-MONTH]") { Description = texts["cli.period"] };
        var body = new Option<string?>("--body") { Description = texts["cli.follow-up.body"], HelpName = "ID" };
        var command = new Command("follow-up", texts["cli.follow-up"]) { period, body, asked.AsOf, asked.KnownAt, asked.Data, asked.Format };
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
            if (result.GetValue(body) is { } id)
                return OfBody(texts, asked, result, view, months, id);
            var summary = view.FollowUp(months);
            if (asked.Json(result))
                Printed.Json(FigureJson.Of(summary, at));
            else
                Tell(texts, summary);
            return Exit.Done;
        });
        return command;
    }

    private static int OfBody(Texts texts, Asked asked, ParseResult result, FollowUpView view, Period months, string id)
    {
        if (view.State.Organisation.Find(id) is not { } subject)
        {
            Console.Error.WriteLine(texts["cli.no-subject", ("found", id)]);
            return Exit.Refused;
        }

        if (asked.Json(result))
            Printed.Json(FigureJson.Of(view.Economy(subject, months)));
        else
            Printed.Table([Head(texts), Row(texts, view.Economy(subject, months)), .. view.EconomiesUnder(id, months).Select(e => Row(texts, e))]);
        return Exit.Done;
    }

    private static void Tell(Texts texts, FollowUpSummary summary)
    {
        Console.Out.WriteLine(texts["cli.follow-up.title", ("period", summary.Known)]);
        Console.Out.WriteLine();
        Printed.Table([Head(texts), .. summary.Bodies.Select(e => Row(texts, e)), Row(texts, summary.Region)]);
        Console.Out.WriteLine();
        Console.Out.WriteLine(texts["cli.follow-up.goals", ("total", summary.Goals.Count), ("fulfilled", FigureText.Of(summary.GoalsFulfilled, texts))]);
        Console.Out.WriteLine(texts["cli.follow-up.judgement", ("judgement", texts[$"fulfilment.{FigureJson.Word(summary.Judgement)}"])]);
        if (summary.Region.Result.Illustrative)
            Console.Out.WriteLine(texts["cli.illustrative"]);
    }

    private static string[] Head(Texts texts) =>
        [texts["cli.follow-up.unit"], texts["cli.result"], texts["cli.budget"], texts["cli.period-budget"], texts["cli.deviation"], texts["cli.forecast"]];

    private static string[] Row(Texts texts, SubjectEconomy economy) =>
    [
        $"{economy.Subject.Id}  {texts[economy.Subject.Name]}",
        .. new[] { economy.Result, economy.Budget, economy.PeriodBudget, economy.Deviation, economy.Forecast }.Select(f => FigureText.Of(f, texts)),
    ];
}
