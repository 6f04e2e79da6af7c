using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Styrkedja.App.People;
using Styrkedja.Rights;
using Styrkedja.Store.People;
using Styrkedja.Web.Gate;
using Styrkedja.Web.Pages.SignIn;

namespace Styrkedja.Web.SignIn;

/// <summary>The addresses at which people sign in: the provider, a passkey, a one-time code, and the demo's own people.</summary>
internal static class WaysIn
{
    private const int LevelOfPasskey = 3;
    private const int LevelOfCode = 2;
    private const int LevelOfDemo = 3;

    public static void MapWaysIn(this IEndpointRouteBuilder app)
    {
        app.MapGet("/sign-in", (HttpContext http) => Page(http)).Wants(Right.SeePublic).ExcludeFromDescription();
        app.MapGet("/sign-in/again", (Delegate)Again).Wants(Right.SeePublic).ExcludeFromDescription();
        app.MapGet("/sign-in/provider", ToProvider).Wants(Right.SeePublic).ExcludeFromDescription();
        app.MapGet("/sign-in/code", (HttpContext http) => CodePage(http, null, StatusCodes.Status200OK)).Wants(Right.SeePublic).ExcludeFromDescription();
        app.MapForm("/sign-in/code", Right.SeePublic, TakeCode);
        app.MapForm("/sign-in/passkey/question", Right.SeePublic, AskForPasskey);
        app.MapForm("/sign-in/passkey", Right.SeePublic, TakePasskey);
        app.MapForm("/sign-in/demo", Right.SeePublic, TakeDemo);
    }

    /// <summary>Where someone goes who is in: back to the page with what was kept for it, or to the first page.</summary>
    private static string Onward(string? returnTo, string? kept) => ReturnPath.With(ReturnPath.Of(returnTo), kept is "none" ? null : kept);

    private static IResult Page(HttpContext http, string? wrong = null, int status = StatusCodes.Status200OK, IFormCollection? form = null, bool again = false) => PersonalPage.Of<SignInPage>(
        status,
        ("Return", ReturnPath.Of(form?.Field("return") ?? http.Request.Query["return"])),
        ("Kept", form?.Field("kept") ?? http.Request.Query["kept"].ToString()),
        ("Again", again),
        ("Wrong", wrong ?? (http.Request.Query.ContainsKey("stale") ? "sign-in.stale" : null)));

    private static async Task<IResult> Again(HttpContext http)
    {
        var returnTo = ReturnPath.Of(http.Request.Query["return"]);
        if (SignedIn.Of(http) is not { } signedIn)
            return Results.Redirect("/sign-in?return=" + Uri.EscapeDataString(returnTo));
        if (signedIn.Session.Method != SignInMethod.Provider)
            return Page(http, again: true);
        await ProviderSignIn.Send(http, returnTo, again: true);
        return Results.Empty;
    }

    private static async Task<IResult> ToProvider(HttpContext http, SignInSettings settings)
    {
        if (settings.Provider is null)
            return Results.NotFound();
        await ProviderSignIn.Send(http, Onward(http.Request.Query["return"], http.Request.Query["kept"]), again: false);
        return Results.Empty;
    }

    private static IResult CodePage(HttpContext http, IFormCollection? form, int status, string? wrong = null) => PersonalPage.Of<CodePage>(
        status,
        ("Return", ReturnPath.Of(form?.Field("return") ?? http.Request.Query["return"])),
        ("Kept", form?.Field("kept") ?? http.Request.Query["kept"].ToString()),
        ("Again", (form?.Field("again") ?? http.Request.Query["again"].ToString()) is "1"),
        ("Code", form?.Field("code")),
        ("Wrong", wrong));

    private static Task<IResult> TakeCode(HttpContext http, IFormCollection form)
    {
        var again = form.Field("again") is "1";
        if (form.Field("code") is not { Length: < 100 } code || Keeping(http).UseCode(code) is not { } account)
        {
            Tell(http, "sign-in-failed", null, "code");
            return Task.FromResult(CodePage(http, form, StatusCodes.Status400BadRequest, "sign-in.code-wrong"));
        }

        Tell(http, "code-used", account.Id, null);
        if (IsSomeoneElse(http, account, again))
            return Task.FromResult(CodePage(http, form, StatusCodes.Status400BadRequest, "sign-in.other-person"));
        Sessions(http).Begin(http, account, SignInMethod.Code, LevelOfCode, Now(http), again);
        // A code is good once; a passkey is the way in from now on.
        return Task.FromResult(Forms.See(form.Field("return") is { } path && path != "/" ? Onward(path, form.Field("kept")) : "/account"));
    }

    private static async Task<IResult> AskForPasskey(HttpContext http, IFormCollection form) => Settings(http).LocalAccounts
        ? Results.Content(await http.RequestServices.GetRequiredService<PasskeySignIn>().AskToSignIn(http, Keys(http)), "application/json")
        : Results.NotFound();

    private static async Task<IResult> TakePasskey(HttpContext http, IFormCollection form)
    {
        if (!Settings(http).LocalAccounts)
            return Results.NotFound();
        var again = form.Field("again") is "1";
        if (await http.RequestServices.GetRequiredService<PasskeySignIn>().SignIn(http, Keys(http), form) is not var (account, verified))
        {
            Tell(http, "sign-in-failed", null, "passkey");
            return Page(http, "sign-in.passkey-wrong", StatusCodes.Status400BadRequest, form, again);
        }

        if (IsSomeoneElse(http, account, again))
            return Page(http, "sign-in.other-person", StatusCodes.Status400BadRequest, form, again);
        Sessions(http).Begin(http, account, SignInMethod.Passkey, verified ? LevelOfPasskey : LevelOfCode, Now(http), again);
        return Forms.See(Onward(form.Field("return"), form.Field("kept")));
    }

    private static Task<IResult> TakeDemo(HttpContext http, IFormCollection form)
    {
        var demo = http.RequestServices.GetRequiredService<DemoUsers>();
        if (!demo.MaySignIn(http) || form.Field("holder") is not { } holder || People(http).Accounts.OfHolder(holder) is not { IsOpen: true, Kind: AccountKind.Demo } account)
            return Task.FromResult(Results.NotFound());
        Sessions(http).Begin(http, account, SignInMethod.Demo, LevelOfDemo, Now(http), form.Field("again") is "1");
        return Task.FromResult(Forms.See(Onward(form.Field("return"), form.Field("kept"))));
    }

    private static bool IsSomeoneElse(HttpContext http, Account account, bool again)
    {
        if (!again || SignedIn.Of(http) is not { } signedIn || signedIn.Account.Id == account.Id)
            return false;
        Tell(http, "sign-in-failed", account.Id, "other-person");
        return true;
    }

    private static void Tell(HttpContext http, string kind, string? account, string? detail) => http.RequestServices.GetRequiredService<Action<SignInHappening>>()(new(kind, account, detail, http));

    private static DateTimeOffset Now(HttpContext http) => http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();

    private static AccountKeeping Keeping(HttpContext http) => http.RequestServices.GetRequiredService<AccountKeeping>();

    private static BrowserSessions Sessions(HttpContext http) => http.RequestServices.GetRequiredService<BrowserSessions>();

    private static PeopleFile People(HttpContext http) => http.RequestServices.GetRequiredService<PeopleFile>();

    private static SignInSettings Settings(HttpContext http) => http.RequestServices.GetRequiredService<SignInSettings>();

    private static IPasskeyHandler<Account> Keys(HttpContext http) => http.RequestServices.GetRequiredService<IPasskeyHandler<Account>>();
}
