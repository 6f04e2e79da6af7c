using System.Globalization;
using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Retry;
using Polly.Timeout;
using Styrkedja.Provenance;

namespace Styrkedja.Sources;

/// <summary>Asks one source over HTTP, with the manners it wants: paced, patient, and never beyond the address it was given.</summary>
/// <remarks>A call that fails for a reason that can pass (no connection, broken off, too slow, 408, 429, 5xx) is made again, after the pause that the source asks for or one that doubles. What
/// does not pass is thrown as a <see cref="FaultException"/>. Redirects are not followed; the proxy of the environment is used.</remarks>
public sealed class SourceClient : IDisposable
{
    private readonly Uri _base;
    private readonly SourceManners _manners;
    private readonly TimeProvider _clock;
    private readonly HttpClient _http;
    private readonly PacedCalls _paced;

    /// <param name="baseAddress">Where the source is; every address asked must lie under it.</param>
    public SourceClient(Uri baseAddress, SourceManners manners, TimeProvider clock)
    {
        (_base, _manners, _clock) = (AsFolder(baseAddress), manners, clock);
        var socket = new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All, ConnectTimeout = TimeSpan.FromSeconds(15), UseCookies = false };
        _paced = new(manners, clock, new WholeAnswers(manners.MostBytes, socket));
        _http = new(new ResilienceHandler(Pipeline()) { InnerHandler = _paced }, disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("Styrkedja");
    }

    /// <summary>How many calls have been made, those made again included.</summary>
    public int Calls => _paced.Calls;

    /// <summary>An address under the base.</summary>
    public Uri Under(string path) => new(_base, path);

    /// <summary>The address of the next page as the source wrote it.</summary>
    /// <exception cref="FaultException">It lies outside the base: a source must not send us elsewhere.</exception>
    public Uri Next(string address)
    {
        if (Uri.TryCreate(_base, address, out var next) && IsUnder(next))
            return next;
        throw new FaultException(Fault.Error("source.elsewhere", new(_base.AbsoluteUri), address, ("base", _base.AbsoluteUri)));
    }

    /// <summary>Asks and reads the whole answer.</summary>
    /// <exception cref="FaultException">The source did not answer, or not with an answer.</exception>
    public async Task<SourceAnswer> Ask(SourceQuestion question, CancellationToken stop)
    {
        if (!IsUnder(question.Address))
            throw new FaultException(Fault.Error("source.elsewhere", new(_base.AbsoluteUri), question.Address.AbsoluteUri, ("base", _base.AbsoluteUri)));
        try
        {
            using var message = question.Message();
            using var answer = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, stop);
            var (tag, changed) = (answer.Headers.ETag?.ToString(), answer.Content.Headers.LastModified);
            return answer.StatusCode switch
            {
                HttpStatusCode.OK => new(await answer.Content.ReadAsByteArrayAsync(stop), _clock.GetUtcNow(), false, tag, changed),
                HttpStatusCode.NotModified when question.Tag is not null || question.Since is not null => new([], _clock.GetUtcNow(), true, tag ?? question.Tag, changed ?? question.Since),
                var status => throw new FaultException(Of(status, answer, question)),
            };
        }
        catch (AnswerTooLongException e)
        {
            throw new FaultException(Told("source.too-large", question, $"{_manners.MostBytes >> 20}"), e);
        }
        catch (TimeoutRejectedException e)
        {
            throw new FaultException(Told("source.too-slow", question, $"{_manners.Patience.TotalSeconds:0}"), e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new FaultException(Told(e is IOException or { InnerException: IOException } ? "source.broken-off" : "source.unreachable", question, e.Message), e);
        }
    }

    public void Dispose() => _http.Dispose();

    private bool IsUnder(Uri address) =>
        address.Scheme == _base.Scheme && string.Equals(address.Authority, _base.Authority, StringComparison.OrdinalIgnoreCase) && address.UserInfo == _base.UserInfo
        && address.AbsolutePath.StartsWith(_base.AbsolutePath, StringComparison.Ordinal);

    private static Uri AsFolder(Uri address) => address.AbsoluteUri.EndsWith('/') ? address : new(address.AbsoluteUri + "/");

    private static Fault Of(HttpStatusCode status, HttpResponseMessage answer, SourceQuestion question) => status switch
    {
        HttpStatusCode.NotFound => Told("source.not-found", question, ""),
        HttpStatusCode.Gone => Told("source.gone", question, ""),
        HttpStatusCode.TooManyRequests => Told("source.too-many", question, answer.Headers.RetryAfter?.ToString() ?? ""),
        HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized or HttpStatusCode.ProxyAuthenticationRequired => Told("source.forbidden", question, Number(status)),
        >= HttpStatusCode.InternalServerError => Told("source.failing", question, Number(status)),
        >= HttpStatusCode.Ambiguous and < HttpStatusCode.BadRequest => Told("source.moved", question, answer.Headers.Location?.ToString() ?? Number(status)),
        _ => Told("source.refused", question, Number(status)),
    };

    private static string Number(HttpStatusCode status) => ((int)status).ToString(CultureInfo.InvariantCulture);

    private static Fault Told(string code, SourceQuestion question, string found) => Fault.Error(code, new(question.Address.AbsoluteUri), found);

    private ResiliencePipeline<HttpResponseMessage> Pipeline() => new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = _clock }
        .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = _manners.Retries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = _manners.FirstDelay,
            MaxDelay = _manners.LongestDelay,
            ShouldHandle = tried => ValueTask.FromResult(tried.Outcome switch
            {
                { Exception: TimeoutRejectedException or HttpRequestException or IOException } => true,
                { Result: { } answer } => CanPass(answer.StatusCode) && !(AskedToWait(answer) > _manners.LongestDelay),
                _ => false,
            }),
            DelayGenerator = tried => ValueTask.FromResult(tried.Outcome.Result is { } answer ? AskedToWait(answer) : null),
        })
        .AddTimeout(new TimeoutStrategyOptions { Timeout = _manners.Patience })
        .Build();

    private static bool CanPass(HttpStatusCode status) => status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;

    /// <summary>How long the source asks us to wait; nothing when it does not say.</summary>
    private TimeSpan? AskedToWait(HttpResponseMessage answer) => answer.Headers.RetryAfter switch
    {
        { Delta: { } wait } => wait,
        { Date: { } day } when day - _clock.GetUtcNow() is var wait => wait < TimeSpan.Zero ? TimeSpan.Zero : wait,
        _ => null,
    };
}
