using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Styrkedja.Web.Pages.SignIn;

namespace Styrkedja.Web.SignIn;

/// <summary>A page that is one person's own: made anew each time it is asked for, and kept by no one.</summary>
internal static class PersonalPage
{
    public static IResult Of<TPage>(params (string Name, object? Value)[] parameters)
        where TPage : IComponent => Of<TPage>(StatusCodes.Status200OK, parameters);

    public static IResult Of<TPage>(int status, params (string Name, object? Value)[] parameters)
        where TPage : IComponent => new Answer(typeof(TPage), status, parameters.ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal));

    /// <summary>True for the pages of signing in and of accounts, which show people as they are now and no moment of the region.</summary>
    public static bool IsAt(string path) => path.StartsWith("/sign-", StringComparison.Ordinal) || path == "/account" || path.StartsWith("/account/", StringComparison.Ordinal) || path == "/accounts" || path.StartsWith("/accounts/", StringComparison.Ordinal);

    private sealed class Answer(Type page, int status, Dictionary<string, object?> parameters) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => PageAnswer.Around(
            new RazorComponentResult<PersonalDocument>(new Dictionary<string, object?> { ["Page"] = page, ["Parameters"] = parameters }) { StatusCode = status }.ExecuteAsync,
            mayBeKept: false)(httpContext);
    }
}
