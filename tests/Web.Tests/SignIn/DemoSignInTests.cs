using System.Net;
using System.Text.RegularExpressions;
using Styrkedja.App.Archive;

namespace Styrkedja.Web.Tests.SignIn;

/// <summary>The made-up people of the demo: one press where the demo is run, and nowhere else.</summary>
public sealed class DemoSignInTests(ServedHalland halland)
{
    private const string Holder = "h-d000000001";

    [Fact]
    public async Task In_the_demo_one_press_signs_in_and_every_page_says_so()
    {
        await using var host = await SignInHost.Start(prepare: a => Demo(a, null));
        await using var browser = await halland.Browser.NewContextAsync(new() { JavaScriptEnabled = false });
        var page = await browser.NewPageAsync();

        await page.GotoAsync(host.Address + "/sign-in?return=/data");
        await page.Locator(".demo-users button").ClickAsync();

        Assert.Equal(host.Address + "/data", page.Url);
        Assert.Contains("Demo: ledamot", await page.Locator(".demo-band").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_demo_people_from_another_region_opens_nothing()
    {
        await using var host = await SignInHost.Start(prepare: a => Demo(a, new string('0', 64)));

        await NothingIsOpen(host, []);
    }

    [Fact]
    public async Task A_region_with_a_public_address_has_no_demo_people()
    {
        await using var host = await SignInHost.Start("""{"public-address": "https://styrning.example.se"}""", a => Demo(a, null));

        await NothingIsOpen(host, []);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "192.0.2.1")]
    [InlineData("Forwarded", "for=192.0.2.1")]
    [InlineData("Host", "styrning.example.se")]
    public async Task A_request_that_has_been_passed_on_or_asks_for_another_name_sees_no_demo_people(string header, string value)
    {
        await using var host = await SignInHost.Start(prepare: a => Demo(a, null));

        await NothingIsOpen(host, [(header, value)]);
    }

    /// <summary>The buttons are not there, and the address answers as one that does not exist.</summary>
    private async Task NothingIsOpen(SignInHost host, IReadOnlyList<(string Name, string Value)> headers)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, host.Address + "/sign-in/code");
        Add(asked);
        using var page = await halland.Http.SendAsync(asked, TestContext.Current.CancellationToken);
        var text = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var token = Regex.Match(text, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        using var signIn = new HttpRequestMessage(HttpMethod.Get, host.Address + "/sign-in");
        Add(signIn);
        Assert.DoesNotContain("demo-users", await (await halland.Http.SendAsync(signIn, TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        using var press = new HttpRequestMessage(HttpMethod.Post, host.Address + "/sign-in/demo") { Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("holder", Holder)]) };
        Add(press);
        press.Headers.Add("Cookie", page.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));
        using var answer = await halland.Http.SendAsync(press, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));

        void Add(HttpRequestMessage request)
        {
            foreach (var (name, value) in headers)
                request.Headers.TryAddWithoutValidation(name, value);
        }
    }

    private static void Demo(RegionArchive archive, string? firstEntry)
    {
        SignInHost.Decide(archive);
        File.WriteAllText(Path.Combine(archive.Folder, "demo-people.json"), $$"""{"first-entry": "{{firstEntry ?? archive.HashAt(1)}}", "people": [{"holder": "{{Holder}}", "sv": "Demo: ledamot", "en": "Demo: member"}]}""");
    }
}
