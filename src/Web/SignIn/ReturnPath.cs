using Microsoft.AspNetCore.Http;

namespace Styrkedja.Web.SignIn;

/// <summary>Where someone is to come after signing in: always a page of our own.</summary>
internal static class ReturnPath
{
    /// <summary>The path as it was asked for, or the first page when it leads anywhere else.</summary>
    public static string Of(string? asked) => IsOwn(asked) ? asked! : "/";

    /// <summary>A path of our own, and not one that signs in or out.</summary>
    public static bool IsOwn(string? asked) =>
        asked is { Length: > 0 and < 2000 } && asked[0] == '/' && !(asked.Length > 1 && asked[1] is '/' or '\\') && !asked.Any(char.IsControl)
        && !asked.StartsWith("/sign-", StringComparison.Ordinal);

    /// <summary>The path with what was kept for it named in its query.</summary>
    public static string With(string path, string? kept) => string.IsNullOrEmpty(kept) ? path
        : path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "kept=" + Uri.EscapeDataString(kept);

    /// <summary>The page that a form stood on: the one that the browser says that it came from, otherwise the address that the form was sent to.</summary>
    public static string OfForm(HttpRequest request)
    {
        var path = Uri.TryCreate(request.Headers.Referer.ToString(), UriKind.Absolute, out var from) && from.Authority == request.Host.ToString() && from.Scheme == request.Scheme
            ? from.PathAndQuery : request.Path + request.QueryString;
        return Of(Without(path, "kept"));
    }

    private static string Without(string path, string name)
    {
        var mark = path.IndexOf('?', StringComparison.Ordinal);
        if (mark < 0)
            return path;
        var left = string.Join('&', path[(mark + 1)..].Split('&').Where(p => !p.StartsWith(name + "=", StringComparison.Ordinal)));
        return left.Length == 0 ? path[..mark] : $"{path[..mark]}?{left}";
    }
}
