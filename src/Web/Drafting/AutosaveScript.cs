namespace Styrkedja.Web.Drafting;

/// <summary>The script that saves a draft as one types; without it one saves with the button.</summary>
internal sealed class AutosaveScript() : PageScript("autosave.js");
