using Styrkedja.Authority;

namespace Styrkedja.App.Specs;

/// <summary>Spoils the rule table one row at a time: each time at least one example of the specifications must come out otherwise, or the row is not specified.</summary>
public class RuleTableMutationTests
{
    private static readonly Dictionary<string, RuleTable> s_mutants = Spoilt(RuleTable.Standard).ToDictionary(m => m.Name, m => m.Table);
    private static readonly Lazy<IReadOnlyDictionary<string, string>> s_outcomes = new(() => Specification.Examples.ToDictionary(e => e.Name, e => SpecificationExample.Says(e.By(RuleTable.Standard))));

    public static IEnumerable<TheoryDataRow<string>> Mutants() => s_mutants.Keys.Select(name => new TheoryDataRow<string>(name) { TestDisplayName = name });

    [Theory]
    [MemberData(nameof(Mutants))]
    public void A_spoilt_row_is_seen_by_an_example(string name) =>
        Assert.Contains(Specification.Examples, e => SpecificationExample.Says(e.By(s_mutants[name])) != s_outcomes.Value[e.Name]);

    [Fact]
    public void A_table_that_is_not_spoilt_gives_every_outcome_as_it_stands() =>
        Assert.Equal(Specification.Examples.Select(e => e.Outcome), Specification.Examples.Select(e => s_outcomes.Value[e.Name]));

    private static IEnumerable<(string Name, RuleTable Table)> Spoilt(RuleTable table)
    {
        foreach (var row in table.Competences)
        {
            yield return ($"nobody speaks of: {row.Name}", table with { Competences = [.. table.Competences.Where(r => r != row)] });
            yield return ($"anyone may: {row.Name}", table with { Competences = [.. table.Competences.Select(r => r == row ? row with { MayDecide = p => [p.InTheNameOf] } : r)] });
        }

        foreach (var row in table.Requirements)
        {
            yield return ($"nothing asks for: {row.Name}", table with { Requirements = [.. table.Requirements.Where(r => r != row)] });
            yield return ($"never holds: {row.Name}", table with { Requirements = [.. table.Requirements.Select(r => r == row ? row with { Broken = _ => [new([])] } : r)] });
        }
    }
}
