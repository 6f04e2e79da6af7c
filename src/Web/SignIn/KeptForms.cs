using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Styrkedja.Web.SignIn;

/// <summary>What people had typed when their session ran out, kept for an hour for the same account.</summary>
/// <remarks>Only in memory: what was typed may be about persons. It may be read again until the hour is over, so that a page shown anew loses nothing.</remarks>
public sealed class KeptForms
{
    /// <summary>The most letters of one form that are kept, names of fields and all.</summary>
    public const int MostLetters = 64 * 1024;

    private const int MostForms = 400;
    private static readonly string[] s_notText = ["__RequestVerificationToken", "_handler"];

    private readonly ShortMemory<KeptForm> _forms;

    public KeptForms(TimeProvider clock) => _forms = new(clock, TimeSpan.FromHours(1), MostForms);

    /// <summary>The fields kept under an id, when they are the account's own.</summary>
    public IReadOnlyDictionary<string, StringValues>? Take(string? kept, string? account) => _forms.Find(kept) is { } form && form.Account == account ? form.Fields : null;

    /// <summary>The fields that the page's address names, when they are those of the one who is signed in.</summary>
    public IReadOnlyDictionary<string, StringValues>? Take(HttpContext http) => Take(http.Request.Query["kept"], SignedIn.Of(http)?.Account.Id);

    /// <summary>Keeps the fields of a form that has been read; nothing when they are too long to keep.</summary>
    internal string? Keep(IFormCollection form, string account)
    {
        var fields = form.Where(f => !s_notText.Contains(f.Key)).ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);
        return fields.Sum(f => f.Key.Length + f.Value.Sum(v => v?.Length ?? 0)) > MostLetters ? null : _forms.Keep(new(account, fields));
    }

    /// <summary>Keeps the fields of a form that has been sent; empty when there are none, and nothing when they are too long to keep.</summary>
    internal async Task<string?> Keep(HttpRequest request, string account)
    {
        var fields = new Dictionary<string, StringValues>(StringComparer.Ordinal);
        var letters = 0;
        await foreach (var (name, value) in Fields(request))
        {
            letters += name.Length + value.Length;
            if (letters > MostLetters)
                return null;
            if (!s_notText.Contains(name))
                fields[name] = StringValues.Concat(fields.GetValueOrDefault(name), value);
        }

        return fields.Count == 0 ? "" : _forms.Keep(new(account, fields));
    }

    /// <summary>The fields as they come, never more than can be kept; files are passed over unread.</summary>
    private static async IAsyncEnumerable<(string Name, string Value)> Fields(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
            yield break;
        if (type.MediaType == "application/x-www-form-urlencoded")
        {
            var form = new FormPipeReader(request.BodyReader, Encoding.UTF8) { KeyLengthLimit = MostLetters, ValueLengthLimit = MostLetters + 1 };
            Dictionary<string, StringValues> read;
            try
            {
                read = await form.ReadFormAsync(request.HttpContext.RequestAborted);
            }
            catch (InvalidDataException)
            {
                read = new() { ["too-long"] = new string(' ', MostLetters + 1) };
            }

            foreach (var (name, values) in read)
            {
                foreach (var value in values)
                    yield return (name, value ?? "");
            }
        }
        else if (type.MediaType == "multipart/form-data" && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= 100 } boundary)
        {
            var reader = new MultipartReader(boundary, request.Body);
            while (await reader.ReadNextSectionAsync(request.HttpContext.RequestAborted) is { } section)
            {
                if (section.GetContentDispositionHeader() is not { } about || about.IsFileDisposition() || !about.IsFormDisposition())
                    continue;
                using var text = new StreamReader(section.Body, Encoding.UTF8);
                var letters = new char[MostLetters + 1];
                var read = await text.ReadBlockAsync(letters, request.HttpContext.RequestAborted);
                yield return (HeaderUtilities.RemoveQuotes(about.Name).Value ?? "", new string(letters, 0, read));
            }
        }
    }

    private sealed record KeptForm(string Account, IReadOnlyDictionary<string, StringValues> Fields);
}
