using Styrkedja.Calendar;
using Styrkedja.Care;
using Styrkedja.Decisions;
using Styrkedja.FollowUp;
using Styrkedja.Provenance;
using Styrkedja.Web.Charts;
using Styrkedja.Web.Readers;

namespace Styrkedja.Web.Pages.Care;

/// <summary>The municipalities of the region as care sees them: how many live there, and which other region their highly specialised care goes to.</summary>
public sealed class CareHomes(Reading reading, PublishedCare? care)
{
    private const int MonthsBack = 24;

    /// <summary>The municipalities, those of the same care region together; with what flows from each when that is known, else with their residents.</summary>
    public IReadOnlyList<CareHome> Of(CareSystemFlows flows) =>
    [
        .. (flows.ByHome.Count > 0
            ? flows.ByHome.Select(h => new CareHome(h.Home, h.Value, false, RegionOf(h.Home)))
            : Codes.Select(code => (code, Residents: Residents(code)?.Count)).Where(h => h.Residents is not null).Select(h => new CareHome(h.code, h.Residents, true, RegionOf(h.code))))
            .OrderBy(h => h.Code is CareAxes.Elsewhere or CareAxes.Unknown).ThenBy(h => h.CareRegion?.Sv, StringComparer.Ordinal).ThenByDescending(h => h.Value ?? 0),
    ];

    /// <summary>Codes of the region's own municipalities.</summary>
    public IReadOnlyList<string> Codes => [.. reading.State.Organisation.Subjects.Select(s => s.Municipality).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <summary>How many live somewhere as it was last told by the end of the year, and for which month; nothing when no one has told.</summary>
    public (int Count, FigureAddress Told)? Residents(string code)
    {
        var last = new Month(reading.Year, 12);
        foreach (var month in Enumerable.Range(0, MonthsBack).Select(back => Month.FromIndex(last.Index - back)))
        {
            var address = new FigureAddress(Measure.Population, new(month, month), code);
            if (reading.View.Evaluate(address).Value is FigureValue.Number number)
                return ((int)number.Value, address);
        }

        return null;
    }

    /// <summary>Which of the other regions that give the same care a municipality's contacts go to for the most part, and more than twice as many as to any other.</summary>
    public Bilingual? RegionOf(string home)
    {
        if (care is null || home is CareAxes.Elsewhere or CareAxes.Unknown)
            return null;
        var alike = care.Groups.Where(g => g.Regime == Regime.OutOfRegion && g.Care is not null).GroupBy(g => g.Care!.Sv, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
        var most = alike?.Select(g => (g.Name, Contacts: care.Of(CareTablePlan.ContactsByHome, CareAxes.CodeOf(g), home) ?? 0)).OrderByDescending(g => g.Contacts).ToList();
        return most is [var first, var second, ..] && first.Contacts > 2 * second.Contacts ? first.Name : null;
    }
}
