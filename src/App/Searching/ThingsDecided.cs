using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Formats.Decisions;
using Styrkedja.Provenance;
using Styrkedja.Region;
using Styrkedja.Store.Search;

namespace Styrkedja.App.Searching;

/// <summary>What an entry of the journal gives to search for: the decision itself, and what it establishes, adopts or opens.</summary>
/// <remarks>A new kind of thing is an arm in <see cref="ThingOf"/>, a text search.kind.KIND, and a place in <see cref="SearchKinds"/>. An act without an arm that has an id and a name
/// becomes a thing all the same, named after the act: open-case gives a case.</remarks>
public static class ThingsDecided
{
    private const int MostText = 20_000;

    public static EntryThings Of(Entry entry) => entry is DecisionEntry { Decision: var decision }
        ? new(
            entry.Position,
            [OfDecision(decision), .. decision.Acts.Select(act => ThingOf(act, decision)).OfType<SearchableThing>()],
            [.. decision.Acts.OfType<Dissolve>().Select(act => new ThingEnded(act.Id, act.LastDay))])
        : new(entry.Position, [], []);

    private static SearchableThing OfDecision(Decision decision)
    {
        var paragraph = decision.Paragraph is { } number ? [$"§ {number.TrimStart('§', ' ')}"] : (string[])[];
        var text = string.Join(" · ", paragraph.Concat(decision.Acts.SelectMany(ActWords.Of)).Distinct(StringComparer.Ordinal));
        return new("decision", decision.Id, PageOf(decision), decision.Title, text.Length > MostText ? text[..MostText] : text)
        {
            Keys = decision.Diary is { } diary ? [diary] : [],
            Who = decision.Body,
            Date = decision.Date,
            Illustrative = decision.Illustrative,
        };
    }

    private static SearchableThing? ThingOf(Act act, Decision by)
    {
        return act switch
        {
            EstablishBody a => Thing("body", a.Id, Part(a.Id), a.Name, a.Field, a.Valid),
            EstablishAdministration a => Thing("administration", a.Id, Part(a.Id), a.Name, a.HeadOffice is { } head ? new(head) : null, a.Valid),
            EstablishUnit a => Thing("unit", a.Id, Part(a.Id), a.Name, null, a.Valid),
            EstablishOffice a => Thing("office", a.Id, Part(a.In), a.Name, null, a.Valid),
            AdoptVision a => Thing("vision", a.Id, PageOf(by), a.Text, null, a.Valid),
            AdoptStrategy a => Thing("strategy", a.Id, PageOf(by), a.Name, null, a.Valid),
            AdoptGoal a => Thing("goal", a.Id, "/goals/" + Escaped(a.Id), a.Text ?? new(a.Id), a.Owner is { } owner ? new(owner) : null, a.Valid),
            AdoptSubGoal a => Thing("sub-goal", a.Id, $"/goals/{Escaped(a.Goal)}?year={a.Year}#sub-goals", a.Text, new(a.Owner), Year(a.Year)),
            AdoptIndicator a => Thing("indicator", a.Id, PageOf(by), a.Name, null, null),
            AuthoriseProvider a => Thing("provider", a.Id, "/care", a.Name, a.Care, a.Valid),
            AdoptProgramme a => Thing("programme", a.Id, "/development", a.Name, new(string.Join(" · ", a.Goals.SelectMany(g => g.Choices.Select(c => c.Name).Prepend(g.Name)).Select(n => n.Sv))), a.Valid),
            JoinPartner a => Thing("partner", a.Id, "/development", a.Name, null, a.Valid),
            OpenRound { Kind: RoundKind.AnnualReport } a => Thing("report", a.Id, $"/reports/annual/{a.Period.From.Year}", a.Name, null, null),
            OpenRound a => Thing("report", a.Id, $"/follow-up?period={a.Period}", a.Name, null, null),
            AdoptGoalArea or OpenCostCentres or AdoptChart or AdoptCounterparties or AdoptActivities => null,
            _ => OfAnyAct(act, by),
        };

        SearchableThing Thing(string kind, string id, string address, Bilingual title, Bilingual? text, Validity? valid) =>
            new(kind, id, address, title, text is null ? "" : text.En is { } english ? text.Sv + " · " + english : text.Sv)
            {
                Who = by.Body,
                Date = by.Date,
                Valid = valid,
                Illustrative = act.Illustrative,
            };
    }

    /// <summary>An act that no arm knows, when it has an id and a name of its own.</summary>
    private static SearchableThing? OfAnyAct(Act act, Decision by)
    {
        if (ActWords.Value(act, "Id") is not string id || Title() is not { } title)
            return null;
        var name = ActForms.NameOf(act);
        return new(name[(name.IndexOf('-', StringComparison.Ordinal) + 1)..], id, PageOf(by), title, string.Join(" · ", ActWords.Of(act).Where(text => text != id && text != title.Sv && text != title.En)))
        {
            Keys = [.. new[] { "Diary", "DiaryNumber" }.Select(property => ActWords.Value(act, property)).OfType<string>()],
            Who = by.Body,
            Date = by.Date,
            Valid = ActWords.Value(act, "Valid") as Validity?,
            Illustrative = act.Illustrative,
        };

        Bilingual? Title() => new[] { "Title", "Name", "Text" }.Select(property => ActWords.Value(act, property)).Select(value => value as Bilingual ?? (value is string text ? new(text) : null)).FirstOrDefault(t => t is not null);
    }

    private static string PageOf(Decision decision) => "/decisions/" + Escaped(decision.Id);

    private static string Part(string id) => "/organisation/" + Escaped(id);

    private static Validity Year(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    private static string Escaped(string id) => Uri.EscapeDataString(id);
}
