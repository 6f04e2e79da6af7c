using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Styrkedja.Amounts;
using Styrkedja.App.Settling;
using Styrkedja.App.Texts;
using Styrkedja.Calendar;
using Styrkedja.Care;
using Styrkedja.Formats.Care;
using Styrkedja.Formats.Figures;
using Styrkedja.Provenance;
using Styrkedja.Rights;

namespace Styrkedja.Cli.Commands;

/// <summary>styrkedja settle YEAR-MONTH: what the month's care comes to by agreement. With --approve the month is frozen and its vouchers booked.</summary>
internal static class SettleCommand
{
    public static Command Make(Texts texts)
    {
        var asked = new Asked(texts);
        var month = new Argument<string>("YEAR-MONTH") { Description = texts["cli.settle.month"] };
        var approve = new Option<bool>("--approve") { Description = texts["cli.settle.approve"] };
        var accounts = new Option<FileInfo?>("--accounts") { Description = texts["cli.settle.accounts"], HelpName = "FILE" };
        var command = new Command("settle", texts["cli.settle"]) { month, approve, accounts, asked.Data, asked.Format };
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
            if (!result.GetValue(approve))
                return Answer(texts, of, verb.Try(of), asked.Json(result));
            var financier = archive.StateAt(new(of.LastDay, long.MaxValue)).Care.Financier;
            if (!Acting.Of(result, archive, TimeProvider.System)!.May(Right.Approve, financier, $"settle {of}", texts))
                return Exit.Refused;
            var file = result.GetValue(accounts) ?? new FileInfo(Path.Combine(archive.Folder, SettlementAccounts.FileName));
            if (!Files.Exist(texts, [file]))
                return Exit.WrongUsage;
            var (booked, faults) = SettlementAccounts.Read(File.ReadAllText(file.FullName), file.ToString());
            return Answer(texts, of, booked is null ? new(null, null, false, [], null, faults) : verb.Approve(of, booked, DateTimeOffset.UtcNow), asked.Json(result));
        }
    }

    private static int Answer(Texts texts, Month month, SettledMonth settled, bool json)
    {
        foreach (var fault in settled.Faults)
            Printed.Told(texts, fault);
        if (json)
            Printed.Json(Json(texts, month, settled));
        else if (settled.Statement is { } statement)
            Tell(texts, statement, settled);
        return settled.Refused ? Exit.Refused : Exit.Done;
    }

    private static void Tell(Texts texts, SettlementStatement statement, SettledMonth settled)
    {
        var rows = StatementText.Rows(statement);
        Printed.Table(
        [
            [texts["cli.settle.agreement"], texts["cli.settle.about"], texts["cli.settle.count"], texts["cli.settle.amount"]],
            .. rows.GroupBy(r => (r.Agreement, r.About)).OrderBy(g => g.Key.Agreement, StringComparer.Ordinal).ThenBy(g => g.Key.About)
                .Select(g => new[] { g.Key.Agreement, $"{g.Key.About}", $"{g.Sum(r => r.Count)}", AmountText.Exact(new Money(g.Sum(r => r.Ore))) }),
        ]);
        Console.Out.WriteLine(texts["cli.settle.total", ("amount", AmountText.Exact(statement.Total))]);
        foreach (var unpaid in settled.Unpaid.GroupBy(u => u.Reason))
            Console.Out.WriteLine(texts[$"cli.settle.unpaid.{KeyWord.Of(unpaid.Key)}", ("count", unpaid.Sum(u => u.Count))]);
        if (settled.Batch is { } batch)
            Console.Out.WriteLine(texts[settled.FrozenBefore ? "cli.settle.frozen-before" : "cli.settle.frozen", ("month", $"{statement.Month}"), ("batch", batch)]);
        if (settled.Booked is { Batch: { } vouchers } booked)
            Console.Out.WriteLine(texts[booked.AlreadyKnown ? "cli.settle.booked-before" : "cli.settle.booked", ("rows", booked.Rows), ("batch", vouchers)]);
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
