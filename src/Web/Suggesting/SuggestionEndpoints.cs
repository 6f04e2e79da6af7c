using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Styrkedja.App.Auditing;
using Styrkedja.App.Suggesting;
using Styrkedja.Provenance;
using Styrkedja.Rights;
using Styrkedja.Store.Inbox;
using Styrkedja.Web.Auditing;
using Styrkedja.Web.Gate;
using Styrkedja.Web.Pages.Suggestions;
using Styrkedja.Web.SignIn;

namespace Styrkedja.Web.Suggesting;

/// <summary>Takes in suggestions from anyone, and what those who keep the diary do with them.</summary>
/// <remarks>Of what anyone sends in nothing is noted in the audit log: it would tie an address to what someone wrote.</remarks>
internal static class SuggestionEndpoints
{
    private const string New = "/suggestions/new";
    private const string Inbox = "/suggestions/inbox";

    /// <summary>How many letters gone through are shown below those that wait.</summary>
    private const int MostHandled = 50;

    public static void MapSuggestions(this IEndpointRouteBuilder app)
    {
        app.MapGet(New, (HttpContext http) => Form(StatusCodes.Status200OK, SuggestionEntry.Blank with { Sent = http.Request.Query.ContainsKey("sent") })).Wants(Right.SeePublic).ExcludeFromDescription();
        // The token is asked for here, so that what someone without an account has typed on a page that was too old comes back to them.
        app.MapPost(New, (Delegate)Send).Wants(Right.SeePublic).DisableAntiforgery().ExcludeFromDescription();
        app.MapGet(Inbox, (HttpContext http) => Show(http, StatusCodes.Status200OK, null, [])).Wants(Right.KeepDiary).ExcludeFromDescription();
        app.MapForm(Inbox + "/{id:long}", Right.KeepDiary, (http, form) => Task.FromResult(Handle(http, form)));
    }

    private static async Task<IResult> Send(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-cache, no-store";
        if (!http.Request.HasFormContentType)
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        var entry = SuggestionEntry.Typed(await http.Request.ReadFormAsync(http.RequestAborted));
        if (!await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
            return Form(StatusCodes.Status400BadRequest, entry with { Stale = true });
        var faults = http.RequestServices.GetRequiredService<SuggestionDesk>().Send(entry.Title, entry.Text, entry.Name, entry.Email);
        return faults.Count == 0 ? Forms.See(New + "?sent=1")
            : Form(faults.Any(f => f.Code == "suggestion.inbox-full") ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status422UnprocessableEntity, entry with { Faults = faults });
    }

    private static IResult Handle(HttpContext http, IFormCollection form)
    {
        var (desk, visitor, id) = (http.RequestServices.GetRequiredService<SuggestionDesk>(), Visitor.Of(http), long.Parse((string)http.Request.RouteValues["id"]!, System.Globalization.CultureInfo.InvariantCulture));
        var (body, diary) = (form.Field("body") ?? "", (form.Field("diary") ?? "").Trim());
        var done = form.Field("do") ?? "";
        var result = done switch
        {
            "open" => desk.Open(visitor.Holder, id, new(body, diary, form.Field("title") ?? "", form.Field("text") ?? "")),
            "set-aside" => desk.SetAside(visitor.Holder, id, form.Field("reason") ?? ""),
            "erase" => desk.EraseSender(visitor.Holder, id),
            _ => new([Fault.Error("suggestion.nothing-done", new(""), "")]),
        };
        if (result.Refusal is { } refusal)
            return new RefusedAnswer(visitor, refusal);
        AuditedRequest.Write(http, AuditKind.Write, result.IsDone ? AuditOutcome.Done : AuditOutcome.Refused, done == "open" ? body : null, done == "open" ? diary : $"inbox/{id}", $"suggestion {done}");
        return result.IsDone ? Forms.See(done == "open" ? "/suggestions/" + Uri.EscapeDataString(diary) : Inbox) : Show(http, StatusCodes.Status422UnprocessableEntity, id, result.Faults);
    }

    /// <summary>The inbox. How senders can be reached is shown in it, so reading it is noted.</summary>
    private static IResult Show(HttpContext http, int status, long? about, IReadOnlyList<Fault> faults)
    {
        var inbox = http.RequestServices.GetRequiredService<InboxFile>();
        var (waiting, handled) = (inbox.Waiting(), inbox.Handled(MostHandled));
        if (waiting.Concat(handled).Any(i => i.Sender is not null))
            AuditedRequest.Write(http, AuditKind.ProtectedRead, AuditOutcome.Done, null, Inbox, "senders of suggestions");
        return PersonalPage.Of<SuggestionInboxView>(status, (nameof(SuggestionInboxView.Waiting), waiting), (nameof(SuggestionInboxView.Handled), handled), (nameof(SuggestionInboxView.About), about), (nameof(SuggestionInboxView.Faults), faults));
    }

    private static IResult Form(int status, SuggestionEntry entry) => PersonalPage.Of<SuggestionFormView>(status, (nameof(SuggestionFormView.Entry), entry));
}
