using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Styrkedja.Amounts;
using Styrkedja.Authority;
using Styrkedja.FollowUp;
using Styrkedja.Formats.Decisions;
using Styrkedja.Formats.Figures;
using Styrkedja.Frames;
using Styrkedja.Provenance;
using Styrkedja.Region;
using Styrkedja.Reports;

namespace Styrkedja.App.Specs;

/// <summary>Runs the cases in tests/Specs/planer as they stand: what has been decided, and what the planning document of a year says of it, line by line.</summary>
public sealed partial class PlanSpecificationTests
{
    private static readonly Texts.Texts s_texts = Texts.Texts.In("sv");

    private static readonly IReadOnlyList<(string Name, string Situation, string Document, int Year, string Body, string Expected)> s_cases = [.. Directory.EnumerateFiles(Folder(), "*.md").SelectMany(Read)];

    public static TheoryData<string> Cases => [.. s_cases.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Fall(string name)
    {
        var told = s_cases.Single(c => c.Name == name);
        var view = View(told.Situation, told.Year);
        var lines = told.Document switch
        {
            "mål-och-budget" => Says(GoalsAndBudget.Of(view, told.Year)),
            "resursfördelning" => Says(ResourceAllocation.Of(view, told.Year)),
            _ => Says(ActivityPlan.Of(view, view.State.Organisation.Find(told.Body)!, told.Year)),
        };
        Assert.Equal(told.Expected.TrimEnd(), string.Join('\n', lines.OfType<string>()));
    }

    private static IEnumerable<string?> Says(GoalsAndBudget d) =>
    [
        .. d.Goals.Select(Said),
        d.Revenue is { } revenue ? $"skatt och bidrag: {Mnkr(revenue.Sum)}" : null,
        .. d.Sensitivity.Select(s => $"{s.To switch { SensitiveTo.TenOreTax => "10 öre skatt", SensitiveTo.OnePercentWages => "1 procent löner", SensitiveTo.OnePercentPrices => "1 procent priser", _ => "1 000 invånare" }}: {Mnkr(s.Effect, true)}"),
        d.Result is { } result ? $"resultat: {Mnkr(result.Act.Result)}" : null,
        d.Plan is { } plan ? $"plan: {string.Join("; ", plan.Act.Years.Select(y => $"{y.Year} {Mnkr(y.Result)}"))}" : null,
        .. d.Frames.Select(f => $"ram {f.Adopted.To}: {Said(f)}"),
        $"ramar: {Mnkr(d.Given)}",
        $"investeringar: {Mnkr(d.Invested)}",
        .. d.Open.Select(Said),
    ];

    private static IEnumerable<string?> Says(ResourceAllocation d) =>
    [
        $"fått: {Mnkr(d.ReceivedSum)}",
        .. d.Committees.Select(c => $"till {c.Body.Id}: " + string.Join("; ", c.Frames.Select(f => $"ram {Said(f)}").Concat(c.Commissions.Select(x => $"beställning {x.Act.Id}")).Concat(c.SubGoals.Select(s => $"delmål {s.SubGoal.Act.Id}")))),
        $"vidare: {Mnkr(d.GivenOnward)}",
        $"kvar: {Mnkr(d.Kept)}",
        .. d.Indexes.Select(i => $"index: {i.Act.Index} {i.Act.Year} {AmountText.Plain(i.Act.Percent)}"),
        .. d.Open.Select(Said),
    ];

    private static IEnumerable<string?> Says(ActivityPlan d) =>
    [
        .. d.Goals.Select(Said),
        .. d.Commissions.Select(c => $"beställning {c.Act.Id}"),
        .. d.Received.Select(f => $"ram från {f.Adopted.From}: {Said(f)}"),
        .. (d.Control?.Risks ?? []).Select(r => $"risk {r.Id} {r.Weight}: {string.Join(", ", d.Control!.Plan!.Act.Controls.Where(c => c.Risk == r.Id).Select(c => $"kontroll {c.Id}"))}"),
        d.Investments.Count > 0 ? $"investeringar: {string.Join("; ", d.Investments.Select(i => $"{i.Act.Id} {Mnkr(i.Act.Amount)}"))}" : null,
        .. d.Open.Select(Said),
    ];

    private static string Said(PlannedGoal goal)
    {
        var parts = goal.SubGoals.SelectMany(s => s.WithParts()).Select(s => $"delmål {s.SubGoal.Act.Id}").Concat(goal.AllIndicators().Select(i => $"mått {i.Indicator.Act.Id} {i.Target?.Act.Value}")).ToList();
        return $"mål {goal.Goal.Act.Id}" + (parts.Count > 0 ? ": " + string.Join("; ", parts) : "");
    }

    private static string Said(FrameStory story)
    {
        var rows = story.Rows.Select((row, i) => i == 0 ? Mnkr(row.Amount) : row.Amount < Money.Zero ? $"{AmountText.Minus} {Mnkr(-row.Amount)}" : $"+ {Mnkr(row.Amount)}").ToList();
        return Mnkr(story.Adopted.Amount) + (rows.Count > 0 ? " = " + string.Join(' ', rows) : "") + (story.HasChanged ? $", nu {Mnkr(story.Revised.Amount)}" : "");
    }

    private static string Said(OpenMatter matter) => $"saknas: {s_texts[$"plan.open.{KeyWord.Of(matter.What)}"]}" + (matter.Of.Count > 0 ? ": " + string.Join(", ", matter.Of) : "");

    private static string Mnkr(Money money, bool signed = false) => AmountText.Of(money, AmountUnit.Million, signed).Replace(AmountText.Group, ' ');

    private static FollowUpView View(string situation, int year)
    {
        var read = DecisionFile.Read(situation, "läge");
        Assert.Empty(read.Faults);
        var entries = read.Decisions.Select((d, i) => new DecisionEntry(i + 1, DateTimeOffset.UnixEpoch, d.Decision, Verdict.Within));
        return new(RegionState.Fold(entries, new(new DateOnly(year, 12, 31), long.MaxValue), new("Regionen", "The region")), []);
    }

    private static IEnumerable<(string Name, string Situation, string Document, int Year, string Body, string Expected)> Read(string file)
    {
        var (heading, situation) = ("", "");
        foreach (Match part in Part().Matches(File.ReadAllText(file)))
        {
            if (part.Groups["heading"] is { Success: true } said)
                heading = said.Value.Trim();
            else if (part.Groups["document"] is { Success: true } document)
                yield return ($"{Path.GetFileName(file)}: {heading}", situation, document.Value, int.Parse(part.Groups["year"].Value, CultureInfo.InvariantCulture), part.Groups["body"].Value, part.Groups["text"].Value);
            else
                situation = part.Groups["text"].Value;
        }
    }

    private static string Folder([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "Specs", "planer");

    [GeneratedRegex(@"^#{2,3} (?<heading>[^\n]+)$|^```(?:yaml läge|(?<document>mål-och-budget|resursfördelning|verksamhetsplan) (?<year>\d{4})(?: (?<body>\S+))?)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Part();
}
