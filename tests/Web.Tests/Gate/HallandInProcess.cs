using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Styrkedja.App.Archive;
using Styrkedja.App.Auditing;
using Styrkedja.App.People;
using Styrkedja.Store.People;
using Styrkedja.Tests;

namespace Styrkedja.Web.Tests.Gate;

/// <summary>Region Halland served in this process at a moment of the test's own choice, where anyone can be signed in without asking.</summary>
internal sealed class HallandInProcess : IAsyncDisposable
{
    private readonly string _folder;
    private readonly RegionArchive _archive;
    private readonly WebApplication _app;

    private HallandInProcess(string folder, DateTimeOffset moment)
    {
        _folder = folder;
        Clock = new(moment);
        _archive = RegionArchive.Open(_folder);
        People = PeopleFile.Open(_folder);
        var options = new PageOptions { SignInsPerMinute = 100_000, WritesPerMinute = 100_000, SuggestionsPerMinute = 100_000 };
        var builder = StyrkedjaHost.Builder(_archive, People, SignInSettings.Default, options, Clock, ["http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        _app = StyrkedjaHost.Assemble(builder);
    }

    public PeopleFile People { get; }

    public RegionArchive Archive => _archive;

    public ClockOfTest Clock { get; }

    public AuditLog Audit => _app.Services.GetRequiredService<AuditLog>();

    public HttpClient Http { get; } = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });

    /// <summary>Where it is served; passkeys and browsers ask by name.</summary>
    public Uri Address { get; private set; } = null!;

    public IReadOnlyList<RouteEndpoint> Endpoints => [.. _app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    public static Task<HallandInProcess> Start(DateTimeOffset moment) => Serve(BuiltRegion.Copy(BuiltRegion.Folder), moment);

    /// <summary>Halland with only what was known at the moment.</summary>
    public static Task<HallandInProcess> AsOf(DateTimeOffset moment) => Serve(BuiltRegion.CopyOf(moment), moment);

    private static async Task<HallandInProcess> Serve(string folder, DateTimeOffset moment)
    {
        var halland = new HallandInProcess(folder, moment);
        await halland._app.StartAsync(TestContext.Current.CancellationToken);
        halland.Address = new($"http://localhost:{new Uri(halland._app.Urls.Single()).Port}");
        return halland;
    }

    /// <summary>The cookie of a session that has just begun.</summary>
    public string SignIn(string holder)
    {
        var account = People.Accounts.OfHolder(holder) ?? People.Accounts.Open(holder, null, holder, null, AccountKind.Local, Clock.GetUtcNow())!;
        var (secret, _) = People.Sessions.Begin(account, SignInMethod.Passkey, 3, Clock.GetUtcNow(), Clock.GetUtcNow());
        return "styrkedja=" + secret;
    }

    public async Task<HttpResponseMessage> Ask(HttpMethod method, string path, string? cookie, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(Address, path)) { Content = content };
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        return await Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        People.Dispose();
        _archive.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>A clock that stands where the test has set it.</summary>
internal sealed class ClockOfTest(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
