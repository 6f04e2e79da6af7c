using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Styrkedja.App.Archive;
using Styrkedja.App.FollowingUp;
using Styrkedja.App.Searching;
using Styrkedja.App.Planning;
using Styrkedja.App.Texts;
using Styrkedja.Calendar;
using Styrkedja.Controls;
using Styrkedja.FollowUp;
using Styrkedja.Formats.Decisions;
using Styrkedja.Formats.Figures;
using Styrkedja.Organisation;
using Styrkedja.Region;
using Styrkedja.Rights;
using Styrkedja.Store.Search;
using Styrkedja.Web.Gate;
using Styrkedja.Web.Pages.Development;

namespace Styrkedja.Web.Api;

/// <summary>The figures of every page as JSON under /api, with the same addresses as the pages and the command line.</summary>
/// <remarks>Public: what the rows behind a figure hold is given only to those who may see them on its page, as files. The entity tag is the journal position, so an answer is asked for again only when
/// something new is known.</remarks>
public static class ApiEndpoints
{
    private static readonly JsonSerializerOptions s_readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static void MapStyrkedjaApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api").WithTags("figures").Wants(Right.SeePublic);
        api.MapGet("/follow-up", (HttpContext http, RegionArchive archive, string? period, string? body, string? asOf, string? knownAt) =>
            Answer(http, archive, period, asOf, knownAt, (view, months, at) =>
                body is null ? FigureJson.Of(view.FollowUp(months), at)
                : view.State.Organisation.Find(body) is { } subject && subject.Kind != SubjectKind.CostCentre ? WithParts(view, subject, months)
                : null)).WithSummary("Economy by body, goals and the joint judgement of a period.");
        api.MapGet("/figure/{**address}", (HttpContext http, RegionArchive archive, string address, string? by, string? asOf, string? knownAt) =>
            RowsFile.In(address) is var (figure, form) ? Rows(http, archive, figure, form, asOf, knownAt) : Figure(http, archive, address, by, asOf, knownAt))
            .WithSummary("A figure and where it comes from; with rows.csv, rows.xlsx or rows.parquet after its address, the rows behind it.");
        api.MapGet("/decisions", (HttpContext http, RegionArchive archive, string? asOf, string? knownAt) =>
            Answer(http, archive, null, asOf, knownAt, (view, _, _) => new JsonObject { ["decisions"] = new JsonArray([.. view.State.Decisions.Select(d => (JsonNode)FigureJson.Of(d, view.State.SecrecyOf(d.Decision)))]) }))
            .WithSummary("Every decision known.");
        api.MapGet("/decisions/{id}", (HttpContext http, RegionArchive archive, string id, string? asOf, string? knownAt) =>
            Answer(http, archive, null, asOf, knownAt, (view, _, _) => view.State.FindDecision(id) is { } entry ? FigureJson.Of(entry, view.State.SecrecyOf(entry.Decision)) : null))
            .WithSummary("One decision.");
        api.MapGet("/organisation", (HttpContext http, RegionArchive archive, string? asOf, string? knownAt) =>
            Answer(http, archive, null, asOf, knownAt, (view, _, _) => StructureJson.Organisation(view.State.Organisation))).WithSummary("Bodies, administrations and units in force.");
        api.MapGet("/goals", (HttpContext http, RegionArchive archive, string? period, string? asOf, string? knownAt) =>
            Answer(http, archive, period, asOf, knownAt, (view, months, _) => new JsonObject { ["goals"] = new JsonArray([.. view.Goals(months).Select(g => (JsonNode)FigureJson.Of(g))]) }))
            .WithSummary("How each goal stands.");
        api.MapGet("/budget", (HttpContext http, RegionArchive archive, string? period, string? asOf, string? knownAt) =>
            Answer(http, archive, period, asOf, knownAt, (view, months, _) => StructureJson.Budget(view, months))).WithSummary("Tax rate, budgeted results and frames of a year.");
        api.MapGet("/statements", (HttpContext http, RegionArchive archive, string? period, string? asOf, string? knownAt, string? lang) =>
            Answer(http, archive, period, asOf, knownAt, (view, months, _) => StatementOut.Json(new StatementTables(Texts.In(lang), view, months).All))).WithSummary("Income statement, balance sheet, cash flow, operations and investments of a period.");
        api.MapGet("/balance-requirement", (HttpContext http, RegionArchive archive, string? period, string? asOf, string? knownAt) =>
            Answer(http, archive, period, asOf, knownAt, (view, months, _) => view.Requirement(months.From.Year) is { } requirement ? StatementOut.Json(requirement) : null))
            .WithSummary("The balance requirement of a year, the limit of the reserve and what is left to restore.");
        api.MapGet("/group", (HttpContext http, RegionArchive archive, string? period, string? asOf, string? knownAt) =>
            Answer(http, archive, period, asOf, knownAt, (view, months, _) => GroupJson.Of(view, months))).WithSummary("The region and its companies: income statement by part, what is taken away at each level, and what does not meet.");
        MapFollowUp(api);
        api.MapGet("/care", (HttpContext http, RegionArchive archive, string? period, string? asOf, string? knownAt) =>
            Answer(http, archive, period, asOf, knownAt, (view, months, _) => StructureJson.Care(view, months))).WithSummary("What flows from the financier to each provider of care.");
        api.MapGet("/care/contacts", (HttpContext http, RegionArchive archive, string? period, string? table, string? asOf, string? knownAt) =>
            Answer(http, archive, period, asOf, knownAt, (_, months, at) => archive.CareStatistics.Of(months.From.Year, at) is { } care ? CareJson.Of(care, table) : null))
            .WithSummary("Contacts with care and listed residents of a year as published tables, or one of them by name; what is hidden is null and marked so.");
        api.MapGet("/care/two-views", (HttpContext http, RegionArchive archive, string? period, string? asOf, string? knownAt) =>
            Answer(http, archive, period, asOf, knownAt, (view, months, _) => StructureJson.CareViews(view, months))).WithSummary("What the financier pays for care and what own providers receive and spend, brought together to the öre.");
        api.MapGet("/development", (HttpContext http, RegionArchive archive, string? asOf, string? knownAt) =>
            Answer(http, archive, null, asOf, knownAt, (view, _, _) => StructureJson.Development(view.State.Development))).WithSummary("Programmes and partners.");
        api.MapGet("/development/grants", (HttpContext http, RegionArchive archive, TimeProvider clock, string? asOf, string? knownAt) =>
            Answer(http, archive, null, asOf ?? SoFar(archive, clock, $"{RegionToday.DayAt(clock.GetUtcNow()).Year}"), knownAt, (view, _, _) => GrantsOut.Json(view.State, GrantsAsked.Of(http.Request.Query))))
            .WithSummary("Every grant to others' projects with what has been paid of it, narrowed by year, choice, municipality or kind of recipient.");
        api.MapGet("/development/grants.csv", (HttpContext http, RegionArchive archive, TimeProvider clock) => GrantsOut.Csv(archive, RegionToday.DayAt(clock.GetUtcNow()), GrantsAsked.Of(http.Request.Query)))
            .WithSummary("The same list as a table.");
        api.MapGet("/search", Search).WithSummary("What has been decided about some words, the best first, twenty on a page.");
        MapCases(api);
        // A program that asks for what is not there is to be told as a program, not shown the page for lost readers.
        api.MapGet("/{**path}", () => Results.NotFound()).ExcludeFromDescription();
        app.MapOparl((archive, clock) => Day(SoFar(archive, clock, null), out var day) && Period.TryParse(LatestYear(archive), out var months)
            ? archive.StateAt(archive.Viewpoint(months, day, null))
            : throw new InvalidOperationException("The latest year is no period."));
        app.MapGet("/calendar.ics", Feed).Wants(Right.SeePublic).WithTags("calendar").WithSummary("Duties and meetings of this year and the next as iCalendar, or of the year asked for.");
        app.MapGet("/schema/decision.json", () => Json(DecisionFile.Schema())).Wants(Right.SeePublic).WithTags("schema").WithSummary("JSON Schema of decision files.");
    }

    private static void MapFollowUp(RouteGroupBuilder api)
    {
        api.MapGet("/forecasts", (HttpContext http, RegionArchive archive, string? period, string? body, string? asOf, string? knownAt) =>
            Answer(http, archive, period, asOf, knownAt, (view, months, _) => Followed(view, body) is { } subject ? ForecastOut.Json(view, subject, months.To) : null))
            .WithSummary("What has been expected of a year after each of its months, by the one responsible and as reckoned, beside what it came to.");
        api.MapGet("/deviations", (HttpContext http, RegionArchive archive, string? period, string? body, string? asOf, string? knownAt) =>
            Answer(http, archive, period, asOf, knownAt, (view, months, _) => Followed(view, body) is { } subject ? DeviationOut.Json(view, subject, months) : null))
            .WithSummary("The deviation from budget of a period, what of it is explained and by whom, and by group of accounts.");
        api.MapGet("/month-end", (HttpContext http, RegionArchive archive, string? period, string? asOf, string? knownAt) =>
            Answer(http, archive, period, asOf, knownAt, (view, months, _) => MonthEndOut.Json(new MonthEnds(archive).Of(view, months.To))))
            .WithSummary("How the last month of a period stands: imported files, pairs that differ, accruals, sign-offs, locks and what is left.");
        api.MapGet("/projects", (HttpContext http, RegionArchive archive, string? period, string? body, string? asOf, string? knownAt) =>
            Answer(http, archive, period, asOf, knownAt, (view, months, _) => Followed(view, body) is { } subject
                ? MonthEndOut.Json(view.Projects(subject.Id, view.Evaluate(new(Measure.Result, months, subject.Id)), new ProjectRows(archive).Booked(view, months)), subject.Id, months)
                : null))
            .WithSummary("Revenue, cost and result by project.");
        api.MapGet("/measures", (HttpContext http, RegionArchive archive, string? period, string? body, string? asOf, string? knownAt) =>
            Answer(http, archive, period, asOf, knownAt, (view, months, _) => view.State.Organisation.Find(body ?? Subject.RegionId) is { } subject ? MeasureJson.Of(view, subject, months) : null))
            .WithSummary("What has been decided about deviations, what it has given, and what has been told of it in each round.");
        api.MapGet("/internal-control", (HttpContext http, RegionArchive archive, TimeProvider clock, string? year, string? asOf, string? knownAt) =>
            Answer(http, archive, year, asOf ?? SeenOn(archive, clock, year), knownAt, (view, months, _) => ControlJson.Of(view.State, months.From.Year))).WithSummary("Risks, controls with what they found, and reports of each committee in a year.");
    }

    private static Subject? Followed(FollowUpView view, string? body) => view.State.Organisation.Find(body ?? Subject.RegionId) is { Kind: not SubjectKind.CostCentre } subject ? subject : null;

    private static void MapCases(RouteGroupBuilder api)
    {
        api.MapGet("/cases", (HttpContext http, RegionArchive archive, TimeProvider clock, string? asOf, string? knownAt) =>
            Answer(http, archive, null, asOf ?? SoFar(archive, clock, null), knownAt, (view, _, _) => CasesJson.Cases(view.State))).WithSummary("Every case in the diary and where it is.");
        api.MapGet("/cases/{id}", (HttpContext http, RegionArchive archive, TimeProvider clock, string id, string? asOf, string? knownAt) =>
            Answer(http, archive, null, asOf ?? SoFar(archive, clock, null), knownAt, (view, _, _) => CasesJson.Case(view.State, id))).WithSummary("One case with its steps; what is secret is left out.");
        api.MapGet("/meetings", (HttpContext http, RegionArchive archive, TimeProvider clock, string? asOf, string? knownAt) =>
            Answer(http, archive, null, asOf ?? SoFar(archive, clock, null), knownAt, (view, _, _) => CasesJson.Meetings(view.State))).WithSummary("Meetings with agenda and minutes.");
        api.MapGet("/meetings/{id}", (HttpContext http, RegionArchive archive, TimeProvider clock, string id, string? asOf, string? knownAt) =>
            Answer(http, archive, null, asOf ?? SoFar(archive, clock, null), knownAt, (view, _, _) => CasesJson.Meeting(view.State, id))).WithSummary("One meeting.");
        api.MapGet("/assignments", (HttpContext http, RegionArchive archive, TimeProvider clock, string? asOf, string? knownAt) =>
            Answer(http, archive, null, asOf ?? SoFar(archive, clock, null), knownAt, (view, _, _) => CasesJson.Assignments(view.State))).WithSummary("Assignments with their parts and what has been told of them.");
        api.MapGet("/calendar", (HttpContext http, RegionArchive archive, TimeProvider clock, string? year, string? asOf, string? knownAt) =>
            Answer(http, archive, year, asOf ?? SoFar(archive, clock, year), knownAt, (view, months, _) => DutyJson.Of(view.State, months.From.Year))).WithSummary("What has to be done in a year, by which day, and which decision did it.");
    }

    /// <summary>The calendar to subscribe to, from the moment asked for.</summary>
    private static IResult Feed(HttpContext http, RegionArchive archive, TimeProvider clock, string? year, string? lang, string? asOf, string? knownAt)
    {
        if (!Period.TryParse(year ?? LatestYear(archive), out var months) || !Day(asOf ?? SoFar(archive, clock, year), out var day) || !Known(archive, knownAt, out var position))
            return Results.BadRequest();
        var at = archive.Viewpoint(months, day, position);
        var tag = $"\"{archive.Head().Position}-{at.AsOf:yyyyMMdd}-{at.KnownAt}-{lang}\"";
        http.Response.Headers.ETag = tag;
        if (http.Request.Headers.IfNoneMatch == tag)
            return Results.StatusCode(StatusCodes.Status304NotModified);
        var changed = archive.Entries().TakeWhile(e => e.Position <= at.KnownAt).Select(e => e.Recorded).LastOrDefault();
        int[] years = year is null ? [months.From.Year, months.From.Year + 1] : [months.From.Year];
        var root = new Uri($"{http.Request.Scheme}://{http.Request.Host}");
        return Results.Text(CalendarFeed.Of(Texts.In(lang), archive.StateAt(at), archive.Name, years, root, changed), "text/calendar; charset=utf-8");
    }

    private static IResult Figure(HttpContext http, RegionArchive archive, string address, string? by, string? asOf, string? knownAt)
    {
        if (!FigureAddress.TryParse(address, out var figure))
            return Results.NotFound();
        Breakdown? wanted = Enum.TryParse<Breakdown>(by, ignoreCase: true, out var breakdown) ? breakdown : null;
        return Answer(http, archive, figure.Period.ToString(), asOf, knownAt, (view, _, _) =>
        {
            if (view.IsBelowPublic(figure))
                return null;
            var explanation = view.Explain(figure, wanted, Insight.Public);
            return explanation.Rule == FigureRule.Unknown ? null : FigureJson.Of(explanation);
        });
    }

    private static IResult Rows(HttpContext http, RegionArchive archive, string address, RowForm form, string? asOf, string? knownAt)
    {
        if (!FigureAddress.TryParse(address, out var figure))
            return Results.NotFound();
        if (!Day(asOf, out var day) || !Known(archive, knownAt, out var position))
            return Results.BadRequest();
        var visitor = Visitor.Of(http);
        return visitor.May(Right.SeeRows, figure.Subject).Refusal is { } refusal
            ? new RefusedAnswer(visitor, refusal)
            : new RowsFile(archive, archive.ViewAt(archive.Viewpoint(figure.Period, day, position)), figure, form);
    }

    private static IResult Search(HttpContext http, RegionArchive archive, string? q, string? kind, string? page, string? asOf, string? knownAt)
    {
        if (string.IsNullOrWhiteSpace(q) || !Period.TryParse(LatestYear(archive), out var year) || !Day(asOf, out var day) || !Known(archive, knownAt, out var position))
            return Results.BadRequest();
        var at = archive.Viewpoint(year, day, position);
        if (HasAlready(http, $"\"{archive.Head().Position}-{at.AsOf:yyyyMMdd}-{at.KnownAt}\""))
            return Results.StatusCode(StatusCodes.Status304NotModified);
        var question = new SearchQuestion(q, at.KnownAt, string.IsNullOrEmpty(kind) ? null : kind);
        var number = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Max(1, asked) : 1;
        return Json(SearchJson.Of(archive.Search, question, archive.Search.Find(question), number, at));
    }

    private static JsonObject WithParts(FollowUpView view, Subject subject, Period months)
    {
        var json = FigureJson.Of(view.Economy(subject, months));
        var parts = new JsonObject();
        foreach (var economy in view.EconomiesUnder(subject.Id, months).Where(e => e.Subject.Kind != SubjectKind.CostCentre))
            parts[economy.Subject.Id] = FigureJson.Of(economy);
        json["parts"] = parts;
        return json;
    }

    /// <summary>Answers from a viewpoint: 400 when the question cannot be read, 404 when nothing stands at the address, 304 when the asker has it already.</summary>
    private static IResult Answer(HttpContext http, RegionArchive archive, string? period, string? asOf, string? knownAt, Func<FollowUpView, Period, Viewpoint, JsonObject?> answer)
    {
        if (!Period.TryParse(period ?? LatestYear(archive), out var months) || !Day(asOf, out var day) || !Known(archive, knownAt, out var position))
            return Results.BadRequest();
        var at = archive.Viewpoint(months, day, position);
        if (HasAlready(http, $"\"{archive.Head().Position}-{at.AsOf:yyyyMMdd}-{at.KnownAt}\""))
            return Results.StatusCode(StatusCodes.Status304NotModified);
        return answer(archive.ViewAt(at), months, at) is { } json ? Json(json) : Results.NotFound();
    }

    private static bool HasAlready(HttpContext http, string tag)
    {
        http.Response.Headers.ETag = tag;
        return http.Request.Headers.IfNoneMatch == tag;
    }

    /// <summary>The last day of the period, or today when that has not come; nothing, so that the question is refused as it stands, when the period cannot be read.</summary>
    private static string? SoFar(RegionArchive archive, TimeProvider clock, string? period)
    {
        if (!Period.TryParse(period ?? LatestYear(archive), out var months))
            return null;
        var today = RegionToday.DayAt(clock.GetUtcNow());
        return (months.To.LastDay < today ? months.To.LastDay : today).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    /// <summary>The day from which the internal control of a year is looked at; nothing when the year cannot be read.</summary>
    private static string? SeenOn(RegionArchive archive, TimeProvider clock, string? year) =>
        Period.TryParse(year ?? LatestYear(archive), out var months) ? ControlBook.SeenOn(months.From.Year, RegionToday.DayAt(clock.GetUtcNow())).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private static string LatestYear(RegionArchive archive) =>
        archive.FactEntries().Where(f => f.Batch.Kind == Facts.FactKind.Ledger).Select(f => f.Batch.Period.To.Year).DefaultIfEmpty(1).Max().ToString("0000", CultureInfo.InvariantCulture);

    private static bool Day(string? text, out DateOnly? day)
    {
        day = null;
        if (text is null)
            return true;
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed))
            return false;
        day = parsed;
        return true;
    }

    private static bool Known(RegionArchive archive, string? text, out long? position)
    {
        position = null;
        if (text is null)
            return true;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            position = number;
        else if (Day(text, out var day))
            position = archive.PositionAt(day!.Value);
        return position is not null;
    }

    private static IResult Json(JsonObject json) => Results.Text(json.ToJsonString(s_readable), "application/json; charset=utf-8");
}
