using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Styrkedja.App.Archive;
using Styrkedja.App.Auditing;
using Styrkedja.App.Deciding;
using Styrkedja.App.People;
using Styrkedja.Store.People;
using Styrkedja.Web.SignIn;

namespace Styrkedja.Web.Tests.SignIn;

/// <summary>A clock that a test may set forward.</summary>
internal sealed class SettableClock : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}

/// <summary>The pages with sign-in, served in process for one test from a region of its own.</summary>
internal sealed class SignInHost : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("styrkedja-signin");
    private readonly WebApplication _app;
    private readonly RegionArchive _archive;

    private SignInHost(string settings, Action<RegionArchive>? prepare)
    {
        _archive = RegionArchive.Open(_folder.FullName);
        prepare?.Invoke(_archive);
        People = PeopleFile.Open(_folder.FullName);
        var read = SignInFile.Read(Encoding.UTF8.GetBytes(settings), "sign-in.json");
        Assert.Empty(read.Faults.Select(f => $"{f.Code} {f.Place.Line} {f.Found}"));
        Settings = read.Settings!;
        var builder = StyrkedjaHost.Builder(_archive, People, Settings, new PageOptions { SignInsPerMinute = 1000 }, Clock, ["http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<Action<SignInHappening>>(Happened.Enqueue);
        _app = StyrkedjaHost.Assemble(builder);
    }

    public PeopleFile People { get; }

    public SignInSettings Settings { get; }

    public SettableClock Clock { get; } = new();

    /// <summary>What has been told to the audit log, in order.</summary>
    public ConcurrentQueue<SignInHappening> Happened { get; } = new();

    public RegionArchive Archive => _archive;

    public AuditLog Audit => _app.Services.GetRequiredService<AuditLog>();

    public AccountKeeping Keeping => new(People, Settings, Clock);

    /// <summary>Passkeys belong to a name, so the pages are asked for by one.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The cookie of someone who signed in a moment ago, with an account opened for the purpose when the holder has none.</summary>
    public string As(string holder)
    {
        var now = Clock.GetUtcNow();
        var account = People.Accounts.OfHolder(holder) ?? People.Accounts.Open(holder, null, holder, null, AccountKind.Local, now)!;
        return "styrkedja=" + People.Sessions.Begin(account, SignInMethod.Passkey, 3, now, now).Secret;
    }

    /// <summary>Asks for a page, or sends a form, as a browser that follows nothing by itself.</summary>
    /// <param name="cookie">Of whoever is signed in; nothing for the public.</param>
    /// <param name="antiforgery">The cookie that came with a form.</param>
    public async Task<HttpResponseMessage> Ask(HttpMethod method, string path, string? cookie, HttpContent? content = null, string? antiforgery = null)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
        using var request = new HttpRequestMessage(method, new Uri(new Uri(Address), path)) { Content = content };
        request.Headers.Add("Origin", Address);
        if (string.Join("; ", new[] { cookie, antiforgery }.Where(c => !string.IsNullOrEmpty(c))) is { Length: > 0 } cookies)
            request.Headers.Add("Cookie", cookies);
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static async Task<SignInHost> Start(string settings = "{}", Action<RegionArchive>? prepare = null)
    {
        var host = new SignInHost(settings, prepare);
        await host._app.StartAsync();
        host.Address = $"http://localhost:{new Uri(host._app.Urls.First()).Port}";
        return host;
    }

    public static Task<SignInHost> Start(IdentityProvider provider, string more = "") => Start($$"""
        {
          "provider": {
            "name": "Regionens inloggning",
            "authority": "{{provider.Authority}}",
            "client-id": "{{IdentityProvider.ClientId}}",
            "client-secret": {"environment": "STYRKEDJA_TEST_SECRET"},
            "claims": {"hsa-id": "employeeHsaId", "organisation": "organizationIdentifier"},
            "organisations": ["SE2321000115"]
          }{{more}}
        }
        """);

    /// <summary>A decision, so that the journal has a first entry.</summary>
    public static void Decide(RegionArchive archive) => Assert.False(new RecordDecisions(archive).Record(
        [("decision: RF-2014-11-05\nbody: RF\ndate: 2014-11-05\nparagraph: null\ndiary: null\ntitle: Vision\nacts:\n  - adopt-vision: {id: VISION, text: Bästa livsplatsen, valid: 2014..}\n", "vision.yaml")], null, check: false).Refused);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        People.Dispose();
        _archive.Dispose();
        _folder.Delete(recursive: true);
    }
}
