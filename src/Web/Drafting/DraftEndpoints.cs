using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Styrkedja.App.Archive;
using Styrkedja.App.Drafting;
using Styrkedja.Rights;
using Styrkedja.Store.Drafts;
using Styrkedja.Web.Gate;
using Styrkedja.Web.Pages.Drafting;

namespace Styrkedja.Web.Drafting;

/// <summary>Takes what is sent from the page of a draft: done, the reader is sent on; not done, the same page comes back with everything typed and what is wrong.</summary>
internal static class DraftEndpoints
{
    private const int MostBoxes = 8_000;
    private const int LongestBox = 200_000;
    private const long MostBytes = 2 << 20;

    public static void MapDrafts(this IEndpointRouteBuilder app)
    {
        app.MapPost("/drafts", (HttpContext http, Drafts drafts, RegionToday today, IAntiforgery antiforgery) => Take(http, drafts, today, antiforgery, null)).Wants(Right.WriteDraft).ExcludeFromDescription();
        app.MapPost("/drafts/{id:long}", (HttpContext http, Drafts drafts, RegionToday today, IAntiforgery antiforgery, long id) => Take(http, drafts, today, antiforgery, id)).Wants(Right.SeeOwnWork).ExcludeFromDescription();
    }

    private static async Task<IResult> Take(HttpContext http, Drafts drafts, RegionToday today, IAntiforgery antiforgery, long? id)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = MostBytes;
        http.Features.Set<IFormFeature>(new FormFeature(http.Request, new() { ValueCountLimit = MostBoxes, ValueLengthLimit = LongestBox }));
        PageAnswer.Guard(http);
        http.Response.Headers.CacheControl = "no-store";
        if (!await antiforgery.IsRequestValidAsync(http))
            return Results.BadRequest();

        var (who, sent) = (Visitor.Of(http).Holder, await http.Request.ReadFormAsync(http.RequestAborted));
        var sheet = DraftSheet.Posted(sent, today.State);
        if (id is { } known)
        {
            if (drafts.Find(who, known) is not { } draft)
                return Shown(sheet, StatusCodes.Status404NotFound);
            // Whose it is and of what kind is said by the draft, never by the one who sends.
            var own = DraftSheet.Posted(With(sent, draft), today.State);
            own.Draft = draft;
            sheet = own;
        }

        var (verb, about) = Parted(sent["do"].ToString());
        switch (verb)
        {
            case "add-act":
                sheet.AddAct(sent["new-act"].ToString());
                return Shown(sheet, StatusCodes.Status200OK);
            case "drop-act":
                sheet.DropAct(about);
                return Shown(sheet, StatusCodes.Status200OK);
            case "more":
                sheet.MoreRows(about);
                return Shown(sheet, StatusCodes.Status200OK);
            case "use-text":
                sheet.UseText(sent["text"].ToString());
                return Shown(sheet, StatusCodes.Status200OK);
            case "look":
                return Shown(sheet, StatusCodes.Status200OK);
        }

        var result = Done(verb, who, drafts, sheet, sent["note"].ToString(), sent.ContainsKey("text") || sent.Keys.Any(key => key.StartsWith(DraftSheet.Box, StringComparison.Ordinal)));
        sheet.Draft ??= result.Draft;
        if (result.Done)
            return new SeeOther(After(verb, result));
        sheet.Result = result;
        return result.Theirs is { } theirs ? Shown(sheet.After(theirs), StatusCodes.Status409Conflict)
            : Shown(sheet.Draft is { } saved && saved.Number != sheet.Seen ? sheet.After(saved) : sheet, result.Refusal is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status403Forbidden);
    }

    /// <summary>Saves what was written, when anything was, and then takes the step asked for.</summary>
    private static DraftResult Done(string verb, OfficeHolder who, Drafts drafts, DraftSheet sheet, string note, bool hasText)
    {
        var (draft, seen) = (sheet.Draft, sheet.Seen);
        if (verb is "save" or "submit" or "record" && (draft is null || (hasText && sheet.Text != draft.Content.Text)))
        {
            var saved = draft is null ? drafts.Write(who, sheet.Kind, sheet.Owner, sheet.Text) : drafts.Write(who, draft.Id, seen, sheet.Text);
            if (!saved.Done || verb == "save")
                return saved;
            (draft, seen) = (saved.Draft!, saved.Draft!.Number);
            sheet.Draft = draft;
        }

        if (draft is null)
            return new(null) { Faults = [Provenance.Fault.Error("draft.unknown", new(""), "")] };
        return verb switch
        {
            "submit" => drafts.Submit(who, draft.Id, seen),
            "approve" => drafts.Approve(who, draft.Id, seen),
            "return" => drafts.Return(who, draft.Id, seen, note),
            "withdraw" => drafts.Withdraw(who, draft.Id, seen),
            "record" => drafts.Record(who, draft.Id, seen),
            _ => new(draft),
        };
    }

    private static string After(string verb, DraftResult result) => result switch
    {
        { Recorded.Recordings: [var recording, ..], Draft.Content.Kind: DraftKind.Decision } => "/decisions/" + Uri.EscapeDataString(recording.Id),
        _ when verb == "withdraw" => "/my-work",
        _ => $"/drafts/{result.Draft!.Id}",
    };

    private static (string Verb, string About) Parted(string text) => text.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 ? (text[..colon], text[(colon + 1)..]) : (text, "");

    private static FormCollection With(IFormCollection sent, Draft draft)
    {
        var fields = sent.ToDictionary(s => s.Key, s => s.Value, StringComparer.Ordinal);
        fields["owner"] = draft.Content.Owner;
        fields["kind"] = draft.Content.Kind.ToString();
        return new(fields);
    }

    private static RazorComponentResult<DraftDocument> Shown(DraftSheet sheet, int status) => new(new Dictionary<string, object?> { [nameof(DraftDocument.Sheet)] = sheet }) { StatusCode = status };

    /// <summary>Sends the reader on to a page that is read anew, so that going back or reloading sends nothing twice.</summary>
    private sealed class SeeOther(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = address;
            return Task.CompletedTask;
        }
    }
}
