using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Styrkedja.Rights;
using Styrkedja.Web.Gate;

namespace Styrkedja.Web.SignIn;

/// <summary>The script by which a page asks the browser for a passkey; only the pages that do so load it.</summary>
internal sealed class PasskeyScript
{
    private readonly byte[] _bytes;

    public PasskeyScript() => (_bytes, Address) = LookFiles.Read("passkey.js");

    public string Address { get; }

    public void Map(IEndpointRouteBuilder app) => app.MapGet(Address, http => StyrkedjaPages.Send(http, "text/javascript; charset=utf-8", _bytes)).Wants(Right.SeePublic);
}
