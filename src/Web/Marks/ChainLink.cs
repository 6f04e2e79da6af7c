namespace Styrkedja.Web.Marks;

/// <summary>One link of a chain of governance.</summary>
/// <param name="Note">Day and deciding body, or a value, under the link.</param>
/// <param name="Here">True for the thing that the page is about.</param>
public sealed record ChainLink(string Text, string? Href, string? Note, bool Here = false);
