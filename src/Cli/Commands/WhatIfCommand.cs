using System.CommandLine;
using System.Text.Json.Nodes;
using Styrkedja.App.Archive;
using Styrkedja.App.Deciding;
using Styrkedja.App.Texts;
using Styrkedja.App.Trying;
using Styrkedja.Authority;
using Styrkedja.FollowUp;
using Styrkedja.Formats.Figures;

namespace Styrkedja.Cli.Commands;

/// <summary>styrkedja what-if FILE... --year YEAR [--against FILE...]: the difference that decisions would make, without taking them.</summary>
internal static class WhatIfCommand
{
    public static Command Make(Texts texts)
    {
        var asked = new Asked(texts);
        var files = new Argument<FileInfo[]>("FILE") { Description = texts["cli.what-if.files"], Arity = ArgumentArity.OneOrMore };
        var year = new Option<int>("--year") { Description = texts["cli.what-if.year"], HelpName = "YEAR", Required = true };
        var against = new Option<FileInfo[]>("--against") { Description = texts["cli.what-if.against"], HelpName = "FILE", AllowMultipleArgumentsPerToken = true };
        var command = new Command("what-if", texts["cli.what-if"]) { files, year, against, asked.KnownAt, asked.Data, asked.Format };
        command.SetAction(result =>
        {
            var proposals = new[] { result.GetValue(files)!, result.GetValue(against) ?? [] }.Where(p => p.Length > 0).ToList();
            if (!proposals.TrueForAll(p => Files.Exist(texts, p)))
                return Exit.WrongUsage;
            using var archive = asked.Open(result);
            if (asked.Viewpoint(result, archive, new(new(9998, 12), new(9998, 12))) is not { } at)
                return Exit.WrongUsage;
            var tried = proposals.Select(p => Tried(archive, p, result.GetValue(year), at.KnownAt)).ToList();
            foreach (var fault in tried.SelectMany(t => t.Faults))
                Printed.Told(texts, fault);
            if (tried.Exists(t => t.WhatIf is null))
                return Exit.Refused;
            if (asked.Json(result))
                Printed.Json(Json(texts, tried));
            else
                Tell(texts, tried);
            return Exit.Done;
        });
        return command;
    }

    private static TriedProposal Tried(RegionArchive archive, FileInfo[] files, int year, long knownAt) =>
        new TryProposal(archive).Try([.. files.Select(f => (File.ReadAllText(f.FullName), f.ToString()))], year, knownAt);

    private static JsonNode Json(Texts texts, IReadOnlyList<TriedProposal> tried)
    {
        var first = ComparisonJson.Of(tried[0].WhatIf!, b => BreachSentences.Of(texts, b));
        if (tried.Count > 1)
            first["against"] = ComparisonJson.Of(tried[1].WhatIf!, b => BreachSentences.Of(texts, b));
        return first;
    }

    private static void Tell(Texts texts, IReadOnlyList<TriedProposal> tried)
    {
        foreach (var (proposal, i) in tried.Select((t, i) => (t, i)))
        {
            Console.Out.WriteLine(texts["cli.what-if.proposal", ("letter", (char)('A' + i)), ("title", string.Join("; ", proposal.Decisions.Select(d => texts[d.Title])))]);
            foreach (var of in proposal.WhatIf!.Verdicts)
            {
                Console.Out.WriteLine("  " + texts[of.Verdict.Outcome == VerdictOutcome.Within ? "cli.what-if.within" : "cli.what-if.outside", ("body", of.Body)]);
                foreach (var breach in of.Verdict.Breaches)
                    Console.Out.WriteLine("    " + BreachSentences.Of(texts, breach));
            }

            Console.Out.WriteLine();
        }

        Table(texts, "cli.what-if.frames", tried, w => w.Frames.Select(f => ((f.Year, f.Subject), f.Before, f.After)));
        Table(texts, "cli.what-if.results", tried, w => w.Results.Where(r => r.Before != r.After).Select(r => ((r.Year, r.Subject), r.Before, r.After)));
        foreach (var (proposal, i) in tried.Select((t, i) => (t.WhatIf!, i)))
        {
            var goals = proposal.Goals.Select(g => $"{g.Goal} ({texts[$"what-if.goal.{FigureJson.Word(g.Reason)}", ("owner", g.Owner ?? "")]})").ToList();
            Console.Out.WriteLine(goals.Count == 0 ? texts["cli.what-if.no-goals", ("letter", (char)('A' + i))] : texts["cli.what-if.goals", ("letter", (char)('A' + i)), ("goals", string.Join(", ", goals))]);
        }
    }

    private static void Table(Texts texts, string title, IReadOnlyList<TriedProposal> tried, Func<WhatIf, IEnumerable<((int Year, string Subject) Key, Amounts.Money Before, Amounts.Money After)>> rows)
    {
        var each = tried.Select(t => rows(t.WhatIf!).ToDictionary(r => r.Key)).ToList();
        var keys = each.SelectMany(r => r.Keys).Distinct().Order().ToList();
        Console.Out.WriteLine(texts[title]);
        Printed.Table(
        [
            ["", texts["cli.what-if.now"], .. each.Select((_, i) => $"{(char)('A' + i)}")],
            .. keys.Select(key => new[] { $"{key.Year} {key.Subject}", Mnkr(each.First(e => e.ContainsKey(key))[key].Before) }
                .Concat(each.Select(e => e.TryGetValue(key, out var row) ? Mnkr(row.After) : Mnkr(each.First(other => other.ContainsKey(key))[key].Before))).ToArray()),
        ]);
        Console.Out.WriteLine();
    }

    private static string Mnkr(Amounts.Money money) => AmountText.Of(money, AmountUnit.Million);
}
