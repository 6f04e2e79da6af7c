using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Styrkedja.App.Archive;
using Styrkedja.App.Settling;
using Styrkedja.App.Texts;
using Styrkedja.Calendar;
using Styrkedja.Formats.Care;
using Styrkedja.Provenance;
using Styrkedja.Rights;

namespace Styrkedja.Cli.Commands;

/// <summary>styrkedja settle YEAR-MONTH: what the month's care comes to by agreement, or with --agreement what one of them gets line by line. With --approve the month is frozen and its vouchers booked.</summary>
internal static class SettleCommand
{
    public static Command Make(Texts texts)
    {
        var asked = new Asked(texts);
        var month = new Argument<string>("YEAR-MONTH") { Description = texts["cli.settle.month"] };
        var approve = new Option<bool>("--approve") { Description = texts["cli.settle.approve"] };
        var accounts = new Option<FileInfo?>("--accounts") { Description = texts["cli.settle.accounts"], HelpName = "FILE" };
        var agreement = new Option<string?>("--agreement") { Description = texts["cli.settle.explain"], HelpName = "ID" };
        var command = new Command("settle", texts["cli.settle"]) { month, approve, accounts, agreement, asked.Data, asked.Format };
        command.Validators.Add(value =>
        {
            if (value.GetValue(approve) && value.GetValue(agreement) is not null)
                value.AddError(texts["cli.settle.one-of"]);
        });
        command.SetAction(result => Run(result));
        return command;

        int Run(ParseResult result)
        {
            if (!Month.TryParse(result.GetValue(month), out var of))
            {
                Console.Error.WriteLine(texts["cli.settle.not-a-month", ("found", result.GetValue(month)!)]);
                return Exit.WrongUsage;
            }

            using var archive = asked.Open(result);
            var verb = new SettleMonth(archive);
            if (result.GetValue(agreement) is { } id)
                return SettlementTold.Explained(texts, of, id, new ExplainSettlement(archive).Of(of, id), asked.Json(result));
            if (!result.GetValue(approve))
                return Answer(texts, archive, of, verb.Try(of), asked.Json(result));
            var financier = archive.StateAt(new(of.LastDay, long.MaxValue)).Care.Financier;
            if (!Acting.Of(result, archive, TimeProvider.System)!.May(Right.Approve, financier, $"settle {of}", texts))
                return Exit.Refused;
            var file = result.GetValue(accounts) ?? new FileInfo(Path.Combine(archive.Folder, SettlementAccounts.FileName));
            if (!Files.Exist(texts, [file]))
                return Exit.WrongUsage;
            var (booked, faults) = SettlementAccounts.Read(File.ReadAllText(file.FullName), file.ToString());
            return Answer(texts, archive, of, booked is null ? new(null, null, false, [], null, faults) : verb.Approve(of, booked, DateTimeOffset.UtcNow), asked.Json(result));
        }
    }

    private static int Answer(Texts texts, RegionArchive archive, Month month, SettledMonth settled, bool json)
    {
        foreach (var fault in settled.Faults)
            Printed.Told(texts, fault);
        if (json)
            Printed.Json(Json(texts, month, settled));
        else if (settled.Statement is { } statement)
            SettlementTold.Month(texts, archive.StateAt(new(month.LastDay, long.MaxValue)).Care, statement, settled);
        return settled.Refused ? Exit.Refused : Exit.Done;
    }

    private static JsonObject Json(Texts texts, Month month, SettledMonth settled) => new()
    {
        ["month"] = $"{month}",
        ["frozen"] = settled.Batch,
        ["total"] = settled.Statement?.Total.Ore,
        ["lines"] = settled.Statement is not { } statement ? [] : new JsonArray([.. StatementText.Rows(statement).Select(r => (JsonNode)new JsonObject
        {
            ["agreement"] = r.Agreement,
            ["provider"] = r.Provider,
            ["about"] = $"{r.About}",
            ["component"] = r.Component,
            ["kind"] = KeyWord.Of(r.Kind),
            ["payer"] = KeyWord.Of(r.Payer),
            ["ore"] = r.Ore,
            ["count"] = r.Count,
            ["points"] = (r.Points / 1_000_000m).ToString(CultureInfo.InvariantCulture),
            ["rules"] = new JsonArray([.. r.Rules.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(rule => JsonValue.Create(rule))]),
        })]),
        ["unpaid"] = new JsonArray([.. settled.Unpaid.Select(u => (JsonNode)new JsonObject { ["provider"] = u.Provider, ["reason"] = KeyWord.Of(u.Reason), ["count"] = u.Count })]),
        ["vouchers"] = settled.Booked?.Batch,
        ["errors"] = new JsonArray([.. settled.Faults.Where(f => f.Severity == Severity.Error).Select(f => (JsonNode)Printed.FaultJson(texts, f))]),
    };
}
