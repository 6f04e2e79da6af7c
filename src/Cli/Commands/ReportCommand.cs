using System.CommandLine;
using System.Text;
using Styrkedja.App.Archive;
using Styrkedja.App.Texts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Organisation;
using Styrkedja.Provenance;
using Styrkedja.Region;
using Styrkedja.Reports;
using Styrkedja.Web.Pages.Reports;
using Styrkedja.Web.Reporting;

namespace Styrkedja.Cli.Commands;

/// <summary>styrkedja report: the documents of a year as printable pages, the same bytes from the same journal position.</summary>
internal static class ReportCommand
{
    public static Command Make(Texts texts) => new("report", texts["cli.report"])
    {
        RoundReportCommand.Make(texts, RoundKind.AnnualReport),
        RoundReportCommand.Make(texts, RoundKind.PreliminaryResult),
        RoundReportCommand.Make(texts, RoundKind.InterimReport),
        RoundReportCommand.Make(texts, RoundKind.FollowUpReport),
        RoundReportCommand.Make(texts, RoundKind.Month),
        Plan(texts, "plan", PlanKind.Plan),
        Plan(texts, "distribution", PlanKind.Distribution),
        Plan(texts, "activity-plan", PlanKind.ActivityPlan),
    };

    private static Command Plan(Texts texts, string word, PlanKind kind)
    {
        var asked = new Asked(texts);
        var (year, to) = (Year(texts), Out(texts));
        var of = new Option<string?>("--body") { Description = texts["cli.report.body"], HelpName = "ID", Required = kind == PlanKind.ActivityPlan };
        // The other two are pages only: they are read by those they are for, and stand in no archive.
        var format = kind == PlanKind.Plan ? Asked.FormatOption(texts, "html", "json", "csv", "xlsx", "docx", "pdf") : Asked.FormatOption(texts, "html");
        var command = new Command(word, texts[$"cli.report.{word}"]) { year, to, format, asked.AsOf, asked.KnownAt, asked.Data };
        if (kind == PlanKind.ActivityPlan)
            command.Add(of);
        command.SetAction((result, stop) => Written(texts, asked, result, year, to, async (archive, at) =>
        {
            var state = archive.StateAt(at);
            Subject? body = null;
            if (kind == PlanKind.ActivityPlan)
            {
                body = ActivityPlan.BodiesWith(state, result.GetValue(year)).FirstOrDefault(b => b.Id == result.GetValue(of));
                if (body is null)
                {
                    Console.Error.WriteLine(texts["cli.report.no-body", ("found", result.GetValue(of)!), ("year", result.GetValue(year)), ("bodies", string.Join(", ", ActivityPlan.BodiesWith(state, result.GetValue(year)).Select(b => b.Id)))]);
                    return null;
                }
            }

            return result.GetValue(format) is { } other and not "html"
                ? await MadeAsync(texts, () => ReportFiles.BytesAsync(archive, PlanBuilder.Of(archive, at, result.GetValue(year), texts.Language), Period.Year(result.GetValue(year)), other, null, stop))
                : Encoding.UTF8.GetBytes(await PlanFile.RenderAsync(archive, at, kind, result.GetValue(year), body, texts.Language, archive.HashAt(at.KnownAt)));
        }, stop));
        return command;
    }

    private static Argument<int> Year(Texts texts) => new("YEAR") { Description = texts["cli.report.year"] };

    private static Option<string?> Out(Texts texts) => new("--out") { Description = texts["cli.report.out"], HelpName = "FILE" };

    /// <summary>Makes a report and writes it to the file asked for, or to the console; a maker that gives nothing has said why.</summary>
    private static async Task<int> Written(
        Texts texts,
        Asked asked,
        ParseResult result,
        Argument<int> year,
        Option<string?> to,
        Func<RegionArchive, Viewpoint, Task<byte[]?>> make,
        CancellationToken stop)
    {
        if (result.GetValue(year) is < 1900 or > 2199)
        {
            Console.Error.WriteLine(texts["cli.not-a-period", ("found", result.GetValue(year))]);
            return Exit.WrongUsage;
        }

        using var archive = asked.Open(result);
        if (asked.Viewpoint(result, archive, Period.Year(result.GetValue(year))) is not { } at)
            return Exit.WrongUsage;
        if (await make(archive, at) is not { } report)
            return Exit.Refused;
        await WriteAsync(report, result.GetValue(to), stop);
        return Exit.Done;
    }

    /// <summary>Makes a report; nothing, and what is wrong told, when the converter is missing or fails.</summary>
    public static async Task<byte[]?> MadeAsync(Texts texts, Func<Task<byte[]>> make)
    {
        try
        {
            return await make();
        }
        catch (FaultException e)
        {
            Console.Error.WriteLine($"{texts.Says(e.Fault)} {texts.Remedy(e.Fault)}");
            return null;
        }
    }

    /// <summary>Writes a report to a file, or to the console when none is named.</summary>
    public static async Task WriteAsync(byte[] report, string? file, CancellationToken stop)
    {
        if (file is not null)
        {
            await File.WriteAllBytesAsync(file, report, stop);
            return;
        }

        await using var console = Console.OpenStandardOutput();
        await console.WriteAsync(report, stop);
    }
}
