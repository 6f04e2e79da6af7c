using System.Globalization;
using System.Text.Json.Nodes;
using Styrkedja.Cases;
using Styrkedja.Decisions;
using Styrkedja.Organisation;
using Styrkedja.Provenance;
using Styrkedja.Region;

namespace Styrkedja.Formats.Oparl;

/// <summary>The bodies, meetings and cases of a region as objects of OParl 1.1, so that programs made for it can read them.</summary>
/// <param name="isServed">Whether a document, by its hash, can be read at /documents.</param>
/// <remarks>A case is a Paper, its documents are Files, and an item of an agenda that treats a case is a Consultation. Persons, memberships and places are
/// never given. What is secret bears its paragraph instead of its name. Times of day are not known: a meeting starts at midnight UTC, and
/// styrkedja:startTimeKnown says so. Names are Swedish. Rule: OParl 1.1, specification at https://oparl.org.</remarks>
public sealed class OparlObjects(RegionState state, Bilingual region, Uri root, Func<string, bool> isServed)
{
    private const string Schema = "https://schema.oparl.org/1.1/";

    private readonly Dictionary<long, DateTimeOffset> _recorded = state.Decisions.ToDictionary(d => d.Position, d => d.Recorded);

    public JsonObject System() => Dated(
        new()
        {
            ["id"] = Address("system"),
            ["type"] = Schema + "System",
            ["oparlVersion"] = Schema,
            ["body"] = Address("bodies"),
            ["name"] = region.Sv,
            ["website"] = new Uri(root, "/").AbsoluteUri,
            ["product"] = new Uri(root, "/data").AbsoluteUri,
        },
        _recorded.Values);

    public IReadOnlyList<JsonObject> Bodies() =>
    [
        Dated(
            Without(new()
            {
                ["id"] = Address("body"),
                ["type"] = Schema + "Body",
                ["system"] = Address("system"),
                ["name"] = region.Sv,
                ["website"] = new Uri(root, "/").AbsoluteUri,
                ["classification"] = "Region",
                ["organization"] = Address("organizations"),
                ["person"] = Address("persons"),
                ["meeting"] = Address("meetings"),
                ["paper"] = Address("papers"),
                ["agendaItem"] = Address("agenda-items"),
                ["consultation"] = Address("consultations"),
                ["file"] = Address("files"),
                ["membership"] = Address("memberships"),
                ["locationList"] = Address("locations"),
                ["legislativeTermList"] = Address("legislative-terms"),
                ["legislativeTerm"] = new JsonArray([.. LegislativeTerms().Select(t => (JsonNode)t)]),
            }),
            _recorded.Values),
    ];

    public IReadOnlyList<JsonObject> LegislativeTerms() =>
    [
        .. state.ActsOf<ElectMembers>().Where(e => e.Act.Body == Subject.AssemblyId).GroupBy(e => e.Act.Valid).Select(e => e.Last()).Select(e => Dated(
            Without(new()
            {
                ["id"] = Address("legislative-term", Day(e.Act.Valid.From)),
                ["type"] = Schema + "LegislativeTerm",
                ["body"] = Address("body"),
                ["name"] = e.By.Title.Sv,
                ["startDate"] = Day(e.Act.Valid.From),
                ["endDate"] = e.Act.Valid.To is { } to ? Day(to) : null,
            }),
            MomentsOf(e.By))),
    ];

    public IReadOnlyList<JsonObject> Organizations() =>
    [
        .. state.Organisation.Bodies.OrderBy(b => b.Id, StringComparer.Ordinal).Select(b => Dated(
            Without(new()
            {
                ["id"] = Address("organization", b.Id),
                ["type"] = Schema + "Organization",
                ["body"] = Address("body"),
                ["name"] = b.Name.Sv,
                ["shortName"] = b.Id,
                ["meeting"] = Address("meetings") + "?organization=" + Uri.EscapeDataString(b.Id),
                ["subOrganizationOf"] = b.Under is { } under && state.Organisation.Find(under) is { Kind: SubjectKind.Body } ? Address("organization", under) : null,
                ["organizationType"] = "Gremium",
                ["classification"] = b.BodyKind switch
                {
                    BodyKind.RegionalAssembly => "Parlament",
                    BodyKind.RegionalExecutiveBoard => "Styrelse",
                    BodyKind.Subcommittee => "Utskott",
                    BodyKind.Auditors => "Revisorer",
                    BodyKind.DraftingCommittee => "Beredning",
                    BodyKind.AdvisoryCouncil => "Råd",
                    _ => "Nämnd",
                },
                ["startDate"] = b.By is null ? null : Day(b.Valid.From),
                ["endDate"] = b.Valid.To is { } to ? Day(to) : null,
                ["web"] = Page("/organisation/", b.Id),
            }),
            b.By is null ? [] : MomentsOf(b.By))),
    ];

    public IReadOnlyList<JsonObject> Meetings() =>
        [.. state.Meetings.All.OrderBy(m => m.Id, StringComparer.Ordinal).Select(Meeting)];

    public IReadOnlyList<JsonObject> AgendaItems() =>
        [.. state.Meetings.All.OrderBy(m => m.Id, StringComparer.Ordinal).SelectMany(m => m.Called.Act.Agenda.Select(i => AgendaItem(m, i, alone: true)))];

    public IReadOnlyList<JsonObject> Consultations() =>
        [.. Treated().Select(t => Consultation(t.Meeting, t.Item))];

    public IReadOnlyList<JsonObject> Papers() =>
        [.. state.Cases.All.OrderBy(c => c.Id, StringComparer.Ordinal).Select(Paper)];

    public IReadOnlyList<JsonObject> Files() =>
        [.. state.Cases.All.OrderBy(c => c.Id, StringComparer.Ordinal).SelectMany(c => c.Documents.Select((d, i) => File(c, d, i + 1, alone: true)))];

    /// <summary>The lists by their names in addresses; persons, memberships and places are always empty.</summary>
    public IReadOnlyList<JsonObject>? List(string name) => name switch
    {
        "bodies" => Bodies(),
        "organizations" => Organizations(),
        "meetings" => Meetings(),
        "papers" => Papers(),
        "agenda-items" => AgendaItems(),
        "consultations" => Consultations(),
        "files" => Files(),
        "legislative-terms" => LegislativeTerms(),
        "persons" or "memberships" or "locations" => [],
        _ => null,
    };

    private JsonObject Meeting(MeetingEntry meeting) => Dated(
        Without(new()
        {
            ["id"] = Address("meeting", meeting.Id),
            ["type"] = Schema + "Meeting",
            ["name"] = $"{state.Organisation.Find(meeting.Body)?.Name.Sv ?? meeting.Body} {Day(meeting.Day)}",
            ["meetingState"] = meeting.Minutes is not null ? "durchgeführt" : meeting.Called.Act.Agenda.Count > 0 ? "eingeladen" : "terminiert",
            ["start"] = Day(meeting.Day) + "T00:00:00Z",
            ["styrkedja:startTimeKnown"] = false,
            ["organization"] = state.Organisation.Find(meeting.Body) is null ? null : new JsonArray(Address("organization", meeting.Body)),
            ["agendaItem"] = Filled(meeting.Called.Act.Agenda.Select(i => AgendaItem(meeting, i, alone: false))),
            ["styrkedja:minutesAnnounced"] = meeting.Minutes is { } minutes ? Day(minutes.Act.Announced) : null,
            ["keyword"] = Marked(meeting.Called.Act.Illustrative),
            ["web"] = Page("/meetings/", meeting.Id),
        }),
        MomentsOf(meeting.Called.By, meeting.Minutes?.By));

    private JsonObject AgendaItem(MeetingEntry meeting, AgendaItem item, bool alone)
    {
        var entry = item.Case is { } id ? state.Cases.Find(id) : null;
        var decided = entry is null ? null : DecisionOf(meeting, entry);
        return Dated(
            Without(new()
            {
                ["id"] = Address("agenda-item", meeting.Id, Number(item)),
                ["type"] = Schema + "AgendaItem",
                ["meeting"] = alone ? Address("meeting", meeting.Id) : null,
                ["number"] = Number(item),
                ["name"] = entry?.Secrecy is { } paragraph ? Masked(paragraph) : item.Title.Sv,
                ["public"] = entry?.Secrecy is null,
                ["consultation"] = entry is null ? null : Address("consultation", meeting.Id, Number(item)),
                ["result"] = decided?.Acts.OfType<ConcludeCase>().LastOrDefault() is { } end ? Outcome(end.Outcome) : null,
                ["web"] = decided is null ? null : Page("/decisions/", decided.Id),
            }),
            MomentsOf(meeting.Called.By, decided));
    }

    private JsonObject Consultation(MeetingEntry meeting, AgendaItem item)
    {
        var entry = state.Cases.Find(item.Case!)!;
        var decided = DecisionOf(meeting, entry);
        return Dated(
            Without(new()
            {
                ["id"] = Address("consultation", meeting.Id, Number(item)),
                ["type"] = Schema + "Consultation",
                ["paper"] = Address("paper", entry.Id),
                ["agendaItem"] = Address("agenda-item", meeting.Id, Number(item)),
                ["meeting"] = Address("meeting", meeting.Id),
                ["organization"] = state.Organisation.Find(meeting.Body) is null ? null : new JsonArray(Address("organization", meeting.Body)),
                ["authoritative"] = decided is null ? null : decided.Acts.Any(a => a is ConcludeCase),
            }),
            MomentsOf(meeting.Called.By, decided));
    }

    private JsonObject Paper(CaseEntry entry)
    {
        var files = entry.Documents.Select((d, i) => File(entry, d, i + 1, alone: false)).ToList();
        return Dated(
            Without(new()
            {
                ["id"] = Address("paper", entry.Id),
                ["type"] = Schema + "Paper",
                ["body"] = Address("body"),
                ["name"] = entry.Secrecy is { } paragraph ? Masked(paragraph) : entry.Opened.Act.Title.Sv,
                ["reference"] = entry.Id,
                ["date"] = entry.Opened.By.Date.IsCertain ? Day(entry.OpenedOn) : null,
                ["paperType"] = entry.Opened.Act.Kind switch
                {
                    CaseKind.Motion => "Motion",
                    CaseKind.ResidentProposal => "Medborgarförslag",
                    CaseKind.AuditReport => "Revisionsrapport",
                    CaseKind.Consultation => "Remiss",
                    _ => "Ärende",
                },
                ["mainFile"] = files.FirstOrDefault(),
                ["auxiliaryFile"] = Filled(files.Skip(1)),
                ["originatorOrganization"] = state.Organisation.Find(entry.Opened.By.Body) is { Kind: SubjectKind.Body } body ? new JsonArray(Address("organization", body.Id)) : null,
                ["consultation"] = Filled(Treated().Where(t => t.Item.Case == entry.Id).Select(t => Consultation(t.Meeting, t.Item))),
                ["keyword"] = Marked(entry.Opened.Act.Illustrative),
                ["web"] = Page("/cases/", entry.Id),
            }),
            MomentsOf([entry.Opened.By, .. entry.Steps.Select(s => s.By)]));
    }

    /// <remarks>Whoever asks for access to a document that is not served comes to the page of the case.</remarks>
    private JsonObject File(CaseEntry entry, Decided<FileDocument> document, int number, bool alone)
    {
        var secrecy = document.Act.Secrecy ?? entry.Secrecy;
        return Dated(
            Without(new()
            {
                ["id"] = Address("file", entry.Id, number.ToString(CultureInfo.InvariantCulture)),
                ["type"] = Schema + "File",
                ["name"] = secrecy is null ? document.Act.Title.Sv : Masked(secrecy),
                ["date"] = document.By.Date.IsCertain ? Day(document.By.Date.Latest) : null,
                ["styrkedja:sha256Checksum"] = secrecy is null ? document.Act.Hash : null,
                ["accessUrl"] = secrecy is null && isServed(document.Act.Hash) ? Page("/documents/", document.Act.Hash) : Page("/cases/", entry.Id),
                ["paper"] = alone ? new JsonArray(Address("paper", entry.Id)) : null,
                ["keyword"] = Marked(document.Act.Illustrative),
                ["web"] = Page("/cases/", entry.Id),
            }),
            MomentsOf(document.By));
    }

    private IEnumerable<(MeetingEntry Meeting, AgendaItem Item)> Treated() =>
        state.Meetings.All.OrderBy(m => m.Id, StringComparer.Ordinal).SelectMany(m => m.Called.Act.Agenda.Where(i => i.Case is { } id && state.Cases.Find(id) is not null).Select(i => (m, i)));

    private Decision? DecisionOf(MeetingEntry meeting, CaseEntry entry) =>
        state.DecisionsUntilAsOf.FirstOrDefault(d => d.Body == meeting.Body && d.Minute is { } minute && minute.Meeting == meeting.Id && (minute.Case ?? d.Diary) == entry.Id);

    private IEnumerable<DateTimeOffset> MomentsOf(params IReadOnlyList<Decision?> decisions) =>
        decisions.OfType<Decision>().Select(d => state.FindDecision(d.Id)).OfType<DecisionEntry>().Select(d => d.Recorded);

    /// <summary>With the moments at which the object came to be known and was last changed; those of the whole journal where no decision brought it.</summary>
    private JsonObject Dated(JsonObject json, IEnumerable<DateTimeOffset> moments)
    {
        var known = moments.DefaultIfEmpty(_recorded.Count == 0 ? DateTimeOffset.UnixEpoch : _recorded.Values.Min()).ToList();
        json["created"] = Moment(known.Min());
        json["modified"] = Moment(known.Max());
        return json;
    }

    private static string Masked(string paragraph) => $"Sekretess enligt {paragraph}";

    private static string Number(AgendaItem item) => item.Item.ToString(CultureInfo.InvariantCulture);

    private static string Outcome(CaseOutcome outcome) => outcome switch
    {
        CaseOutcome.Approved => "Bifall",
        CaseOutcome.Rejected => "Avslag",
        CaseOutcome.Answered => "Besvarad",
        CaseOutcome.Noted => "Lagd till handlingarna",
        CaseOutcome.Withdrawn => "Återtaget",
        _ => "Verkställt",
    };

    private static JsonArray? Marked(bool illustrative) => illustrative ? new JsonArray("illustrativ") : null;

    private static JsonArray? Filled(IEnumerable<JsonObject> items) => items.ToList() is { Count: > 0 } list ? new JsonArray([.. list.Select(i => (JsonNode)i)]) : null;

    /// <summary>Properties without a value are left out, as the specification asks.</summary>
    private static JsonObject Without(JsonObject json)
    {
        foreach (var name in json.Where(p => p.Value is null).Select(p => p.Key).ToList())
            json.Remove(name);
        return json;
    }

    private string Address(params string[] parts) => new Uri(root, "/oparl/" + string.Join('/', parts.Select(Uri.EscapeDataString))).AbsoluteUri;

    private string Page(string path, string id) => new Uri(root, path + Uri.EscapeDataString(id)).AbsoluteUri;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
