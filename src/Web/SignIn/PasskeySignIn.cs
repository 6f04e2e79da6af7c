using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Styrkedja.Store.People;

namespace Styrkedja.Web.SignIn;

/// <summary>Adding a passkey and signing in with one: a question that the browser's key answers, each good for one answer within five minutes.</summary>
internal sealed class PasskeySignIn(PeopleFile people, TimeProvider clock)
{
    private const int LongestName = 60;
    private readonly ShortMemory<Question> _asked = new(clock, TimeSpan.FromMinutes(5), 10_000);

    /// <summary>The question for adding a passkey to an account, as the browser wants it.</summary>
    public async Task<string> AskToAdd(HttpContext http, IPasskeyHandler<Account> keys, Account account)
    {
        var asked = await keys.MakeCreationOptionsAsync(new() { Id = account.Id, Name = account.Email ?? account.Name, DisplayName = account.Name }, http);
        return Json(asked.CreationOptionsJson, _asked.Keep(new(asked.AttestationState, account.Id)));
    }

    /// <summary>The question for signing in with whatever passkey the browser has for us.</summary>
    public async Task<string> AskToSignIn(HttpContext http, IPasskeyHandler<Account> keys)
    {
        var asked = await keys.MakeRequestOptionsAsync(null, http);
        return Json(asked.RequestOptionsJson, _asked.Keep(new(asked.AssertionState, null)));
    }

    /// <summary>Adds the passkey that a browser has made; false when it does not answer the question.</summary>
    public async Task<bool> Add(HttpContext http, IPasskeyHandler<Account> keys, Account account, IFormCollection form)
    {
        if (form.Field("credential") is not { } credential || _asked.Take(form.Field("question")) is not { } question || question.Account != account.Id)
            return false;
        var answer = await keys.PerformAttestationAsync(new() { HttpContext = http, CredentialJson = credential, AttestationState = question.State });
        if (!answer.Succeeded || answer.UserEntity.Id != account.Id || people.Passkeys.AccountOf(answer.Passkey.CredentialId) is not null)
            return false;
        answer.Passkey.Name = form.Field("name")?.Trim() is { Length: > 0 } name ? name[..Math.Min(name.Length, LongestName)] : null;
        return people.Passkeys.Put(account.Id, PasskeyAccounts.Key(answer.Passkey));
    }

    /// <summary>Whose passkey has answered, and whether the device knew its user; nothing when the answer is not good.</summary>
    public async Task<(Account Account, bool UserVerified)?> SignIn(HttpContext http, IPasskeyHandler<Account> keys, IFormCollection form)
    {
        if (form.Field("credential") is not { } credential || _asked.Take(form.Field("question")) is not { Account: null } question)
            return null;
        var answer = await keys.PerformAssertionAsync(new() { HttpContext = http, CredentialJson = credential, AssertionState = question.State });
        if (!answer.Succeeded || !people.Passkeys.Put(answer.User.Id, PasskeyAccounts.Key(answer.Passkey)))
            return null;
        return (answer.User, answer.Passkey.IsUserVerified);
    }

    private static string Json(string options, string name) => new StringBuilder("{\"question\":\"").Append(name).Append("\",\"options\":").Append(options).Append('}').ToString();

    /// <param name="State">What the framework must have back to check the answer; nothing when it keeps no state.</param>
    /// <param name="Account">Who is to have the passkey; absent when the question is for signing in.</param>
    private sealed record Question(string? State, string? Account);
}
