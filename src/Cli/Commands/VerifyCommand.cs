using System.CommandLine;
using System.Text.Json.Nodes;
using Styrkedja.App.Auditing;
using Styrkedja.App.Texts;
using Styrkedja.App.Verifying;
using Styrkedja.Store.Audit;

namespace Styrkedja.Cli.Commands;

/// <summary>styrkedja verify: reads everything again, journal and audit log, and says whether it is as it was written.</summary>
/// <remarks>That something is not as it was written is itself written to the audit log, when that is whole.</remarks>
internal static class VerifyCommand
{
    public static Command Make(Texts texts)
    {
        var asked = new Asked(texts);
        var head = new Option<string?>("--head") { Description = texts["cli.verify.head"], HelpName = "HASH" };
        var auditHead = new Option<string?>("--audit-head") { Description = texts["cli.verify.audit-head"], HelpName = "HASH" };
        var command = new Command("verify", texts["cli.verify"]) { head, auditHead, asked.Data, asked.Format };
        command.SetAction(result =>
        {
            var folder = result.GetValue(asked.Data)!;
            var verification = VerifyRegion.Verify(folder, result.GetValue(head));
            using var log = new AuditLog(folder);
            var audit = log.Verify(result.GetValue(auditHead));
            if (asked.Json(result))
                Printed.Json(Json(verification, audit));
            else
                Tell(texts, verification, audit, result.GetValue(auditHead));
            // A folder that holds no journal is no region's, and gets no log either.
            if (verification.FirstFault is { } fault && fault.Code != "verify.no-journal" && audit.FirstFault is null)
                log.Write(new(DateTimeOffset.UtcNow, AuditKind.IntegrityFailure, AuditOutcome.Failed, ConsoleUser.Name, Object: $"entry {fault.Position}", Reason: fault.Code));
            return verification.Ok && audit.FirstFault is null ? Exit.Done : Exit.Refused;
        });
        return command;
    }

    private static void Tell(Texts texts, Verification verification, AuditCheck audit, string? keptAuditHead)
    {
        if (verification.FirstFault is { } fault)
            Console.Error.WriteLine(texts[fault.Code, ("position", fault.Position), ("detail", fault.Detail)]);
        else
            Console.Out.WriteLine(texts["cli.verify.ok", ("entries", verification.Entries), ("head", verification.Head)]);
        if (audit.FirstFault is var (number, code))
            Console.Error.WriteLine(texts[code, ("position", number), ("detail", keptAuditHead ?? "")]);
        else if (audit.Events > 0)
            Console.Out.WriteLine(texts["cli.verify.audit-ok", ("events", audit.Events), ("head", audit.Head)]);
    }

    private static JsonObject Json(Verification verification, AuditCheck audit) => new()
    {
        ["ok"] = verification.Ok && audit.FirstFault is null,
        ["entries"] = verification.Entries,
        ["head"] = verification.Head,
        ["firstFault"] = verification.FirstFault is { } fault
            ? new JsonObject { ["position"] = fault.Position, ["code"] = fault.Code, ["detail"] = fault.Detail }
            : null,
        ["audit"] = new JsonObject
        {
            ["events"] = audit.Events,
            ["head"] = audit.Head,
            ["firstFault"] = audit.FirstFault is var (number, code) ? new JsonObject { ["number"] = number, ["code"] = code } : null,
        },
    };
}
