using Styrkedja.Decisions;
using static Styrkedja.Formats.Decisions.Kinds;

namespace Styrkedja.Formats.Decisions;

/// <summary>The forms of acts about reports of rounds: what they hold, their texts and their editions.</summary>
internal static class ReportForms
{
    public static readonly IReadOnlyList<ActForm> All =
    [
        new("set-report-outline", 1, "Decides what reports of a kind of round hold from a year on.", f => new SetReportOutline(
            f.Required("id", Id, "Short id."),
            f.Required("kind", OneOf<RoundKind>(), "The kind of round."),
            f.Required("from-year", Year, "The first year whose reports follow it."),
            f.Required("sections", SomeOf(Nested(SectionForm)), "Its sections, in order."))),
        new("write-report-text", 1, "Writes the text of a section of a round's report.", f => new WriteReportText(
            f.Required("round", Id, "The round."),
            f.Required("section", Id, "The section of its outline."),
            f.Required("text", Names, "Markdown; a figure is named by its address as {figure: ADDRESS}."))),
        new("freeze-report", 1, "Freezes an edition of a round's report.", f => new FreezeReport(
            f.Required("round", Id, "The round."),
            f.Required("edition", Edition, "1 for the first; each correction is the next."),
            f.Required("as-of", Date, "The day from which the report sees the region."),
            f.Required("known-at", Weight, "The journal position up to which it knows."),
            f.Required("input", Sha256, "SHA-256 of the report's figures and texts, in hexadecimal."),
            f.Optional("reason", Names, "Why a new edition was made."))),
    ];

    private static FieldKind<int> Edition => Holding(Count, edition => edition >= 1, "edition", ("minimum", 1));

    private static OutlineSection SectionForm(Fields f) => new(
        f.Required("id", Id, "Short id, the same from year to year."),
        f.Required("title", Names, "Its heading."),
        f.Optional("parts", ListOf(OneOf<ReportPart>()), "What the system puts in, in order.") ?? [],
        f.Optional("writer", Id, "The body or office that writes its text; left out for a section without text."),
        f.Optional("due-days", Optionally(Count), "The last day for the text, as days after the end of the period."));
}
