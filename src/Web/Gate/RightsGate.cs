using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Styrkedja.App.Archive;
using Styrkedja.App.Texts;
using Styrkedja.Rights;
using Styrkedja.Web.Guards;
using Styrkedja.Web.Readers;
using Styrkedja.Web.SignIn;

namespace Styrkedja.Web.Gate;

/// <summary>The gate that every request goes through: who is it, and may they come in where they want?</summary>
/// <remarks>Whoever has not signed in is shown the way there; whoever has and may not is told which right was missing and whose decision could give it. What says nothing of the right it wants is
/// shut.</remarks>
internal static partial class RightsGate
{
    /// <summary>How long after showing anew who one is that one may approve and sign.</summary>
    private static readonly TimeSpan s_anew = TimeSpan.FromMinutes(10);

    /// <summary>The level of assurance that approving and signing asks for.</summary>
    private const int LevelToSign = 3;

    public static void AddGate(this IServiceCollection services)
    {
        services.AddSingleton<RegionToday>();
        services.AddSingleton<Visitors>();
        services.AddSingleton<Action<SignInHappening>>(Doings.SignedIn);
    }

    public static void UseRightsGate(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var visitor = context.RequestServices.GetRequiredService<Visitors>().Of(context);
        context.Features.Set(visitor);
        // What is no route is the framework's own answer that there is nothing, or that the method is not allowed.
        if (context.GetEndpoint() is not RouteEndpoint endpoint)
        {
            await next(context);
            return;
        }

        if (endpoint.Metadata.GetMetadata<WantsAttribute>() is not { } wants)
        {
            LogShut(context.RequestServices.GetRequiredService<ILogger<Visitor>>(), context.Request.Path);
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        var about = wants.About is { } name ? context.GetRouteValue(name)?.ToString() : null;
        if (visitor.May(wants.Right, about).Refusal is { } refusal)
            await Refuse(context, visitor, refusal);
        else if (RightTable.AsksToSignInAnew(wants.Right) && MustShowAnew(context, visitor))
            SendTo(context, "/sign-in/again");
        else
            await next(context);
    });

    /// <summary>True when a visitor who may do something has to show anew who it is before doing it.</summary>
    public static bool MustShowAnew(HttpContext context, Visitor visitor) =>
        visitor.Level < LevelToSign || !(visitor.SignedIn > context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow() - s_anew);

    /// <summary>Turns a visitor away, and notes it.</summary>
    public static Task Refuse(HttpContext context, Visitor visitor, Refusal refusal)
    {
        Doings.Refused(context, refusal);
        if (FaultAnswer.IsForPrograms(context.Request))
        {
            var told = Styrkedja.App.Permitting.RefusalSentences.Of(Texts.In(ReadingChoice.Of(context.Request, default).Language), refusal, visitor.State);
            return FaultAnswer.SayProblem(context, refusal.Reason == RefusalReason.NotSignedIn ? StatusCodes.Status401Unauthorized : StatusCodes.Status403Forbidden, told);
        }

        if (refusal.Reason == RefusalReason.NotSignedIn && HttpMethods.IsGet(context.Request.Method))
        {
            SendTo(context, "/sign-in");
            return Task.CompletedTask;
        }

        context.Items[RefusedNotice.Item] = refusal;
        return PageAnswer.Around(new RazorComponentResult<RefusedDocument>().ExecuteAsync, mayBeKept: false)(context);
    }

    private static void SendTo(HttpContext context, string page)
    {
        var back = HttpMethods.IsGet(context.Request.Method) ? context.Request.Path + context.Request.QueryString : "/my-work";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Redirect($"{page}?return={Uri.EscapeDataString(back)}");
    }

    [LoggerMessage(3, LogLevel.Error, "Nothing says which right {Path} wants, so nobody comes in.")]
    private static partial void LogShut(ILogger logger, string path);
}
