using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Styrkedja.Goals;
using Styrkedja.Provenance;
using Styrkedja.Region;
using Styrkedja.Web.Words;

namespace Styrkedja.Web.Partners;

/// <summary>Something that someone is about to say about a value that a partner has signed, as typed.</summary>
/// <param name="Partner">The partner whose value it is.</param>
/// <param name="Offices">The offices in whose name the visitor may speak; the first is chosen when no other is.</param>
/// <param name="Answers">The comment that it answers; absent when the region speaks.</param>
/// <param name="Faults">What was wrong with it when it was last sent.</param>
public sealed record ValueRemarkEntry(SignedValue Value, string Partner, IReadOnlyList<string> Offices, string? Answers, string By, string Text, IReadOnlyList<Fault> Faults)
{
    /// <summary>Where one speaks of a value, or answers what was said of it.</summary>
    public static string AddressOf(SignedValue value, string partner, string? answers) =>
        $"{SignedValueEntry.AddressOf(partner, value.Indicator.Id)}/remark?period={DateWords.Query(value.Key.Period)}{(answers is null ? "" : "&answers=" + Uri.EscapeDataString(answers))}";

    public string Address => AddressOf(Value, Partner, Answers);

    /// <summary>The assessment that it becomes, as a decision file holds it.</summary>
    public string AsFile(DateOnly day)
    {
        var remark = new JsonObject { ["place"] = Value.Key.Place, ["says"] = KeyWord.Of(Answers is null ? ValueRemarkKind.Comment : ValueRemarkKind.Answer) };
        if (Answers is not null)
            remark["answers"] = Answers;
        return new JsonObject
        {
            ["assessment"] = string.Create(CultureInfo.InvariantCulture, $"V-{Value.Indicator.Id}-{Value.Key.Place}-{Value.Key.Period.From}-{Value.Said.Count + 1}"),
            ["subject"] = Value.Indicator.Id,
            ["by"] = By,
            ["period"] = $"{Value.Key.Period}",
            ["date"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["text"] = Text,
            ["of-value"] = remark,
        }.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
