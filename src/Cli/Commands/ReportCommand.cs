using System.CommandLine;
using System.Text;
using Styrkedja.App.Texts;
using Styrkedja.Calendar;
using Styrkedja.Formats.Figures;
using Styrkedja.Web.Pages.Reports;

namespace Styrkedja.Cli.Commands;

/// <summary>styrkedja report annual YEAR: the annual report as one printable page, the same bytes from the same journal position.</summary>
internal static class ReportCommand
{
    public static Command Make(Texts texts) => new("report", texts["cli.report"]) { Annual(texts) };

    private static Command Annual(Texts texts)
    {
        var asked = new Asked(texts);
        var year = new Argument<int>("YEAR") { Description = texts["cli.report.year"] };
        var format = Asked.FormatOption(texts, "html", "json");
        var to = new Option<string?>("--out") { Description = texts["cli.report.out"], HelpName = "FILE" };
        var command = new Command("annual", texts["cli.report.annual"]) { year, to, asked.AsOf, asked.KnownAt, asked.Data, format };
        command.SetAction(async (result, stop) =>
        {
            if (result.GetValue(year) is < 1900 or > 2199)
            {
                Console.Error.WriteLine(texts["cli.not-a-period", ("found", result.GetValue(year))]);
                return Exit.WrongUsage;
            }

            using var archive = asked.Open(result);
            var period = Period.Year(result.GetValue(year));
            if (asked.Viewpoint(result, archive, period) is not { } at)
                return Exit.WrongUsage;
            if (!archive.ViewAt(at).HasOutcome(period))
            {
                Console.Error.WriteLine(texts["cli.report.no-outcome", ("year", result.GetValue(year))]);
                return Exit.Refused;
            }

            var report = result.GetValue(format) == "json"
                ? FigureJson.Of(archive.ViewAt(at).FollowUp(period), at).ToJsonString()
                : await AnnualReportFile.RenderAsync(archive, at, result.GetValue(year), texts.Language, archive.HashAt(at.KnownAt));
            if (result.GetValue(to) is { } file)
                await File.WriteAllTextAsync(file, report, new UTF8Encoding(false), stop);
            else
                Console.Out.Write(report);
            return Exit.Done;
        });
        return command;
    }
}
