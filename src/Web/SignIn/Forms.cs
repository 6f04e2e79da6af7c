using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Styrkedja.Rights;
using Styrkedja.Web.Gate;

namespace Styrkedja.Web.SignIn;

/// <summary>Takes in forms of the sign-in pages: only such as came from a page of ours to the same browser.</summary>
internal static class Forms
{
    /// <summary>An address that a form is sent to. It asks for the token of the form itself, so that what was typed on a page that was too old is kept.</summary>
    public static RouteHandlerBuilder MapForm(this IEndpointRouteBuilder app, string path, Right wants, Func<HttpContext, IFormCollection, Task<IResult>> take) =>
        app.MapPost(path, async (HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "no-cache, no-store";
            if (!http.Request.HasFormContentType)
                return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
            if (!await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
                return await Stale(http);
            return await take(http, await http.Request.ReadFormAsync(http.RequestAborted));
        }).Wants(wants).DisableAntiforgery().ExcludeFromDescription();

    /// <summary>Another page, after a form has been taken.</summary>
    public static IResult See(string path) => new Elsewhere(path);

    public static string? Field(this IFormCollection form, string name) => form[name].ToString() is { Length: > 0 } value ? value : null;

    /// <summary>A form from a page that was too old: the page comes again, with what was typed in it.</summary>
    public static async Task<IResult> Stale(HttpContext http)
    {
        var path = ReturnPath.OfForm(http.Request);
        if (path == "/")
            path = "/sign-in?stale=1";
        var kept = SignedIn.Of(http) is { } signedIn ? await http.RequestServices.GetRequiredService<KeptForms>().Keep(http.Request, signedIn.Account.Id) : null;
        return See(ReturnPath.With(path, kept));
    }

    private sealed class Elsewhere(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.Location = path;
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            return Task.CompletedTask;
        }
    }
}
