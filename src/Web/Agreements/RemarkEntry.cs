using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Styrkedja.App.Settling;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Goals;
using Styrkedja.Provenance;

namespace Styrkedja.Web.Agreements;

/// <summary>Something that someone is about to say about one line of a settlement, as typed.</summary>
/// <param name="Offices">The offices in whose name the visitor may speak; the first is chosen when no other is.</param>
/// <param name="Answers">The question or objection that it answers; absent when the provider speaks.</param>
/// <param name="Faults">What was wrong with it when it was last sent.</param>
public sealed record RemarkEntry(SignAgreement Agreement, FrozenLine Line, IReadOnlyList<string> Offices, string? Answers, string By, RemarkKind Says, string Text, IReadOnlyList<Fault> Faults)
{
    /// <summary>The kinds that can be chosen from: those of the provider, or those of the payer.</summary>
    public IReadOnlyList<RemarkKind> Kinds => Answers is null ? [RemarkKind.Question, RemarkKind.Objection] : [RemarkKind.Answer, RemarkKind.Correction];

    /// <summary>The page that the line stands on.</summary>
    public string Page => $"/care/providers/{Uri.EscapeDataString(Agreement.Provider)}";

    /// <summary>Where in it the line stands.</summary>
    public static string AnchorOf(FrozenLine line) => $"l-{line.Agreement}-{line.Month}-{line.Component}";

    /// <summary>The address at which one speaks of a line.</summary>
    public static string AddressOf(string provider, FrozenLine line, string? answers) => AddressOf(provider, line.Agreement, line.Month, line.Component, answers);

    /// <summary>The address at which one answers what has been asked of a line.</summary>
    public static string AddressOf(OpenQuestion open) =>
        AddressOf(open.Agreement.Provider, open.Agreement.Id, open.Asked.Assessment.Period.From, open.Asked.Assessment.Remark!.Component, open.Asked.Assessment.Id);

    private static string AddressOf(string provider, string agreement, Month month, string component, string? answers) =>
        $"/care/providers/{Uri.EscapeDataString(provider)}/remark?agreement={Uri.EscapeDataString(agreement)}&month={month}&component={Uri.EscapeDataString(component)}{(answers is null ? "" : "&answers=" + Uri.EscapeDataString(answers))}";

    /// <summary>The assessment that it becomes, as a decision file holds it.</summary>
    public string AsFile(DateOnly day)
    {
        var number = Line.Said.Count + 1;
        var remark = new JsonObject { ["component"] = Line.Component, ["says"] = KeyWord.Of(Says) };
        if (Answers is not null)
            remark["answers"] = Answers;
        return new JsonObject
        {
            ["assessment"] = string.Create(CultureInfo.InvariantCulture, $"S-{Line.Agreement}-{Line.Month}-{Line.Component}-{number}"),
            ["subject"] = Line.Agreement,
            ["by"] = By,
            ["period"] = $"{Line.Month}..{Line.Month}",
            ["date"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["text"] = Text,
            ["remark"] = remark,
        }.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
