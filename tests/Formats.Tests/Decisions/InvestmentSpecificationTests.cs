using System.Globalization;
using System.Text.RegularExpressions;
using Styrkedja.Amounts;
using Styrkedja.Decisions;
using Styrkedja.Frames;

namespace Styrkedja.Formats.Decisions;

/// <summary>Runs the cases of tests/Specs/investeringar.md that reckon capital cost, as they stand.</summary>
public partial class InvestmentSpecificationTests
{
    private static readonly string s_text = File.ReadAllText(Repository.Path("tests/Specs/investeringar.md")).ReplaceLineEndings("\n");

    private static readonly IReadOnlyList<Match> s_cases = [.. Case().Matches(s_text).Cast<Match>()];

    public static IEnumerable<TheoryDataRow<string>> Headings() => s_cases.Select(c => new TheoryDataRow<string>(c.Groups["heading"].Value));

    [Theory]
    [MemberData(nameof(Headings))]
    public void Fall(string heading)
    {
        var found = s_cases.Single(c => c.Groups["heading"].Value == heading);
        var file = DecisionFile.Read(found.Groups["decisions"].Value, "investeringar.md");
        Assert.Empty(file.Faults);
        var book = FrameBook.Fold(new ActsInOrder(file.Decisions.Select((d, i) => (d.Decision, i + 1L))));
        Assert.Equal(found.Groups["shows"].Value.TrimEnd().Split('\n'), Investment.All(book).SelectMany(Shown));
    }

    [Fact]
    public void Every_block_of_investments_is_a_case() => Assert.Equal(Regex.Count(s_text, "^```yaml investeringar", RegexOptions.Multiline), s_cases.Count);

    private static IEnumerable<string> Shown(Investment investment)
    {
        var frame = $"{investment.Id}: ram {Mnkr(investment.Frame.Act.Amount)}";
        yield return investment.Planned is { } planned ? $"{frame}; plan {Mnkr(planned)}; prognos {Mnkr(investment.Forecast!.Value)}; över ramen {Mnkr(investment.OverFrame!.Value)}" : $"{frame}; ingen plan";
        foreach (var year in investment.CapitalCosts)
            yield return $"{investment.Id} {year.Year}: avskrivning {Mnkr(year.Depreciation)}; ränta {Mnkr(year.Interest)}; kvar {Mnkr(year.LeftToWriteOff)}";
    }

    private static string Mnkr(Money money) => (money.Ore / 100_000_000m).ToString("0.########", CultureInfo.InvariantCulture).Replace('.', ',');

    [GeneratedRegex("^## (?<heading>.+)\n(?:(?!##|```)[^\n]*\n)*```yaml investeringar\n(?<decisions>(?:.*\n)*?)```\n\n```text visar\n(?<shows>(?:.*\n)*?)```", RegexOptions.Multiline)]
    private static partial Regex Case();
}
