using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Styrkedja.Amounts;
using Styrkedja.Authority;
using Styrkedja.Calendar;
using Styrkedja.Facts;
using Styrkedja.Formats.Decisions;
using Styrkedja.Provenance;
using Styrkedja.Region;

namespace Styrkedja.Formats.Journal;

/// <summary>The canonical form of journal entries, and the way back.</summary>
/// <remarks>Cannot be undone: an entry once written is read in this form for ever. The shape has a version of its own (entry), each act another (schema).</remarks>
public static class EntryFormat
{
    private const int EntryVersion = 1;

    [ThreadStatic]
    private static EntryText? t_text;

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
        var root = (t_text ??= new()).Read(canonicalBytes);
        if ((int)root["entry"] is var version and not EntryVersion)
            throw new FormatException($"The entry has version {version}; this program knows version {EntryVersion}.");
        var (position, recorded, content) = ((long)root["position"], root["recorded"].ToMoment(), root["content"]);
        return (string)root["kind"] switch
        {
            "decision" => new DecisionEntry(position, recorded, DecisionFile.DecisionFromJournal(content["decision"]), ReadVerdict(content["verdict"])),
            "assessment" => new AssessmentEntry(position, recorded, DecisionFile.AssessmentFromJournal(content)),
            "facts" => new FactEntry(position, recorded, ReadBatch(content["batch"]), content.Find("observations") is { IsThere: true } held ? held.ToArray(ReadObservation) : []),
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
        ["outcome"] = KeyWord.Of(verdict.Outcome),
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

    private static Verdict ReadVerdict(JournalValue form)
    {
        var outcome = (string)form["outcome"] == "within" ? VerdictOutcome.Within : VerdictOutcome.Breach;
        var (rules, breaches) = (Strings(form["rules"]), form["breaches"].ToArray(ReadBreach));
        return outcome == VerdictOutcome.Within && rules.Length == 0 && breaches.Length == 0 ? Verdict.Within : new(outcome, rules, breaches, []);
    }

    private static Breach ReadBreach(JournalValue form) => new(
        (int)form["act"],
        (string)form["rule"],
        form.Find("law").TextOrNothing(),
        Strings(form["could-decide"]),
        form["arguments"].Members().ToDictionary(a => a.Key, a => (string)a.Value, StringComparer.Ordinal));

    private static JsonObject BatchForm(FactBatch batch) => new()
    {
        ["id"] = batch.Id,
        ["kind"] = KeyWord.Of(batch.Kind),
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
        ["opening"] = batch.Opening is { } opening ? OpeningForm(opening) : null,
        ["indicators"] = batch.Indicators is { } indicators ? IndicatorEntry.Form(indicators) : null,
        ["care-sum"] = batch.CareSum,
        ["one-in"] = batch.OneIn == 1 ? null : batch.OneIn,
        ["signed"] = batch.Signed is { } signed ? IndicatorEntry.SignerForm(signed) : null,
    };

    private static FactBatch ReadBatch(JournalValue form) => new(
        (string)form["id"],
        KindOf((string)form["kind"]),
        (string)form["source"]["name"],
        (long)form["source"]["bytes"],
        (string)form["source"]["format"],
        form.Find("legal-entity").TextOrNothing(),
        form.Find("series").TextOrNothing(),
        Period.TryParse(form.Find("period").TextOrNothing(), out var period) ? period : throw new FormatException("The batch has no period."),
        Strings(form["voucher-series"]),
        form.Find("rows-file").TextOrNothing(),
        form.Find("texts-file").TextOrNothing(),
        (long)form["rows"],
        (long)form["vouchers"],
        new Money((long)form["debit"]),
        new Money((long)form["credit"]),
        Strings(form["supersedes"]),
        (bool)form["illustrative"])
    {
        Staff = form.Find("staff") is { IsThere: true } sums ? ReadStaff(sums) : null,
        Opening = form.Find("opening") is { IsThere: true } opening ? ReadOpening(opening) : null,
        Indicators = form.Find("indicators") is { IsThere: true } indicators ? IndicatorEntry.Read(indicators) : null,
        CareSum = form.Find("care-sum") is { IsThere: true } sum ? (long)sum : null,
        OneIn = form.Find("one-in") is { IsThere: true } oneIn ? (int)oneIn : 1,
        Signed = form.Find("signed") is { IsThere: true } signed ? IndicatorEntry.ReadSigner(signed) : null,
    };

    private static FactKind KindOf(string word) =>
        Enum.GetValues<FactKind>().Where(kind => KeyWord.Of(kind) == word).Select(kind => (FactKind?)kind).FirstOrDefault() ?? throw new FormatException($"Unknown kind of facts {word}.");

    private static JsonObject OpeningForm(OpeningBalances opening) => new()
    {
        ["year"] = opening.Year,
        ["accounts"] = new JsonObject(opening.Accounts.Select(a => KeyValuePair.Create(a.Account, (JsonNode?)a.Ore))),
    };

    private static OpeningBalances ReadOpening(JournalValue form) => new(
        (int)form["year"],
        [.. form["accounts"].Members().Select(a => new AccountBalance(a.Key, (long)a.Value)).OrderBy(a => a.Account, StringComparer.Ordinal)]);

    private static JsonObject StaffForm(StaffSums sums) => new()
    {
        ["headcount"] = sums.Headcount,
        ["full-time-equivalents-milli"] = sums.FullTimeEquivalentsMilli,
        ["agency-full-time-equivalents-milli"] = sums.AgencyFullTimeEquivalentsMilli,
        ["agency-hours-centi"] = sums.AgencyHoursCenti,
        ["sick-leave-hours-centi"] = sums.SickLeaveHoursCenti,
        ["ordinary-hours-centi"] = sums.OrdinaryHoursCenti,
    };

    private static StaffSums ReadStaff(JournalValue form) => new(
        (long)form["headcount"],
        (long)form["full-time-equivalents-milli"],
        (long)form["agency-full-time-equivalents-milli"],
        (long)form["agency-hours-centi"],
        (long)form["sick-leave-hours-centi"],
        (long)form["ordinary-hours-centi"]);

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

    private static Observation ReadObservation(JournalValue form) => new(
        (string)form["figure"],
        decimal.Parse((string)form["value"], CultureInfo.InvariantCulture),
        (int)form["decimals"],
        (string)form["unit"],
        form.Find("source").TextOrNothing(),
        form.Find("note").TextOrNothing(),
        (bool)form["illustrative"]);

    private static JsonArray Strings(IReadOnlyList<string> values) => new([.. values.Select(v => JsonValue.Create(v))]);

    private static string[] Strings(JournalValue list) => list.ToArray(text => (string)text);
}
