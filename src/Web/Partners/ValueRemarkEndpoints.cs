using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Styrkedja.App.Archive;
using Styrkedja.App.Auditing;
using Styrkedja.App.Deciding;
using Styrkedja.Calendar;
using Styrkedja.Facts;
using Styrkedja.Provenance;
using Styrkedja.Region;
using Styrkedja.Rights;
using Styrkedja.Web.Auditing;
using Styrkedja.Web.Gate;
using Styrkedja.Web.Pages.Development;
using Styrkedja.Web.SignIn;

namespace Styrkedja.Web.Partners;

/// <summary>Takes what the region says of a value that a partner has signed, and what the partner answers. The value itself is never touched.</summary>
internal static class ValueRemarkEndpoints
{
    private const string Path = "/development/partners/{id}/values/{indicator}/remark";
    private const int Longest = 4_000;

    public static void MapValueRemarks(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (HttpContext http) => Asked(http, out var entry) ?? Shown(StatusCodes.Status200OK, entry!)).Wants(Right.SeeOwnWork).ExcludeFromDescription();
        app.MapForm(Path, Right.SeeOwnWork, (http, form) => Task.FromResult(Take(http, form)));
    }

    private static IResult Take(HttpContext http, IFormCollection form)
    {
        if (Asked(http, out var blank) is { } answer)
            return answer;
        var text = (form.Field("text") ?? "").Trim();
        var entry = blank! with { By = form.Field("by") is { } by && blank.Offices.Contains(by) ? by : blank.By, Text = text.Length > Longest ? text[..Longest] : text };
        if (entry.Text.Length == 0)
            return Shown(StatusCodes.Status422UnprocessableEntity, entry with { Faults = [Fault.Error("assessment.says-nothing", new(""), entry.Value.Indicator.Id)] });
        var (services, visitor) = (http.RequestServices, Visitor.Of(http));
        var today = services.GetRequiredService<RegionToday>();
        var result = new TakeDecision(services.GetRequiredService<RegionArchive>(), today).Take([(entry.AsFile(today.Day), "")], visitor.Holder, services.GetRequiredService<TimeProvider>().GetUtcNow());
        if (result.Refusals is [var refusal, ..])
            return new RefusedAnswer(visitor, refusal);
        AuditedRequest.Write(http, AuditKind.Write, result.Refused ? AuditOutcome.Refused : AuditOutcome.Done, entry.By, entry.Value.Indicator.Id, $"{entry.Partner} {entry.Value.Key.Period}");
        return result.Refused
            ? Shown(StatusCodes.Status422UnprocessableEntity, entry with { Faults = [.. result.Faults, .. result.Recordings.SelectMany(r => r.Verdict.Faults)] })
            : Forms.See($"/development/partners/{Uri.EscapeDataString(entry.Partner)}#values");
    }

    /// <summary>What the address asks to say, when the visitor may say it; else the answer that tells why not.</summary>
    private static IResult? Asked(HttpContext http, out ValueRemarkEntry? entry)
    {
        entry = null;
        var (state, visitor, query) = (http.RequestServices.GetRequiredService<RegionToday>().State, Visitor.Of(http), http.Request.Query);
        var (id, of) = ((string)http.Request.RouteValues["id"]!, (string)http.Request.RouteValues["indicator"]!);
        var answers = query["answers"].ToString() is { Length: > 0 } asked ? asked : null;
        if (state.Development.FindPartner(id)?.Act is not { } partner || !Period.TryParse(query["period"].ToString(), out var period)
            || SignedValue.AllIn(state).FirstOrDefault(v => v.Stands && v.Indicator.Id == of && v.Key.Place == SignedValues.PlaceOf(partner) && v.Key.Period == period) is not { } value)
            return PersonalPage.Of<ValueRemarkView>(StatusCodes.Status404NotFound);
        var offices = ValueRights.OfficesFor(visitor.Holder, answers is not null, id, state);
        if (offices.Count == 0)
            return new RefusedAnswer(visitor, (answers is null ? visitor.May(Right.CommentOnValue) : visitor.May(Right.Sign, id)).Refusal!);
        entry = new(value, id, offices, answers, offices[0], "", []);
        return null;
    }

    private static IResult Shown(int status, ValueRemarkEntry entry) => PersonalPage.Of<ValueRemarkView>(status, (nameof(ValueRemarkView.Entry), entry));
}
