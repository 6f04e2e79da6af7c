using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Styrkedja.Web.Guards;

/// <summary>Marks a page that has a form which is posted to it; all other pages are only read.</summary>
/// <remarks>The form holds an AntiforgeryToken. A page that takes forms is made anew for every visit and never kept.</remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TakesFormsAttribute : Attribute;

/// <summary>Marks a page that is made anew for every visit, since being read is itself an event.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeverKeptAttribute : Attribute;

/// <summary>Lets nothing be written that does not come from a form of our own: every request that may change something carries the token of a page, whatever it leads to.</summary>
/// <remarks>The framework asks only endpoints that bind a form; here everything is asked that is not a reading. The token is the form field of AntiforgeryToken, or for scripts its value in the header
/// RequestVerificationToken.</remarks>
internal static class FormGuard
{
    public static void AddFormGuard(this IServiceCollection services) => services.AddAntiforgery(antiforgery =>
    {
        antiforgery.Cookie.Name = "styrkedja-form";
        antiforgery.Cookie.HttpOnly = true;
        // The one who comes back from the provider is to be known by the forms that stand in other tabs.
        antiforgery.Cookie.SameSite = SameSiteMode.Lax;
        antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        antiforgery.SuppressXFrameOptionsHeader = true;
    });

    public static void UseFormGuard(this IApplicationBuilder app)
    {
        app.UseAntiforgery();
        app.Use(async (context, next) =>
        {
            // An endpoint without a route answers that the method is not allowed.
            if (!RequestLimits.IsWriting(context.Request.Method) || context.GetEndpoint() is not RouteEndpoint endpoint || endpoint.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: false }
                || await FaultIn(context) is not { } fault)
            {
                await next(context);
                return;
            }

            await FaultAnswer.Say(context, fault.InnerException is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } large ? large.StatusCode : StatusCodes.Status400BadRequest, "form");
        });
    }

    private static async Task<Exception?> FaultIn(HttpContext context)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is { } asked)
            return asked.IsValid ? null : asked.Error ?? new AntiforgeryValidationException("");
        try
        {
            await context.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(context);
            return null;
        }
        catch (AntiforgeryValidationException e)
        {
            return e;
        }
    }
}
