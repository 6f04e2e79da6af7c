using Styrkedja.Store.People;

namespace Styrkedja.App.People;

public sealed class AccountKeepingTests : IDisposable
{
    private readonly TemporaryRegion _region = new();
    private readonly PeopleFile _people;
    private readonly AccountKeeping _keeping;

    public AccountKeepingTests()
    {
        _people = PeopleFile.Open(_region.Folder);
        _keeping = new(_people, SignInSettings.Default, TimeProvider.System);
    }

    public void Dispose()
    {
        _people.Dispose();
        _region.Dispose();
    }

    [Fact]
    public void All_that_is_wrong_with_a_new_account_is_told_and_none_is_opened()
    {
        _keeping.Open(new("A", null, "h-0000000001", null));

        Assert.Equal(["accounts.wrong.name", "accounts.wrong.email", "accounts.wrong.holder", "accounts.wrong.no-provider"], _keeping.Open(new(" ", "inte en adress", "h å", "SE1")).Wrong);
        Assert.Equal(["accounts.wrong.holder-taken"], _keeping.Open(new("B", null, "h-0000000001", null)).Wrong);
        Assert.Single(_people.Accounts.All());
    }

    [Fact]
    public void The_code_on_the_console_makes_the_first_administrator_until_one_has_a_passkey()
    {
        var first = _keeping.FirstAdministratorCode("Administratör")!;
        var again = _keeping.FirstAdministratorCode("Administratör")!;
        Assert.Null(_keeping.UseCode(first));
        Assert.Single(_people.Accounts.All());
        Assert.Empty(_people.Accounts.Administrators());

        var account = _keeping.UseCode(again)!;
        Assert.True(account.Administrator);
        Assert.Null(_keeping.UseCode(again));

        var spare = _keeping.FirstAdministratorCode("Administratör")!;
        _people.Passkeys.Put(account.Id, new([1], [2], null, DateTimeOffset.UtcNow, 0, null, true, false, false, [3], [4]));
        Assert.Null(_keeping.FirstAdministratorCode("Administratör"));
        Assert.Null(_keeping.UseCode(spare));
    }

    [Fact]
    public void The_last_administrator_cannot_be_taken_away()
    {
        var only = _keeping.UseCode(_keeping.FirstAdministratorCode("Administratör")!)!;
        Assert.Equal("accounts.wrong.last-administrator", _keeping.Close(only));
        Assert.Equal("accounts.wrong.last-administrator", _keeping.Erase(only));
        Assert.Equal("accounts.wrong.last-administrator", _keeping.SetAdministrator(only, false));

        Assert.Null(_keeping.SetAdministrator(_keeping.Open(new("B", null, null, null)).Account!, true));
        Assert.Null(_keeping.Close(only));
        Assert.Equal("accounts.wrong.cannot-administer", _keeping.SetAdministrator(_people.Accounts.Find(only.Id)!, true));
    }

    [Fact]
    public void A_code_is_no_way_in_where_local_accounts_are_off_or_the_account_is_closed()
    {
        var account = _keeping.Open(new("A", null, null, null)).Account!;
        var code = _keeping.IssueCode(account)!;
        Assert.Null(new AccountKeeping(_people, SignInSettings.Default with { LocalAccounts = false }, TimeProvider.System).UseCode(code));

        _keeping.Open(new("B", null, null, null));
        _keeping.Close(account);
        Assert.Null(_keeping.IssueCode(_people.Accounts.Find(account.Id)!));
    }

    [Fact]
    public void An_account_is_tied_to_a_holder_that_no_other_has()
    {
        var (one, other) = (_keeping.Open(new("A", null, null, null)).Account!, _keeping.Open(new("B", null, "h-0000000002", null)).Account!);

        Assert.Null(_keeping.TieTo(one, " h-0000000001 "));
        Assert.Equal("accounts.wrong.holder-taken", _keeping.TieTo(one, other.Holder));
        Assert.Equal("accounts.wrong.holder", _keeping.TieTo(one, ""));
        Assert.Equal("h-0000000001", _people.Accounts.Find(one.Id)!.Holder);
    }

    [Fact]
    public void Someone_unknown_gets_an_account_only_by_the_feed_or_where_the_settings_say_so()
    {
        Assert.Null(_keeping.OpenAtFirstSignIn("hsa:SE1", "SE1", "A", null));
        _people.FeedOffices.Replace(DateTimeOffset.UtcNow, [new("SE1", "Chef", null, null, "U", new(2020, 1, 1), new(2020, 12, 31)), new("SE2", "Chef", null, null, "U", new(2020, 1, 1), null)]);
        Assert.Null(_keeping.OpenAtFirstSignIn("hsa:SE1", "SE1", "A", null));
        Assert.NotNull(_keeping.OpenAtFirstSignIn("hsa:SE2", "SE2", "B", null));
    }
}
