using System.CommandLine;
using System.Text.Json.Nodes;
using Styrkedja.App.FollowingUp;
using Styrkedja.App.Texts;
using Styrkedja.FollowUp;
using Styrkedja.Formats.Figures;
using Styrkedja.Rights;
using Styrkedja.Store.Facts;

namespace Styrkedja.Cli.Commands;

/// <summary>styrkedja explain FIGURE: where a number comes from, down to the voucher rows.</summary>
/// <remarks>Whoever owns the files may see the rows, and with --as whoever's office may; texts of vouchers are shown only when asked for, and that is noted.</remarks>
internal static class ExplainCommand
{
    public static Command Make(Texts sentences)
    {
        var asked = new Asked(sentences);
        var figure = new Argument<string>("FIGURE") { Description = sentences["cli.explain.figure"] };
        var by = new Option<string?>("--by") { Description = sentences["cli.explain.by"], HelpName = "subject|line|group|account|activity|counterparty|month" };
        var withTexts = new Option<bool>("--texts") { Description = sentences["cli.explain.texts"] };
        var rowsOut = new RowsOut(sentences);
        var command = new Command("explain", sentences["cli.explain"]) { figure, by, rowsOut.Form, rowsOut.File, withTexts, asked.AsOf, asked.KnownAt, asked.Data, asked.Format };
        // On a thread of its own, so that Ctrl-C is heard while rows are written.
        command.SetAction((result, stop) => Task.Run(() => Run(result, stop), CancellationToken.None));
        return command;

        int Run(ParseResult result, CancellationToken stop)
        {
            if (!FigureAddress.TryParse(result.GetValue(figure)!, out var address))
            {
                Console.Error.WriteLine(sentences["cli.not-a-figure", ("found", result.GetValue(figure)!)]);
                return Exit.WrongUsage;
            }

            Breakdown? wanted = null;
            if (result.GetValue(by) is { } word)
            {
                if (!Enum.TryParse<Breakdown>(word, ignoreCase: true, out var parsed))
                {
                    Console.Error.WriteLine(sentences["cli.not-a-breakdown", ("found", word)]);
                    return Exit.WrongUsage;
                }

                wanted = parsed;
            }

            if (!rowsOut.IsWhole(result))
                return Exit.WrongUsage;
            using var archive = asked.Open(result);
            if (asked.Viewpoint(result, archive, address.Period) is not { } at)
                return Exit.WrongUsage;
            var acting = Acting.Of(result, archive, TimeProvider.System)!;
            var texts = result.GetValue(withTexts);
            if (texts && !acting.MayReadProtected(Right.SeeVoucherTexts, address.Subject, address.ToString(), sentences))
                return Exit.Refused;
            if (rowsOut.IsAsked(result) && !acting.May(Right.SeeRows, address.Subject, address.ToString(), sentences))
                return Exit.Refused;
            var view = archive.ViewAt(at);
            if (rowsOut.IsAsked(result))
                return rowsOut.Write(result, archive, view, address, texts, stop);
            var maySeeRows = acting.Sees(Right.SeeRows, address.Subject);
            var explanation = view.Explain(address, wanted, maySeeRows ? Insight.Rows : Insight.Public);
            var rows = maySeeRows ? new VoucherRows(archive).First(view, address, VoucherRows.PageSize, texts) : [];
            if (asked.Json(result))
                Printed.Json(Json(explanation, rows));
            else
                Tell(sentences, explanation, rows);
            return explanation.Rule == FigureRule.Unknown ? Exit.Refused : Exit.Done;
        }
    }

    private static JsonObject Json(Explanation explanation, IReadOnlyList<FoundRow> rows)
    {
        var json = FigureJson.Of(explanation);
        json["rows"] = new JsonArray(
        [
            .. rows.Select(r => (JsonNode)new JsonObject
            {
                ["batch"] = r.Batch,
                ["file"] = r.Source,
                ["line"] = r.Row.Line,
                ["voucher"] = $"{r.Row.Series} {r.Row.Voucher}",
                ["date"] = r.Row.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                ["account"] = r.Row.Account,
                ["costCentre"] = r.Row.CostCentre,
                ["counterparty"] = r.Row.Counterparty,
                ["activity"] = r.Row.Activity,
                ["ore"] = r.Row.Ore,
                ["voucherText"] = r.VoucherText,
                ["rowText"] = r.RowText,
            }),
        ]);
        return json;
    }

    private static void Tell(Texts texts, Explanation explanation, IReadOnlyList<FoundRow> rows)
    {
        Console.Out.WriteLine($"{explanation.Figure.Address}  {FigureText.Of(explanation.Figure, texts)}");
        Console.Out.WriteLine(texts[$"figure.rule.{FigureJson.Word(explanation.Rule)}"]);
        if (explanation.Figure.Illustrative)
            Console.Out.WriteLine(texts["cli.illustrative"]);
        foreach (var published in explanation.Published)
            Console.Out.WriteLine(texts[published.Agrees ? "cli.explain.agrees" : "cli.explain.differs", ("value", published.Observation.Observation.Value), ("unit", published.Observation.Observation.Unit), ("source", published.Observation.Observation.Source ?? "")]);
        Section(texts["cli.explain.parts"], [.. explanation.Parts.Select(p => new[] { p.Address.ToString(), FigureText.Of(p, texts) })]);
        Section(texts["cli.explain.inputs"], [.. explanation.Inputs.Select(p => new[] { p.Address.ToString(), FigureText.Of(p, texts) })]);
        Section(texts["cli.explain.decisions"], [.. explanation.Decisions.Select(d => new[] { $"{d.Decision.Body} {d.Decision.Id}: {texts[d.Decision.Title]}", d.Decision.Paragraph ?? d.Decision.Diary ?? "" })]);
        Section(texts["cli.explain.batches"], [.. explanation.Batches.Select(b => new[] { b.Batch.SourceName, b.Batch.Id[..12], $"{b.Batch.Rows}" })]);
        Section(texts["cli.explain.rows"], [.. rows.Select(r => new[] { $"{r.Row.Date:yyyy-MM-dd}  {r.Row.Series} {r.Row.Voucher}  {r.Row.Account} {r.Row.CostCentre} {r.Row.Counterparty} {r.RowText ?? r.VoucherText}", $"{r.Source}:{r.Row.Line}", $"{r.Row.Ore / 100m:0.00}" })]);
    }

    private static void Section(string title, IReadOnlyList<string[]> rows)
    {
        if (rows.Count == 0)
            return;
        Console.Out.WriteLine();
        Console.Out.WriteLine(title);
        Printed.Table(rows);
    }
}
