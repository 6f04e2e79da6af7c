using Styrkedja.App.Texts;
using Styrkedja.Care;
using Styrkedja.Region;

namespace Styrkedja.Web.Words;

/// <summary>What municipalities are called, as the region's local committees are named after them, or as they call themselves where there is no such committee.</summary>
public static class MunicipalityNames
{
    /// <summary>The name of a municipality of the region, or of the rest as care tables tell it; its code when nobody has named it.</summary>
    public static string Of(Texts t, RegionState state, string code)
    {
        if (code is CareAxes.All or CareAxes.Elsewhere or CareAxes.Unknown)
            return t[$"care-home.{code}"];
        var committees = state.Organisation.Subjects.Where(s => s.Municipality is not null).ToList();
        if (committees.Find(s => s.Municipality == code) is not { } own)
            return state.Development.EveryPartner.LastOrDefault(p => p.Act.Place == code) is { } partner ? t[partner.Act.Name] : code;
        // Committees are called alike but for the municipality, such as Lokal nämnd Hylte.
        var names = committees.Select(s => t[s.Name]).ToList();
        var alike = names[0].TakeWhile((letter, i) => names.TrueForAll(n => n.Length > i && n[i] == letter)).Count();
        return t[own.Name][(names[0][..alike].LastIndexOf(' ') + 1)..];
    }
}
