using System.CommandLine;
using Styrkedja.App.Texts;
using Styrkedja.Cli.Commands;

namespace Styrkedja.Cli;

/// <summary>Every command that there is, in the order that help lists them.</summary>
internal static class CommandTree
{
    public static RootCommand Make(Texts texts)
    {
        var root = new RootCommand(texts["cli.about"])
        {
            ServeCommand.Make(texts),
            DemoCommand.Make(texts),
            AccountCommand.Make(texts),
            AdoptCommand.Make(texts),
            ImportCommand.Make(texts),
            FetchCommand.Make(texts),
            DocumentsCommand.Make(texts),
            FollowUpCommand.Make(texts),
            ReportCommand.Make(texts),
            ExplainCommand.Make(texts),
            SettleCommand.Make(texts),
            CheckInvoicesCommand.Make(texts),
            WhatIfCommand.Make(texts),
            DiffCommand.Make(texts),
            StatementsCommand.Make(texts),
            FollowedCommands.Forecasts(texts),
            FollowedCommands.Deviations(texts),
            FollowedCommands.MonthEnd(texts),
            MeasuresCommand.Make(texts),
            InternalControlCommand.Make(texts),
            OrphansCommand.Make(texts),
            ExportCommand.Make(texts),
            CalendarCommand.Make(texts),
            RemindCommand.Make(texts),
            JournalCommand.Make(texts),
            SearchCommand.Make(texts),
            AuditCommand.Make(texts),
            VerifyCommand.Make(texts),
            SchemaCommand.Make(texts),
        };
        root.Options.Add(Language.Option(texts));
        root.Options.Add(Acting.Option(texts));
        return root;
    }

    /// <summary>The words by which a command is called, such as "import sie"; empty for the program itself.</summary>
    public static string PathOf(ParseResult asked) => PathOf(asked.CommandResult.Command);

    public static string PathOf(Symbol command) => command.Parents.FirstOrDefault() is { } parent && PathOf(parent) is var above
        ? above.Length == 0 ? command.Name : $"{above} {command.Name}"
        : "";
}
