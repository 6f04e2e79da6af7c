using System.CommandLine;
using Styrkedja.App.Archive;
using Styrkedja.App.Reporting;
using Styrkedja.App.Texts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Region;
using Styrkedja.Web.Reporting;

namespace Styrkedja.Cli.Commands;

/// <summary>styrkedja report annual, interim, follow-up, month and preliminary: the report of a round in any format, the same bytes from the same edition; and whether a file is what the edition gives.</summary>
internal sealed class RoundReportCommand
{
    private readonly Texts _texts;
    private readonly RoundKind _kind;
    private readonly Asked _asked;
    private readonly Argument<string> _period;
    private readonly Option<string> _format;
    private readonly Option<string?> _to, _verify, _site;
    private readonly Option<int?> _edition;
    private readonly Option<bool> _decision;

    private RoundReportCommand(Texts texts, RoundKind kind)
    {
        (_texts, _kind, _asked) = (texts, kind, new Asked(texts));
        _period = new("PERIOD") { Description = texts["cli.report.period"] };
        _format = Asked.FormatOption(texts, "html", "json", "csv", "xlsx", "docx", "pdf");
        _to = new("--out") { Description = texts["cli.report.out"], HelpName = "FILE" };
        _edition = new("--edition") { Description = texts["cli.report.edition"], HelpName = "N" };
        _verify = new("--verify") { Description = texts["cli.report.verify"], HelpName = "FILE" };
        _decision = new("--decision") { Description = texts["cli.report.decision"] };
        _site = new("--site") { Description = texts["cli.report.site"], HelpName = "URL" };
    }

    public static Command Make(Texts texts, RoundKind kind)
    {
        var report = new RoundReportCommand(texts, kind);
        var word = ReportFiles.VerbOf(kind);
        var command = new Command(word, texts[$"cli.report.{word}"]) { report._period, report._format, report._to, report._edition, report._verify, report._decision, report._site, report._asked.AsOf, report._asked.KnownAt, report._asked.Data };
        command.SetAction(report.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken stop)
    {
        if (!Period.TryParse(result.GetValue(_period)!, out var asked))
            return Wrong(_texts["cli.not-a-period", ("found", result.GetValue(_period)!)]);
        Uri? site = null;
        if (result.GetValue(_site) is { } address && !(Uri.TryCreate(address, UriKind.Absolute, out site) && site.Scheme is "http" or "https"))
            return Wrong(_texts["cli.report.not-a-site", ("found", address)]);
        using var archive = _asked.Open(result);
        if (_asked.Viewpoint(result, archive, asked) is not { } at)
            return Exit.WrongUsage;
        if (Seen(result, archive, asked, at) is not { } seen)
            return Exit.Refused;
        if (result.GetValue(_verify) is { } file)
            return await VerifyAsync(archive, seen, file, site, stop);
        if (result.GetValue(_decision))
            return Draft(archive, seen);
        return await WriteAsync(result, archive, seen, site, stop);
    }

    /// <summary>The report asked for: an edition by its number, or as it is at a moment. Nothing, and a sentence told, when there is none.</summary>
    private ReportSeen? Seen(ParseResult result, RegionArchive archive, Period asked, Viewpoint at)
    {
        var book = archive.StateAt(at).RoundBook;
        if (book.All.LastOrDefault(r => r.Terms.Kind == _kind && r.Terms.Period.From.Year == asked.From.Year && r.Terms.Period.To == asked.To) is not { } round)
        {
            Console.Error.WriteLine(_texts["cli.report.no-round", ("found", result.GetValue(_period)!), ("rounds", string.Join(", ", book.All.Where(r => r.Terms.Kind == _kind).Select(r => r.Terms.Period == Period.Year(r.Terms.Period.From.Year) ? $"{r.Terms.Period.From.Year}" : r.Terms.Period.To.ToString()).Distinct()))]);
            return null;
        }

        // A report sees the region from the last day of its period unless another day is asked for, also when the period was named by its months.
        var moment = result.GetValue(_asked.AsOf) is null ? at with { AsOf = round.Terms.Period.To.LastDay } : at;
        var editions = archive.StateAt(at).Reports.EditionsOf(round.Id);
        if (result.GetValue(_edition) is not { } number)
            return new(round, moment, null, editions);
        if (editions.FirstOrDefault(e => e.Act.Edition == number) is { } edition)
            return new(round, new(edition.Act.AsOf, edition.Act.KnownAt), edition, editions);
        Console.Error.WriteLine(_texts["cli.report.no-edition", ("found", number), ("round", round.Id), ("count", editions.Count)]);
        return null;
    }

    /// <summary>Writes the decision that freezes the report, or tells all that hinders it.</summary>
    private int Draft(RegionArchive archive, ReportSeen seen)
    {
        var hindering = ReportChecks.Of(archive, seen, _texts.Language).Where(c => c.Hinders).SelectMany(c => c.Findings).ToList();
        foreach (var finding in hindering)
            Console.Error.WriteLine(finding.What);
        if (hindering.Count > 0)
            return Exit.Refused;
        Console.Out.Write(FreezingDecision.Of(archive, seen, _texts));
        return Exit.Done;
    }

    private async Task<int> WriteAsync(ParseResult result, RegionArchive archive, ReportSeen seen, Uri? site, CancellationToken stop)
    {
        var format = result.GetValue(_format)!;
        if (await MadeAsync(archive, seen, format, site, stop) is not { } bytes)
            return Exit.Refused;
        if (format == "pdf")
            foreach (var finding in PdfAccessibility.Check(bytes))
                Console.Error.WriteLine(_texts[finding.Code, ("page", finding.Page), ("element", finding.Element)]);
        await ReportCommand.WriteAsync(bytes, result.GetValue(_to), stop);
        return Exit.Done;
    }

    /// <summary>Makes the report again in the form that a file's name says, and holds the two against each other.</summary>
    private async Task<int> VerifyAsync(RegionArchive archive, ReportSeen seen, string file, Uri? site, CancellationToken stop)
    {
        if (ReportFiles.FormatOf(file) is not { } format)
            return Wrong(_texts["cli.report.not-a-format", ("found", file)]);
        if (!File.Exists(file))
            return Wrong(_texts["cli.no-file", ("file", file)]);
        if (await MadeAsync(archive, seen, format, site, stop) is not { } made)
            return Exit.Refused;
        var given = await File.ReadAllBytesAsync(file, stop);
        var isInput = seen.Edition is null || FreezingDecision.InputOf(archive, seen) == seen.Edition.Act.Input;
        if (!isInput)
            Console.Out.WriteLine(_texts["cli.report.other-input", ("edition", seen.Edition!.Act.Edition), ("engine", ReportBuilder.Engine)]);
        var common = made.AsSpan().CommonPrefixLength(given);
        if (common == made.Length && common == given.Length)
        {
            Console.Out.WriteLine(_texts["cli.report.same", ("file", file), ("bytes", given.Length), ("round", seen.Round.Id), ("position", seen.At.KnownAt), ("day", seen.At.AsOf.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))]);
            return isInput ? Exit.Done : Exit.Refused;
        }

        Console.Out.WriteLine(_texts["cli.report.differs", ("file", file), ("byte", common + 1), ("found", given.Length), ("expected", made.Length)]);
        return Exit.Refused;
    }

    private async Task<byte[]?> MadeAsync(RegionArchive archive, ReportSeen seen, string format, Uri? site, CancellationToken stop)
    {
        if (!archive.ViewAt(seen.At).HasOutcome(seen.Round.Terms.Period))
        {
            Console.Error.WriteLine(_texts["cli.report.no-outcome", ("year", seen.Round.Terms.Period.From.Year)]);
            return null;
        }

        return await ReportCommand.MadeAsync(_texts, () => ReportFiles.BytesAsync(archive, seen, _texts.Language, format, site, stop));
    }

    private static int Wrong(string said)
    {
        Console.Error.WriteLine(said);
        return Exit.WrongUsage;
    }
}
