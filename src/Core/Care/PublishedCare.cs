using System.Globalization;
using Styrkedja.Decisions;
using Styrkedja.Disclosure;

namespace Styrkedja.Care;

/// <summary>The care tables of a year as they may be shown.</summary>
/// <param name="Release">Which release it is.</param>
/// <param name="Groups">The arms of the care system that providers stand under.</param>
/// <param name="Municipalities">The region's own.</param>
public sealed record PublishedCare(CareRelease Release, IReadOnlyList<ProviderGroup> Groups, IReadOnlyList<string> Municipalities, IReadOnlyDictionary<CareTablePlan, PublishedTable> Tables)
{
    public PublishedTable this[CareTablePlan plan] => Tables[plan];

    /// <summary>A cell by its codes, in the order of the plan's axes; nothing when it is hidden, zero when no such code is counted.</summary>
    public long? Of(CareTablePlan plan, params IReadOnlyList<string> codes) =>
        Enumerable.Range(0, codes.Count).All(d => Tables[plan].Dimensions[d].Codes.Contains(codes[d])) ? Tables[plan][codes] : 0;

    /// <summary>The tables of the last of some releases, protected also against what the earlier ones have shown.</summary>
    /// <remarks>Deterministic: the same sums and parameters give the same cells. Codes that a later release brings are held against the earlier ones as nothing.</remarks>
    /// <param name="releases">Each release with its sums, the oldest first.</param>
    public static PublishedCare Of(
        IReadOnlyList<(CareRelease Release, CareSums Sums)> releases,
        IReadOnlyList<ProviderGroup> groups,
        IReadOnlyList<string> municipalities,
        DisclosureParameters parameters)
    {
        // Tables that share cells cannot be rounded; whoever decides on rounding wants them safe, so they are hidden in.
        if (parameters.Method == DisclosureMethod.Rounding)
            parameters = parameters with { Method = DisclosureMethod.Suppression };
        var tables = new Dictionary<CareTablePlan, PublishedTable>();
        foreach (var measure in Enum.GetValues<CareMeasure>())
        {
            var axes = AxesOf(measure, [.. releases.Select(r => r.Sums)], groups, municipalities);
            var earlier = new List<Release>();
            foreach (var (_, sums) in releases)
            {
                var facts = CareTables.Of(measure, sums, axes);
                var telling = measure == CareMeasure.Contacts ? CareTables.TellingOfSomeone(sums, facts, parameters) : null;
                earlier.Add(new(facts, DisclosureControl.Protect(facts, parameters, [.. earlier], telling), ReleaseChange.Corrects));
            }

            foreach (var (plan, shown) in CareTablePlan.Of(measure).Zip(earlier[^1].Shown))
                tables[plan] = shown;
        }

        return new(releases[^1].Release, groups, municipalities, tables);
    }

    /// <summary>The dimensions that counts of some releases are laid out along.</summary>
    public static CareAxes AxesOf(CareMeasure measure, IReadOnlyList<CareSums> sums, IReadOnlyList<ProviderGroup> groups, IReadOnlyList<string> municipalities)
    {
        return measure == CareMeasure.Contacts
            ? new(groups, municipalities, Codes(s => s.Contacts.Providers), Codes(s => s.Contacts.Types), ByAge(Codes(s => s.Contacts.AgeBands)))
            : new(groups, municipalities, Codes(s => s.Listed.Providers), [], ByAge(Codes(s => s.Listed.AgeBands)));

        IReadOnlyList<string> Codes(Func<CareSums, IReadOnlyList<string>> of) => [.. sums.SelectMany(of).Distinct().Order(StringComparer.Ordinal)];
    }

    private static IReadOnlyList<string> ByAge(IReadOnlyList<string> bands) => [.. bands.OrderBy(band => int.Parse(band.Split('-')[0], CultureInfo.InvariantCulture))];
}
