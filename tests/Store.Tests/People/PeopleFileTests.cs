using System.Text;

namespace Styrkedja.Store.People;

public sealed class PeopleFileTests : IDisposable
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 27, 9, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();
    private readonly PeopleFile _people;

    public PeopleFileTests() => _people = PeopleFile.Open(_folder.Path);

    public void Dispose()
    {
        _people.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Only_the_owner_may_read_the_file_and_what_lies_beside_it()
    {
        Open("Demo: controller");

        Assert.All(Directory.EnumerateFiles(_folder.Path, "people.sqlite*"), file =>
            Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite), file));
        Assert.True(Directory.EnumerateFiles(_folder.Path, "people.sqlite*").Count() > 1);
    }

    [Fact]
    public void A_holder_and_a_person_at_the_provider_have_one_account()
    {
        var first = _people.Accounts.Open("A", null, "h-0000000001", "hsa:SE1", AccountKind.Provider, s_now)!;

        Assert.Null(_people.Accounts.Open("B", null, "h-0000000001", null, AccountKind.Local, s_now));
        Assert.Null(_people.Accounts.Open("B", null, null, "hsa:SE1", AccountKind.Provider, s_now));
        Assert.Equal(first, _people.Accounts.OfSubject("hsa:SE1"));
        Assert.Equal(first, _people.Accounts.OfHolder("h-0000000001"));
        Assert.Matches("^h-[0-9a-f]{10}$", Open("C").Holder);
    }

    [Theory]
    [InlineData("hsa:SE2321000115-1001", "SE2321000115-1001")]
    [InlineData("https://idp.example.se 12 34", "12 34")]
    public void The_feed_knows_a_person_by_the_id_without_who_gave_it(string subject, string person) =>
        Assert.Equal(person, _people.Accounts.Open("A", null, null, subject, AccountKind.Provider, s_now)!.PersonKey);

    [Fact]
    public void Erasing_leaves_the_holder_and_not_one_byte_that_tells_who_it_was()
    {
        const string Name = "Zebedeus Qvarnstedt";
        const string Email = "zebedeus@example.se";
        var account = _people.Accounts.Open(Name, Email, null, "hsa:SE-ZEBEDEUS-1", AccountKind.Provider, s_now)!;
        _people.Passkeys.Put(account.Id, Key(7));
        _people.Codes.Issue(account.Id, CodePurpose.SignIn, s_now, TimeSpan.FromHours(1));
        var (secret, _) = _people.Sessions.Begin(account, SignInMethod.Provider, 3, s_now, s_now, "token-of-zebedeus");
        _people.FeedOffices.Replace(s_now, [new("SE-ZEBEDEUS-1", "Chef", null, null, "HS-HLM", new(2026, 1, 1), null)]);

        _people.Accounts.Erase(account.Id, s_now);

        var left = _people.Accounts.Find(account.Id)!;
        Assert.Equal((account.Holder, "", null, null, false), (left.Holder, left.Name, left.Email, left.Subject, left.IsOpen));
        Assert.Equal(s_now, left.Erased);
        Assert.Empty(_people.Passkeys.Of(account.Id));
        Assert.Null(_people.Sessions.Find(secret));
        Assert.Empty(_people.FeedOffices.Of("SE-ZEBEDEUS-1"));
        _people.Dispose();
        foreach (var file in Directory.EnumerateFiles(_folder.Path))
        {
            var text = Encoding.Latin1.GetString(File.ReadAllBytes(file));
            Assert.DoesNotContain("zebedeus", text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Closing_an_account_ends_its_sessions_and_codes()
    {
        var account = Open("A");
        var (secret, _) = _people.Sessions.Begin(account, SignInMethod.Code, 2, s_now, s_now);
        var code = _people.Codes.Issue(account.Id, CodePurpose.SignIn, s_now, TimeSpan.FromHours(1));

        _people.Accounts.Close(account.Id, s_now);

        Assert.False(_people.Accounts.Find(account.Id)!.IsOpen);
        Assert.True(_people.Sessions.Find(secret) is { IsStale: true, Ended: not null });
        Assert.Null(_people.Codes.Use(code, CodePurpose.SignIn, s_now));
    }

    [Fact]
    public void A_code_is_good_once_for_its_purpose_and_until_its_time()
    {
        var account = Open("A");
        var late = _people.Codes.Issue(account.Id, CodePurpose.SignIn, s_now, TimeSpan.FromHours(1));
        Assert.Matches("^([A-HJ-NPR-UW-Z]{5}-){3}[A-HJ-NPR-UW-Z]{5}$", late);
        Assert.Null(_people.Codes.Use(late, CodePurpose.FirstAdministrator, s_now));
        Assert.Null(_people.Codes.Use(late, CodePurpose.SignIn, s_now.AddHours(1)));
        Assert.Equal(account.Id, _people.Codes.Use(late.ToLowerInvariant().Replace('-', ' '), CodePurpose.SignIn, s_now.AddMinutes(59)));
        Assert.Null(_people.Codes.Use(late, CodePurpose.SignIn, s_now));

        var earlier = _people.Codes.Issue(account.Id, CodePurpose.SignIn, s_now, TimeSpan.FromHours(1));
        var later = _people.Codes.Issue(account.Id, CodePurpose.SignIn, s_now, TimeSpan.FromHours(1));
        Assert.Null(_people.Codes.Use(earlier, CodePurpose.SignIn, s_now));
        Assert.Equal(account.Id, _people.Codes.Use(later, CodePurpose.SignIn, s_now));
    }

    [Fact]
    public void Neither_a_code_nor_a_session_can_be_read_out_of_the_file()
    {
        var account = Open("A");
        var code = _people.Codes.Issue(account.Id, CodePurpose.SignIn, s_now, TimeSpan.FromHours(1));
        var (secret, _) = _people.Sessions.Begin(account, SignInMethod.Code, 2, s_now, s_now);
        _people.Dispose();

        var text = string.Concat(Directory.EnumerateFiles(_folder.Path).Select(f => Encoding.Latin1.GetString(File.ReadAllBytes(f))));
        Assert.DoesNotContain(code, text, StringComparison.Ordinal);
        Assert.DoesNotContain(code.Replace("-", "", StringComparison.Ordinal), text, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        Assert.Contains(account.Holder, text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_session_goes_on_under_a_new_secret_when_its_person_shows_again_who_it_is()
    {
        var (secret, session) = _people.Sessions.Begin(Open("A"), SignInMethod.Code, 2, s_now, s_now);

        var renewed = _people.Sessions.Renew(session.Id, SignInMethod.Passkey, 3, s_now.AddMinutes(5), s_now.AddMinutes(5), null);

        Assert.Null(_people.Sessions.Find(secret));
        Assert.Equal((session.Id, SignInMethod.Passkey, 3, s_now.AddMinutes(5), s_now), (_people.Sessions.Find(renewed)!.Id, _people.Sessions.Find(renewed)!.Method, _people.Sessions.Find(renewed)!.Level, _people.Sessions.Find(renewed)!.AuthTime, _people.Sessions.Find(renewed)!.Started));
        Assert.Null(_people.Sessions.Find("not a secret"));
        Assert.Null(_people.Sessions.Find(""));
    }

    [Fact]
    public void All_sessions_but_one_are_ended_and_an_ended_one_stays_ended()
    {
        var account = Open("A");
        var (_, here) = _people.Sessions.Begin(account, SignInMethod.Code, 2, s_now, s_now, "token");
        var (elsewhere, other) = _people.Sessions.Begin(account, SignInMethod.Passkey, 3, s_now, s_now, "token");

        Assert.Equal(1, _people.Sessions.EndAll(account.Id, s_now, but: here.Id));

        Assert.Equal([here.Id], _people.Sessions.Of(account.Id).Select(s => s.Id));
        Assert.False(_people.Sessions.End(other.Id, s_now));
        Assert.True(_people.Sessions.Find(elsewhere) is { Ended: not null, IdToken: null });
    }

    [Fact]
    public void A_passkey_keeps_every_field_and_belongs_to_one_account()
    {
        var (account, other) = (Open("A"), Open("B"));
        var key = Key(1);
        Assert.True(_people.Passkeys.Put(account.Id, key));
        Assert.True(_people.Passkeys.Put(account.Id, key with { SignCount = uint.MaxValue, IsBackedUp = true }));
        Assert.False(_people.Passkeys.Put(other.Id, key));

        Assert.Equivalent(key with { SignCount = uint.MaxValue, IsBackedUp = true }, Assert.Single(_people.Passkeys.Of(account.Id)));
        Assert.Equal(account.Id, _people.Passkeys.AccountOf(key.CredentialId));
        Assert.False(_people.Passkeys.Remove(other.Id, key.CredentialId));
        Assert.True(_people.Passkeys.Remove(account.Id, key.CredentialId));
    }

    [Fact]
    public void A_newer_feed_takes_the_place_of_the_one_before_and_an_older_changes_nothing()
    {
        FeedOffice Office(string title, DateOnly? to = null) => new("SE1", title, "ENHETSCHEF", "unit-head", "HS-HLM", new(2026, 1, 1), to);
        Assert.True(_people.FeedOffices.Replace(s_now, [Office("Chef", new(2026, 6, 30)), Office("Controller")]));

        Assert.False(_people.FeedOffices.Replace(s_now.AddDays(-1), [Office("Äldre")]));
        Assert.Equal(["Chef", "Controller"], _people.FeedOffices.Of("SE1").Select(o => o.Title));
        Assert.Equal((true, false), (Office("x", new(2026, 6, 30)).HoldsOn(new(2026, 6, 30)), Office("x", new(2026, 6, 30)).HoldsOn(new(2026, 7, 1))));
        Assert.True(_people.FeedOffices.Replace(s_now.AddDays(1), [Office("Direktör")]));
        Assert.Equal([Office("Direktör")], _people.FeedOffices.Of("SE1"));
        Assert.Equal(s_now.AddDays(1), _people.FeedOffices.Made);
    }

    [Fact]
    public void Server_and_command_line_have_the_file_open_at_the_same_time()
    {
        using var other = PeopleFile.Open(_folder.Path);
        var account = Open("A");

        Assert.Equal("A", other.Accounts.Find(account.Id)!.Name);
        other.Accounts.SetAdministrator(account.Id, true);
        Assert.Equal([account.Id], _people.Accounts.Administrators().Select(a => a.Id));
    }

    private Account Open(string name) => _people.Accounts.Open(name, null, null, null, AccountKind.Local, s_now)!;

    private static Passkey Key(byte id) => new([id, 1, 2], [3, 4], "telefonen", s_now, 5, ["internal", "hybrid"], true, true, false, [6], [7, 8]);
}
