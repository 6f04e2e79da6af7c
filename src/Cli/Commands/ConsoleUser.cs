namespace Styrkedja.Cli.Commands;

/// <summary>Who acts at the command line, as the audit log has it: the machine's own user, who owns the files.</summary>
internal static class ConsoleUser
{
    public static string Name { get; } = $"console:{Environment.UserName}";
}
