using System.CommandLine;
using Styrkedja.App.Texts;

namespace Styrkedja.Cli.Commands;

/// <summary>Which language the command line speaks: --lang, otherwise the environment's, otherwise Swedish.</summary>
internal static class Language
{
    private const string Name = "--lang";

    public static Option<string> Option(Texts texts) => new(Name) { Description = texts["cli.lang"], Recursive = true, HelpName = "sv|en" };

    public static string Of(IReadOnlyList<string> args)
    {
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] == Name && i + 1 < args.Count)
                return args[i + 1];
            if (args[i].StartsWith(Name + "=", StringComparison.Ordinal))
                return args[i][(Name.Length + 1)..];
        }

        return Environment.GetEnvironmentVariable("LANG") is { } lang && lang.StartsWith("en", StringComparison.Ordinal) ? Texts.English : Texts.Swedish;
    }
}
