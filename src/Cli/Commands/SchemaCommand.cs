using System.CommandLine;
using Styrkedja.App.Texts;
using Styrkedja.Formats.Decisions;
using Styrkedja.Formats.Indicators;
using Styrkedja.Formats.Offices;
using Styrkedja.Formats.Tables;

namespace Styrkedja.Cli.Commands;

/// <summary>styrkedja schema [decision|ledger-table|staff-table|offices|indicator-sources]: the JSON Schema of files that people write, for editors.</summary>
internal static class SchemaCommand
{
    public static Command Make(Texts texts)
    {
        var of = new Argument<string>("OF") { Description = texts["cli.schema.of"], DefaultValueFactory = _ => "decision" };
        of.AcceptOnlyFromAmong("decision", "ledger-table", "staff-table", "offices", "indicator-sources");
        var command = new Command("schema", texts["cli.schema"]) { of };
        command.SetAction(result =>
        {
            Printed.Json(result.GetValue(of) switch { "ledger-table" => LedgerMapping.Schema(), "staff-table" => StaffMapping.Schema(), "offices" => OfficeFeed.Schema(), "indicator-sources" => FetchPlan.Schema(), _ => DecisionFile.Schema() });
            return Exit.Done;
        });
        return command;
    }
}
