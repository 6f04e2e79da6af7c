using System.Globalization;
using System.Text.Json.Nodes;
using Styrkedja.Facts;

namespace Styrkedja.Formats.Journal;

/// <summary>What the entry of a batch of indicators holds beside what every batch holds: control sums, titles, the answers that the values were read from, and who signed them.</summary>
internal static class IndicatorEntry
{
    public static JsonObject Form(IndicatorManifest manifest) => new()
    {
        ["told"] = manifest.Sums.Told,
        ["missing"] = manifest.Sums.Missing,
        ["suppressed"] = manifest.Sums.Suppressed,
        ["withdrawn"] = manifest.Sums.Withdrawn,
        ["sum"] = manifest.Sums.Sum.ToString(CultureInfo.InvariantCulture),
        ["unchanged"] = manifest.Unchanged,
        ["titles"] = new JsonArray([.. manifest.Titles.Select(t => (JsonNode)new JsonObject { ["source"] = t.Source, ["code"] = t.Code, ["title"] = t.Title })]),
        ["answers"] = new JsonArray([.. manifest.Answers.Select(AnswerForm)]),
    };

    public static IndicatorManifest Read(JournalValue form) => new(
        new((long)form["told"], (long)form["missing"], (long)form["suppressed"], (long)form["withdrawn"], decimal.Parse((string)form["sum"], CultureInfo.InvariantCulture)),
        (long)form["unchanged"],
        form["titles"].ToArray(t => new IndicatorTitle((string)t["source"], (string)t["code"], (string)t["title"])),
        form["answers"].ToArray(a => new FetchedAnswer((string)a["address"], a["at"].ToMoment(), (string)a["hash"], (long)a["bytes"])));

    public static JsonObject SignerForm(ValueSigner signer) => new()
    {
        ["partner"] = signer.Partner,
        ["office"] = signer.Office,
        ["at"] = signer.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        ["source"] = signer.Source,
    };

    public static ValueSigner ReadSigner(JournalValue form) => new((string)form["partner"], (string)form["office"], form["at"].ToMoment(), form.Find("source").TextOrNothing());

    private static JsonNode AnswerForm(FetchedAnswer answer) => new JsonObject
    {
        ["address"] = answer.Address,
        ["at"] = answer.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        ["hash"] = answer.Hash,
        ["bytes"] = answer.Bytes,
    };
}
