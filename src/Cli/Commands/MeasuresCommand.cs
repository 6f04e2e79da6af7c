using System.CommandLine;
using Styrkedja.Amounts;
using Styrkedja.App.FollowingUp;
using Styrkedja.App.Planning;
using Styrkedja.App.Texts;
using Styrkedja.Calendar;
using Styrkedja.FollowUp;
using Styrkedja.Formats.Figures;
using Styrkedja.Organisation;
using Styrkedja.Provenance;

namespace Styrkedja.Cli.Commands;

/// <summary>styrkedja measures YEAR[-MONTH]: what has been decided about deviations, and what it has given.</summary>
internal static class MeasuresCommand
{
    public static Command Make(Texts texts)
    {
        var asked = new Asked(texts);
        var period = new Argument<string>("YEAR[-MONTH]") { Description = texts["cli.period"] };
        var body = new Option<string?>("--body") { Description = texts["cli.measures.body"], HelpName = "ID" };
        var command = new Command("measures", texts["cli.measures"]) { period, body, asked.AsOf, asked.KnownAt, asked.Data, asked.Format };
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
            if (view.State.Organisation.Find(result.GetValue(body) ?? Subject.RegionId) is not { } subject)
            {
                Console.Error.WriteLine(texts["cli.no-subject", ("found", result.GetValue(body)!)]);
                return Exit.Refused;
            }

            if (asked.Json(result))
                Printed.Json(MeasureJson.Of(view, subject, months));
            else
                Tell(texts, view, subject, months);
            return Exit.Done;
        });
        return command;
    }

    private static void Tell(Texts texts, FollowUpView view, Subject subject, Period months)
    {
        var (answer, measures) = (view.AnswerTo(subject.Id, months), view.MeasuresOf(subject.Id, months));
        if (measures.Count == 0)
        {
            Console.Out.WriteLine(texts["measures.none", ("year", months.From.Year)]);
            return;
        }

        Console.Out.WriteLine(texts[answer.YearIsOver ? "measures.sum-over" : answer.Effect.IsKnown ? "measures.sum" : "measures.sum-untold",
            ("deviation", Told(answer.Deviation)), ("decided", Told(answer.Decided)), ("effect", Told(answer.Effect)),
            ("remaining", answer.Remaining is { } remaining ? Said(remaining) : "–")]);
        var names = new DutyWords(texts, view.State);
        foreach (var m in measures)
        {
            Console.Out.WriteLine(texts["cli.measures.line",
                ("status", texts[$"measure-status.{KeyWord.Of(m.Status)}"]), ("text", texts[m.Measure.Act.Text].TrimEnd('.')), ("subject", m.Measure.Act.Subject), ("owner", names.NameOf(m.Measure.Act.Owner)),
                ("expected", m.Expected is { } expected ? Said(expected) : texts["measures.no-amount"]), ("effect", m.Effect is { } effect ? Said(effect) : texts["measures.untold"])]);
        }

        if (measures.Any(m => m.Measure.Act.Illustrative))
            Console.Out.WriteLine(texts["cli.made-up"]);
    }

    private static string Told(Figure figure) => figure.IsKnown ? Said(figure.Money) : "–";

    private static string Said(Money money) => $"{AmountText.Of(money, AmountUnit.Million)} mnkr";
}
