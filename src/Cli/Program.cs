using System.CommandLine;
using System.CommandLine.Help;
using Styrkedja.App.Texts;
using Styrkedja.Cli.Commands;

var texts = Texts.In(Language.Of(args));
var root = new RootCommand(texts["cli.about"])
{
    ServeCommand.Make(texts),
    DemoCommand.Make(texts),
    AccountCommand.Make(texts),
    AdoptCommand.Make(texts),
    ImportCommand.Make(texts),
    DocumentsCommand.Make(texts),
    FollowUpCommand.Make(texts),
    ReportCommand.Make(texts),
    ExplainCommand.Make(texts),
    WhatIfCommand.Make(texts),
    DiffCommand.Make(texts),
    OrphansCommand.Make(texts),
    ExportCommand.Make(texts),
    CalendarCommand.Make(texts),
    JournalCommand.Make(texts),
    SearchCommand.Make(texts),
    VerifyCommand.Make(texts),
    SchemaCommand.Make(texts),
};
root.Options.Add(Language.Option(texts));
var parsed = root.Parse(args);
if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction)
{
    foreach (var error in parsed.Errors)
        Console.Error.WriteLine(error.Message);
    Console.Error.WriteLine(texts["cli.see-help"]);
    return Exit.WrongUsage;
}

try
{
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (IOException e)
{
    Console.Error.WriteLine(e.Message);
    return Exit.Refused;
}
