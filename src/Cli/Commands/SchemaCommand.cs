using System.CommandLine;
using System.Text.Json.Nodes;
using Styrkedja.App.Texts;
using Styrkedja.Formats.Care;
using Styrkedja.Formats.Decisions;
using Styrkedja.Formats.Indicators;
using Styrkedja.Formats.Offices;
using Styrkedja.Formats.Tables;

namespace Styrkedja.Cli.Commands;

/// <summary>styrkedja schema [decision|ledger-table|staff-table|offices|indicator-sources|contacts|listings|group-costs|invoices]: the JSON Schema of files that people write, for editors.</summary>
internal static class SchemaCommand
{
    public static Command Make(Texts texts)
    {
        var of = new Argument<string>("OF") { Description = texts["cli.schema.of"], DefaultValueFactory = _ => "decision" };
        of.AcceptOnlyFromAmong("decision", "ledger-table", "staff-table", "offices", "indicator-sources", "contacts", "listings", "group-costs", "invoices");
        var command = new Command("schema", texts["cli.schema"]) { of };
        command.SetAction(result =>
        {
            Printed.Json(result.GetValue(of) switch
            {
                "ledger-table" => LedgerMapping.Schema(),
                "staff-table" => StaffMapping.Schema(),
                "offices" => OfficeFeed.Schema(),
                "indicator-sources" => FetchPlan.Schema(),
                "contacts" or "listings" or "group-costs" or "invoices" => Rows(result.GetValue(of)!),
                _ => DecisionFile.Schema(),
            });
            return Exit.Done;
        });
        return command;
    }

    private static JsonObject Rows(string table) => CareColumns.Of(table) is var (title, columns) ? CareColumns.Schema(title, columns) : [];
}
