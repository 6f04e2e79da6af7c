using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Styrkedja.Rights;
using Styrkedja.Web.Gate;

namespace Styrkedja.Web;

/// <summary>A script that only some pages load, served at an address that holds the hash of its bytes.</summary>
internal abstract class PageScript
{
    private readonly byte[] _bytes;

    /// <param name="file">Its name among the files of the pages.</param>
    protected PageScript(string file) => (_bytes, Address) = LookFiles.Read(file);

    public string Address { get; }

    public void Map(IEndpointRouteBuilder app) => app.MapGet(Address, http => StyrkedjaPages.Send(http, "text/javascript; charset=utf-8", _bytes)).Wants(Right.SeePublic);
}
