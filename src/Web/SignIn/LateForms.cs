using Microsoft.AspNetCore.Http;
using Styrkedja.Store.People;

namespace Styrkedja.Web.SignIn;

/// <summary>Takes a form that is sent after its session has ended: what was typed is kept, and the person is asked to sign in and comes back to it.</summary>
internal static class LateForms
{
    public static async Task Handle(HttpContext http, RequestDelegate next, KeptForms kept, PeopleFile people)
    {
        if (!HttpMethods.IsPost(http.Request.Method)
            || http.Items[SignedIn.EndedSessionItem] is not string session
            || http.Request.Path.StartsWithSegments("/api")
            || http.Request.Path.Value!.StartsWith("/sign-", StringComparison.Ordinal)
            || people.Sessions.AccountOf(session) is not { } account)
        {
            await next(http);
            return;
        }

        var back = "/sign-in?return=" + Uri.EscapeDataString(ReturnPath.OfForm(http.Request));
        var id = await kept.Keep(http.Request, account);
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Location = back + (id switch { null => "&kept=none", "" => "", _ => "&kept=" + id });
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
    }
}
