using System.CommandLine;
using System.CommandLine.Help;
using Styrkedja.App.Texts;
using Styrkedja.Cli;
using Styrkedja.Cli.Commands;

var texts = Texts.In(Language.Of(args));
var parsed = CommandTree.Make(texts).Parse(args);
if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction)
{
    foreach (var error in parsed.Errors)
        Console.Error.WriteLine(error.Message);
    Console.Error.WriteLine(texts["cli.see-help"]);
    return Exit.WrongUsage;
}

try
{
    return CommandGate.Turns(parsed, texts, TimeProvider.System) ?? await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (IOException e)
{
    Console.Error.WriteLine(e.Message);
    return Exit.Refused;
}
