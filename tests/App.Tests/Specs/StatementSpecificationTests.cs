using System.Text.RegularExpressions;

namespace Styrkedja.App.Specs;

/// <summary>Runs the cases that reckon statements and balance requirement in tests/Specs as they stand.</summary>
public class StatementSpecificationTests
{
    private static readonly IReadOnlyList<StatementCase> s_cases = [.. Specification.Files().SelectMany(StatementCase.In)];

    public static IEnumerable<TheoryDataRow<string>> Cases() => s_cases.Select(c => new TheoryDataRow<string>(c.Name) { TestDisplayName = c.Name });

    public static IEnumerable<TheoryDataRow<string>> Files() => Specification.Files().Select(f => new TheoryDataRow<string>(f));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Fall(string name)
    {
        var told = s_cases.Single(c => c.Name == name);
        Assert.Equal(
            string.Join('\n', told.Statements.Select(s => $"{s.Statement} {s.Year}\n{s.Expected}")),
            string.Join('\n', told.Statements.Select(s => $"{s.Statement} {s.Year}\n{told.Says(s.Statement, s.Year)}")));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_heading_of_a_case_has_its_ledger_and_what_it_gives(string file) =>
        Assert.Equal(Regex.Count(Specification.TextOf(file), "^#### ", RegexOptions.Multiline), s_cases.Count(c => c.File == file));
}
