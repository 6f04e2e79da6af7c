namespace Styrkedja.Store.People;

/// <summary>How the one who has an account signs in: here with passkeys and codes, at the region's identity provider, or by one press in the demo.</summary>
public enum AccountKind { Local, Provider, Demo }

/// <summary>Someone who may sign in. What the person may do stands in no account; it follows from the offices that the journal gives the holder.</summary>
/// <param name="Holder">The opaque id that appointments in the journal name. It stays when everything personal is erased.</param>
/// <param name="Subject">Who it is at the identity provider: hsa: and an HSA-id, or the issuer, a space and its id; absent for those who sign in here.</param>
/// <param name="Administrator">True for those who look after accounts. Nothing in the region's own work comes with it.</param>
/// <param name="Stamp">Changes when sessions begun earlier must not go on.</param>
public sealed record Account(
    string Id,
    string Name,
    string? Email,
    string Holder,
    string? Subject,
    AccountKind Kind,
    bool Administrator,
    DateTimeOffset Opened,
    DateTimeOffset? Closed,
    DateTimeOffset? Erased,
    string Stamp)
{
    private const string HsaPrefix = "hsa:";

    public bool IsOpen => Closed is null && Erased is null;

    /// <summary>The key that a feed from the staff system names the person by: the HSA-id, or the id at the provider.</summary>
    public string? PersonKey => Subject is null ? null
        : Subject.StartsWith(HsaPrefix, StringComparison.Ordinal) ? Subject[HsaPrefix.Length..]
        : Subject[(Subject.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    public static string SubjectOfHsaId(string hsaId) => HsaPrefix + hsaId;

    public static string SubjectAt(string issuer, string id) => issuer + " " + id;
}
