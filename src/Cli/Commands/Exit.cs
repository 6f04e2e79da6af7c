namespace Styrkedja.Cli.Commands;

/// <summary>What the command answers to whoever called it.</summary>
internal static class Exit
{
    public const int Done = 0;

    /// <summary>Refused by a rule, or the input was bad.</summary>
    public const int Refused = 1;

    public const int WrongUsage = 2;
}
