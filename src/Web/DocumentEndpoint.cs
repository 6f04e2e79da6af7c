using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Styrkedja.App.Archive;
using Styrkedja.App.Documents;
using Styrkedja.Rights;
using Styrkedja.Web.Gate;

namespace Styrkedja.Web;

/// <summary>Documents by their hash. What is secret is there only for offices that may see it; what is filed in no case is not there at all.</summary>
internal static class DocumentEndpoint
{
    public static void MapDocuments(this IEndpointRouteBuilder app) => app.MapGet("/documents/{hash}", (HttpContext http, RegionArchive archive, string hash) =>
    {
        // Secrecy is asked about now, whatever moment the reader looks from.
        if ((new PublicDocuments(archive).Open(hash, archive.StateAt(new(DateOnly.MaxValue, long.MaxValue))) ?? Kept(http, archive, hash)) is not { } document)
            return Results.NotFound();
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";
        http.Response.Headers.CacheControl = "no-cache";
        var (type, name) = KindOf(document);
        return Results.File(document, type, name is null ? null : hash[..12] + name, entityTag: new($"\"{hash}\""));
    }).Wants(Right.SeePublic).ExcludeFromDescription();

    /// <summary>A document that is kept from the public, for a visitor whose office sees what is secret in every case that it is filed in; the reading is noted.</summary>
    private static FileStream? Kept(HttpContext http, RegionArchive archive, string hash)
    {
        var visitor = Visitor.Of(http);
        var filed = visitor.State.Cases.All.Where(c => c.Documents.Any(d => d.Act.Hash == hash)).ToList();
        var permissions = filed.Select(c => c.Bodies.Select(body => visitor.May(Right.SeeSecret, body)).FirstOrDefault(p => p.Allowed)).ToList();
        if (permissions.Count == 0 || permissions.Contains(null) || archive.OpenDocument(hash) is not { } document)
            return null;
        Doings.ProtectedRead(http, permissions[0]!, "/documents/" + hash);
        return document;
    }

    /// <summary>How a browser is to take a document: shown as text or PDF, otherwise saved.</summary>
    private static (string Type, string? SavedAs) KindOf(FileStream document)
    {
        var beginning = new byte[4096];
        var read = document.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false);
        document.Position = 0;
        var head = beginning.AsSpan(0, read);
        if (head.StartsWith("%PDF-"u8))
            return ("application/pdf", null);
        return IsText(head) ? ("text/plain; charset=utf-8", null) : ("application/octet-stream", ".bin");
    }

    private static bool IsText(ReadOnlySpan<byte> head)
    {
        // The last character may be cut in two where the beginning ends.
        for (var cut = 0; cut < 4 && cut <= head.Length; cut++)
        {
            if (System.Text.Unicode.Utf8.IsValid(head[..^cut]))
                return !head.Contains((byte)0);
        }

        return false;
    }
}
