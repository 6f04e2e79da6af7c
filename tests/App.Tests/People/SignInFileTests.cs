using System.Text;
using NJsonSchema;
using Styrkedja.Tests;

namespace Styrkedja.App.People;

public sealed class SignInFileTests
{
    private const string Whole = """
        {
          "public-address": "https://styrning.example.se",
          "provider": {
            "name": "Regionens inloggning",
            "authority": "https://idp.example.se",
            "client-id": "styrkedja",
            "scopes": ["openid", "profile"],
            "claims": {"subject": "sub", "name": "name", "email": "mail", "hsa-id": "employeeHsaId", "organisation": "organizationIdentifier"},
            "levels": {"http://id.sambi.se/loa/loa3": 3},
            "required-level": 3,
            "organisations": ["SE2321000115"],
            "user-info": true,
            "open-accounts": false
          },
          "local-accounts": true,
          "session": {"idle-minutes": 20, "absolute-hours": 8}
        }
        """;

    [Fact]
    public void Without_a_file_there_are_local_accounts_and_no_provider()
    {
        using var folder = new TemporaryRegion();

        Assert.Equal(SignInSettings.Default, SignInFile.Of(folder.Folder).Settings);
    }

    [Fact]
    public void Every_field_is_read()
    {
        var settings = Read(Whole).Settings!;

        Assert.Equal((20.0, 8.0), (settings.Session.Idle.TotalMinutes, settings.Session.Absolute.TotalHours));
        Assert.Equal(new ClaimNames("sub", "name", "mail", "employeeHsaId", "organizationIdentifier"), settings.Provider!.Claims);
        Assert.Equal("hsa:SE1", settings.Provider.SubjectOf("SE1"));
        Assert.Equal("https://idp.example.se 17", (settings.Provider with { Claims = ClaimNames.Default }).SubjectOf("17"));
        Assert.True(settings.Provider.ReadsUserInfo && !settings.Provider.OpensAccounts);
    }

    [Fact]
    public void Every_fault_is_told_at_once_each_at_its_line()
    {
        var told = Read("""
            {
              "public-address": "http://styrning.example.se",
              "provider": {
                "name": "",
                "authority": "https://idp.example.se/?x=1",
                "client-secret": "hemligt-ord",
                "scopes": ["profile"],
                "levels": {"a": 5},
                "organisations": ["SE1"],
                "colour": "blue"
              },
              "local-accounts": "yes",
              "session": {"idle-minutes": 600, "absolute-hours": 2},
              "session": {}
            }
            """).Faults.Select(f => $"{f.Place.Line} {f.Code}").ToList();

        Assert.Equivalent(
            new[] { "2 sign-in.address", "3 sign-in.missing", "4 sign-in.kind-text", "5 sign-in.address", "6 sign-in.secret-inline", "7 sign-in.scope-openid", "8 sign-in.number", "9 sign-in.organisation-claim", "10 sign-in.unknown-field", "12 sign-in.kind-yes-or-no", "13 sign-in.idle-longer", "14 sign-in.twice" },
            told);
    }

    [Theory]
    [InlineData("{", "sign-in.json")]
    [InlineData("[]", "sign-in.kind-mapping")]
    [InlineData("{} {}", "sign-in.json")]
    [InlineData("""{"local-accounts": false}""", "sign-in.no-way-in")]
    [InlineData("""{"public-address": "https://example.se/styrning"}""", "sign-in.public-path")]
    [InlineData("""{"provider": {"name": "a", "authority": "https://a.se", "client-id": "b", "client-secret": {"file": "a", "environment": "b"}}}""", "sign-in.secret-place")]
    [InlineData("""{"provider": {"name": "a", "authority": "https://a.se", "client-id": "b", "client-secret": {"environment": "STYRKEDJA_NOT_THERE"}}}""", "sign-in.secret-unreadable")]
    [InlineData("""{"provider": {"name": "a", "authority": "https://a.se", "client-id": "b", "levels": {}}}""", "sign-in.no-levels")]
    [InlineData("""{"provider": {"name": "a", "authority": "https://a.se", "client-id": "b", "levels": {"x": 2}, "required-level": 3}}""", "sign-in.level-unreachable")]
    [InlineData("""{"provider": {"name": "a", "authority": "https://a.se", "client-id": "b", "scopes": "openid"}}""", "sign-in.kind-list")]
    public void A_fault_has_its_code(string json, string code) => Assert.Contains(code, Read(json).Faults.Select(f => f.Code));

    [Fact]
    public void A_secret_that_stands_in_the_file_is_not_told_on()
    {
        var fault = Assert.Single(Read("""{"provider": {"name": "a", "authority": "https://a.se", "client-id": "b", "client-secret": "hemligt-ord"}}""").Faults);

        Assert.DoesNotContain("hemligt-ord", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_published_schema_takes_what_the_program_takes_and_the_example_on_its_page()
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(BuiltRegion.Repository, "docs", "format", "sign-in.schema.json"), TestContext.Current.CancellationToken);
        var page = await File.ReadAllTextAsync(Path.Combine(BuiltRegion.Repository, "docs", "format", "sign-in.md"), TestContext.Current.CancellationToken);
        var example = page.Split("```json\n")[1].Split("```")[0];

        Assert.Empty(schema.Validate(Whole));
        Assert.Empty(schema.Validate(example));
        Assert.DoesNotContain(Read(example).Faults, f => f.Code != "sign-in.secret-unreadable");
        Assert.NotEmpty(schema.Validate("""{"colour": 1}"""));
        Assert.NotEmpty(schema.Validate("""{"provider": {"name": "a"}}"""));
    }

    private static SignInFile Read(string json) => SignInFile.Read(Encoding.UTF8.GetBytes(json), "sign-in.json");
}
