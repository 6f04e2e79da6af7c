using Microsoft.AspNetCore.Identity;
using Styrkedja.Store.People;

namespace Styrkedja.Web.SignIn;

/// <summary>Lets the framework's handling of passkeys find accounts and keys in our own tables.</summary>
/// <remarks>Accounts are opened and changed by their own verbs, each told to the audit log; the framework may not do it behind them.</remarks>
internal sealed class PasskeyAccounts(PeopleFile people) : IUserPasskeyStore<Account>
{
    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Id);

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Id);

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Id);

    public Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) => Task.FromResult(people.Accounts.Find(userId) is { IsOpen: true } account ? account : null);

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => FindByIdAsync(normalizedUserName, cancellationToken);

    public Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        if (!people.Passkeys.Put(user.Id, Key(passkey)))
            throw new InvalidOperationException("The passkey belongs to another account.");
        return Task.CompletedTask;
    }

    public Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult<IList<UserPasskeyInfo>>([.. people.Passkeys.Of(user.Id).Select(Info)]);

    public Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        people.Passkeys.AccountOf(credentialId) is { } id ? FindByIdAsync(id, cancellationToken) : Task.FromResult<Account?>(null);

    public Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        Task.FromResult(people.Passkeys.Of(user.Id).FirstOrDefault(k => k.CredentialId.AsSpan().SequenceEqual(credentialId)) is { } key ? Info(key) : null);

    public Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken)
    {
        people.Passkeys.Remove(user.Id, credentialId);
        return Task.CompletedTask;
    }

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => throw NotHere();

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) => throw NotHere();

    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) => throw NotHere();

    public Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken) => throw NotHere();

    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) => throw NotHere();

    public void Dispose()
    {
        // The file of people lives as long as the process and belongs to whoever opened it.
    }

    /// <summary>A passkey of the framework's as we keep it.</summary>
    public static Passkey Key(UserPasskeyInfo passkey) =>
        new(passkey.CredentialId, passkey.PublicKey, passkey.Name, passkey.CreatedAt, passkey.SignCount, passkey.Transports, passkey.IsUserVerified, passkey.IsBackupEligible, passkey.IsBackedUp, passkey.AttestationObject, passkey.ClientDataJson);

    private static UserPasskeyInfo Info(Passkey key) =>
        new(key.CredentialId, key.PublicKey, key.Created, key.SignCount, key.Transports?.ToArray(), key.IsUserVerified, key.IsBackupEligible, key.IsBackedUp, key.AttestationObject, key.ClientDataJson) { Name = key.Name };

    private static NotSupportedException NotHere() => new("Accounts are opened and changed by the care of accounts, not by the framework.");
}
