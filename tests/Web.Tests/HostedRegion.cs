using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Styrkedja.App.Archive;
using Styrkedja.App.Auditing;
using Styrkedja.App.Deciding;
using Styrkedja.App.People;
using Styrkedja.Rights;
using Styrkedja.Store.People;
using Styrkedja.Web.Gate;

namespace Styrkedja.Web.Tests;

/// <summary>A small region served in this process by the very host that the command uses, with a few endpoints beside it that take forms and fail on purpose.</summary>
internal sealed class HostedRegion : IAsyncDisposable
{
    /// <summary>A request with this header is signed in as the holder it names, who gets an account when first heard of: sign-in itself has tests of its own.</summary>
    public const string SignedInAs = "Test-Account";

    /// <summary>The holder of an account that looks after accounts and reads the audit log.</summary>
    public const string Administrator = "granskare";

    private const string Decisions = """
        decision: RF-2016-1
        body: RF
        date: 2016-11-23
        title: Organisation
        acts:
          - establish-body: {id: RF, kind: assembly, name: Regionfullmäktige, from: 2015-01-01}
          - establish-body: {id: RS, kind: board, name: Regionstyrelsen, parent: RF, from: 2015-01-01}
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("styrkedja-web");
    private readonly RegionArchive _archive;
    private readonly PeopleFile _people;
    private readonly WebApplication _app;
    private readonly LogKept _log = new();

    private HostedRegion(PageOptions options)
    {
        _people = PeopleFile.Open(_folder.FullName);
        _people.Accounts.SetAdministrator(IdOf(Administrator), true);

        _archive = RegionArchive.Open(_folder.FullName);
        new RecordDecisions(_archive).Record([(Decisions, "beslut.yaml")], null, check: false);
        var builder = StyrkedjaHost.Builder(_archive, _people, SignInSettings.Default, options, TimeProvider.System, ["http://127.0.0.1:0"]);
        builder.Logging.ClearProviders().AddProvider(_log);
        builder.Services.AddSingleton<IStartupFilter>(new AccountOfHeader(this));
        _app = StyrkedjaHost.Assemble(builder);
        _app.MapGet("/test/form", (HttpContext context, IAntiforgery antiforgery) => antiforgery.GetAndStoreTokens(context).RequestToken).Wants(Right.SeePublic);
        _app.MapPost("/test/form", (HttpContext context) => Results.Text($"Taken: {context.Request.Form["text"].ToString().Length}")).Wants(Right.SeePublic);
        _app.MapPost("/sign-in/test", () => Results.Text("Not you.")).Wants(Right.SeePublic);
        _app.MapGet("/test/fails", string () => throw new InvalidOperationException("Secret of the program")).Wants(Right.SeePublic);
        _app.MapGet("/api/test/fails", string () => throw new InvalidOperationException("Secret of the program")).Wants(Right.SeePublic);
        _app.MapGet("/api/test/{status:int}", (int status) => Results.StatusCode(status)).Wants(Right.SeePublic);
    }

    public string Folder => _folder.FullName;

    public HttpClient Http { get; private set; } = null!;

    public AuditLog Audit => _app.Services.GetRequiredService<AuditLog>();

    /// <summary>What the program's own log has said.</summary>
    public string Said => string.Join('\n', _log.Lines);

    /// <param name="before">What is written to the audit log before the server starts.</param>
    public static async Task<HostedRegion> Start(PageOptions? options = null, AuditEvent? before = null)
    {
        var region = new HostedRegion(options ?? new PageOptions());
        if (before is not null)
            region.Audit.Write(before);
        await region._app.StartAsync(TestContext.Current.CancellationToken);
        region.Http = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new(region._app.Urls.Single()) };
        return region;
    }

    /// <summary>Id of the account of a holder.</summary>
    public string IdOf(string holder)
    {
        lock (_people)
            return (_people.Accounts.OfHolder(holder) ?? _people.Accounts.Open(holder, null, holder, null, AccountKind.Local, DateTimeOffset.UtcNow)!).Id;
    }

    /// <summary>Asks as a given account and with further headers.</summary>
    public async Task<HttpResponseMessage> Ask(HttpMethod method, string path, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>A page as the administrator sees it.</summary>
    public async Task<string> Read(string path)
    {
        using var answer = await Ask(HttpMethod.Get, path, null, (SignedInAs, Administrator));
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _archive.Dispose();
        _people.Dispose();
        _folder.Delete(recursive: true);
        _log.Dispose();
    }

    private sealed class AccountOfHeader(HostedRegion region) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, then) =>
            {
                if (context.Request.Headers[SignedInAs].ToString() is { Length: > 0 } account)
                    context.User = new ClaimsPrincipal(new ClaimsIdentity([new("account", region.IdOf(account))], "test"));
                return then(context);
            });
            next(app);
        };
    }

    private sealed class LogKept : ILoggerProvider, ILogger
    {
        private readonly List<string> _lines = [];

        public IReadOnlyList<string> Lines
        {
            get
            {
                lock (_lines)
                    return [.. _lines];
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (_lines)
                _lines.Add(formatter(state, exception) + " " + exception?.Message);
        }

        public void Dispose()
        {
        }
    }
}
