using System.Globalization;
using System.Text.Json.Nodes;
using Styrkedja.Amounts;
using Styrkedja.App.Settling;
using Styrkedja.App.Texts;
using Styrkedja.Calendar;
using Styrkedja.Care;
using Styrkedja.Decisions;
using Styrkedja.Formats.Figures;
using Styrkedja.Provenance;

namespace Styrkedja.Cli.Commands;

/// <summary>A month of settlement in words: by agreement, and line by line for one agreement.</summary>
internal static class SettlementTold
{
    /// <summary>What each agreement gets, what own, private and other regions' care comes to, what others pay and what has no price.</summary>
    public static void Month(Texts texts, CareSystem care, SettlementStatement statement, SettledMonth settled)
    {
        var providers = care.Providers.ToDictionary(p => p.Act.Id, p => p.Act, StringComparer.Ordinal);
        var byRegion = statement.Lines.Where(l => l.Payer == ContactPayer.Region).ToList();
        var widest = byRegion.Select(l => l.Agreement.Length).Append(texts["cli.settle.agreement"].Length).Max();
        Printed.Table(
        [
            [$"{texts["cli.settle.agreement"].PadRight(widest)}  {texts["cli.settle.provider"]}", texts["cli.settle.listed"], texts["cli.settle.contacts"], texts["cli.settle.amount"]],
            .. byRegion.GroupBy(l => (l.Agreement, l.Provider)).OrderBy(g => g.Key.Agreement, StringComparer.Ordinal).Select(g => new[]
            {
                $"{g.Key.Agreement.PadRight(widest)}  {(providers.TryGetValue(g.Key.Provider, out var provider) ? texts[provider.Name] : g.Key.Provider)}",
                Counted(g.Where(l => l.Kind == SettlementKind.Capitation)), Counted(g.Where(l => l.Kind == SettlementKind.Contacts)), Kronor(Money.Sum(g.Select(l => l.Amount))),
            }),
        ]);
        foreach (var adjusted in statement.Adjustments.Where(a => a.Payer == ContactPayer.Region).GroupBy(a => (a.Agreement, a.About)))
            Console.Out.WriteLine(texts["cli.settle.adjusted", ("agreement", adjusted.Key.Agreement), ("month", $"{adjusted.Key.About}"), ("amount", Kronor(Money.Sum(adjusted.Select(a => a.Amount))))]);
        foreach (var regime in byRegion.Where(l => providers.ContainsKey(l.Provider)).GroupBy(l => providers[l.Provider].Regime).OrderBy(g => g.Key))
        {
            Console.Out.WriteLine(texts["cli.settle.regime", ("regime", texts[$"regime.{KeyWord.Of(regime.Key)}"]), ("amount", Kronor(Money.Sum(regime.Select(l => l.Amount)))),
                ("count", regime.Select(l => l.Agreement).Distinct(StringComparer.Ordinal).Count())]);
        }

        Console.Out.WriteLine(texts["cli.settle.total", ("amount", Kronor(statement.Total))]);
        if (statement.Lines.Where(l => l.Payer != ContactPayer.Region).ToList() is { Count: > 0 } others)
            Console.Out.WriteLine(texts["cli.settle.others", ("amount", Kronor(Money.Sum(others.Select(l => l.Amount)))), ("count", others.Sum(l => l.Count))]);
        foreach (var unpaid in settled.Unpaid.GroupBy(u => u.Reason))
            Console.Out.WriteLine(texts[$"cli.settle.unpaid.{KeyWord.Of(unpaid.Key)}", ("count", unpaid.Sum(u => u.Count))]);
        if (settled.Batch is { } batch)
            Console.Out.WriteLine(texts[settled.FrozenBefore ? "cli.settle.frozen-before" : "cli.settle.frozen", ("month", $"{statement.Month}"), ("batch", batch)]);
        if (settled.Booked is { Batch: { } vouchers } booked)
            Console.Out.WriteLine(texts[booked.AlreadyKnown ? "cli.settle.booked-before" : "cli.settle.booked", ("rows", booked.Rows), ("batch", vouchers)]);
        if (byRegion.Count > 0)
            Console.Out.WriteLine(texts["cli.settle.hint", ("month", $"{statement.Month}"), ("agreement", byRegion[0].Agreement)]);
    }

    /// <summary>Each line of an agreement with its decisions, and under it what it is reckoned from.</summary>
    public static int Explained(Texts texts, Month month, string agreement, IReadOnlyList<ExplainedLine>? lines, bool json)
    {
        if (lines is null)
        {
            Console.Error.WriteLine(texts["cli.settle.no-agreement", ("agreement", agreement), ("month", $"{month}")]);
            return Exit.WrongUsage;
        }

        if (json)
        {
            Printed.Json(Json(month, agreement, lines));
            return Exit.Done;
        }

        foreach (var explained in lines)
        {
            var line = explained.Line;
            var payer = line.Payer == ContactPayer.Region ? "" : $" ({texts[$"cli.settle.payer.{KeyWord.Of(line.Payer)}"]})";
            Console.Out.WriteLine($"{line.Component}{payer}: {Kronor(line.Amount)} kr");
            Console.Out.WriteLine($"  {Sentence(texts, explained)}");
            if (explained.Codes.Count > 0)
            {
                Printed.Table(
                [
                    [$"  {texts["cli.settle.code"]}", texts["cli.settle.contacts"], texts["cli.settle.price"], texts["cli.settle.amount"]],
                    .. explained.Codes.Select(c => new[] { $"  {c.Code}", Whole(c.Count), Kronor(c.Each), Kronor(c.Each.Times(c.Count, 1)) }),
                ]);
            }

            Console.Out.WriteLine($"  {texts["cli.settle.rests-on", ("rules", string.Join(", ", Rules(line)))]}");
            if (explained.Frozen is { } frozen && frozen != line.Amount)
                Console.Out.WriteLine($"  {texts["cli.settle.since-frozen", ("amount", Kronor(frozen)), ("difference", Kronor(line.Amount - frozen))]}");
        }

        Console.Out.WriteLine(texts["cli.settle.agreement-total", ("agreement", agreement), ("month", $"{month}"), ("amount", Kronor(Money.Sum(lines.Where(l => l.Line.Payer == ContactPayer.Region).Select(l => l.Line.Amount))))]);
        return Exit.Done;
    }

    /// <summary>By what rule a line is reckoned, in words.</summary>
    private static string Sentence(Texts texts, ExplainedLine explained)
    {
        var (line, part) = (explained.Line, explained.Part);
        return part switch
        {
            CapitationPart { Pot: not null } when explained.SharedPot is var (pot, points) =>
                texts["cli.settle.rule.pot", ("listed", Whole(line.Count)), ("points", Points(line.Points)), ("all", Points(points)), ("pot", Kronor(pot))],
            CapitationPart { PerPoint: { } each } => texts["cli.settle.rule.per-point", ("listed", Whole(line.Count)), ("points", Points(line.Points)), ("price", Kronor(each))],
            ContactPart contacts => texts["cli.settle.rule.contacts", ("count", Whole(line.Count)), ("prices", contacts.Prices)],
            FixedPart => texts["cli.settle.rule.fixed"],
            QualityPart quality => texts["cli.settle.rule.quality", ("amount", Kronor(quality.Amount)), ("beforehand", quality.Beforehand)],
            FeePart when line.Kind == SettlementKind.Fees => texts["cli.settle.rule.fees"],
            FeePart fees => texts["cli.settle.rule.fee-protection", ("ceiling", Kronor(fees.Ceiling ?? Money.Zero))],
            LimitPart limit => line.Amount.Ore > 0
                ? texts["cli.settle.rule.floor", ("amount", Kronor(limit.Floor ?? Money.Zero)), ("over", texts[$"cli.settle.over.{KeyWord.Of(limit.Over)}"])]
                : texts["cli.settle.rule.ceiling", ("amount", Kronor(limit.Ceiling ?? Money.Zero)), ("over", texts[$"cli.settle.over.{KeyWord.Of(limit.Over)}"])],
            _ => texts["cli.settle.rule.vat", ("percent", Percent(line.Grounds[^1].Model.Act.VatPercent))],
        };
    }

    private static JsonObject Json(Month month, string agreement, IReadOnlyList<ExplainedLine> lines) => new()
    {
        ["month"] = $"{month}",
        ["agreement"] = agreement,
        ["lines"] = new JsonArray([.. lines.Select(l => (JsonNode)new JsonObject
        {
            ["component"] = l.Line.Component,
            ["kind"] = KeyWord.Of(l.Line.Kind),
            ["payer"] = KeyWord.Of(l.Line.Payer),
            ["ore"] = l.Line.Amount.Ore,
            ["frozen-ore"] = l.Frozen?.Ore,
            ["count"] = l.Line.Count,
            ["points"] = (l.Line.Points / 1_000_000m).ToString(CultureInfo.InvariantCulture),
            ["pot-ore"] = l.SharedPot?.Pot.Ore,
            ["pot-points"] = l.SharedPot is var (_, points) ? (points / 1_000_000m).ToString(CultureInfo.InvariantCulture) : null,
            ["rules"] = new JsonArray([.. Rules(l.Line).Select(rule => JsonValue.Create(rule))]),
            ["codes"] = new JsonArray([.. l.Codes.Select(c => (JsonNode)new JsonObject { ["code"] = c.Code, ["each-ore"] = c.Each.Ore, ["count"] = c.Count })]),
        })]),
    };

    /// <summary>Ids of the decisions that the line rests on, each once.</summary>
    private static IEnumerable<string> Rules(SettlementLine line) => line.Grounds.SelectMany(g => new[] { g.Model.By.Id, g.Prices?.By.Id }).OfType<string>().Distinct(StringComparer.Ordinal);

    private static string Counted(IEnumerable<SettlementLine> lines) => lines.Sum(l => l.Count) is var count and not 0 ? Whole(count) : "";

    private static string Whole(long count) => AmountText.Number(count, 0);

    private static string Percent(decimal percent) => AmountText.Number(percent, percent == Math.Floor(percent) ? 0 : 2);

    private static string Points(long millionths) => AmountText.Number(millionths / 1_000_000m, 1);

    private static string Kronor(Money money) => AmountText.Exact(money);
}
