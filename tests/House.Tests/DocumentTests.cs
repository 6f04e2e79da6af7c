using System.Text.RegularExpressions;

namespace Styrkedja.House;

public sealed partial class DocumentTests
{
    [Fact]
    public void Every_link_in_the_documents_leads_somewhere() => House.Holds(
        "A link within the repository leads to a file or folder, and after # to a heading in it.",
        from file in House.Files("", ".md")
        from line in Prose(file)
        from Match match in Link().Matches(line.Text)
        let target = match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value
        where !Outside().IsMatch(target) && !Leads(file, Uri.UnescapeDataString(target))
        select $"{file}:{line.Number}: {target}");

    [Fact]
    public void Every_command_shown_in_the_README_exists()
    {
        if (!File.Exists(House.FullPath("README.md")))
            return;
        var shown = ShownCommands(House.Lines("README.md")).ToList();
        Assert.True(shown.Count > 0, "README.md shows no `$ ./styrkedja …` in a console block.");
        var commands = Commands();
        House.Holds($"A command in README.md is one that src/Cli has: {string.Join(", ", commands)}.",
            shown.Where(line => !commands.Contains(line.Command)).Select(line => $"README.md:{line.Number}: ./styrkedja {line.Command}"));
    }

    [Fact]
    public void A_shown_command_is_read_from_console_blocks_only()
    {
        var lines = """
            Then `./styrkedja serve`.
            ```console
            $ ./styrkedja follow-up 2017-11 --format json
            $ ls
            ```
            ```bash
            $ ./styrkedja verify
            ```
            """.Split('\n').Select((text, i) => (i + 1, text));
        Assert.Equal([(3, "follow-up")], ShownCommands(lines));
    }

    private static IEnumerable<(int Number, string Command)> ShownCommands(IEnumerable<(int Number, string Text)> lines)
    {
        string? fence = null;
        foreach (var (number, text) in lines)
        {
            if (text.StartsWith("```", StringComparison.Ordinal))
                fence = fence is null ? text[3..].Trim() : null;
            else if (fence == "console" && text.StartsWith("$ ./styrkedja ", StringComparison.Ordinal))
                yield return (number, text.Split(' ', StringSplitOptions.RemoveEmptyEntries)[2]);
        }
    }

    /// <summary>The names of the files in Commands, FollowUpCommand.cs being follow-up, and every name handed to a Command.</summary>
    private static HashSet<string> Commands() => [
        "--help", "--version",
        .. House.Files("src/Cli/Commands", ".cs").Select(Path.GetFileNameWithoutExtension)
            .Select(name => Hump().Replace(name!.EndsWith("Command", StringComparison.Ordinal) ? name[..^"Command".Length] : name, "-").ToLowerInvariant()),
        .. House.Files("src/Cli", ".cs").SelectMany(file => CommandName().Matches(House.Text(file)).Select(match => match.Groups[1].Value))];

    private static IEnumerable<(int Number, string Text)> Prose(string file)
    {
        var inFence = false;
        foreach (var line in House.Lines(file))
        {
            if (line.Text.TrimStart().StartsWith("```", StringComparison.Ordinal))
                inFence = !inFence;
            else if (!inFence)
                yield return (line.Number, InlineCode().Replace(line.Text, ""));
        }
    }

    private static bool Leads(string file, string target)
    {
        var parts = target.Split('#', 2);
        var path = parts[0].Length == 0
            ? House.FullPath(file)
            : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(House.FullPath(file))!, parts[0].Split('?')[0]));
        if (!Path.Exists(path) || Path.GetRelativePath(House.Root, path).StartsWith("..", StringComparison.Ordinal))
            return false;
        return parts.Length == 1 || !path.EndsWith(".md", StringComparison.Ordinal) || File.ReadLines(path).Any(line => Anchor(line) == parts[1]);
    }

    private static string? Anchor(string line) => line.StartsWith('#')
        ? NotInAnchor().Replace(line.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-')
        : null;

    [GeneratedRegex(@"\]\(<?([^)\s>]+)>?(?:\s+""[^""]*"")?\)|^\[[^\]]+\]:\s+(\S+)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^([a-z][a-z0-9+.-]*:|//)", RegexOptions.IgnoreCase)]
    private static partial Regex Outside();

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchor();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])")]
    private static partial Regex Hump();

    [GeneratedRegex(@"\bCommand\(\s*""([a-z][a-z-]*)""")]
    private static partial Regex CommandName();
}
