using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Styrkedja.Amounts;
using Styrkedja.Authority;
using Styrkedja.Calendar;
using Styrkedja.Facts;
using Styrkedja.Formats.Decisions;
using Styrkedja.Region;

namespace Styrkedja.Formats.Journal;

/// <summary>The canonical form of journal entries, and the way back.</summary>
/// <remarks>Cannot be undone: an entry once written is read in this form for ever. The shape has a version of its own (entry), each act another (schema).</remarks>
public static class EntryFormat
{
    private const int EntryVersion = 1;

    public static byte[] Write(long position, DateTimeOffset recorded, DecisionInFile decision, Verdict verdict) =>
        Write(position, recorded, "decision", new() { ["decision"] = decision.Journal.DeepClone(), ["verdict"] = VerdictForm(verdict) });

    public static byte[] Write(long position, DateTimeOffset recorded, AssessmentInFile assessment) =>
        Write(position, recorded, "assessment", (JsonObject)assessment.Journal.DeepClone());

    public static byte[] Write(long position, DateTimeOffset recorded, FactBatch batch, IReadOnlyList<Observation> observations) =>
        Write(position, recorded, "facts", new()
        {
            ["batch"] = BatchForm(batch),
            ["observations"] = observations.Count == 0 ? null : new JsonArray([.. observations.Select(ObservationForm)]),
        });

    /// <summary>Reads an entry back.</summary>
    /// <exception cref="FormatException">The bytes are not an entry of a version that this program knows.</exception>
    public static Entry Read(ReadOnlySpan<byte> canonicalBytes)
    {
        try
        {
            return ReadEntry(canonicalBytes);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or ArgumentException or InvalidOperationException or InvalidCastException or NullReferenceException or OverflowException)
        {
            // The bytes were whole when written; bytes that are not can fail at any member.
            throw new FormatException(e.Message, e);
        }
    }

    private static Entry ReadEntry(ReadOnlySpan<byte> canonicalBytes)
    {
        var root = JsonNode.Parse(canonicalBytes) as JsonObject ?? throw new FormatException("The entry is no object.");
        if ((int?)root["entry"] != EntryVersion)
            throw new FormatException($"The entry has version {root["entry"]}; this program knows version {EntryVersion}.");
        var position = (long)root["position"]!;
        var recorded = DateTimeOffset.Parse((string)root["recorded"]!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        var content = (JsonObject)root["content"]!;
        return (string)root["kind"]! switch
        {
            "decision" => new DecisionEntry(position, recorded, DecisionFile.DecisionFromJournal((JsonObject)content["decision"]!), ReadVerdict((JsonObject)content["verdict"]!)),
            "assessment" => new AssessmentEntry(position, recorded, DecisionFile.AssessmentFromJournal(content)),
            "facts" => new FactEntry(position, recorded, ReadBatch((JsonObject)content["batch"]!), [.. ((JsonArray?)content["observations"] ?? []).Select(o => ReadObservation((JsonObject)o!))]),
            var kind => throw new FormatException($"Unknown kind of entry {kind}."),
        };
    }

    private static byte[] Write(long position, DateTimeOffset recorded, string kind, JsonObject content) => CanonicalJson.Write(new JsonObject
    {
        ["entry"] = EntryVersion,
        ["position"] = position,
        ["recorded"] = recorded.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        ["kind"] = kind,
        ["content"] = content,
    });

    private static JsonObject VerdictForm(Verdict verdict) => new()
    {
        ["outcome"] = Kinds.Word(verdict.Outcome.ToString()),
        ["rules"] = Strings(verdict.Rules),
        ["breaches"] = new JsonArray(
        [
            .. verdict.Breaches.Select(b => (JsonNode)new JsonObject
            {
                ["act"] = b.Act,
                ["rule"] = b.Rule,
                ["law"] = b.Law,
                ["could-decide"] = Strings(b.CouldDecide),
                ["arguments"] = new JsonObject(b.Arguments.Select(a => KeyValuePair.Create(a.Key, (JsonNode?)a.Value))),
            }),
        ]),
    };

    private static Verdict ReadVerdict(JsonObject form) => new(
        (string)form["outcome"]! == "within" ? VerdictOutcome.Within : VerdictOutcome.Breach,
        Strings(form["rules"]),
        [
            .. ((JsonArray)form["breaches"]!).Select(b => new Breach(
                (int)b!["act"]!,
                (string)b["rule"]!,
                (string?)b["law"],
                Strings(b["could-decide"]),
                ((JsonObject)b["arguments"]!).ToDictionary(a => a.Key, a => (string)a.Value!, StringComparer.Ordinal))),
        ],
        []);

    private static JsonObject BatchForm(FactBatch batch) => new()
    {
        ["id"] = batch.Id,
        ["kind"] = Kinds.Word(batch.Kind.ToString()),
        ["source"] = new JsonObject { ["name"] = batch.SourceName, ["bytes"] = batch.SourceBytes, ["format"] = batch.Format },
        ["legal-entity"] = batch.LegalEntity,
        ["series"] = batch.Series,
        ["period"] = batch.Period.ToString(),
        ["voucher-series"] = Strings(batch.VoucherSeries),
        ["rows-file"] = batch.RowsFile,
        ["texts-file"] = batch.TextsFile,
        ["rows"] = batch.Rows,
        ["vouchers"] = batch.Vouchers,
        ["debit"] = batch.Debit.Ore,
        ["credit"] = batch.Credit.Ore,
        ["supersedes"] = Strings(batch.Supersedes),
        ["illustrative"] = batch.Illustrative,
        ["staff"] = batch.Staff is { } sums ? StaffForm(sums) : null,
    };

    private static FactBatch ReadBatch(JsonObject form) => new(
        (string)form["id"]!,
        Enum.Parse<FactKind>((string)form["kind"]!, ignoreCase: true),
        (string)form["source"]!["name"]!,
        (long)form["source"]!["bytes"]!,
        (string)form["source"]!["format"]!,
        (string?)form["legal-entity"],
        (string?)form["series"],
        Period.TryParse((string?)form["period"], out var period) ? period : throw new FormatException("The batch has no period."),
        Strings(form["voucher-series"]),
        (string?)form["rows-file"],
        (string?)form["texts-file"],
        (long)form["rows"]!,
        (long)form["vouchers"]!,
        new Money((long)form["debit"]!),
        new Money((long)form["credit"]!),
        Strings(form["supersedes"]),
        (bool)form["illustrative"]!)
    {
        Staff = form["staff"] is JsonObject sums ? ReadStaff(sums) : null,
    };

    private static JsonObject StaffForm(StaffSums sums) => new()
    {
        ["headcount"] = sums.Headcount,
        ["full-time-equivalents-milli"] = sums.FullTimeEquivalentsMilli,
        ["agency-full-time-equivalents-milli"] = sums.AgencyFullTimeEquivalentsMilli,
        ["agency-hours-centi"] = sums.AgencyHoursCenti,
        ["sick-leave-hours-centi"] = sums.SickLeaveHoursCenti,
        ["ordinary-hours-centi"] = sums.OrdinaryHoursCenti,
    };

    private static StaffSums ReadStaff(JsonObject form) => new(
        (long)form["headcount"]!,
        (long)form["full-time-equivalents-milli"]!,
        (long)form["agency-full-time-equivalents-milli"]!,
        (long)form["agency-hours-centi"]!,
        (long)form["sick-leave-hours-centi"]!,
        (long)form["ordinary-hours-centi"]!);

    private static JsonNode ObservationForm(Observation o) => new JsonObject
    {
        ["figure"] = o.Figure,
        ["value"] = o.Value.ToString(CultureInfo.InvariantCulture),
        ["decimals"] = o.Decimals,
        ["unit"] = o.Unit,
        ["source"] = o.Source,
        ["note"] = o.Note,
        ["illustrative"] = o.Illustrative,
    };

    private static Observation ReadObservation(JsonObject form) => new(
        (string)form["figure"]!,
        decimal.Parse((string)form["value"]!, CultureInfo.InvariantCulture),
        (int)form["decimals"]!,
        (string)form["unit"]!,
        (string?)form["source"],
        (string?)form["note"],
        (bool)form["illustrative"]!);

    private static JsonArray Strings(IReadOnlyList<string> values) => new([.. values.Select(v => JsonValue.Create(v))]);

    private static IReadOnlyList<string> Strings(JsonNode? node) => [.. ((JsonArray)node!).Select(v => (string)v!)];
}
