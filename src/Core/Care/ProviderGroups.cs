using Styrkedja.Decisions;
using Styrkedja.Provenance;

namespace Styrkedja.Care;

/// <summary>Providers that make one arm of the care system together, such as all private health centres.</summary>
/// <param name="Providers">The one authorised first names the group.</param>
public sealed record ProviderGroup(Regime Regime, IReadOnlyList<Decided<AuthoriseProvider>> Providers)
{
    /// <summary>The id of the one that names it.</summary>
    public string Id => Providers[0].Act.Id;

    public Bilingual Name => Providers[0].Act.Name;

    public Bilingual? Care => Providers[0].Act.Care;

    /// <summary>Those within the group beside the one that names it when there are more than one.</summary>
    public bool IsOfMany => Providers.Count > 1;
}

/// <summary>The arms of the care system: own providers by the part of the region that runs them, private ones by the care they give, other regions each by itself.</summary>
/// <remarks>Rule: our own choice, so that a picture can be read where there are forty health centres.</remarks>
public static class ProviderGroups
{
    /// <summary>The groups, own first, in the order that their first provider was authorised.</summary>
    public static IReadOnlyList<ProviderGroup> Of(IEnumerable<Decided<AuthoriseProvider>> providers) =>
    [
        .. providers.GroupBy(p => KeyOf(p.Act))
            .Select(group => new ProviderGroup(group.First().Act.Regime, [.. group]))
            .OrderBy(group => group.Regime),
    ];

    private static (Regime Regime, string Key) KeyOf(AuthoriseProvider provider) => (provider.Regime, provider.Regime switch
    {
        Regime.Own when provider.Subject is { } subject => subject,
        Regime.Private when provider.Care is { } care => care.Sv,
        _ => "provider/" + provider.Id,
    });
}
