using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Styrkedja.Web.Guards;

/// <summary>How much a request may hold, and how often one address may try to sign in or write.</summary>
/// <remarks>Counted in memory and by address, in the process that answers. A page that takes in larger files says so with the framework's own RequestSizeLimit.</remarks>
internal static class RequestLimits
{
    public const long LargestBody = 256 * 1024;

    private const int MostFormFields = 2048;
    private const string SignIn = "/sign-in";
    private const string Suggestions = "/suggestions/new";

    public static void AddRequestLimits(this IServiceCollection services, PageOptions options)
    {
        services.Configure<FormOptions>(form =>
        {
            form.ValueLengthLimit = (int)LargestBody;
            form.ValueCountLimit = MostFormFields;
            form.MultipartBodyLengthLimit = LargestBody;
            form.BufferBodyLengthLimit = LargestBody;
        });
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => !IsWriting(context.Request.Method)
                ? RateLimitPartition.GetNoLimiter("")
                : context.Request.Path.Value!.StartsWith(SignIn, StringComparison.OrdinalIgnoreCase) ? InAMinute("sign-in " + AddressOf(context), options.SignInsPerMinute)
                : IsFromAnyone(context) ? InAMinute("suggestion " + AddressOf(context), options.SuggestionsPerMinute)
                : InAMinute("write " + AddressOf(context), options.WritesPerMinute));
            limiter.OnRejected = async (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                await FaultAnswer.Say(rejected.HttpContext, StatusCodes.Status429TooManyRequests);
            };
        });
    }

    public static void UseRequestLimits(this IApplicationBuilder app)
    {
        app.Use((context, next) =>
        {
            // What a form is too large for is told before it is read; one of unknown length is stopped while it is read.
            var most = context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;
            return context.Request.ContentLength > most ? FaultAnswer.Say(context, StatusCodes.Status413PayloadTooLarge) : next(context);
        });
        app.UseRateLimiter();
    }

    /// <summary>True for methods that may change something.</summary>
    public static bool IsWriting(string method) => !(HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method));

    /// <summary>True for a form that anyone may send without signing in.</summary>
    private static bool IsFromAnyone(HttpContext context) => context.Request.Path.Value!.TrimEnd('/').Equals(Suggestions, StringComparison.OrdinalIgnoreCase);

    private static RateLimitPartition<string> InAMinute(string key, int most) =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new() { PermitLimit = most, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 });

    /// <summary>The address that counts: of IPv6 the part that one subscriber has, since the rest is theirs to choose.</summary>
    private static string AddressOf(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address)
            return "";
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4().ToString();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? new IPAddress([.. address.GetAddressBytes()[..8], 0, 0, 0, 0, 0, 0, 0, 0]).ToString() : address.ToString();
    }
}
