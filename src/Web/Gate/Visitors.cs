using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Styrkedja.App.Archive;
using Styrkedja.App.Permitting;
using Styrkedja.Store.People;

namespace Styrkedja.Web.Gate;

/// <summary>Knows a request's visitor by the account that has signed in, and the offices held today.</summary>
public sealed class Visitors(PeopleFile people, RegionToday today)
{
    private readonly Holders _holders = new(people);

    public Visitor Of(HttpContext context)
    {
        var state = today.State;
        if (context.User is not { Identity.IsAuthenticated: true } user || user.FindFirstValue("account") is not { } id || people.Accounts.Find(id) is not { IsOpen: true } account)
            return Visitor.Public(state);
        return new(
            id,
            account.Name ?? "",
            _holders.Of(account, state),
            user.FindFirstValue("session"),
            int.TryParse(user.FindFirstValue("level"), NumberStyles.None, CultureInfo.InvariantCulture, out var level) ? level : 0,
            long.TryParse(user.FindFirstValue("auth_time"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null,
            account.Kind == AccountKind.Demo,
            state);
    }
}
