namespace Styrkedja.Cli.Tests.Commands;

public sealed class HelpTests
{
    [Theory]
    [InlineData("sv", "Följ upp ett år eller en månad")]
    [InlineData("en", "Follow up a year or month")]
    public void Help_speaks_the_language_asked_for_and_lists_every_command(string language, string sentence)
    {
        var said = CommandLine.Run("--help", "--lang", language);

        Assert.Equal(0, said.Exit);
        Assert.Contains(sentence, said.Out, StringComparison.Ordinal);
        foreach (var command in new[] { "serve", "demo", "account", "adopt", "import", "documents", "follow-up", "report", "explain", "what-if", "diff", "orphans", "export", "calendar", "journal", "search", "audit", "verify", "schema" })
            Assert.Contains($"  {command} ", said.Out, StringComparison.Ordinal);
    }
}
