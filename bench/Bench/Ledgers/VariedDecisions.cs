using System.Globalization;

namespace Styrkedja.Bench.Ledgers;

/// <summary>A long life of decisions and assessments in a made-up region, as decision files of one document each: frames, budgets, goals, targets, units, rounds.</summary>
/// <remarks>Sixteen years. Most is decided in the order recorded; one in fifty was decided earlier and found late. The same for the same number.</remarks>
public sealed class VariedDecisions(BenchRegion region, int count)
{
    public const int FirstYear = 2010;
    public const int Years = 16;

    private static readonly string[] s_purposes = ["", .. Enumerable.Range(1, 40).Select(i => $"ändamål {i}")];

    /// <summary>The year that the decision of a number falls in, when it was not found late.</summary>
    public int YearOf(int number) => DayOf(number).Year;

    public string Text(int number)
    {
        var chance = new Chance((ulong)(number + 1) * 1_000_003);
        var day = DayOf(chance.Below(50) == 0 ? chance.Below(number + 1) : number);
        var year = Math.Min(FirstYear + Years - 1, day.Year + chance.Below(2));
        var of = chance.Below(region.Bodies);
        var body = region.NodeIds[1 + of];
        var unit = region.NodeIds[region.FirstUnit + (of * region.UnitsPerBody) + chance.Below(region.UnitsPerBody)];
        var lot = chance.Below(100);
        if (lot < 10)
            return string.Create(CultureInfo.InvariantCulture, $"assessment: BED-{number}\nsubject: {body}\nby: {body}\nperiod: {year}-{1 + chance.Below(12):00}\ndate: {day:yyyy-MM-dd}\nforecast: {chance.Below(90_000) - 40_000} tkr\ntext: Prognos {number % 500}\n");
        var act = lot switch
        {
            < 22 => $"set-frame: {{year: {year}, from: REGION, to: {body}, kind: grant, amount: {1 + chance.Below(4_000_000)} tkr}}",
            < 74 => $"set-frame: {{year: {year}, from: {body}, to: {unit}, kind: grant, amount: {1 + chance.Below(900_000)} tkr{Purpose(s_purposes[chance.Skewed(s_purposes.Length)])}}}",
            < 84 => $"set-budget: {{year: {year}, subject: {unit}, rows: [{string.Join(", ", Enumerable.Range(8, 3).Select(g => $"{{group: {BenchRegion.Groups[g].Id}, amount: -{1 + chance.Below(50_000)} tkr}}"))}]}}",
            < 86 => $"set-result-budget: {{year: {year}, subject: REGION, result: {chance.Below(90_000)} tkr}}",
            < 87 => $"adopt-goal: {{id: G{chance.Below(60)}, area: M1, under: V, owner: {body}, text: Mål {number % 60}, valid: {day.Year}..}}",
            < 90 => $"adopt-sub-goal: {{id: D{year}-{chance.Below(60)}, year: {year}, goal: G{chance.Below(60)}, owner: {body}, text: Delmål {number % 300}}}",
            < 92 => $"adopt-indicator: {{id: I{chance.Below(300)}, of: D{year}-{chance.Below(60)}, name: Indikator {number % 300}, unit: procent, polarity: higher-is-better}}",
            < 95 => $"set-target: {{indicator: I{chance.Below(300)}, year: {year}, value: {chance.Below(100)}}}",
            < 98 => $"establish-unit: {{id: {unit}, under: F{unit[1..3]}, valid: 2009.., name: Enhet {number}}}",
            _ => $"open-round: {{id: R-{year}-{1 + chance.Below(12)}, kind: month, period: {year}-{1 + chance.Below(12):00}, name: Månadsrapport}}",
        };
        return string.Create(CultureInfo.InvariantCulture, $"decision: B-{number}\nbody: RF\ndate: {day:yyyy-MM-dd}\nparagraph: § {1 + (number % 190)}\ntitle: Beslut {number % 5000}\ntaken: true\nacts:\n  - {act}\n");
    }

    private DateOnly DayOf(int number) => new DateOnly(FirstYear, 1, 1).AddDays((int)((long)number * Years * 365 / count));

    private static string Purpose(string text) => text.Length == 0 ? "" : $", purpose: {text}";
}
