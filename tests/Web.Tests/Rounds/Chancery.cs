using System.Net;
using Styrkedja.App.Deciding;
using Styrkedja.Decisions;
using Styrkedja.Formats.Decisions;
using Styrkedja.Goals;
using Styrkedja.Provenance;
using Styrkedja.Web.Tests.Gate;

namespace Styrkedja.Web.Tests.Rounds;

/// <summary>The secretaries and chairs of all bodies that report, at one desk when their turn comes: each signs in anew.</summary>
internal sealed class Chancery : IAsyncDisposable
{
    private readonly HallandInProcess _halland;
    private readonly Desk _desk;

    private Chancery(HallandInProcess halland, Desk desk) => (_halland, _desk) = (halland, desk);

    /// <summary>Each body that reports, the auditors and the assembly get a chair and a secretary on a day, by decisions.</summary>
    public static async Task<Chancery> Appointed(HallandInProcess halland, ServedHalland served, DateOnly day)
    {
        var state = halland.Archive.StateAt(new(day, halland.Archive.Head().Position));
        var bodies = state.Organisation.Bodies
            .Where(b => b.BodyKind is BodyKind.RegionalAssembly or BodyKind.RegionalExecutiveBoard or BodyKind.OperatingCommittee or BodyKind.LocalCommittee or BodyKind.JointCommittee or BodyKind.Auditors)
            .Select(b => b.Id).ToList();
        var text = string.Join("---\n", [Decided("RF", bodies, "ORDF", "chair", day), Decided("RS", ["RF", "RS", "REV"], "SEKR", "secretary", day), .. bodies.Where(b => b is not ("RF" or "RS" or "REV")).Select(b => Decided(b, [b], "SEKR", "secretary", day))]);
        var file = DecisionFile.Read(text, "befattningar.yaml");
        Assert.Empty(file.Faults);
        Assert.False(new RecordDecisions(halland.Archive).Record(file.Decisions, [], halland.Clock.Now, check: false).Refused);
        return new(halland, await Desk.At(halland, served.Browser, null, scripts: false));
    }

    private static string Decided(string by, IEnumerable<string> bodies, string word, string function, DateOnly day) =>
        $"""
        decision: {by}-{word}-CYKEL
        body: {by}
        date: {day:yyyy-MM-dd}
        title: Befattningar
        illustrative: true
        acts:
        {string.Concat(bodies.Select(b => $"""
          - establish-office: {"{"}id: {b}-{word}-C, in: {b}, function: {function}, valid: {day:yyyy-MM-dd}.., name: {b} {word}{"}"}
          - appoint: {"{"}office: {b}-{word}-C, holder: {Holder(b, word)}, valid: {day:yyyy-MM-dd}..{"}"}

        """))}
        """;

    private static string Holder(string body, string word) => $"{word}-{body}".ToLowerInvariant();

    public Task<Desk> Secretary(string body) => Seated(Holder(body, "SEKR"));

    public Task<Desk> Chair(string body) => Seated(Holder(body, "ORDF"));

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    private async Task<Desk> Seated(string holder)
    {
        await _desk.Browser.ClearCookiesAsync();
        await _desk.SignIn(holder);
        return _desk;
    }

    /// <summary>The secretary of a body records one act of it on a day, by the form.</summary>
    public async Task<(HttpStatusCode Status, string Text)> Records(DateOnly day, string body, string act, string title, params (string Box, string Value)[] filled)
    {
        TurnTo(day);
        var secretary = await Secretary(body);
        await secretary.Go($"/drafts/new?body={body}&act={act}");
        await secretary.Fill([("title", title), .. filled]);
        return (await secretary.Press("record"), await secretary.Text());
    }

    /// <summary>The clock goes on to three in the afternoon of a day.</summary>
    public void TurnTo(DateOnly day) => _halland.Clock.Now = new(day.ToDateTime(new(13, 0)), TimeSpan.Zero);

    /// <summary>The secretary of a body answers all that a round asks of it, and the chair approves each answer; how many they were.</summary>
    /// <param name="fulfilments">What is said of the sub-goals; partly of those not named.</param>
    public async Task<int> Answers(string body, string round, IReadOnlyDictionary<string, GoalFulfilment> fulfilments)
    {
        var secretary = await Secretary(body);
        Assert.Equal(HttpStatusCode.OK, await secretary.Go($"/follow-up/rounds/{round}"));
        var asked = await Links(secretary, $"[id='{body}'] a.more");
        foreach (var link in asked)
        {
            await secretary.Go(link);
            var subject = await secretary.Page.Locator("form.draft-form [name='f.subject']").InputValueAsync();
            await secretary.Fill(subject == body ? [("forecast", "-1,5 mnkr"), ("text", "Kostnaden för inhyrd personal är högre än väntat.")]
                : [("fulfilment", KeyWord.Of(fulfilments.GetValueOrDefault(subject, GoalFulfilment.Partly))), ("text", "Arbetet går enligt planen i de flesta enheter.")]);
            Assert.Equal(HttpStatusCode.OK, await secretary.Press("submit"));
        }

        var chair = await Chair(body);
        await chair.Go("/my-work");
        var approved = 0;
        foreach (var draft in await Links(chair, "main a[href^='/drafts/']:not([href*='new'])"))
        {
            await chair.Go(draft);
            // A draft of something else may lie there too.
            if (await chair.Page.Locator("button[value='approve']").CountAsync() == 0)
                continue;
            Assert.Equal(HttpStatusCode.OK, await chair.Press("approve"));
            approved++;
        }

        Assert.Equal(asked.Count, approved);
        return approved;
    }

    /// <summary>Those asked in a round, by what its page says.</summary>
    public async Task<IReadOnlyList<string>> Asked(string round)
    {
        var secretary = await Secretary("RS");
        await secretary.Go($"/follow-up/rounds/{round}");
        return await secretary.Page.Locator("section.round-asked").EvaluateAllAsync<string[]>("all => all.map(one => one.id)");
    }

    private static async Task<IReadOnlyList<string>> Links(Desk desk, string found) =>
        [.. (await desk.Page.Locator(found).EvaluateAllAsync<string[]>("all => all.map(one => one.getAttribute('href'))")).Distinct(StringComparer.Ordinal)];
}
