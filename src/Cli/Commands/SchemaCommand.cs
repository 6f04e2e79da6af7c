using System.CommandLine;
using Styrkedja.App.Texts;
using Styrkedja.Formats.Decisions;

namespace Styrkedja.Cli.Commands;

/// <summary>styrkedja schema: the JSON Schema of decision files, for editors.</summary>
internal static class SchemaCommand
{
    public static Command Make(Texts texts)
    {
        var command = new Command("schema", texts["cli.schema"]);
        command.SetAction(_ =>
        {
            Printed.Json(DecisionFile.Schema());
            return Exit.Done;
        });
        return command;
    }
}
