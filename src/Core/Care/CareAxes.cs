using System.Globalization;
using Styrkedja.Decisions;
using Styrkedja.Disclosure;
using Styrkedja.Facts;
using Styrkedja.Provenance;

namespace Styrkedja.Care;

/// <summary>The dimensions of the care tables of a year, and where among them each code of the counts lies.</summary>
/// <remarks>The same dimension is one object in every table, which is how disclosure control knows that cells are the same.</remarks>
public sealed class CareAxes
{
    /// <summary>Codes that stand for all, for the rest of the country, and for abroad or unknown.</summary>
    public const string All = "all", Elsewhere = "elsewhere", Unknown = "unknown";

    private const string Abroad = "0000";

    private readonly Dictionary<CareAxis, TableDimension> _dimensions;
    private readonly Dictionary<string, int> _providers;
    private readonly HashSet<string> _own;

    /// <param name="groups">The arms of the care system at the end of the year; a provider in none of them stands for itself among other regions.</param>
    /// <param name="municipalities">Codes of the region's own municipalities.</param>
    /// <param name="providers">Ids of the providers counted.</param>
    public CareAxes(IReadOnlyList<ProviderGroup> groups, IReadOnlyList<string> municipalities, IReadOnlyList<string> providers, IReadOnlyList<string> types, IReadOnlyList<string> ageBands)
    {
        _own = [.. municipalities];
        var codes = ProviderCodes(groups, providers);
        var dimension = TableDimension.Of("provider", All, codes);
        _dimensions = new()
        {
            [CareAxis.Provider] = dimension,
            [CareAxis.Month] = TableDimension.Of("month", All, Enumerable.Range(1, 12).Select(MonthCode)),
            [CareAxis.Home] = TableDimension.Of("home", All, [.. municipalities.Order(StringComparer.Ordinal), Elsewhere, Unknown]),
            [CareAxis.AgeBand] = TableDimension.Of("age", All, ageBands),
            [CareAxis.Sex] = TableDimension.Of("sex", All, SexCode(Sex.Women), SexCode(Sex.Men)),
            [CareAxis.Type] = TableDimension.Of("type", All, types),
        };
        _providers = providers.ToDictionary(id => id, dimension.PlaceOf, StringComparer.Ordinal);
    }

    public TableDimension this[CareAxis axis] => _dimensions[axis];

    /// <summary>The code of an arm in the dimension of providers.</summary>
    public static string CodeOf(ProviderGroup group) => group.IsOfMany ? $"group/{group.Id}" : group.Id;

    /// <summary>The code of all who run care in the same way.</summary>
    public static string CodeOf(Regime regime) => KeyWord.Of(regime);

    public static string MonthCode(int month) => month.ToString("00", CultureInfo.InvariantCulture);

    public static string SexCode(Sex sex) => KeyWord.Of(sex);

    /// <summary>The place of an innermost code of the counts along an axis.</summary>
    public int PlaceOf(CareAxis axis, string code) => axis switch
    {
        CareAxis.Provider => _providers[code],
        CareAxis.Home => this[axis].PlaceOf(_own.Contains(code) ? code : code == Abroad ? Unknown : Elsewhere),
        _ => this[axis].PlaceOf(code),
    };

    /// <summary>Regimes, arms and providers, all that have anything counted; an arm of one provider is that provider.</summary>
    private static IEnumerable<(string Code, string? Under)> ProviderCodes(IReadOnlyList<ProviderGroup> groups, IReadOnlyList<string> providers)
    {
        var (left, regimes) = (providers.ToHashSet(StringComparer.Ordinal), new HashSet<Regime>());
        foreach (var group in groups)
        {
            var counted = group.Providers.Select(p => p.Act.Id).Where(left.Remove).ToList();
            if (counted.Count == 0)
                continue;
            if (regimes.Add(group.Regime))
                yield return (CodeOf(group.Regime), null);
            if (group.IsOfMany)
                yield return (CodeOf(group), CodeOf(group.Regime));
            foreach (var id in counted)
                yield return (id, group.IsOfMany ? CodeOf(group) : CodeOf(group.Regime));
        }

        if (left.Count > 0 && regimes.Add(Regime.OutOfRegion))
            yield return (CodeOf(Regime.OutOfRegion), null);
        foreach (var id in providers.Where(left.Contains))
            yield return (id, CodeOf(Regime.OutOfRegion));
    }
}
