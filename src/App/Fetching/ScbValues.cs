using System.Globalization;
using Styrkedja.Calendar;
using Styrkedja.Facts;
using Styrkedja.Formats.Indicators;
using Styrkedja.Provenance;

namespace Styrkedja.App.Fetching;

/// <summary>Makes values of indicators of a table that SCB has answered.</summary>
/// <remarks>Places get four digits, as Kolada has them: 13 becomes 0013 and 00 becomes 0000. A measure is the table and what is counted, such as TAB638:BE0101N1.</remarks>
internal static class ScbValues
{
    /// <summary>The word by which values of SCB are known here.</summary>
    public const string Source = "scb";

    /// <summary>The values of an answer, cell by cell.</summary>
    /// <exception cref="FaultException">The answer has other variables or codes than were asked for.</exception>
    public static IReadOnlyList<IndicatorValue> Read(ScbChoice asked, JsonStat answer, string address)
    {
        var plan = asked.Plan;
        foreach (var (variable, codes) in asked.Chosen)
        {
            if (answer.Variables.FirstOrDefault(v => v.Code == variable) is not { } given || !given.Codes.ToHashSet(StringComparer.Ordinal).SetEquals(codes))
                throw new FaultException(Fault.Error("fetch.answers-something-else", new(address), variable, ("codes", string.Join(", ", codes.Take(10)))));
        }

        if (answer.Variables.FirstOrDefault(v => v.Codes.Count > 1 && !asked.Chosen.Any(c => c.Variable == v.Code)) is { } unasked)
            throw new FaultException(Fault.Error("fetch.answers-something-else", new(address), unasked.Code, ("codes", "")));
        var variables = answer.Variables;
        var at = new int[variables.Count];
        var values = new List<IndicatorValue>(answer.Values.Count);
        foreach (var value in answer.Values)
        {
            values.Add(new(KeyOf(plan, variables, at, address), value, value is null ? ValueStatus.Missing : ValueStatus.Told));
            for (var i = at.Length - 1; i >= 0 && ++at[i] == variables[i].Codes.Count; i--)
                at[i] = 0;
        }

        return values;
    }

    /// <summary>The months of a code of time: 2017, 2017M03, 2017K1 or 2017H1; nothing for any other.</summary>
    public static Period? PeriodOf(string code)
    {
        if (code.Length < 4 || !int.TryParse(code.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is <= 1700 or >= 2200)
            return null;
        if (code.Length == 4)
            return Period.Year(year);
        if (!int.TryParse(code.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var part))
            return null;
        return (code[4], part) switch
        {
            ('M', >= 1 and <= 12) => Of(part, 1),
            ('K' or 'Q', >= 1 and <= 4) => Of((part * 3) - 2, 3),
            ('H', 1 or 2) => Of((part * 6) - 5, 6),
            _ => null,
        };

        Period Of(int first, int months) => new(new Month(year, first), new Month(year, first).Plus(months - 1));
    }

    private static IndicatorKey KeyOf(ScbTablePlan plan, IReadOnlyList<StatVariable> variables, int[] at, string address)
    {
        var (code, place, sex, part) = (plan.Table, "", Sex.All, "");
        Period? period = null;
        for (var i = 0; i < at.Length; i++)
        {
            var (variable, chosen) = (variables[i].Code, variables[i].Codes[at[i]]);
            if (variable == plan.ContentsVariable)
                code = $"{plan.Table}:{chosen}";
            else if (variable == plan.PlaceVariable)
                place = chosen.Length == 2 ? "00" + chosen : chosen;
            else if (variable == plan.TimeVariable)
                period = PeriodOf(chosen);
            else if (variable == plan.SexVariable)
                sex = SexOf(chosen, address);
            else if (plan.Divide.FirstOrDefault(d => d.Variable == variable) is { } division && chosen != division.Whole)
                part += $"{(part.Length > 0 ? " " : "")}{variable}={chosen}";
        }

        return new(Source, code, place, period ?? throw new FaultException(Fault.Error("fetch.answers-something-else", new(address), plan.TimeVariable, ("codes", ""))), sex, part);
    }

    private static Sex SexOf(string code, string address) => code switch
    {
        "1" => Sex.Men,
        "2" => Sex.Women,
        "1+2" or "tot" or "TOT" or "T" => Sex.All,
        _ => throw new FaultException(Fault.Error("fetch.sex-unknown", new(address), code)),
    };
}
