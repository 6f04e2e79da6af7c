using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Styrkedja.App.Archive;
using Styrkedja.App.Auditing;
using Styrkedja.App.Deciding;
using Styrkedja.App.Settling;
using Styrkedja.Calendar;
using Styrkedja.Goals;
using Styrkedja.Provenance;
using Styrkedja.Rights;
using Styrkedja.Web.Auditing;
using Styrkedja.Web.Gate;
using Styrkedja.Web.Pages.Care;
using Styrkedja.Web.SignIn;

namespace Styrkedja.Web.Agreements;

/// <summary>Takes what the two parties of an agreement say of a line of its settlement, by the same way in as a file.</summary>
internal static class RemarkEndpoints
{
    private const string Path = "/care/providers/{id}/remark";
    private const int Longest = 4_000;

    public static void MapRemarks(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (HttpContext http) => Show(http)).Wants(Right.SeeOwnWork).ExcludeFromDescription();
        app.MapForm(Path, Right.SeeOwnWork, (http, form) => Task.FromResult(Take(http, form)));
    }

    private static IResult Show(HttpContext http) => Asked(http) switch
    {
        (null, { } answer) => answer,
        var (entry, _) => PersonalPage.Of<RemarkView>((nameof(RemarkView.Entry), entry)),
    };

    private static IResult Take(HttpContext http, IFormCollection form)
    {
        if (Asked(http) is var (blank, answer) && blank is null)
            return answer!;
        var text = (form.Field("text") ?? "").Trim();
        var entry = blank with
        {
            By = form.Field("by") is { } by && blank.Offices.Contains(by) ? by : blank.By,
            Says = blank.Kinds.FirstOrDefault(kind => KeyWord.Of(kind) == form.Field("says"), blank.Says),
            Text = text.Length > Longest ? text[..Longest] : text,
        };
        if (entry.Text.Length == 0)
            return PersonalPage.Of<RemarkView>(StatusCodes.Status422UnprocessableEntity, (nameof(RemarkView.Entry), entry with { Faults = [Fault.Error("assessment.says-nothing", new(""), entry.Line.Component)] }));
        var services = http.RequestServices;
        var (archive, today, now) = (services.GetRequiredService<RegionArchive>(), services.GetRequiredService<RegionToday>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        var visitor = Visitor.Of(http);
        var result = new TakeDecision(archive, today).Take([(entry.AsFile(today.Day), "")], visitor.Holder, now);
        if (result.Refusals is [var refusal, ..])
            return new RefusedAnswer(visitor, refusal);
        AuditedRequest.Write(http, AuditKind.Write, result.Refused ? AuditOutcome.Refused : AuditOutcome.Done, entry.By, entry.Agreement.Id, $"{entry.Line.Month} {entry.Line.Component}");
        return result.Refused
            ? PersonalPage.Of<RemarkView>(StatusCodes.Status422UnprocessableEntity, (nameof(RemarkView.Entry), entry with { Faults = [.. result.Faults, .. result.Recordings.SelectMany(r => r.Verdict.Faults)] }))
            : Forms.See($"{entry.Page}#{Uri.EscapeDataString(RemarkEntry.AnchorOf(entry.Line))}");
    }

    /// <summary>What the address asks to say, when the visitor may say it; else the answer that tells why not.</summary>
    private static (RemarkEntry? Entry, IResult? Answer) Asked(HttpContext http)
    {
        var (services, query, visitor) = (http.RequestServices, http.Request.Query, Visitor.Of(http));
        var state = services.GetRequiredService<RegionToday>().State;
        if (state.Care.Agreements.Find(query["agreement"].ToString())?.Act is not { } agreement || agreement.Provider != (string)http.Request.RouteValues["id"]!)
            return (null, PersonalPage.Of<RemarkView>(StatusCodes.Status404NotFound));
        var answers = query["answers"].ToString() is { Length: > 0 } asked ? asked : null;
        if (SettlementRights.OfficesFor(visitor.Holder, answers is not null, agreement, state) is not { Count: > 0 } offices)
            return (null, new RefusedAnswer(visitor, visitor.May(answers is null ? Right.QuestionSettlement : Right.AnswerSettlement, answers is null ? agreement.Provider : agreement.Payer).Refusal!));
        if (!Month.TryParse(query["month"].ToString(), out var month) || new FrozenLines(services.GetRequiredService<RegionArchive>()).Find(agreement.Id, month, query["component"].ToString(), state) is not { } line)
            return (null, PersonalPage.Of<RemarkView>(StatusCodes.Status404NotFound));
        return (new(agreement, line, offices, answers, offices[0], answers is null ? RemarkKind.Question : RemarkKind.Answer, "", []), null);
    }
}
