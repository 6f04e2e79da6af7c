using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Styrkedja.App.People;
using Styrkedja.Rights;
using Styrkedja.Store.People;
using Styrkedja.Web.Gate;
using Styrkedja.Web.Pages.SignIn;

namespace Styrkedja.Web.SignIn;

/// <summary>The addresses at which administrators look after accounts.</summary>
internal static class CareOfAccounts
{
    // Someone who has only a one-time code may not look after the accounts of others.
    private const int RequiredLevel = 3;

    public static void MapAccounts(this IEndpointRouteBuilder app)
    {
        app.MapGet("/accounts", (HttpContext http) => Refusal(http) ?? List(http, Kept(http))).Wants(Right.AdministerAccounts).ExcludeFromDescription();
        app.MapForm("/accounts", Right.AdministerAccounts, (http, form) => Task.FromResult(Refusal(http) ?? Open(http, form)));
        app.MapGet("/accounts/{id}", (HttpContext http, string id) => Refusal(http) ?? (Find(http, id) is { } account ? One(http, account) : Results.NotFound())).Wants(Right.AdministerAccounts).ExcludeFromDescription();
        app.MapForm("/accounts/{id}", Right.AdministerAccounts, (http, form) => Task.FromResult(Refusal(http) ?? (Find(http, $"{http.Request.RouteValues["id"]}") is { } account ? Change(http, account, form) : Results.NotFound())));
    }

    /// <summary>What someone is told who has not shown well enough who it is; nothing to the one who has.</summary>
    private static IResult? Refusal(HttpContext http) =>
        SignedIn.Of(http)!.Session.Level < RequiredLevel ? PersonalPage.Of<RefusedPage>(StatusCodes.Status403Forbidden, ("Why", "code-only")) : null;

    private static IResult List(HttpContext http, NewAccount? typed, IReadOnlyList<string>? wrong = null, int status = StatusCodes.Status200OK) => PersonalPage.Of<AccountsPage>(
        status, ("Accounts", People(http).Accounts.All()), ("Typed", typed ?? new(null, null, null, null)), ("Wrong", wrong ?? []));

    private static NewAccount? Kept(HttpContext http) => http.RequestServices.GetRequiredService<KeptForms>().Take(http) is not { } fields ? null
        : new(fields.GetValueOrDefault("name"), fields.GetValueOrDefault("email"), fields.GetValueOrDefault("holder"), fields.GetValueOrDefault("person"));

    private static IResult Open(HttpContext http, IFormCollection form)
    {
        var typed = new NewAccount(form.Field("name"), form.Field("email"), form.Field("holder"), form.Field("person"));
        var answer = Keeping(http).Open(typed);
        if (answer.Account is not { } account)
            return List(http, typed, answer.Wrong, StatusCodes.Status400BadRequest);
        Tell(http, "account-opened", account, null);
        return Forms.See("/accounts/" + account.Id);
    }

    private static IResult One(HttpContext http, Account account, string? wrong = null, string? code = null, string? ask = null, string? typed = null) => PersonalPage.Of<AccountPage>(
        wrong is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        ("Account", People(http).Accounts.Find(account.Id)),
        ("Passkeys", People(http).Passkeys.Of(account.Id).Count),
        ("Sessions", http.RequestServices.GetRequiredService<BrowserSessions>().Of(account.Id)),
        ("Offices", account.PersonKey is { } person ? People(http).FeedOffices.Of(person) : []),
        ("Wrong", wrong),
        ("Code", code),
        ("Ask", ask),
        ("Holder", typed));

    private static IResult Change(HttpContext http, Account account, IFormCollection form)
    {
        var keeping = Keeping(http);
        switch (form.Field("do"))
        {
            case "tie":
                return Done(http, account, keeping.TieTo(account, form.Field("holder")), "account-tied", form.Field("holder"));
            case "code":
                if (keeping.IssueCode(account) is not { } code)
                    return One(http, account, "accounts.wrong.no-code");
                Tell(http, "code-issued", account, null);
                // Shown on this answer and nowhere else; it cannot be asked for again.
                return One(http, account, code: code);
            case "give-administrator":
                return Done(http, account, keeping.SetAdministrator(account, true), "administrator-given");
            case "take-administrator":
                return Done(http, account, keeping.SetAdministrator(account, false), "administrator-taken");
            case "end-sessions":
                Tell(http, "sessions-ended", account, $"{People(http).Sessions.EndAll(account.Id, http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow())}");
                return Forms.See("/accounts/" + account.Id);
            case "close":
                return form.Field("sure") is "yes" ? Done(http, account, keeping.Close(account), "account-closed") : One(http, account, ask: "close");
            case "erase":
                return form.Field("sure") is "yes" ? Done(http, account, keeping.Erase(account), "account-erased") : One(http, account, ask: "erase");
            default:
                return One(http, account, "account.not-understood");
        }
    }

    private static IResult Done(HttpContext http, Account account, string? wrong, string happening, string? typed = null)
    {
        if (wrong is not null)
            return One(http, account, wrong, typed: typed);
        Tell(http, happening, account, null);
        return Forms.See("/accounts/" + account.Id);
    }

    private static Account? Find(HttpContext http, string id) => People(http).Accounts.Find(id);

    /// <summary>Tells what was done to an account, and by which other.</summary>
    private static void Tell(HttpContext http, string kind, Account account, string? detail) =>
        http.RequestServices.GetRequiredService<Action<SignInHappening>>()(new(kind, account.Id, detail, http));

    private static AccountKeeping Keeping(HttpContext http) => http.RequestServices.GetRequiredService<AccountKeeping>();

    private static PeopleFile People(HttpContext http) => http.RequestServices.GetRequiredService<PeopleFile>();
}
