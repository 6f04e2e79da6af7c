using System.Text.RegularExpressions;

namespace Styrkedja.House;

/// <remarks>The cases nested in a type are explained where they are few words longer than their names; that is left to the writer.</remarks>
public sealed partial class DocCommentTests
{
    private static readonly (string Place, string Type, string Sentence, bool Public)[] s_types = [.. House.Files("src", ".cs").SelectMany(TypesIn)];

    [Fact]
    public void Every_public_type_of_Core_says_what_it_is() => House.Holds(
        "The first line of a doc comment says what the thing is, in one sentence.",
        s_types.Where(type => type.Public && type.Place.StartsWith("src/Core/", StringComparison.Ordinal))
            .GroupBy(type => type.Type)
            .Where(parts => parts.All(part => part.Sentence.Length == 0))
            .Select(parts => $"{parts.First().Place}: {parts.Key} has no summary"));

    [Fact]
    public void No_two_types_say_the_same() => House.Holds(
        "Two things that are told in the same sentence are one thing, or one of them is not told.",
        s_types.Where(type => type.Sentence.Length > 0)
            .GroupBy(type => type.Sentence, StringComparer.OrdinalIgnoreCase)
            .Where(same => same.Select(type => type.Type).Distinct().Count() > 1)
            .Select(same => $"\"{same.Key}\": {string.Join(", ", same.Select(type => $"{type.Place} {type.Type}"))}"));

    [Fact]
    public void The_types_are_found() => Assert.Contains(s_types, type => type is { Type: "Money", Sentence: "An amount of Swedish kronor in whole öre" });

    private static IEnumerable<(string Place, string Type, string Sentence, bool Public)> TypesIn(string file)
    {
        var lines = House.Lines(file).Select(line => line.Text).ToArray();
        for (var i = 0; i < lines.Length; i++)
        {
            if (Declaration().Match(lines[i]) is not { Success: true } match)
                continue;
            var top = i;
            while (top > 0 && lines[top - 1].Length > 0 && !EndsBefore().IsMatch(lines[top - 1]))
                top--;
            var comment = string.Join(' ', lines[top..i].Where(line => line.StartsWith("///", StringComparison.Ordinal)).Select(line => line[3..].Trim()));
            yield return ($"{file}:{i + 1}", match.Groups[2].Value, FirstSentence(comment), match.Groups[1].Value.Contains("public", StringComparison.Ordinal));
        }
    }

    private static string FirstSentence(string comment)
    {
        var summary = Summary().Match(comment).Groups[1].Value;
        var plain = Regex.Replace(Regex.Replace(summary, @"<\w+ \w+=""([^""]*)"" ?/>", "$1"), "<[^>]*>|\\s+", " ").Trim();
        return Regex.Split(plain, @"\.(?:\s|$)")[0].Trim();
    }

    [GeneratedRegex(@"^((?:(?:public|internal|file|static|sealed|abstract|partial|readonly|ref|unsafe)\s+)*)(?:class|record struct|record class|record|struct|interface|enum)\s+(\w+)")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^[};]|;\s*$|^namespace ")]
    private static partial Regex EndsBefore();

    [GeneratedRegex("<summary>(.*?)</summary>")]
    private static partial Regex Summary();
}
