using Styrkedja.App.Planning;
using Styrkedja.Cases;
using Styrkedja.Decisions;
using Styrkedja.Provenance;
using Styrkedja.Region;
using Styrkedja.Web.Readers;

namespace Styrkedja.Web.Words;

/// <summary>Cases, meetings and assignments as people say them. What is secret is never said, only by which paragraph.</summary>
public sealed class CaseWords(Reading reading)
{
    private DutyWords Words => new(reading.T, reading.SoFar);

    public string Title(string id) => reading.SoFar.Cases.Find(id) is { } entry ? reading.TitleOf(entry) : id;

    public string Name(string id) => Words.NameOf(id);

    /// <summary>Where a case is, and with whom, in a sentence without its end.</summary>
    public string Stage(CaseEntry entry) => entry.Outcome is { } outcome && entry.Stage == CaseStage.Decided
        ? reading.T["case.decided-as", ("outcome", reading.T[$"case-outcome.{KeyWord.Of(outcome)}"])]
        : entry.Steps.Count == 0 && entry.Stage == CaseStage.Opened ? reading.T["case.no-more-known"]
        : reading.T[$"case-stage.{KeyWord.Of(entry.Stage)}", ("with", entry.With is { } with ? Name(with) : "")];

    public string Kind(CaseEntry entry) => reading.T[$"case-kind.{KeyWord.Of(entry.Opened.Act.Kind)}"];

    /// <summary>What one step of a case does, in a few words; what stands in a secret case is left out.</summary>
    public string Step(CaseEntry entry, Act act)
    {
        var t = reading.T;
        var secret = reading.KeptBy(entry) is not null;
        return act switch
        {
            FileDocument a => t["case-step.document", ("kind", t[$"document-kind.{KeyWord.Of(a.Kind)}"])],
            WriteMemo => t["case-step.memo"],
            PutProposal a => t["case-step.proposal", ("by", secret ? "–" : string.Join(", ", a.By.Select(Name)))],
            SendCase a => a.Proposal is { } proposal && !secret
                ? t["case-step.sent-with", ("to", Name(a.To)), ("for", t[$"sent-for.{KeyWord.Of(a.For)}"]), ("proposal", t[proposal])]
                : t["case-step.sent", ("to", Name(a.To)), ("for", t[$"sent-for.{KeyWord.Of(a.For)}"])],
            ReferBack { ByMinority: true } a => t["case-step.referred-by-minority", ("to", Name(a.To))],
            ReferBack a => t["case-step.referred", ("to", Name(a.To))],
            Postpone { Until: { } until } => t["case-step.postponed-until", ("day", DateWords.Iso(until))],
            Postpone => t["case-step.postponed"],
            ConcludeCase a => t["case-step.concluded", ("outcome", t[$"case-outcome.{KeyWord.Of(a.Outcome)}"])],
            AnswerSuggestion a => secret ? t["case-step.answered", ("does", "–")] : t["case-step.answered", ("does", t[$"suggestion-outcome.{KeyWord.Of(a.Does)}"])],
            _ => "",
        };
    }

    public string HrefOfCase(string id) => reading.Href("/cases/" + Uri.EscapeDataString(id));

    public string HrefOfMeeting(string id) => reading.Href("/meetings/" + Uri.EscapeDataString(id));

    /// <summary>The page of whoever has or does something; nothing for those without one, such as offices.</summary>
    public string? HrefOfName(string id) => reading.SoFar.Organisation.Find(id) is { } subject ? reading.HrefOf(subject) : null;

    /// <summary>Decisions that say they were taken in the case, the earliest first.</summary>
    public IEnumerable<DecisionEntry> DecisionsIn(string id) =>
        reading.SoFar.Decisions.Where(d => d.Decision.Date.Latest <= reading.SoFar.At.AsOf && (d.Decision.Diary == id || d.Decision.Minute?.Case == id)).OrderBy(d => d.Decision.Date.Latest).ThenBy(d => d.Position);
}
