using System.Text.Json.Nodes;
using NJsonSchema;
using Styrkedja.Formats.Oparl;

namespace Styrkedja.App.Tests.Halland;

/// <summary>Every object of Halland fulfils the schemas written from OParl 1.1, and every address in it leads somewhere.</summary>
public class OparlTests
{
    /// <summary>A public document of Halland that can be read, as data/halland/documents has it.</summary>
    private static readonly string s_readHere = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Path.Combine(HallandFiles.Folder, "documents", "rs160154-utkast.yaml"))));

    private static readonly Uri s_root = new("https://halland.example/");
    private static readonly string s_schemas = Path.Combine(HallandFiles.Folder, "..", "..", "docs", "format", "oparl");
    private static readonly OparlObjects s_halland = new(HallandFiles.StateAt(new(2017, 12, 31)), HallandFiles.Name, s_root, hash => hash == s_readHere);
    private static readonly string[] s_lists = ["bodies", "organizations", "meetings", "papers", "agenda-items", "consultations", "files", "legislative-terms", "persons", "memberships", "locations"];

    [Theory]
    [InlineData("System", 1)]
    [InlineData("Body", 1)]
    [InlineData("LegislativeTerm", 1)]
    [InlineData("Organization", 20)]
    [InlineData("Meeting", 15)]
    [InlineData("AgendaItem", 15)]
    [InlineData("Consultation", 5)]
    [InlineData("Paper", 20)]
    [InlineData("File", 6)]
    public async Task Every_object_fulfils_its_schema(string type, int atLeast)
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(s_schemas, type + ".json"), TestContext.Current.CancellationToken);
        var objects = Everything().Where(o => ((string)o["type"]!).EndsWith("/" + type, StringComparison.Ordinal)).ToList();

        Assert.True(objects.Count >= atLeast, $"Only {objects.Count} of {type}.");
        Assert.All(objects, o => Assert.Empty(schema.Validate(o.ToJsonString()).Select(f => $"{o["id"]}: {f}")));
    }

    [Theory]
    [InlineData("Meeting", """{"name": "utan id"}""")]
    [InlineData("Paper", """{"id": "https://a.example/1", "type": "https://schema.oparl.org/1.1/Paper", "created": "2017-01-01T00:00:00Z", "modified": "2017-01-01T00:00:00Z", "body": "https://a.example/b", "titel": "okänd egenskap"}""")]
    [InlineData("Organization", """{"id": "https://a.example/1", "type": "https://schema.oparl.org/1.0/Organization", "created": "2017-01-01T00:00:00Z", "modified": "2017-01-01T00:00:00Z", "meeting": "https://a.example/m"}""")]
    public async Task A_schema_refuses_what_the_specification_does_not_know(string type, string json) => Assert.NotEmpty(
        (await JsonSchema.FromFileAsync(Path.Combine(s_schemas, type + ".json"), TestContext.Current.CancellationToken)).Validate(json));

    [Fact]
    public void Every_address_within_oparl_leads_to_an_object_or_a_list()
    {
        var objects = Everything().ToList();
        var known = objects.Select(o => (string)o["id"]!).Concat(s_lists.Select(l => $"{s_root}oparl/{l}")).ToHashSet();

        var named = objects.SelectMany(Addresses).Where(a => a.StartsWith($"{s_root}oparl/", StringComparison.Ordinal)).Select(a => a.Split('?')[0]).Distinct().ToList();

        Assert.True(named.Count > 80, $"Only {named.Count} addresses were found.");
        Assert.Empty(named.Except(known));
    }

    [Fact]
    public void A_document_that_can_be_read_has_its_own_address_and_others_the_page_of_their_case()
    {
        var addresses = s_halland.List("files")!.Select(f => (string)f["accessUrl"]!).ToList();

        Assert.Single(addresses, $"{s_root}documents/{s_readHere}");
        Assert.All(addresses.Where(a => !a.EndsWith(s_readHere, StringComparison.Ordinal)), a => Assert.StartsWith($"{s_root}cases/", a, StringComparison.Ordinal));
    }

    [Fact]
    public void No_two_objects_of_the_lists_have_the_same_address() =>
        Assert.Empty(s_lists.SelectMany(l => s_halland.List(l)!).GroupBy(o => (string)o["id"]!).Where(g => g.Count() > 1).Select(g => g.Key));

    [Fact]
    public void What_is_secret_shows_its_paragraph_and_nothing_else()
    {
        var all = string.Join('\n', Everything().Select(o => o.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })));

        Assert.Contains("Sekretess enligt OSL 19 kap. 3 §", all, StringComparison.Ordinal);
        Assert.DoesNotContain("Tvist om ett enskilt vårdavtal", all, StringComparison.Ordinal);
        Assert.DoesNotContain("Brev från motparten", all, StringComparison.Ordinal);
        Assert.DoesNotContain("Anbudsvärdering", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_follow_each_other_and_hold_every_object_once()
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(s_schemas, "List.json"), TestContext.Current.CancellationToken);
        var address = new Uri(s_root, "oparl/papers?elementsPerPage=7");
        var seen = new List<string>();
        JsonObject? page;
        var number = 1;
        do
        {
            page = OparlPage.Of(s_halland.Papers(), new(null, null, null, null, 7), address, number++);
            Assert.NotNull(page);
            Assert.Empty(schema.Validate(page.ToJsonString()));
            seen.AddRange(page["data"]!.AsArray().Select(o => (string)o!["id"]!));
        }
        while (page["links"]!["next"] is not null);

        Assert.Equal(s_halland.Papers().Select(o => (string)o["id"]!), seen);
        Assert.Equal($"{s_root}oparl/papers?elementsPerPage=7&page=1", (string)page["links"]!["first"]!);
        Assert.Null(OparlPage.Of(s_halland.Papers(), new(null, null, null, null, 7), address, number));
    }

    [Theory]
    [InlineData("2017-08-30T00:00:00Z", "2017-08-30T23:59:59Z", "RS179001", false)]
    [InlineData("2017-12-13T00:00:00Z", null, "RS179001", true)]
    public void A_filter_of_change_finds_what_changed(string since, string? until, string paper, bool found)
    {
        var filter = new OparlFilter(null, null, DateTimeOffset.Parse(since, null), until is null ? null : DateTimeOffset.Parse(until, null));

        Assert.Equal(found, s_halland.Papers().Where(filter.Lets).Any(p => (string)p["reference"]! == paper));
    }

    /// <summary>The objects of all lists, and those embedded in them.</summary>
    private static IEnumerable<JsonObject> Everything() => s_lists.SelectMany(l => s_halland.List(l)!).Append(s_halland.System()).SelectMany(WithEmbedded);

    private static IEnumerable<JsonObject> WithEmbedded(JsonObject of) =>
        of.SelectMany(p => p.Value switch { JsonArray items => items.OfType<JsonObject>(), JsonObject one => [one], _ => [] }).SelectMany(WithEmbedded).Prepend(of);

    private static IEnumerable<string> Addresses(JsonObject of) =>
        of.SelectMany(p => p.Value switch { JsonArray items => items.OfType<JsonValue>(), JsonValue one => [one], _ => [] })
            .Select(v => v.TryGetValue<string>(out var text) ? text : "").Where(t => t.StartsWith(s_root.AbsoluteUri, StringComparison.Ordinal));
}
