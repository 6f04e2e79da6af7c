namespace Styrkedja.Web.SignIn;

/// <summary>The script by which a page asks the browser for a passkey.</summary>
internal sealed class PasskeyScript() : PageScript("passkey.js");
