using Styrkedja.Store.People;

namespace Styrkedja.App.People;

/// <summary>How people sign in to a region, as its sign-in.json says.</summary>
/// <param name="PublicAddress">The address at which people reach the pages; absent when it is the one that the program itself listens at.</param>
/// <param name="Provider">The region's identity provider; absent when there is none.</param>
/// <param name="LocalAccounts">True when passkeys and one-time codes may be used.</param>
public sealed record SignInSettings(Uri? PublicAddress, ProviderSettings? Provider, bool LocalAccounts, SessionLimits Session)
{
    public const string FileName = "sign-in.json";

    /// <summary>What holds for a region without a file: accounts of its own and no provider.</summary>
    public static SignInSettings Default { get; } = new(null, null, true, SessionLimits.Default);
}

/// <summary>How long someone stays signed in.</summary>
/// <param name="Idle">Without doing anything.</param>
/// <param name="Absolute">From the sign-in, whatever is done.</param>
public sealed record SessionLimits(TimeSpan Idle, TimeSpan Absolute)
{
    public static SessionLimits Default { get; } = new(TimeSpan.FromMinutes(30), TimeSpan.FromHours(10));

    /// <summary>When a session runs out if nothing more is done in it.</summary>
    public DateTimeOffset EndOf(Session session) => session.Seen + Idle < session.Started + Absolute ? session.Seen + Idle : session.Started + Absolute;
}

/// <summary>The identity provider of a region, and what its answers must hold.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="ClientSecret">Where the secret lies; never the secret itself.</param>
/// <param name="Levels">Level of assurance by the provider's own word for it (acr).</param>
/// <param name="RequiredLevel">A sign-in below this is refused.</param>
/// <param name="Organisations">Those whose people may sign in; empty means all that the provider lets through.</param>
/// <param name="ReadsUserInfo">True when claims are also to be fetched from the provider's userinfo.</param>
/// <param name="OpensAccounts">True when someone unknown gets an account at the first sign-in.</param>
public sealed record ProviderSettings(
    string Name,
    Uri Authority,
    string ClientId,
    SecretPlace? ClientSecret,
    IReadOnlyList<string> Scopes,
    ClaimNames Claims,
    IReadOnlyDictionary<string, int> Levels,
    int RequiredLevel,
    IReadOnlyList<string> Organisations,
    bool ReadsUserInfo,
    bool OpensAccounts)
{
    /// <summary>How an account is tied to a person at the provider: by HSA-id when the provider gives it, otherwise by the provider's own id.</summary>
    public string SubjectOf(string id) => Claims.HsaId is null ? Account.SubjectAt(Authority.ToString().TrimEnd('/'), id) : Account.SubjectOfHsaId(id);
}

/// <summary>The names that the provider gives what is told of a person.</summary>
/// <param name="HsaId">When named, accounts are tied to it and a sign-in without it is refused.</param>
public sealed record ClaimNames(string Subject, string Name, string? Email, string? HsaId, string? Organisation)
{
    public static ClaimNames Default { get; } = new("sub", "name", "email", null, null);
}

/// <summary>Where a secret lies: in a file or in a variable of the process.</summary>
public sealed record SecretPlace(string? File, string? Environment)
{
    /// <summary>The secret; nothing when it is not there or is empty.</summary>
    public string? Read()
    {
        try
        {
            var secret = (File is null ? System.Environment.GetEnvironmentVariable(Environment!) : System.IO.File.ReadAllText(File))?.Trim();
            return string.IsNullOrEmpty(secret) ? null : secret;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
