using Styrkedja.Authority;
using Styrkedja.Formats.Decisions;

namespace Styrkedja.App.Specs;

/// <summary>Runs the specifications in tests/Specs as they stand: each heading with a decision and a quoted outcome is an example.</summary>
public class SpecificationTests
{
    public static IEnumerable<TheoryDataRow<string>> Examples() => Specification.Examples.Select(e => new TheoryDataRow<string>(e.Name) { TestDisplayName = e.Name });

    public static IEnumerable<TheoryDataRow<string>> Acts() => ActForms.All.Select(a => new TheoryDataRow<string>(a.Name));

    public static IEnumerable<TheoryDataRow<string>> Sources() => RuleTable.Standard.Competences.Select(r => r.Rule).Concat(RuleTable.Standard.Requirements.Select(r => r.Rule)).Distinct()
        .SelectMany(rule => rule.Sources.Select(source => new TheoryDataRow<string>($"{rule.Code}, {source.Cited}")));

    public static IEnumerable<TheoryDataRow<string>> Files() => Specification.Files().Select(f => new TheoryDataRow<string>(f));

    [Theory]
    [MemberData(nameof(Examples))]
    public void Exempel(string name)
    {
        var example = Specification.Examples.Single(e => e.Name == name);

        Assert.Empty(example.Read.Faults);
        Assert.Equal(example.Outcome, SpecificationExample.Says(example.By(RuleTable.Standard)));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_heading_of_an_example_has_its_decision_and_outcome(string file) =>
        Assert.Equal(Specification.HeadingsIn(file), Specification.Examples.Count(e => e.File == file));

    [Theory]
    [MemberData(nameof(Files))]
    public void What_is_refused_leaves_the_journal_as_it_was_and_the_rest_would_be_recorded(string file)
    {
        foreach (var situation in Specification.Examples.Where(e => e.File == file).GroupBy(e => e.Situation))
        {
            using var region = new TemporaryRegion(situation.Key.Yaml);
            var head = region.Archive.Head();
            foreach (var example in situation)
            {
                var refused = example.Outcome.StartsWith("Avvisas.", StringComparison.Ordinal);
                var result = region.Record(example.Text, check: !refused);
                Assert.Equal((example.Name, example.Outcome, refused), (example.Name, SpecificationExample.Says(Assert.Single(result.Recordings).Verdict), result.Refused));
                Assert.Equal(head, region.Archive.Head());
            }
        }
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public void Every_act_is_decided_within_authority_in_an_example_and_refused_in_another(string act)
    {
        var outcomes = Specification.Examples.Where(e => e.Decision.Acts.Any(a => ActForms.NameOf(a) == act)).Select(e => e.By(RuleTable.Standard).Outcome).ToHashSet();
        Assert.Superset(new HashSet<VerdictOutcome> { VerdictOutcome.Within, VerdictOutcome.Refused }, outcomes);
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void Every_rule_is_cited_in_an_example_by_each_law_that_it_has(string source) =>
        Assert.Contains(Specification.Examples, e => e.By(RuleTable.Standard).Breaches.Any(b => $"{b.Rule}, {b.Law}" == source));
}
