using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Styrkedja.App.Archive;
using Styrkedja.Region;
using Styrkedja.Rights;

namespace Styrkedja.Web.Gate;

/// <summary>Whoever has sent a request, with the offices held today.</summary>
/// <param name="AccountId">Absent for those who have not signed in.</param>
/// <param name="Name">What the account is called; empty for those who have not signed in.</param>
/// <param name="Session">Id of the session; absent for those who have not signed in.</param>
/// <param name="Level">How well the person has shown who it is, 2 to 4; 0 for those who have not signed in.</param>
/// <param name="SignedIn">When the person last showed who it is.</param>
/// <param name="Demo">True for one of the demo's users, who is nobody.</param>
/// <param name="State">The region on the day, which rights are judged by.</param>
public sealed record Visitor(string? AccountId, string Name, OfficeHolder Holder, string? Session, int Level, DateTimeOffset? SignedIn, bool Demo, RegionState State)
{
    public bool IsSignedIn => AccountId is not null;

    public static Visitor Of(HttpContext context) => context.Features.Get<Visitor>() ?? Public(context.RequestServices.GetRequiredService<RegionToday>().State);

    /// <summary>Someone who has not signed in; also whoever was answered before the gate.</summary>
    public static Visitor Public(RegionState state) => new(null, "", OfficeHolder.Public, null, 0, null, false, state);

    /// <summary>Whether the visitor has a right. Asks only; a refusal that the visitor meets is told by the gate.</summary>
    public Permission May(Right right, string? about = null) => Policy.May(Holder, right, about, State);
}
