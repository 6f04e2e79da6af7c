using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Styrkedja.App.Archive;
using Styrkedja.App.Drafting;
using Styrkedja.Region;
using Styrkedja.Rights;
using Styrkedja.Store.Drafts;
using Styrkedja.Web.Gate;
using Styrkedja.Web.Pages.Drafting;
using Styrkedja.Web.SignIn;

namespace Styrkedja.Web.Drafting;

/// <summary>Takes what is sent from the page of a draft: done, the reader is sent on; not done, the same page comes back with everything typed and what is wrong.</summary>
internal static class DraftEndpoints
{
    private const int MostBoxes = 8_000;
    private const int LongestBox = 200_000;
    private const long MostBytes = 2 << 20;

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);

    /// <remarks>A draft can be longer than other forms, so the token is asked for here, once the limits have been widened.</remarks>
    public static void MapDrafts(this IEndpointRouteBuilder app)
    {
        app.ServiceProvider.GetRequiredService<AutosaveScript>().Map(app);
        app.MapPost("/drafts", (HttpContext http, Drafts drafts, RegionToday today, IAntiforgery antiforgery) => Take(http, drafts, today, antiforgery, null)).Wants(Right.WriteDraft).DisableAntiforgery().ExcludeFromDescription();
        app.MapPost("/drafts/{id:long}", (HttpContext http, Drafts drafts, RegionToday today, IAntiforgery antiforgery, long id) => Take(http, drafts, today, antiforgery, id)).Wants(Right.SeeOwnWork).DisableAntiforgery().ExcludeFromDescription();
    }

    private static async Task<IResult> Take(HttpContext http, Drafts drafts, RegionToday today, IAntiforgery antiforgery, long? id)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = MostBytes;
        http.Features.Set<IFormFeature>(new FormFeature(http.Request, new() { ValueCountLimit = MostBoxes, ValueLengthLimit = LongestBox }));
        if (!await antiforgery.IsRequestValidAsync(http))
            return await Forms.Stale(http);

        var (visitor, sent) = (Visitor.Of(http), await http.Request.ReadFormAsync(http.RequestAborted));
        var who = visitor.Holder;
        var sheet = DraftSheet.Posted(sent, today.State);
        if (id is { } known)
        {
            if (drafts.Find(who, known) is not { } draft)
                return drafts.WhyHidden(who, known) is { } hidden ? new RefusedAnswer(visitor, hidden) : Shown(sheet, StatusCodes.Status404NotFound);
            sheet = DraftSheet.Posted(draft, new(sent.ToDictionary()), today.State);
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
            case "join":
                return Shown(sheet.Base is { } number && sheet.Draft is { } latest && drafts.Versions(who, latest.Id).FirstOrDefault(v => v.Number == number) is { } before ? sheet.JoinedWith(before, latest) : sheet, StatusCodes.Status200OK);
            case "look":
                return Shown(sheet, StatusCodes.Status200OK);
        }

        if (MustShowAnew(http, visitor, verb, sheet, today.State))
            return Forms.See("/sign-in/again?return=" + Uri.EscapeDataString(ReturnPath.With(id is null ? "/drafts/new" : $"/drafts/{id}", Kept(http).Keep(sent, visitor.AccountId!))));
        Doings.Drafting(http, verb, sheet.Draft, sheet.Owner);
        var result = Done(verb, who, drafts, sheet, sent["note"].ToString(), sent.ContainsKey("text") || sent.Keys.Any(key => key.StartsWith(DraftSheet.Box, StringComparison.Ordinal)));
        sheet.Draft ??= result.Draft;
        Doings.Drafted(http, verb, sheet.Draft, result);
        if (verb == "save" && SavesByItself(http) && (result.Done || result.Theirs is not null))
            return result.Theirs is null ? Results.Json(new SavedByItself(result.Draft!.Id, result.Draft.Number, $"{RegionToday.TimeAt(result.Draft.Changed):HH\\:mm}"), s_json) : Results.StatusCode(StatusCodes.Status409Conflict);
        if (result.Done)
            return Forms.See(After(verb, result));
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
            "take-theirs" => TakeTheirs(who, drafts, draft, sheet),
            "submit" => drafts.Submit(who, draft.Id, seen),
            "approve" => drafts.Approve(who, draft.Id, seen),
            "return" => drafts.Return(who, draft.Id, seen, note),
            "withdraw" => drafts.Withdraw(who, draft.Id, seen),
            "record" => drafts.Record(who, draft.Id, seen),
            _ => new(draft),
        };
    }

    /// <summary>Keeps what someone else saved, after the writer's own text has been saved as a version of its own.</summary>
    private static DraftResult TakeTheirs(OfficeHolder who, Drafts drafts, Draft theirs, DraftSheet sheet)
    {
        var mine = drafts.Write(who, theirs.Id, sheet.Seen, sheet.Text);
        return mine.Done ? drafts.Write(who, theirs.Id, mine.Draft!.Number, theirs.Content.Text) : mine;
    }

    /// <summary>True when the page saves without being asked to, and wants to know only that it is done.</summary>
    private static bool SavesByItself(HttpContext http) => http.Request.GetTypedHeaders().Accept is [{ MediaType.Value: "application/json" }, ..];

    private sealed record SavedByItself(long Id, int Number, string At);

    private static string After(string verb, DraftResult result) => result switch
    {
        { Recorded.Recordings: [var recording, ..], Draft.Content.Kind: DraftKind.Decision } => "/decisions/" + Uri.EscapeDataString(recording.Id),
        _ when verb == "withdraw" => "/my-work",
        _ => $"/drafts/{result.Draft!.Id}",
    };

    private static (string Verb, string About) Parted(string text) => text.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 ? (text[..colon], text[(colon + 1)..]) : (text, "");

    /// <summary>True when what is asked for approves or signs, and the visitor showed who it is too long ago.</summary>
    private static bool MustShowAnew(HttpContext http, Visitor visitor, string verb, DraftSheet sheet, RegionState state) =>
        (verb == "approve" || (verb == "record" && Drafts.IsSigned(sheet.Kind, sheet.Text, state))) && RightsGate.MustShowAnew(http, visitor);

    private static KeptForms Kept(HttpContext http) => http.RequestServices.GetRequiredService<KeptForms>();

    private static IResult Shown(DraftSheet sheet, int status) => PersonalPage.Of<DraftView>(status, (nameof(DraftView.Sheet), sheet));
}
