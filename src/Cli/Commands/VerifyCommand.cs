using System.CommandLine;
using System.Text.Json.Nodes;
using Styrkedja.App.Texts;
using Styrkedja.App.Verifying;

namespace Styrkedja.Cli.Commands;

/// <summary>styrkedja verify: reads everything again and says whether it is as it was written.</summary>
internal static class VerifyCommand
{
    public static Command Make(Texts texts)
    {
        var asked = new Asked(texts);
        var head = new Option<string?>("--head") { Description = texts["cli.verify.head"], HelpName = "HASH" };
        var command = new Command("verify", texts["cli.verify"]) { head, asked.Data, asked.Format };
        command.SetAction(result =>
        {
            var verification = VerifyRegion.Verify(result.GetValue(asked.Data)!, result.GetValue(head));
            if (asked.Json(result))
                Printed.Json(Json(verification));
            else if (verification.FirstFault is { } fault)
                Console.Error.WriteLine(texts[fault.Code, ("position", fault.Position), ("detail", fault.Detail)]);
            else
                Console.Out.WriteLine(texts["cli.verify.ok", ("entries", verification.Entries), ("head", verification.Head)]);
            return verification.Ok ? Exit.Done : Exit.Refused;
        });
        return command;
    }

    private static JsonObject Json(Verification verification) => new()
    {
        ["ok"] = verification.Ok,
        ["entries"] = verification.Entries,
        ["head"] = verification.Head,
        ["firstFault"] = verification.FirstFault is { } fault
            ? new JsonObject { ["position"] = fault.Position, ["code"] = fault.Code, ["detail"] = fault.Detail }
            : null,
    };
}
