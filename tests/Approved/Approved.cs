using System.Runtime.CompilerServices;

namespace Styrkedja.Tests;

/// <summary>Holds a text against the approved one that lies beside the test as NAME.verified.txt.</summary>
/// <remarks>When they differ the text is written to NAME.received.txt; whoever agrees with it renames it to verified, and the change is
/// seen in review. Line endings and the last line break do not count.</remarks>
internal static class Approved
{
    public static void Matches(string name, string text, [CallerFilePath] string testFile = "")
    {
        var beside = Path.Combine(Path.GetDirectoryName(testFile)!, name);
        var received = Lines(text);
        var verified = File.Exists(beside + ".verified.txt") ? Lines(File.ReadAllText(beside + ".verified.txt")) : [];
        if (received.SequenceEqual(verified, StringComparer.Ordinal))
        {
            File.Delete(beside + ".received.txt");
            return;
        }

        File.WriteAllText(beside + ".received.txt", string.Join('\n', received) + "\n");
        var at = received.Zip(verified).TakeWhile(pair => pair.First == pair.Second).Count();
        Assert.Fail($"""
            {name} differs from the approved text at line {at + 1}.
              approved: {verified.ElementAtOrDefault(at) ?? "(no such line)"}
              received: {received.ElementAtOrDefault(at) ?? "(no such line)"}
            The whole text: {name}.received.txt beside the test. If it is right, rename it to {name}.verified.txt.
            """);
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
}
