using System.Net;
using Styrkedja.App.Auditing;

namespace Styrkedja.Web;

/// <summary>What whoever hosts the pages decides of them.</summary>
public sealed record PageOptions
{
    /// <summary>Servers in front of this one that are believed when they say where a request came from and whether it came by https; all others are not.</summary>
    public IReadOnlyList<IPAddress> Proxies { get; init; } = [];

    /// <summary>True when every host below the own name is to be asked for by https only.</summary>
    public bool HstsSubdomains { get; init; }

    /// <summary>Other origins that a form may lead on to, such as the sign-in of the authority: https://login.example.</summary>
    public IReadOnlyList<string> FormTargets { get; init; } = [];

    /// <summary>How many attempts to sign in one address has in a minute.</summary>
    public int SignInsPerMinute { get; init; } = 10;

    /// <summary>How many forms and other writes one address may send in a minute.</summary>
    public int WritesPerMinute { get; init; } = 300;

    /// <summary>How many suggestions one address may send in a minute; nobody signs in to send one.</summary>
    public int SuggestionsPerMinute { get; init; } = 5;

    public AuditRetention Retention { get; init; } = AuditRetention.Default;
}
