using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;

namespace Styrkedja.Web.Guards;

/// <summary>What every answer tells the browser not to do, unless the answer itself has said otherwise.</summary>
/// <remarks>Public data under /api, /oparl, /schema and /calendar.ics may be embedded by other sites; all else stays on its own. An answer that nothing has changed carries no policy: the browser goes
/// on by the one it has kept together with the page, whose nonce is in that page.</remarks>
internal static class SafeHeaders
{
    private const string NothingAllowed = "default-src 'none'; frame-ancestors 'none'";

    private const string NoDevices =
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), "
        + "picture-in-picture=(), screen-wake-lock=(), usb=(), xr-spatial-tracking=(), publickey-credentials-create=(self), publickey-credentials-get=(self)";

    private static readonly string[] s_public = ["/api", "/oparl", "/schema", "/calendar.ics"];

    public static void UseSafeHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // Said at the last moment, so that neither a failed page nor anyone else takes it away.
        context.Response.OnStarting(static state => Say((HttpContext)state), context);
        return next(context);
    });

    /// <summary>True for the addresses of public data, which programs read.</summary>
    public static bool IsPublicData(PathString path) => Array.Exists(s_public, p => path.StartsWithSegments(p));

    /// <summary>Asked for by https once, a browser never goes back to http for a year.</summary>
    public static void AddHttpsOnly(this IServiceCollection services, PageOptions options) => services.AddHsts(hsts =>
    {
        hsts.MaxAge = TimeSpan.FromDays(365);
        hsts.IncludeSubDomains = options.HstsSubdomains;
    });

    /// <summary>Where a request came from is taken from the servers named, and from nobody when none is; also when the environment asks for something else.</summary>
    public static void AddProxies(this IServiceCollection services, PageOptions options) => services.PostConfigure<ForwardedHeadersOptions>(forwarded =>
    {
        forwarded.ForwardedHeaders = options.Proxies.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        forwarded.ForwardLimit = Math.Max(1, options.Proxies.Count);
        forwarded.KnownIPNetworks.Clear();
        forwarded.KnownProxies.Clear();
        foreach (var proxy in options.Proxies)
            forwarded.KnownProxies.Add(proxy);
    });

    private static Task Say(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = NoDevices;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (!IsPublicData(context.Request.Path))
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (context.Response.StatusCode == StatusCodes.Status304NotModified)
            headers.Remove("Content-Security-Policy");
        else if (headers.ContentSecurityPolicy.Count == 0)
            headers.ContentSecurityPolicy = NothingAllowed;
        return Task.CompletedTask;
    }
}
