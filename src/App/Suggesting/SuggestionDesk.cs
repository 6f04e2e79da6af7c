using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Styrkedja.App.Archive;
using Styrkedja.App.Deciding;
using Styrkedja.Provenance;
using Styrkedja.Rights;
using Styrkedja.Store.Inbox;

namespace Styrkedja.App.Suggesting;

/// <summary>How whoever keeps the diary opens a case with a suggestion: where, under which number, and the words that become public.</summary>
public sealed record OpenedSuggestion(string Body, string Diary, string Title, string Text);

/// <summary>What became of something done at the desk.</summary>
/// <param name="Refusal">The right that was missing.</param>
public sealed record DeskResult(IReadOnlyList<Fault> Faults, Refusal? Refusal = null)
{
    public static readonly DeskResult Done = new([]);

    public bool IsDone => Faults.Count == 0 && Refusal is null;
}

/// <summary>The way of a resident's suggestion from outside into the diary: it waits in the inbox until whoever keeps the diary opens a case with it or lays it aside.</summary>
/// <remarks>Nothing that is sent in is written to the journal. What becomes public is what the one who opens the case has let stand.</remarks>
public sealed partial class SuggestionDesk(RegionArchive archive, InboxFile inbox, RegionToday today, TimeProvider clock)
{
    /// <summary>Most letters of the line that says what it is about.</summary>
    public const int LongestTitle = 120;

    /// <summary>Most letters of the suggestion itself.</summary>
    public const int LongestText = 4_000;

    /// <summary>Most letters of a name or an address.</summary>
    public const int LongestSender = 200;

    /// <summary>One case at a time is opened, so that no suggestion becomes two.</summary>
    private readonly Lock _opening = new();

    private static readonly JsonSerializerOptions s_readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Takes in a suggestion from anyone. What is empty, too long or holds a personal identity number is not taken, nor anything while the inbox is full.</summary>
    public IReadOnlyList<Fault> Send(string title, string text, string? name, string? email)
    {
        var letter = new InboxLetter(InboxKind.Suggestion, null, OnOneLine(title), Cleaned(text));
        var sender = new InboxSender(Given(name), Given(email));
        var faults = FaultsOf(letter.Title, letter.Text).ToList();
        if (sender.Name?.Length > LongestSender || sender.Email?.Length > LongestSender)
            faults.Add(Fault.Error("suggestion.too-long", new(""), "", ("most", $"{LongestSender}")));
        if (sender.Email is { } address && !Address().IsMatch(address))
            faults.Add(Fault.Error("suggestion.no-address", new(""), address));
        if (faults.Count > 0)
            return faults;
        return inbox.Take(letter, sender, clock.GetUtcNow()) is null ? [Fault.Error("suggestion.inbox-full", new(""), "")] : [];
    }

    /// <summary>Opens a case with a suggestion, for those who keep the diary of the body: the words are kept as a document, and the case and the document are recorded as one decision.</summary>
    public DeskResult Open(OfficeHolder who, long id, OpenedSuggestion opened)
    {
        if (Policy.May(who, Right.KeepDiary, opened.Body, today.State).Refusal is { } refusal)
            return new([], refusal);
        lock (_opening)
            return OpenOne(who, id, opened);
    }

    private DeskResult OpenOne(OfficeHolder who, long id, OpenedSuggestion opened)
    {
        if (inbox.Find(id) is not { State: InboxState.Waiting })
            return new([Fault.Error("suggestion.handled", new(""), $"{id}")]);
        var (title, text) = (OnOneLine(opened.Title), Cleaned(opened.Text));
        var faults = FaultsOf(title, text).ToList();
        if (today.State.Cases.Find(opened.Diary) is not null)
            faults.Add(Fault.Error("suggestion.diary-taken", new(""), opened.Diary));
        if (faults.Count > 0)
            return new(faults);
        var document = Encoding.UTF8.GetBytes($"{title}\n\n{text}\n");
        var (file, now) = (AsFile(opened with { Title = title }, Convert.ToHexStringLower(SHA256.HashData(document)), today.Day), clock.GetUtcNow());
        var take = new TakeDecision(archive, today);
        if (Told(take.Take([(file, "")], who, now, check: true)) is { IsDone: false } refused)
            return refused;
        // Kept before the entry that names it, so that the journal never names what is not there.
        using var stream = new MemoryStream(document);
        archive.KeepDocument(stream);
        var result = Told(take.Take([(file, "")], who, now));
        if (result.IsDone)
            inbox.Opened(id, opened.Diary, who.Id ?? "", now);
        return result;
    }

    /// <summary>Lays a suggestion aside with a reason, for those who keep any diary. How the sender can be reached is erased.</summary>
    public DeskResult SetAside(OfficeHolder who, long id, string reason)
    {
        if (Policy.May(who, Right.KeepDiary, null, today.State).Refusal is { } refusal)
            return new([], refusal);
        var why = OnOneLine(reason);
        if (why.Length is 0 or > LongestSender)
            return new([Fault.Error("suggestion.no-reason", new(""), "", ("most", $"{LongestSender}"))]);
        return inbox.SetAside(id, why, who.Id ?? "", clock.GetUtcNow()) ? DeskResult.Done : new([Fault.Error("suggestion.handled", new(""), $"{id}")]);
    }

    /// <summary>Erases how the sender of a suggestion can be reached, when it is no longer needed to answer.</summary>
    public DeskResult EraseSender(OfficeHolder who, long id)
    {
        if (Policy.May(who, Right.KeepDiary, null, today.State).Refusal is { } refusal)
            return new([], refusal);
        inbox.EraseSender(id);
        return DeskResult.Done;
    }

    private static DeskResult Told(RecordingResult result) => result.Refusals is [var refusal, ..]
        ? new([], refusal)
        : !result.Refused ? DeskResult.Done
        : new([.. result.Faults, .. result.Recordings.SelectMany(r => r.Verdict.Faults), .. result.Recordings.Where(r => r.Verdict.Breaches.Count > 0).Select(r => Fault.Error("suggestion.not-in-its-name", new(""), r.Id))]);

    private static string AsFile(OpenedSuggestion opened, string hash, DateOnly day) => new JsonObject
    {
        ["decision"] = $"{opened.Diary}-öppnat",
        ["body"] = opened.Body,
        ["date"] = $"{day:yyyy-MM-dd}",
        ["title"] = $"Förslag från invånare: {opened.Title}",
        ["acts"] = new JsonArray(
            new JsonObject { ["open-case"] = new JsonObject { ["id"] = opened.Diary, ["title"] = opened.Title, ["kind"] = "resident-proposal" } },
            new JsonObject { ["file-document"] = new JsonObject { ["case"] = opened.Diary, ["hash"] = hash, ["title"] = "Förslaget", ["kind"] = "letter" } }),
    }.ToJsonString(s_readable);

    private static IEnumerable<Fault> FaultsOf(string title, string text)
    {
        if (title.Length == 0 || text.Length == 0)
            yield return Fault.Error("suggestion.empty", new(""), "");
        if (title.Length > LongestTitle)
            yield return Fault.Error("suggestion.too-long", new(""), title[..20], ("most", $"{LongestTitle}"));
        if (text.Length > LongestText)
            yield return Fault.Error("suggestion.too-long", new(""), text[..20], ("most", $"{LongestText}"));
        if (IdentityNumber().IsMatch(title) || IdentityNumber().IsMatch(text))
            yield return Fault.Error("suggestion.identity-number", new(""), "");
    }

    private static string? Given(string? text) => OnOneLine(text ?? "") is { Length: > 0 } given ? given : null;

    private static string OnOneLine(string text) => Spaces().Replace(Cleaned(text), " ").Trim();

    /// <summary>Without control characters, and with lines that end in one way.</summary>
    private static string Cleaned(string text) => string.Concat(text.ReplaceLineEndings("\n").Where(c => c == '\n' || !char.IsControl(c))).Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"(?<!\d)(\d{2})?\d{6}[-+ ]?\d{4}(?!\d)")]
    private static partial Regex IdentityNumber();

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\.[^@\s]+$")]
    private static partial Regex Address();
}
