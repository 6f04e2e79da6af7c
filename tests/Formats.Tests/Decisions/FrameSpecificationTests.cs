using System.Globalization;
using System.Text.RegularExpressions;
using Styrkedja.Amounts;
using Styrkedja.Decisions;
using Styrkedja.Frames;
using Styrkedja.Provenance;

namespace Styrkedja.Formats.Decisions;

/// <summary>Runs the cases of tests/Specs/ramar.md as they stand: each heading has its decisions and what is shown of 2018 after them.</summary>
public partial class FrameSpecificationTests
{
    private const int Year = 2018;

    private static readonly string s_text = File.ReadAllText(Repository.Path("tests/Specs/ramar.md")).ReplaceLineEndings("\n");

    private static readonly IReadOnlyList<Match> s_cases = [.. Case().Matches(s_text).Cast<Match>()];

    public static IEnumerable<TheoryDataRow<string>> Headings() => s_cases.Select(c => new TheoryDataRow<string>(c.Groups["heading"].Value));

    [Theory]
    [MemberData(nameof(Headings))]
    public void Fall(string heading)
    {
        var found = s_cases.Single(c => c.Groups["heading"].Value == heading);
        var file = DecisionFile.Read(found.Groups["decisions"].Value, "ramar.md");
        Assert.Empty(file.Faults);
        var acts = new ActsInOrder(file.Decisions.Select((d, i) => (d.Decision, i + 1L)));
        Assert.Equal(found.Groups["shows"].Value.TrimEnd().Split('\n'), Shown(FrameBook.Fold(acts), BudgetPlanning.Fold(acts)));
    }

    [Fact]
    public void Every_heading_has_its_decisions_and_what_is_shown() => Assert.Equal(Regex.Count(s_text, "^## ", RegexOptions.Multiline), s_cases.Count);

    private static IEnumerable<string> Shown(FrameBook book, BudgetPlanning planning)
    {
        foreach (var story in book.StoriesOf(Year))
        {
            var rows = story.Rows.Count == 0 ? "" : " = " + string.Join(" + ", story.Rows.Select(r => $"{KeyWord.Of(r.Why)} {Mnkr(r.Amount)}"));
            var changes = string.Concat(story.Changes.Select(c => $"; {c.By.Id} {Mnkr(c.Change)}"));
            yield return $"{story.Adopted.From} -> {story.Adopted.To}: beslutad {Mnkr(story.Adopted.Amount)}{rows}{changes}; reviderad {Mnkr(story.Revised.Amount)}";
        }

        if (book.DistributedBy("RS-HSF", Year) is var given && given != Money.Zero)
            yield return $"RS-HSF har gett {Mnkr(given)}";
        foreach (var (giver, had, distributed) in book.OverDistributed(Year).Where(o => o.Given != Money.Zero))
            yield return $"{giver} har gett mer än den har fått: {Mnkr(distributed)} av {Mnkr(had)}";
        if (planning.Of(Year) is { } conditions && book.TaxRates.TryGetValue(Year, out var rate))
        {
            foreach (var line in Planned(conditions, rate.Act.OrePerHundredKronor, book.DistributedBy("REGION", Year)))
                yield return line;
        }

        foreach (var version in planning.Versions.Count == 0 ? [] : BudgetVersion.Of(planning, book, Year))
        {
            yield return $"version {version.Step}{(version.By is { } by ? " " + by : "")}: {string.Join(", ", version.Frames.Select(f => $"{f.Key.To} {Mnkr(f.Value)}"))}"
                + (version.Result is { } result ? $"; resultat {Mnkr(result)}" : "") + (version.OrePerHundredKronor is { } ore ? $"; skatt {(ore / 100m).ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ',')}" : "");
        }
    }

    private static IEnumerable<string> Planned(PlanningConditions conditions, int rate, Money frames)
    {
        var revenue = RevenueForecast.Of(conditions, rate);
        yield return $"skatt {Mnkr(revenue.Tax!.Value)}; slutavräkning {Mnkr(revenue.FinalSettlement!.Value)}; statsbidrag {Mnkr(revenue.GeneralGrants!.Value)}; utjämning {Mnkr(revenue.Equalisation!.Value)}; summa {Mnkr(revenue.Sum)}";
        foreach (var change in Sensitivity.Each(conditions, revenue, frames))
        {
            var what = change.To switch { SensitiveTo.TenOreTax => "tio öre skatt", SensitiveTo.OnePercentWages => "en procent löner", SensitiveTo.OnePercentPrices => "en procent priser", _ => "tusen invånare" };
            yield return $"{what}: {Mnkr(change.Effect)}";
        }
    }

    private static string Mnkr(Money money) => (money.Ore / 100_000_000m).ToString("0.########", CultureInfo.InvariantCulture).Replace('.', ',');

    [GeneratedRegex("^## (?<heading>.+)\n(?:(?!##|```)[^\n]*\n)*```yaml beslut\n(?<decisions>(?:.*\n)*?)```\n\n```text visar\n(?<shows>(?:.*\n)*?)```", RegexOptions.Multiline)]
    private static partial Regex Case();
}
