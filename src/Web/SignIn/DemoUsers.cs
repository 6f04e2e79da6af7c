using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Styrkedja.App.Archive;
using Styrkedja.App.People;
using Styrkedja.Store.People;

namespace Styrkedja.Web.SignIn;

/// <summary>Says whether the made-up people of the demo may sign in: only in the demo's own folder, and only on a machine that serves nobody but itself.</summary>
/// <remarks>Everything must agree: the folder, every address that the server listens at, the address asked for, where the request comes from, and that nobody has passed it on. No setting turns
/// it on.</remarks>
internal sealed class DemoUsers
{
    private static readonly string[] s_passedOn = ["X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Forwarded", "Via"];

    private readonly IServer _server;
    private readonly bool _hasPublicAddress;

    public DemoUsers(RegionArchive archive, PeopleFile people, SignInSettings settings, IServer server, TimeProvider clock)
    {
        (_server, _hasPublicAddress) = (server, settings.PublicAddress is not null);
        People = DemoPeople.Of(archive);
        DemoPeople.OpenAccounts(People, people, clock.GetUtcNow());
    }

    /// <summary>All of them, whether they may sign in or not.</summary>
    public IReadOnlyList<DemoPerson> People { get; }

    public bool MaySignIn(HttpContext http) =>
        People.Count > 0
        && !_hasPublicAddress
        && _server.Features.Get<IServerAddressesFeature>()?.Addresses is { Count: > 0 } addresses
        && addresses.All(a => Uri.TryCreate(a, UriKind.Absolute, out var address) && address.IsLoopback)
        && Uri.TryCreate($"http://{http.Request.Host}", UriKind.Absolute, out var asked) && asked.IsLoopback
        && PageAnswer.FromSameMachine(http)
        && !s_passedOn.Any(http.Request.Headers.ContainsKey);
}
