using CsCheck;
using Styrkedja.Tests;

namespace Styrkedja.Formats.Decisions;

public class DecisionFileTests
{
    private static readonly string s_everything = File.ReadAllText(Repository.Path("tests/Formats.Tests/Decisions/AllActs.yaml"));

    [Fact]
    public void Every_act_in_a_file_becomes_its_typed_values()
    {
        var file = DecisionFile.Read(s_everything, "AllActs.yaml");
        Assert.Empty(file.Faults);
        Assert.Equal([2, 176, 184, 193, 210], file.Decisions.Select(d => d.Place.Line).Concat(file.Assessments.Select(a => a.Place.Line)));
        Approved.Matches("all-acts", string.Join('\n', file.Decisions.Select(d => Shown.Of(d.Decision)).Concat(file.Assessments.Select(a => Shown.Of(a.Assessment)))));
    }

    [Fact]
    public void The_file_of_everything_leaves_out_no_act()
    {
        var named = DecisionFile.Read(s_everything, "").Decisions.SelectMany(d => d.Decision.Acts).Select(ActForms.NameOf).ToHashSet();
        Assert.Empty(ActForms.All.Select(a => a.Name).Except(named));
    }

    [Fact]
    public void The_page_about_decision_files_names_every_act_and_every_field_of_a_decision()
    {
        var page = File.ReadAllText(Repository.Path("docs/format/decisions.md"));
        var fields = DecisionFile.Schema()["oneOf"]![0]!["properties"]!.AsObject().Select(p => p.Key);
        Assert.All(ActForms.All.Select(a => a.Name).Concat(fields), name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("612 000 tkr", 61_200_000_000L)]
    [InlineData("17 mnkr", 1_700_000_000L)]
    [InlineData("-438.4 mnkr", -43_840_000_000)]
    [InlineData("−438,4 mnkr", -43_840_000_000)]
    [InlineData("12,50 kr", 1250L)]
    [InlineData("12.5 kr", 1250L)]
    [InlineData("0,01 kr", 1L)]
    [InlineData("3\u00a0912\u202f500 tkr", 391_250_000_000L)]
    [InlineData("5kr", 500L)]
    [InlineData("0 kr", 0L)]
    [InlineData("92 233 720 368 547 758,07 kr", long.MaxValue)]
    [InlineData("92 233 720 368 547 758,08 kr", null)]
    [InlineData("12", null)]
    [InlineData("12 sek", null)]
    [InlineData("kr", null)]
    [InlineData("1,005 kr", null)]
    [InlineData("--1 kr", null)]
    [InlineData("1e3 kr", null)]
    public void An_amount_is_read_to_the_öre_or_not_at_all(string text, long? ore)
    {
        var file = DecisionFile.Read($"decision: B\nbody: RF\ndate: 2016-11-23\ntitle: T\nacts:\n  - set-result-budget: {{year: 2017, subject: REGION, result: \"{text}\"}}\n", "f");
        Assert.Equal(ore, file.Decisions.SelectMany(d => d.Decision.Acts).OfType<Styrkedja.Decisions.SetResultBudget>().SingleOrDefault()?.Result.Ore);
        Assert.Equal(ore is null ? ["decision.not-amount"] : [], file.Faults.Select(f => f.Code));
    }

    [Theory]
    [InlineData("2017..2025", "2017-01-01..2025-12-31")]
    [InlineData("2017", "2017-01-01..2017-12-31")]
    [InlineData("2015-01-01..", "2015-01-01..")]
    [InlineData("2015-03-04..2015-03-04", "2015-03-04..2015-03-04")]
    [InlineData("2015-03-04", "2015-03-04..2015-03-04")]
    [InlineData("2015..2015-03-04", "2015-01-01..2015-03-04")]
    public void A_validity_is_written_in_days_or_whole_years(string text, string days)
    {
        var file = DecisionFile.Read($"decision: B\nbody: RF\ndate: 2016-11-23\ntitle: T\nacts:\n  - adopt-vision: {{id: V, text: T, valid: {text}}}\n", "f");
        Assert.Equal(days, (string)file.Decisions.Single().Journal["acts"]![0]!["valid"]!);
    }

    [Fact]
    public void The_mark_of_a_made_up_decision_stands_on_each_of_its_acts()
    {
        var decision = DecisionFile.Read(s_everything, "").Decisions[1];
        Assert.All(decision.Decision.Acts, act => Assert.True(act.Illustrative));
        Assert.All(decision.Journal["acts"]!.AsArray(), act => Assert.True((bool)act!["illustrative"]!));
        Assert.True(decision.Decision.Illustrative);
        Assert.False(DecisionFile.Read(s_everything, "").Decisions[0].Decision.Illustrative);
    }

    /// <summary>Whatever is handed in is read or told of; it never brings the program down.</summary>
    [Fact]
    public void A_file_damaged_anywhere_is_read_or_refused_and_nothing_else() =>
        Gen.Select(Gen.Int[0, s_everything.Length - 1], Gen.Int[0, 40], Gen.String[Gen.Char["{}[]:,-'\"#&*!|>%@ \n\t0aÖ\0\u00a0\ud800"], 0, 6]).Sample((at, cut, put) =>
        {
            var damaged = s_everything[..at] + put + s_everything[Math.Min(s_everything.Length, at + cut)..];
            var file = DecisionFile.Read(damaged, "f.yaml");
            return file.Refused || file.Decisions.Count + file.Assessments.Count > 0;
        }, iter: 1000);
}
