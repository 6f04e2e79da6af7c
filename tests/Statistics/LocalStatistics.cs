using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Styrkedja.Tests;

/// <summary>A server on this machine that speaks the protocols of Kolada (version 3) and of SCB's PxWebApi 2, and misbehaves when told to.</summary>
/// <remarks>Its values are reckoned from measure, place, year and sex, so that a test can reckon the same.</remarks>
public sealed class LocalStatistics : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<string> _calls = new();
    private readonly KoladaAnswers _kolada;
    private readonly ScbAnswers _scb = new();

    private LocalStatistics(WebApplication app, KoladaAnswers kolada) => (_app, _kolada) = (app, kolada);

    /// <summary>Every call that has come, path and query, in order.</summary>
    public IReadOnlyList<string> Calls => [.. _calls];

    public string Kolada => Address + "/v3";

    public string Scb => Address + "/api/v2";

    /// <summary>Answers instead of the server when it says true; told the call and its number from one.</summary>
    public Func<HttpContext, int, Task<bool>> Misbehaves { get; set; } = (_, _) => Task.FromResult(false);

    public KoladaAnswers KoladaData => _kolada;

    public ScbAnswers ScbData => _scb;

    private string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public static async Task<LocalStatistics> Start(int measures = 3, int rowsOfPage = 5000)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var server = new LocalStatistics(app, new(measures, rowsOfPage));
        app.Run(server.Answer);
        await app.StartAsync();
        return server;
    }

    public static Task Send(HttpContext http, string json, int status = 200)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json; charset=utf-8";
        return http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(json)).AsTask();
    }

    /// <summary>Sends the first half of an answer and then breaks the connection.</summary>
    public static async Task BreakOff(HttpContext http, string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes.AsMemory(0, bytes.Length / 2));
        await http.Response.Body.FlushAsync();
        http.Abort();
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    /// <summary>What the server would answer if it behaved.</summary>
    public string? Told(HttpContext http) => http.Request.Path.StartsWithSegments("/v3", StringComparison.Ordinal)
        ? _kolada.Answer(Kolada, http.Request.Path.Value!["/v3/".Length..], http.Request.Query.ToDictionary(q => q.Key, q => q.Value.ToString()))
        : _scb.Answer(http.Request.Path.Value!["/api/v2/".Length..], http.Items["body"] as string);

    private async Task Answer(HttpContext http)
    {
        _calls.Enqueue(http.Request.Path + http.Request.QueryString);
        using (var reader = new StreamReader(http.Request.Body))
            http.Items["body"] = await reader.ReadToEndAsync();
        if (await Misbehaves(http, _calls.Count))
            return;
        var answer = Told(http);
        if (answer is null)
        {
            await Send(http, "{\"detail\":\"Not found\"}", 404);
            return;
        }

        var tag = string.Create(CultureInfo.InvariantCulture, $"\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(answer)))[..16]}\"");
        http.Response.Headers.ETag = tag;
        if (http.Request.Headers.IfNoneMatch == tag)
            http.Response.StatusCode = StatusCodes.Status304NotModified;
        else
            await Send(http, answer);
    }
}
