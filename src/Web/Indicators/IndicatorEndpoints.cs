using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Styrkedja.App.Archive;
using Styrkedja.App.Auditing;
using Styrkedja.App.Importing;
using Styrkedja.Calendar;
using Styrkedja.Rights;
using Styrkedja.Web.Auditing;
using Styrkedja.Web.Gate;
using Styrkedja.Web.Pages.Goals;
using Styrkedja.Web.SignIn;

namespace Styrkedja.Web.Indicators;

/// <summary>Takes in one value of an own indicator from those who answer for it, by the same way in as a file.</summary>
internal static class IndicatorEndpoints
{
    private const string Path = "/goals/indicators/{id}/value";

    public static void MapIndicators(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (HttpContext http, RegionToday today, string id) => Show(http, today, id)).Wants(Right.Submit).ExcludeFromDescription();
        app.MapForm(Path, Right.Submit, (http, form) => Task.FromResult(Take(http, form)));
    }

    private static IResult Show(HttpContext http, RegionToday today, string id) => Allowed(http, today, id) switch
    {
        (null, { } answer) => answer,
        var (indicator, _) => PersonalPage.Of<IndicatorEntryView>((nameof(IndicatorEntryView.Entry), IndicatorEntry.Blank(indicator!, Period.Year(today.Day.Year - 1)))),
    };

    private static IResult Take(HttpContext http, IFormCollection form)
    {
        var (today, archive, clock) = (http.RequestServices.GetRequiredService<RegionToday>(), http.RequestServices.GetRequiredService<RegionArchive>(), http.RequestServices.GetRequiredService<TimeProvider>());
        if (Allowed(http, today, (string)http.Request.RouteValues["id"]!) is (null, { } answer))
            return answer;
        var entry = IndicatorEntry.Sent(Indicator(today, (string)http.Request.RouteValues["id"]!)!, form);
        var now = clock.GetUtcNow();
        var result = new ImportIndicators(archive).Import(entry.AsTable(now), IndicatorEntry.Table, new(now));
        AuditedRequest.Write(http, AuditKind.Import, result.Refused ? AuditOutcome.Refused : AuditOutcome.Done, IndicatorEntry.OwnerOf(entry.Indicator, today.State.Goals), entry.Indicator.Id, result.Batch);
        return result.Refused
            ? PersonalPage.Of<IndicatorEntryView>(StatusCodes.Status422UnprocessableEntity, (nameof(IndicatorEntryView.Entry), entry with { Faults = result.Faults }))
            : Forms.See($"/goals/indicators/{Uri.EscapeDataString(entry.Indicator.Id)}{(Period.TryParse(entry.Period, out var period) ? $"?period={period}" : "")}");
    }

    /// <summary>The indicator when the visitor may tell a value of it, else the answer that says why not.</summary>
    private static (Decisions.AdoptIndicator? Indicator, IResult? Answer) Allowed(HttpContext http, RegionToday today, string id)
    {
        if (Indicator(today, id) is not { } indicator)
            return (null, PersonalPage.Of<IndicatorEntryView>(StatusCodes.Status404NotFound));
        var (visitor, owner) = (Visitor.Of(http), IndicatorEntry.OwnerOf(indicator, today.State.Goals));
        return visitor.May(Right.Submit, owner).Refusal is { } refusal && !visitor.May(Right.ImportFacts).Allowed ? (null, new RefusedAnswer(visitor, refusal)) : (indicator, null);
    }

    private static Decisions.AdoptIndicator? Indicator(RegionToday today, string id) =>
        today.State.Goals.Indicators.FirstOrDefault(i => i.Act.Id == id)?.Act is { } indicator && IndicatorEntry.IsOwn(indicator) ? indicator : null;
}
