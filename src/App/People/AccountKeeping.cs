using Styrkedja.Store.People;

namespace Styrkedja.App.People;

/// <summary>What is said of someone who is to have an account.</summary>
/// <param name="Holder">The opaque id that appointments name; absent to have one made.</param>
/// <param name="Person">HSA-id, or the id at the identity provider; absent for someone who signs in with passkeys.</param>
public sealed record NewAccount(string? Name, string? Email, string? Holder, string? Person);

/// <summary>The account that came of it, or everything that stood in the way, as keys of sentences.</summary>
public sealed record AccountAnswer(Account? Account, IReadOnlyList<string> Wrong);

/// <summary>The care of accounts: opening, tying to a holder, codes, administrators, closing and erasing.</summary>
/// <remarks>Nobody can take away the last administrator; then no one could open an account but on the console.</remarks>
public sealed class AccountKeeping(PeopleFile people, SignInSettings settings, TimeProvider clock)
{
    private const int LongestText = 200;

    /// <summary>How long a code is good that someone who looks after accounts has asked for.</summary>
    public static readonly TimeSpan CodeIsGood = TimeSpan.FromHours(24);

    /// <summary>How long the code of the first administrator is good.</summary>
    public static readonly TimeSpan FirstCodeIsGood = TimeSpan.FromHours(1);

    private DateTimeOffset Now => clock.GetUtcNow();

    public AccountAnswer Open(NewAccount wanted)
    {
        var (name, email, holder, person) = (Trimmed(wanted.Name), Trimmed(wanted.Email), Trimmed(wanted.Holder), Trimmed(wanted.Person));
        var wrong = new List<string>();
        if (name is null || name.Length > LongestText)
            wrong.Add("accounts.wrong.name");
        if (email is not null && (email.Length > LongestText || email.IndexOf('@', StringComparison.Ordinal) is < 1 || email.Any(char.IsWhiteSpace)))
            wrong.Add("accounts.wrong.email");
        if (holder is not null && !IsHolder(holder))
            wrong.Add("accounts.wrong.holder");
        else if (holder is not null && people.Accounts.OfHolder(holder) is not null)
            wrong.Add("accounts.wrong.holder-taken");
        if (person is not null && settings.Provider is null)
            wrong.Add("accounts.wrong.no-provider");
        if (person is not null && (person.Length > LongestText || person.Any(char.IsWhiteSpace)))
            wrong.Add("accounts.wrong.person");
        var subject = person is null ? null : settings.Provider?.SubjectOf(person);
        if (subject is not null && people.Accounts.OfSubject(subject) is not null)
            wrong.Add("accounts.wrong.person-taken");
        if (wrong.Count > 0)
            return new(null, wrong);
        // Someone else may have taken the holder or the person since they were looked for.
        var opened = people.Accounts.Open(name!, email, holder, subject, subject is null ? AccountKind.Local : AccountKind.Provider, Now);
        return new(opened, opened is null ? ["accounts.wrong.holder-taken"] : []);
    }

    /// <summary>Opens the account of someone whom the provider has let in, when the feed knows the person or unknown people are let in.</summary>
    public Account? OpenAtFirstSignIn(string subject, string person, string name, string? email)
    {
        var today = DateOnly.FromDateTime(Now.UtcDateTime);
        return settings.Provider?.OpensAccounts == true || people.FeedOffices.Of(person).Any(o => o.HoldsOn(today))
            ? people.Accounts.Open(name, email, null, subject, AccountKind.Provider, Now)
            : null;
    }

    /// <summary>A one-time code for signing in; nothing when local accounts are off or the account cannot use one.</summary>
    public string? IssueCode(Account account) =>
        settings.LocalAccounts && account is { IsOpen: true, Kind: AccountKind.Local } ? people.Codes.Issue(account.Id, CodePurpose.SignIn, Now, CodeIsGood) : null;

    /// <summary>The code by which the first administrator signs in; nothing when there is an administrator with a passkey.</summary>
    /// <param name="name">What the account is called when one has to be opened.</param>
    public string? FirstAdministratorCode(string name)
    {
        if (HasAdministratorWithPasskey)
            return null;
        var account = people.Accounts.All().FirstOrDefault(a => a is { IsOpen: true, Kind: AccountKind.Local } && (a.Administrator || people.Codes.IsIssued(a.Id, CodePurpose.FirstAdministrator)))
            ?? people.Accounts.Open(name, null, null, null, AccountKind.Local, Now)!;
        return people.Codes.Issue(account.Id, CodePurpose.FirstAdministrator, Now, FirstCodeIsGood);
    }

    /// <summary>Uses a one-time code up: whose it was; nothing when it is not good.</summary>
    public Account? UseCode(string code)
    {
        if (people.Codes.Use(code, CodePurpose.SignIn, Now) is { } id)
            return settings.LocalAccounts && people.Accounts.Find(id) is { IsOpen: true } account ? account : null;
        if (people.Codes.Use(code, CodePurpose.FirstAdministrator, Now) is not { } first || HasAdministratorWithPasskey || people.Accounts.Find(first) is not { IsOpen: true })
            return null;
        people.Accounts.SetAdministrator(first, true);
        return people.Accounts.Find(first);
    }

    /// <summary>Ties an account to the holder whom appointments name; the key of what stands in the way, or nothing.</summary>
    public string? TieTo(Account account, string? holder) => Trimmed(holder) is not { } id || !IsHolder(id) ? "accounts.wrong.holder"
        : people.Accounts.TieTo(account.Id, id) ? null : "accounts.wrong.holder-taken";

    public string? SetAdministrator(Account account, bool administrator)
    {
        if (administrator && account is not { IsOpen: true, Kind: not AccountKind.Demo })
            return "accounts.wrong.cannot-administer";
        if (!administrator && IsLastAdministrator(account))
            return "accounts.wrong.last-administrator";
        people.Accounts.SetAdministrator(account.Id, administrator);
        return null;
    }

    public string? Close(Account account)
    {
        if (IsLastAdministrator(account))
            return "accounts.wrong.last-administrator";
        people.Accounts.Close(account.Id, Now);
        return null;
    }

    public string? Erase(Account account)
    {
        if (IsLastAdministrator(account))
            return "accounts.wrong.last-administrator";
        people.Accounts.Erase(account.Id, Now);
        return null;
    }

    private bool HasAdministratorWithPasskey => people.Accounts.Administrators().Any(a => people.Passkeys.Of(a.Id).Count > 0);

    private bool IsLastAdministrator(Account account) => people.Accounts.Administrators() is [var only] && only.Id == account.Id;

    private static bool IsHolder(string text) => text.Length <= 64 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && text[0] != '-';

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
