using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Styrkedja.App.Settling;
using Styrkedja.App.Texts;
using Styrkedja.Formats.Figures;
using Styrkedja.Provenance;
using Styrkedja.Rights;

namespace Styrkedja.Cli.Commands;

/// <summary>styrkedja check-invoices FILE: which lines of invoices from other regions can be paid, and what does not hold in the others.</summary>
internal static class CheckInvoicesCommand
{
    public static Command Make(Texts texts)
    {
        var asked = new Asked(texts);
        var file = new Argument<FileInfo>("FILE") { Description = texts["cli.check-invoices.file"] };
        var format = Asked.FormatOption(texts, "text", "json", "csv");
        var command = new Command("check-invoices", texts["cli.check-invoices"]) { file, asked.Data, format };
        command.SetAction(result => Run(result));
        return command;

        int Run(ParseResult result)
        {
            var source = result.GetValue(file)!;
            if (!Files.Exist(texts, [source]))
                return Exit.WrongUsage;
            using var archive = asked.Open(result);
            if (!Acting.Of(result, archive, TimeProvider.System)!.MayReadProtected(Right.SeeCareContacts, null, "check-invoices", texts))
                return Exit.Refused;
            using var stream = source.OpenRead();
            var check = new CheckInvoices(archive).Check(stream, source.ToString());
            foreach (var fault in check.Faults)
                Printed.Told(texts, fault);
            switch (result.GetValue(format))
            {
                case "json":
                    Printed.Json(Json(texts, check));
                    break;
                case "csv":
                    Printed.Csv(["line", "invoice", "number", "date", "provider", "amount", "price", "fault", "found", "says"], check.Lines.SelectMany(l => Rows(texts, l)));
                    break;
                default:
                    Tell(texts, check);
                    break;
            }

            return check.Refused ? Exit.Refused : Exit.Done;
        }
    }

    private static void Tell(Texts texts, CheckedInvoices check)
    {
        foreach (var line in check.Lines)
        {
            Console.Out.WriteLine(texts[line.IsAccepted ? "cli.check-invoices.accepted" : "cli.check-invoices.questioned", ("line", line.Line.Line), ("invoice", line.Line.Invoice), ("number", line.Line.Number), ("amount", AmountText.Exact(line.Line.Amount))]);
            foreach (var fault in line.Faults)
                Console.Out.WriteLine($"   {texts.Says(fault)} {texts["cli.expected"]}: {texts.Expected(fault)}. {texts["cli.remedy"]}: {texts.Remedy(fault)}");
        }

        if (check.Lines.Count > 0)
            Console.Out.WriteLine(texts["cli.check-invoices.total", ("accepted", AmountText.Exact(check.Accepted)), ("lines", check.Lines.Count(l => l.IsAccepted)), ("questioned", AmountText.Exact(check.Questioned)), ("others", check.Lines.Count(l => !l.IsAccepted))]);
    }

    private static IEnumerable<string[]> Rows(Texts texts, CheckedLine line)
    {
        string[] head = [$"{line.Line.Line}", line.Line.Invoice, line.Line.Number, $"{line.Line.Date:yyyy-MM-dd}", line.Line.Provider, Kronor(line.Line.Amount.Ore), line.Expected is { } price ? Kronor(price.Ore) : ""];
        return line.IsAccepted ? [[.. head, "", "", ""]] : line.Faults.Select(f => (string[])[.. head, f.Code, f.Found, texts.Says(f)]);
    }

    private static JsonObject Json(Texts texts, CheckedInvoices check) => new()
    {
        ["accepted"] = check.Accepted.Ore,
        ["questioned"] = check.Questioned.Ore,
        ["lines"] = new JsonArray([.. check.Lines.Select(l => (JsonNode)new JsonObject
        {
            ["line"] = l.Line.Line,
            ["invoice"] = l.Line.Invoice,
            ["number"] = l.Line.Number,
            ["ok"] = l.IsAccepted,
            ["ore"] = l.Line.Amount.Ore,
            ["price"] = l.Expected?.Ore,
            ["faults"] = new JsonArray([.. l.Faults.Select(f => (JsonNode)Printed.FaultJson(texts, f))]),
        })]),
        ["errors"] = new JsonArray([.. check.Faults.Where(f => f.Severity == Severity.Error).Select(f => (JsonNode)Printed.FaultJson(texts, f))]),
    };

    private static string Kronor(long ore) => (ore / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
