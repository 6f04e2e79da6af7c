using Styrkedja.Decisions;
using Styrkedja.Facts;

namespace Styrkedja.Indicators;

/// <summary>A region of the country as a source of statistics names it.</summary>
public sealed record StatisticsPlace(string Code, string Name);

/// <summary>What indicators rest on besides decisions: the values that sources have told, and the tables that say how to read them.</summary>
/// <param name="ToldOf">Every telling of a measure in a place for one sex and no further part, of all periods, in the order told; by source, code, place and sex.</param>
/// <param name="PolarityOf">Which way is better by the table, for a source and code; nothing when the table does not say.</param>
/// <param name="Regions">The regions to compare with.</param>
/// <param name="Country">The source's code of the whole country.</param>
/// <param name="Likeness">The measures by which regions are found alike.</param>
/// <param name="MostAlike">How many regions are called alike.</param>
public sealed record IndicatorGround(
    Func<string, string, string, Sex, IReadOnlyList<KnownIndicatorValue>> ToldOf,
    Func<string, string, Polarity?> PolarityOf,
    IReadOnlyList<StatisticsPlace> Regions,
    string Country,
    IReadOnlyList<LikenessMeasure> Likeness,
    int MostAlike)
{
    /// <summary>The whole country, in the codes of places that all sources here share.</summary>
    public const string CountryCode = "0000";

    /// <summary>No values and no tables.</summary>
    public static readonly IndicatorGround None = new((_, _, _, _) => [], (_, _) => null, [], CountryCode, [], 0);

    /// <summary>The name of a place as the table of regions has it; the code itself for one that the table lacks.</summary>
    public string NameOf(string place) => Regions.FirstOrDefault(r => r.Code == place)?.Name ?? place;

    /// <summary>The word of a source in the keys of its values.</summary>
    public static string WordOf(StatisticsSource source) => source switch
    {
        StatisticsSource.Kolada => "kolada",
        StatisticsSource.Scb => "scb",
        StatisticsSource.Partners => SignedValues.Source,
        _ => "own",
    };
}
