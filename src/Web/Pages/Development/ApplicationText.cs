using System.Globalization;
using System.Text;

namespace Styrkedja.Web.Pages.Development;

/// <summary>An application to a call as a decision file, made of what someone has filled in; whoever receives it records the file as it stands or mends it first.</summary>
internal static class ApplicationText
{
    private const int Longest = 300;

    /// <param name="typed">What stands in a field, by the field's name.</param>
    public static string Of(string call, Func<string, string> typed, DateOnly received)
    {
        var day = received.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var text = new StringBuilder()
            .Append("decision: ").AppendLine(CultureInfo.InvariantCulture, $"ANSÖKAN-{day}-1")
            .AppendLine("body: HANDLÄGGARE")
            .Append("date: ").AppendLine(day)
            .Append("title: ").AppendLine(Quoted("Ansökan: " + typed("name")))
            .AppendLine("acts:")
            .AppendLine("  - receive-grant-application:")
            .AppendLine(CultureInfo.InvariantCulture, $"      id: {call}-{day}-1")
            .Append("      call: ").AppendLine(call)
            .Append("      applicant: {name: ").Append(Quoted(typed("organisation"))).Append(typed("number") is { Length: > 0 } number ? ", organisation-number: " + Quoted(number) : "").Append(", kind: ").Append(Quoted(typed("kind"))).AppendLine("}");
        foreach (var (field, name) in new[] { ("name", "name"), ("choice", "choice"), ("costs", "costs"), ("applied", "applied"), ("own-financing", "own") })
            text.Append(CultureInfo.InvariantCulture, $"      {field}: ").AppendLine(Quoted(typed(name)));
        if (typed("other") is { Length: > 0 } other)
            text.Append("      other: [{source: ").Append(Quoted(typed("source"))).Append(", amount: ").Append(Quoted(other)).AppendLine("}]");
        if (typed("place").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } place)
            text.Append("      place: [").AppendJoin(", ", place.Select(Quoted)).AppendLine("]");
        return text.Append("      time: ").AppendLine(Quoted($"{typed("first")}..{typed("last")}")).Append("      received: ").AppendLine(day).ToString();
    }

    /// <summary>Any words as one value of the file, so that nothing typed can be read as anything else.</summary>
    private static string Quoted(string words)
    {
        var shown = new string([.. words.Where(c => !char.IsControl(c)).Take(Longest)]);
        return "\"" + shown.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
    }
}
