using System.Buffers.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Styrkedja.Rights;
using Styrkedja.Store.People;
using Styrkedja.Web.Gate;
using Styrkedja.Web.Pages.SignIn;

namespace Styrkedja.Web.SignIn;

/// <summary>The addresses of one's own account: passkeys and sessions.</summary>
internal static class OwnAccount
{
    // Whoever finds a browser left open must not be able to make a way in of one's own.
    private static readonly TimeSpan s_recently = TimeSpan.FromMinutes(15);

    public static void MapOwnAccount(this IEndpointRouteBuilder app)
    {
        app.MapGet("/account", (HttpContext http) => SignedIn.Of(http) is { } signedIn ? Page(http, signedIn) : Results.Challenge()).Wants(Right.SeeOwnWork).ExcludeFromDescription();
        app.MapForm("/account", Right.SeeOwnWork, Change);
        app.MapForm("/account/passkey/question", Right.SeeOwnWork, AskToAdd);
        app.MapForm("/account/passkey", Right.SeeOwnWork, Add);
    }

    private static IResult Page(HttpContext http, SignedIn signedIn, string? wrong = null, int status = StatusCodes.Status200OK)
    {
        var people = http.RequestServices.GetRequiredService<PeopleFile>();
        return PersonalPage.Of<OwnAccountPage>(
            status,
            ("Me", signedIn),
            ("Passkeys", people.Passkeys.Of(signedIn.Account.Id)),
            ("Sessions", http.RequestServices.GetRequiredService<BrowserSessions>().Of(signedIn.Account.Id)),
            ("Wrong", wrong));
    }

    private static Task<IResult> Change(HttpContext http, IFormCollection form) => Task.FromResult(SignedIn.Of(http) is { } signedIn ? Changed(http, signedIn, form) : SignInFirst());

    private static IResult Changed(HttpContext http, SignedIn signedIn, IFormCollection form)
    {
        var people = http.RequestServices.GetRequiredService<PeopleFile>();
        switch (form.Field("do"))
        {
            case "end-sessions":
                var ended = people.Sessions.EndAll(signedIn.Account.Id, Now(http), but: signedIn.Session.Id);
                Tell(http, "sessions-ended", signedIn, $"{ended}");
                return Forms.See("/account");
            case "end-session" when form.Field("session") is { } id && people.Sessions.AccountOf(id) == signedIn.Account.Id:
                if (people.Sessions.End(id, Now(http)))
                    Tell(http, "session-ended", signedIn, id);
                return Forms.See("/account");
            case "remove-passkey" when form.Field("passkey") is { } key && Base64Url.IsValid(key):
                if (IsLongAgo(http, signedIn))
                    return Forms.See("/sign-in/again?return=%2Faccount");
                if (people.Passkeys.Remove(signedIn.Account.Id, Base64Url.DecodeFromChars(key)))
                    Tell(http, "passkey-removed", signedIn, null);
                return Forms.See("/account");
            default:
                return Page(http, signedIn, "account.not-understood", StatusCodes.Status400BadRequest);
        }
    }

    private static async Task<IResult> AskToAdd(HttpContext http, IFormCollection form) => SignedIn.Of(http) is { Account.Kind: AccountKind.Local } signedIn && !IsLongAgo(http, signedIn)
        ? Results.Content(await http.RequestServices.GetRequiredService<PasskeySignIn>().AskToAdd(http, http.RequestServices.GetRequiredService<IPasskeyHandler<Account>>(), signedIn.Account), "application/json")
        : Results.StatusCode(StatusCodes.Status403Forbidden);

    private static async Task<IResult> Add(HttpContext http, IFormCollection form)
    {
        if (SignedIn.Of(http) is not { } signedIn)
            return SignInFirst();
        if (signedIn.Account.Kind != AccountKind.Local)
            return Page(http, signedIn, "account.no-passkeys", StatusCodes.Status403Forbidden);
        if (IsLongAgo(http, signedIn))
            return Forms.See("/sign-in/again?return=%2Faccount");
        var services = http.RequestServices;
        if (!await services.GetRequiredService<PasskeySignIn>().Add(http, services.GetRequiredService<IPasskeyHandler<Account>>(), signedIn.Account, form))
            return Page(http, signedIn, "account.passkey-wrong", StatusCodes.Status400BadRequest);
        Tell(http, "passkey-added", signedIn, null);
        return Forms.See("/account");
    }

    /// <summary>True when too much time has gone since the person last proved who it is.</summary>
    internal static bool IsLongAgo(HttpContext http, SignedIn signedIn) => Now(http) - signedIn.Session.AuthTime > s_recently;

    internal static IResult SignInFirst() => Forms.See("/sign-in?return=%2Faccount");

    private static void Tell(HttpContext http, string kind, SignedIn signedIn, string? detail) =>
        http.RequestServices.GetRequiredService<Action<SignInHappening>>()(new(kind, signedIn.Account.Id, detail, http));

    private static DateTimeOffset Now(HttpContext http) => http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
}
