using System.Text.RegularExpressions;

namespace Styrkedja.House;

public sealed partial class TidinessTests
{
    private static readonly string[] s_written = [".cs", ".razor", ".css", ".js", ".csproj", ".props", ".slnx", ".json", ".md", ".yaml", ".yml", ".txt", ".html", ".sh"];

    [Fact]
    public void No_file_is_longer_than_five_hundred_lines()
    {
        var long400 = House.Files("src", ".cs").Concat(House.Files("tests", ".cs"))
            .Select(file => (file, Lines: House.Lines(file).Count())).Where(file => file.Lines > 400).ToList();
        foreach (var (file, lines) in long400)
            TestContext.Current.AddWarning($"{file} has {lines} lines: ask whether two ideas share it.");
        House.Holds("A file is one idea: at 400 lines ask whether two share it, at 500 part them.",
            long400.Where(file => file.Lines > 500).Select(file => $"{file.file}: {file.Lines} lines"));
    }

    [Fact]
    public void Nothing_is_left_for_later() => House.Holds(
        "What is to be done stands in no comment: do it, or let it be.",
        Found(Later(), [.. House.Files("src"), .. House.Files("tests")]));

    [Fact]
    public void No_file_names_a_path_of_a_machine() => House.Holds(
        "A path starts at the root of the repository or comes in as an argument.",
        Found(MachinePath(), Ours()));

    [Fact]
    public void No_file_names_a_package_registry() => House.Holds(
        "Where packages come from is the machine's own setting.",
        Found(Registry(), Ours()));

    [Fact]
    public void No_test_is_passed_over() => House.Holds(
        "A test that does not run proves nothing: mend it or take it away.",
        Found(PassedOver(), House.Files("tests", ".cs")));

    [Theory]
    [InlineData("/wo", "rk/notes.md", true)]
    [InlineData("\"/ro", "ot/x\"", true)]
    [InlineData("see https://example.org/ho", "me/", false)]
    [InlineData("docs/wo", "rk/x.md", false)]
    public void A_path_of_a_machine_is_told_from_a_link(string start, string end, bool isPath) => Assert.Equal(isPath, MachinePath().IsMatch(start + end));

    private static IEnumerable<string> Ours() => House.Files()
        .Where(file => !file.StartsWith("data/", StringComparison.Ordinal) && file != "LICENSE")
        .Where(file => s_written.Contains(Path.GetExtension(file)) || Path.GetExtension(file).Length == 0);

    private static IEnumerable<string> Found(Regex pattern, IEnumerable<string> files) =>
        from file in files
        where s_written.Contains(Path.GetExtension(file)) || Path.GetExtension(file).Length == 0
        from line in House.Lines(file)
        where pattern.IsMatch(line.Text)
        select $"{file}:{line.Number}: {line.Text.Trim()}";

    // The patterns are broken up so that they do not find themselves.
    [GeneratedRegex(@"\b(TO[D]O|FIX[M]E|HA[C]K)\b")]
    private static partial Regex Later();

    [GeneratedRegex(@"(?<![\w.~}/-])/(work|root|home)/")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"\bnuget\.[o]rg|\bnpmjs\.|\bpypi\.[o]rg|\bpythonhosted\b|\bartifactor[y]\b|\bdeb\.debian\.[o]rg|\bghcr\.[i]o|\bdocker\.[i]o")]
    private static partial Regex Registry();

    [GeneratedRegex(@"\bSki[p](When|Unless)?\s*=|\bAssert\.Ski[p]|\bExplicit\s*=\s*tru[e]")]
    private static partial Regex PassedOver();
}
