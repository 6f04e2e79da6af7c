using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Styrkedja.App.Archive;
using Styrkedja.App.Budgeting;
using Styrkedja.App.Drafting;
using Styrkedja.App.Texts;
using Styrkedja.Formats.Tables;
using Styrkedja.Organisation;
using Styrkedja.Rights;
using Styrkedja.Store.Drafts;
using Styrkedja.Web.Gate;
using Styrkedja.Web.Pages.Budget;
using Styrkedja.Web.SignIn;
using Styrkedja.Web.Words;

namespace Styrkedja.Web.Budgeting;

/// <summary>Takes the table of a detailed budget as it was sent, and keeps it as a draft of the decision it would be.</summary>
internal static class BudgetEndpoints
{
    private const int MostCells = 40_000;
    private const long MostBytes = 4 << 20;
    private const int LongestBox = 2 << 20;

    public static void MapBudgeting(this IEndpointRouteBuilder app)
    {
        app.ServiceProvider.GetRequiredService<BudgetGridScript>().Map(app);
        app.MapGet("/budget/{id}/detail.xlsx", (HttpContext http, RegionToday today, string id, int year) => Give(http, today, id, year, TableFormat.Xlsx)).Wants(Right.SeePublic).ExcludeFromDescription();
        app.MapGet("/budget/{id}/detail.csv", (HttpContext http, RegionToday today, string id, int year) => Give(http, today, id, year, TableFormat.Csv)).Wants(Right.SeePublic).ExcludeFromDescription();
        app.MapPost("/budget/{id}/detail", Take).Wants(Right.WriteDraft).DisableAntiforgery().ExcludeFromDescription();
    }

    private static async Task<IResult> Take(HttpContext http, Drafts drafts, RegionToday today, IAntiforgery antiforgery, string id)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = MostBytes;
        http.Features.Set<IFormFeature>(new FormFeature(http.Request, new() { ValueCountLimit = MostCells, ValueLengthLimit = LongestBox }));
        if (!await antiforgery.IsRequestValidAsync(http))
            return await Forms.Stale(http);
        var (visitor, sent, state) = (Visitor.Of(http), await http.Request.ReadFormAsync(http.RequestAborted), today.State);
        if (state.Organisation.Find(id) is not { Kind: not SubjectKind.CostCentre } subject || !int.TryParse(sent["year"], NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            return PersonalPage.Of<DetailedBudgetView>(StatusCodes.Status404NotFound);
        var draft = long.TryParse(sent["draft"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? drafts.Find(visitor.Holder, number) : null;
        var sheet = BudgetSheet.Posted(state, subject, year, draft, sent);
        if (sheet.Faults.Count > 0)
            return PersonalPage.Of<DetailedBudgetView>(StatusCodes.Status422UnprocessableEntity, (nameof(DetailedBudgetView.Sheet), sheet));
        if (sheet.Changed.Count == 0)
            return Forms.See(AddressOf(id, year, draft?.Id));
        var text = DetailedBudget.Text(state, id, year, sheet.Changed, today.Day);
        var owner = DraftRights.OwnersOf(visitor.Holder, state).FirstOrDefault(place => state.Organisation.IsWithin(id, place)) ?? id;
        var seen = int.TryParse(sent["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
        Doings.Drafting(http, "save", draft, owner);
        var result = draft is null ? drafts.Write(visitor.Holder, DraftKind.Decision, owner, text) : drafts.Write(visitor.Holder, draft.Id, seen, text);
        Doings.Drafted(http, "save", draft, result);
        return result.Done
            ? Forms.See(AddressOf(id, year, result.Draft!.Id))
            : PersonalPage.Of<DetailedBudgetView>(
                result.Refusal is not null ? StatusCodes.Status403Forbidden : result.Theirs is not null ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity,
                (nameof(DetailedBudgetView.Sheet), sheet.With(result)));
    }

    /// <summary>The budget in force of a subject and all under it, as a file that can be changed and handed in again.</summary>
    private static async Task Give(HttpContext http, RegionToday today, string id, int year, TableFormat format)
    {
        var state = today.State;
        if (state.Organisation.Find(id) is null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var t = Texts.In(Readers.ReadingChoice.Of(http.Request, default).Language);
        string[] columns = [t["grid.column.unit"], t["grid.column.group"], t["grid.column.name"], .. Calendar.Period.Year(year).EachMonth().Select(month => DateWords.Short(t, month)), t["grid.year"]];
        using var bytes = new MemoryStream();
        var rows = state.Organisation.Subjects.Where(s => state.Organisation.IsWithin(s.Id, id)).SelectMany(s => DetailedBudget.Standing(state, s.Id, year)).OrderBy(r => r.Subject, StringComparer.Ordinal).ThenBy(r => r.Group, StringComparer.Ordinal);
        BudgetTable.Write(bytes, format, columns, rows, row => state.Accounts.FindGroup(row.Group) is { } group ? t[group.Name] : row.Group);
        http.Response.ContentType = format == TableFormat.Xlsx ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"budget-{year}-{Uri.EscapeDataString(id)}.{(format == TableFormat.Xlsx ? "xlsx" : "csv")}\"");
        await http.Response.Body.WriteAsync(bytes.ToArray(), http.RequestAborted);
    }

    private static string AddressOf(string id, int year, long? draft) =>
        string.Create(CultureInfo.InvariantCulture, $"/budget/{Uri.EscapeDataString(id)}/detail?year={year}{(draft is { } number ? $"&draft={number}" : "")}");
}
