using CsCheck;
using Styrkedja.Formats.Decisions;

namespace Styrkedja.Formats.Journal;

/// <summary>Decision files drawn by lot, as text that the reader accepts: the acts of the file of everything, in any number and order, with other values.</summary>
internal static class RandomDecision
{
    private static readonly string[] s_acts = [.. File.ReadAllText(Repository.Path("tests/Formats.Tests/Decisions/AllActs.yaml"))
        .Split("\nacts:\n")[1].Split("\n---")[0].Split("\n  - ").Select(act => act.Trim().TrimStart('-').Trim())];

    private static readonly Gen<string> s_id = Gen.String[Gen.Char["ABCÅÖabcö0123456789-._"], 1, 10].Where(id => char.IsLetterOrDigit(id[0]));

    private static readonly Gen<string> s_text = Gen.String[Gen.Char["abcÅÄÖåäö €§{}[]:#,'\u00a0%&*!|>@`-"], 1, 12].Where(t => t.Trim().Length > 0).Select(t => $"'{t.Replace("'", "''")}'");

    private static readonly Gen<string> s_amount = Gen.Select(Gen.Long[0, 900_000_000_000], Gen.Int[0, 99], (kronor, ore) => $"{kronor},{ore:00} kr");

    private static readonly Gen<string> s_act = Gen.Select(Gen.OneOf([.. s_acts.Select(Gen.Const)]), s_id, s_text, s_amount, Gen.Int[1901, 2199], Gen.Bool).Select((act, id, text, amount, year, mark) =>
    {
        var written = act.Replace("id: A1,", $"id: {id},").Replace("id: DN-A,", $"id: '{id}',").Replace("God vård", text).Replace("Kortare väntan", text).Replace("Driftnämnd A", text)
            .Replace("3 912 500,01 kr", amount).Replace("−17 mnkr", $"'-{amount}'").Replace("year: 2017", $"year: {year}");
        return mark && !written.Contains('\n') && written.EndsWith('}') && !written.Contains("illustrative", StringComparison.Ordinal) ? written[..^1] + ", illustrative: true, source: {key: K, note: " + text + "}}" : written;
    });

    public static readonly Gen<string> Texts = Gen.Select(s_id, s_text, Gen.Date, Gen.Bool, Gen.Bool, s_act.Array[1, 6]).Select((id, title, day, taken, illustrative, acts) =>
        $"""
        decision: '{id}'
        body: RF
        date: {day:yyyy-MM-dd}
        title: {title}
        taken: {(taken ? "true" : "false")}
        illustrative: {(illustrative ? "true" : "false")}
        acts:
        {string.Join('\n', acts.Select(a => $"  - {a}"))}
        """);
}
