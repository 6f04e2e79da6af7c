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

    /// <param name="secretCases">Cases whose title is kept from the public; nothing said in them is searched but their numbers.</param>
    public static EntryThings Of(Entry entry, IReadOnlySet<string> secretCases) => entry is DecisionEntry { Decision: var decision }
        ? new(
            entry.Position,
            [OfDecision(decision, secretCases), .. decision.Acts.Where(act => !IsSecret(act, secretCases)).Select(act => ThingOf(act, decision)).OfType<SearchableThing>()],
            [.. decision.Acts.OfType<Dissolve>().Select(act => new ThingEnded(act.Id, act.LastDay))])
        : new(entry.Position, [], []);

    /// <summary>The cases that a decision opens as secret.</summary>
    public static IEnumerable<string> SecretCases(Entry entry) =>
        entry is DecisionEntry { Decision: var decision } ? decision.Acts.OfType<OpenCase>().Where(c => c.Secrecy is not null).Select(c => c.Id) : [];

    private static bool IsSecret(Act act, IReadOnlySet<string> secretCases) => act switch
    {
        OpenCase a => a.Secrecy is not null,
        FileDocument a => a.Secrecy is not null || secretCases.Contains(a.Case),
        WriteMemo a => secretCases.Contains(a.Case),
        AnswerSuggestion a => secretCases.Contains(a.Case),
        PutProposal a => secretCases.Contains(a.Case),
        SendCase a => secretCases.Contains(a.Case),
        ReferBack a => secretCases.Contains(a.Case),
        CallMeeting a => a.Agenda.Any(item => item.Case is { } id && secretCases.Contains(id)),
        _ => false,
    };

    private static SearchableThing OfDecision(Decision decision, IReadOnlySet<string> secretCases)
    {
        var paragraph = decision.Paragraph is { } number ? [$"§ {number.TrimStart('§', ' ')}"] : (string[])[];
        var kept = decision.Minute?.Case is { } of && secretCases.Contains(of);
        var text = kept ? "" : string.Join(" · ", paragraph.Concat(decision.Acts.Where(act => !IsSecret(act, secretCases)).SelectMany(ActWords.Of)).Distinct(StringComparer.Ordinal));
        return new("decision", decision.Id, PageOf(decision), kept ? new(decision.Id) : decision.Title, text.Length > MostText ? text[..MostText] : text)
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
            EstablishOffice a => Thing("office", a.Id, "/organisation/offices/" + Escaped(a.Id), a.Name, null, a.Valid),
            OpenCase a => Thing("case", a.Id, "/cases/" + Escaped(a.Id), a.Title, a.By is { } raised ? new(raised) : null, null),
            FileDocument a => Thing("document", a.Hash, "/cases/" + Escaped(a.Case), a.Title, new(a.Case), null),
            CallMeeting a => Thing("meeting", a.Id, "/meetings/" + Escaped(a.Id), new($"{a.Body} {a.Day:yyyy-MM-dd}"), new(string.Join(" · ", a.Agenda.Select(item => item.Title.Sv))), null),
            GiveAssignment a => Thing("assignment", a.Id, "/assignments", a.Text, new(a.To), null),
            DecideMeasure a => Thing("measure", a.Id, $"/follow-up/measures?period={a.Time.From.Year}#{Escaped(a.Id)}", a.Text, new(a.Owner), a.Time),
            AdoptSteeringDocument a => Thing("steering-document", a.Id, "/steering-documents", a.Name, null, a.Valid),
            AdoptVision a => Thing("vision", a.Id, PageOf(by), a.Text, null, a.Valid),
            AdoptStrategy a => Thing("strategy", a.Id, PageOf(by), a.Name, null, a.Valid),
            AdoptGoal a => Thing("goal", a.Id, "/goals/" + Escaped(a.Id), a.Text ?? new(a.Id), a.Owner is { } owner ? new(owner) : null, a.Valid),
            AdoptSubGoal a => Thing("sub-goal", a.Id, $"/goals/{Escaped(a.Goal)}?year={a.Year}#sub-goals", a.Text, new(a.Owner), Year(a.Year)),
            AdoptIndicator a => Thing("indicator", a.Id, $"/goals/indicators/{Escaped(a.Id)}", a.Name, null, null),
            AuthoriseProvider a => Thing("provider", a.Id, "/care/providers/" + Escaped(a.Id), a.Name, a.Care, a.Valid),
            SignAgreement a => Thing("agreement", a.Id, "/care/agreements/" + Escaped(a.Id), a.Scope, new(a.Provider), a.Valid),
            SetProviderTerms a => Thing("provider-terms", a.Id, "/care/agreements#terms", a.Name, a.Scope, a.Valid),
            SetPaymentModel a => Thing("payment-model", a.Id, "/care/models/" + Escaped(a.Id), a.Name, null, a.Valid),
            AdoptProgramme a => Thing("programme", a.Id, "/development/programmes/" + Escaped(a.Id), a.Name, new(string.Join(" · ", a.Goals.SelectMany(g => g.Choices.Select(c => c.Name).Prepend(g.Name)).Select(n => n.Sv))), a.Valid),
            OpenCall a => Thing("call", a.Id, "/development/calls/" + Escaped(a.Id), a.Name, null, a.Valid),
            JoinPartner a => Thing("partner", a.Id, "/development/partners/" + Escaped(a.Id), a.Name, null, a.Valid),
            CommitTo a => Thing("commitment", a.Id, $"/development/partners/{Escaped(by.Body)}#{Escaped(a.Id)}", a.Text, new(by.Body), a.Valid),
            SendForConsultation a => Thing("consultation", a.Id, "/development/consultations/" + Escaped(a.Id), a.Text, new(a.About), null),
            OpenRound { Kind: RoundKind.AnnualReport } a => Thing("report", a.Id, $"/reports/annual/{a.Period.From.Year}", a.Name, null, null),
            AdoptActivityPlan a => Thing("activity-plan", a.Id, $"/reports/activity-plan/{a.Year}/{Escaped(a.Body)}", a.Name, new(a.Body), Year(a.Year)),
            OpenRound a => Thing("report", a.Id, $"/follow-up?period={a.Period}", a.Name, null, null),
            AdoptGoalArea or OpenCostCentres or AdoptChart or AdoptCounterparties or AdoptActivities or FollowUpAgreement or DemandRemedy or ReceiveGrantApplication or CloseConsultation => null,
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
