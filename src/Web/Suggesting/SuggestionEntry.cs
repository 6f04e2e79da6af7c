using Microsoft.AspNetCore.Http;
using Styrkedja.App.Suggesting;
using Styrkedja.Provenance;
using Styrkedja.Web.SignIn;

namespace Styrkedja.Web.Suggesting;

/// <summary>A suggestion as someone has typed it, before it is sent in.</summary>
/// <param name="Faults">What was wrong with it when it was last sent.</param>
/// <param name="Stale">True when the page it was typed on was too old for it to be taken; it is to be sent once more.</param>
/// <param name="Sent">True when it has been taken.</param>
public sealed record SuggestionEntry(string Title, string Text, string Name, string Email, IReadOnlyList<Fault> Faults, bool Stale = false, bool Sent = false)
{
    public static readonly SuggestionEntry Blank = new("", "", "", "", []);

    /// <summary>What a form holds, none of it longer than could ever be shown again.</summary>
    public static SuggestionEntry Typed(IFormCollection form) => new(
        Field(form, "title", SuggestionDesk.LongestTitle),
        Field(form, "text", SuggestionDesk.LongestText),
        Field(form, "name", SuggestionDesk.LongestSender),
        Field(form, "email", SuggestionDesk.LongestSender),
        []);

    // Twice what is taken, so that someone who wrote too much gets it back to shorten.
    private static string Field(IFormCollection form, string name, int most) => form.Field(name) is not { } text ? "" : text.Length > 2 * most ? text[..(2 * most)] : text;
}
