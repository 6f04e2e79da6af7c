using Microsoft.AspNetCore.Builder;
using Styrkedja.Rights;

namespace Styrkedja.Web.Gate;

/// <summary>Says of a page or an operation which right whoever asks for it must have. Without it nobody comes in.</summary>
/// <remarks>A page that shows more to some than to others wants the right that all its readers have, and asks for the rest by <see cref="Visitor.May"/>.</remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WantsAttribute(Right right) : Attribute
{
    public Right Right { get; } = right;

    /// <summary>The part of the address that names what it is about; absent when it is about nothing in particular.</summary>
    public string? About { get; init; }
}

/// <summary>How operations that are no pages say which right they want.</summary>
public static class WantsEndpoint
{
    public static TBuilder Wants<TBuilder>(this TBuilder endpoint, Right right, string? about = null)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoint.Add(built => built.Metadata.Add(new WantsAttribute(right) { About = about }));
        return endpoint;
    }
}
