using Microsoft.AspNetCore.Http;
using Styrkedja.Rights;

namespace Styrkedja.Web.Gate;

/// <summary>The answer to whoever came in but may not have just this.</summary>
internal sealed class RefusedAnswer(Visitor visitor, Refusal refusal) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => RightsGate.Refuse(httpContext, visitor, refusal);
}
