using System.CommandLine;
using System.Globalization;
using Styrkedja.App.FollowingUp;
using Styrkedja.App.Planning;
using Styrkedja.App.Texts;
using Styrkedja.Calendar;
using Styrkedja.Controls;
using Styrkedja.Provenance;
using Styrkedja.Region;

namespace Styrkedja.Cli.Commands;

/// <summary>styrkedja internal-control YEAR: the committees' risks and controls, what was found, and who has reported.</summary>
internal static class InternalControlCommand
{
    public static Command Make(Texts texts)
    {
        var asked = new Asked(texts);
        var year = new Argument<int>("YEAR") { Description = texts["cli.orphans.year"] };
        var command = new Command("internal-control", texts["cli.internal-control"]) { year, asked.AsOf, asked.KnownAt, asked.Data, asked.Format };
        command.SetAction(result =>
        {
            if (result.GetValue(year) is not (> 1900 and < 2200 and var of))
            {
                Console.Error.WriteLine(texts["cli.not-a-period", ("found", $"{result.GetValue(year)}")]);
                return Exit.WrongUsage;
            }

            using var archive = asked.Open(result);
            if (asked.Viewpoint(result, archive, Period.Year(of)) is not { } at)
                return Exit.WrongUsage;
            var state = archive.StateAt(result.GetValue(asked.AsOf) is null ? at with { AsOf = ControlBook.SeenOn(of, DateOnly.FromDateTime(DateTime.Now)) } : at);
            if (asked.Json(result))
                Printed.Json(ControlJson.Of(state, of));
            else
                Tell(texts, state, of);
            return Exit.Done;
        });
        return command;
    }

    private static void Tell(Texts texts, RegionState state, int year)
    {
        var controls = state.Controls.Of(year).OrderBy(c => c.Body, StringComparer.Ordinal).ToList();
        if (controls.Count == 0)
        {
            Console.Out.WriteLine(texts["control.none", ("year", year)]);
            return;
        }

        Console.Out.WriteLine(texts["control.answer",
            ("year", year), ("reported", controls.Count(c => c.Report is not null)), ("total", controls.Count), ("lacking", controls.Sum(c => c.WithoutResult.Count())), ("controls", controls.Sum(c => c.Controls.Count))]);
        var names = new DutyWords(texts, state);
        foreach (var control in controls)
        {
            Console.Out.WriteLine($"{names.NameOf(control.Body)}: {(control.Report is { } report ? texts["control.reported", ("judgement", Judged(texts, report.Act.Judgement)), ("day", Iso(report.By.Date.Latest))] : texts["control.not-reported"])}");
            foreach (var made in control.Controls)
                Console.Out.WriteLine($"  {texts["control.of", ("made", made.Results.Count), ("wanted", made.Wanted)]}  {texts[made.Planned.Text]}: {(made.Worst is { } worst ? texts[$"control-finding.{KeyWord.Of(worst)}"] : texts["control.no-result", ("day", Iso(made.Planned.Due))])}");
        }

        if (state.Controls.SummaryOf(year) is { } summary)
            Console.Out.WriteLine(texts["cli.internal-control.summary", ("judgement", Judged(texts, summary.Act.Judgement)), ("text", texts[summary.Act.Text])]);
        if (controls.Exists(c => c.Plan?.Act.Illustrative == true))
            Console.Out.WriteLine(texts["cli.made-up"]);
    }

    private static string Judged(Texts texts, Decisions.ControlJudgement judgement) => texts[$"control-judgement.{KeyWord.Of(judgement)}"];

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
