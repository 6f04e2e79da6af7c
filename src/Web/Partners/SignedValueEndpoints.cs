using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Styrkedja.App.Archive;
using Styrkedja.App.Auditing;
using Styrkedja.App.Importing;
using Styrkedja.Decisions;
using Styrkedja.Region;
using Styrkedja.Rights;
using Styrkedja.Web.Auditing;
using Styrkedja.Web.Gate;
using Styrkedja.Web.Pages.Development;
using Styrkedja.Web.SignIn;

namespace Styrkedja.Web.Partners;

/// <summary>Takes in values that a partner signs about itself. Whoever else tries is turned away, and that is noted.</summary>
internal static class SignedValueEndpoints
{
    private const string Path = "/development/partners/{id}/values/{indicator}";

    public static void MapSignedValues(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (HttpContext http) => Show(http)).Wants(Right.SeeOwnWork).ExcludeFromDescription();
        app.MapForm(Path, Right.SeeOwnWork, async (http, form) => await Take(http, form));
    }

    private static IResult Show(HttpContext http)
    {
        if (Asked(http, out var blank) is { } answer)
            return answer;
        if (RightsGate.MustShowAnew(http, Visitor.Of(http)))
            return Forms.See("/sign-in/again?return=" + Uri.EscapeDataString(http.Request.Path + http.Request.QueryString));
        var typed = http.RequestServices.GetRequiredService<KeptForms>().Take(http);
        return Shown(StatusCodes.Status200OK, typed is null ? blank! : SignedValueEntry.Sent(blank!.Indicator, blank.Partner, new FormCollection(typed.ToDictionary())));
    }

    private static async Task<IResult> Take(HttpContext http, IFormCollection form)
    {
        if (Asked(http, out var blank) is { } answer)
            return answer;
        var (services, visitor) = (http.RequestServices, Visitor.Of(http));
        var entry = SignedValueEntry.Sent(blank!.Indicator, blank.Partner, form);
        if (RightsGate.MustShowAnew(http, visitor))
            return Forms.See("/sign-in/again?return=" + Uri.EscapeDataString(ReturnPath.With(http.Request.Path, await services.GetRequiredService<KeptForms>().Keep(http.Request, visitor.AccountId!))));
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var office = ValueRights.OfficesFor(visitor.Holder, answers: true, entry.Partner.Id, visitor.State)[0];
        var result = new SignValues(services.GetRequiredService<RegionArchive>()).Sign(entry.AsTable(now), entry.Table, office, entry.From.Length == 0 ? null : entry.From, new(now));
        AuditedRequest.Write(http, AuditKind.Import, result.Refused ? AuditOutcome.Refused : AuditOutcome.Done, office, $"{entry.Partner.Id} {entry.Indicator.Id}", result.Batch);
        return result.Refused ? Shown(StatusCodes.Status422UnprocessableEntity, entry with { Faults = result.Faults }) : Forms.See($"/development/partners/{Uri.EscapeDataString(entry.Partner.Id)}#values");
    }

    /// <summary>What the address asks to sign, when the visitor may sign it; else the answer that tells why not.</summary>
    private static IResult? Asked(HttpContext http, out SignedValueEntry? blank)
    {
        blank = null;
        var (state, visitor) = (http.RequestServices.GetRequiredService<RegionToday>().State, Visitor.Of(http));
        var (id, of) = ((string)http.Request.RouteValues["id"]!, (string)http.Request.RouteValues["indicator"]!);
        if (state.Goals.Indicators.FirstOrDefault(i => i.Act.Id == of)?.Act is not { } indicator || !state.ActsOf<JoinPartner>().Any(p => p.Act.Id == id))
            return PersonalPage.Of<SignedValueView>(StatusCodes.Status404NotFound);
        if (ValueRights.MaySign(visitor.Holder, indicator, id, state).Refusal is { } refusal)
            return new RefusedAnswer(visitor, refusal);
        blank = SignedValueEntry.Blank(indicator, state.Development.FindPartner(id)!.Act, ValueToTell.LastOver(indicator.Frequency, state.Organisation.Day));
        return null;
    }

    private static IResult Shown(int status, SignedValueEntry entry) => PersonalPage.Of<SignedValueView>(status, (nameof(SignedValueView.Entry), entry));
}
