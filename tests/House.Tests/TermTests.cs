using System.Reflection;
using System.Text.RegularExpressions;
using Styrkedja.Provenance;

namespace Styrkedja.House;

public sealed partial class TermTests
{
    private static readonly (int Line, string[] Swedish, string[] Names)[] s_glossary = [.. House.Lines("docs/ordlista.md")
        .Select(line => (line.Number, Row: TableRow().Match(line.Text)))
        .Where(line => line.Row.Success)
        .Select(line => (line.Number,
            line.Row.Groups[1].Value.Split(", ").Select(word => word.Trim()).ToArray(),
            CodeName().Matches(line.Row.Groups[2].Value).Select(name => name.Groups[1].Value).ToArray()))];

    [Fact]
    public void The_glossary_gives_every_word_once()
    {
        Assert.NotEmpty(s_glossary);
        House.Holds("One word per thing, one thing per word, in docs/ordlista.md.", [
            .. Twice(s_glossary.SelectMany(row => row.Swedish.Select(word => (row.Line, word)))),
            .. Twice(s_glossary.SelectMany(row => row.Names.Select(name => (row.Line, name))))]);
    }

    [Fact]
    public void Every_term_in_the_code_stands_in_the_glossary_beside_the_same_name()
    {
        var terms = (from assembly in OurAssemblies()
                     from type in assembly.GetTypes()
                     from member in type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                         .Where(member => member is not Type).Prepend<MemberInfo>(type)
                     let term = member.GetCustomAttribute<TermAttribute>(inherit: false)
                     where term is not null
                     select (term.Swedish, member.Name, Whole: member is Type ? member.Name : $"{type.Name}.{member.Name}")).ToList();

        House.Holds("Every [Term(\"…\")] stands in docs/ordlista.md, with the name of the code beside it.",
            from term in terms
            let names = s_glossary.Where(row => row.Swedish.Contains(term.Swedish)).SelectMany(row => row.Names).ToList()
            where !names.Contains(term.Name) && !names.Contains(term.Whole)
            select names.Count == 0
                ? $"{term.Whole}: \"{term.Swedish}\" does not stand in docs/ordlista.md; add the row | {term.Swedish} | `{term.Whole}` | |"
                : $"{term.Whole}: \"{term.Swedish}\" is called {string.Join(" or ", names)} in docs/ordlista.md");
    }

    private static IEnumerable<Assembly> OurAssemblies() =>
        Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")
            .Where(file => Path.GetFileNameWithoutExtension(file).StartsWith("styrkedja", StringComparison.OrdinalIgnoreCase))
            .Select(Assembly.LoadFrom);

    private static IEnumerable<string> Twice(IEnumerable<(int Line, string Word)> words) => words.GroupBy(word => word.Word)
        .Where(word => word.Count() > 1)
        .Select(word => $"docs/ordlista.md:{word.Last().Line}: {word.Key} also stands on line {word.First().Line}");

    [GeneratedRegex(@"^\| ([^|]+) \|([^|]*`[^|]*)\|")]
    private static partial Regex TableRow();

    [GeneratedRegex(@"`([\w.]+)`")]
    private static partial Regex CodeName();
}
