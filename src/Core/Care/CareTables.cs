using Styrkedja.Disclosure;

namespace Styrkedja.Care;

/// <summary>The care tables of one release as they truly are, before anything is hidden.</summary>
public static class CareTables
{
    /// <summary>The published tables that count the same, in the order of <see cref="CareTablePlan.Of"/>.</summary>
    public static IReadOnlyList<UnpublishedTable> Of(CareMeasure measure, CareSums sums, CareAxes axes) =>
        [.. CareTablePlan.Of(measure).Select(plan => UnpublishedTable.OfCounts([.. plan.Axes.Select(a => axes[a])], measure == CareMeasure.Contacts ? Rows(plan, sums.Contacts, axes) : Rows(plan, sums.Listed, axes)))];

    /// <summary>The cells that would tell of someone though their contacts are many: those of few persons, and those that are one person's for the most part.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> TellingOfSomeone(CareSums sums, IReadOnlyList<UnpublishedTable> contacts, DisclosureParameters parameters) =>
    [
        .. CareTablePlan.Of(CareMeasure.Contacts).Zip(contacts, (plan, table) => TellingOfSomeone(sums.Patients.First(p => p.Table == plan.Name), table, parameters)),
    ];

    private static List<int> TellingOfSomeone(PatientCounts patients, UnpublishedTable table, DisclosureParameters parameters) =>
    [
        .. Enumerable.Range(0, table.Size).Where(cell => patients.Persons[cell] > 0
            && (patients.Persons[cell] < parameters.MinimumCount || patients.Largest[cell] * 100L > table.ValueOf(cell) * parameters.DominancePercent)),
    ];

    private static IEnumerable<TableRow> Rows(CareTablePlan plan, ContactCounts counts, CareAxes axes)
    {
        var columns = plan.Axes.Select(axis => Places(axis, counts, axes)).ToArray();
        for (var set = 0; set < counts.Count; set++)
            yield return new([.. columns.Select(place => place(set))], counts.Contacts[set]);
    }

    private static IEnumerable<TableRow> Rows(CareTablePlan plan, ListedCounts counts, CareAxes axes)
    {
        var columns = plan.Axes.Select(axis => Places(axis, counts, axes)).ToArray();
        for (var set = 0; set < counts.Count; set++)
        {
            if (counts.Month[set] == 12)
                yield return new([.. columns.Select(place => place(set))], counts.Persons[set]);
        }
    }

    private static Func<int, int> Places(CareAxis axis, ContactCounts counts, CareAxes axes)
    {
        switch (axis)
        {
            case CareAxis.Month:
                return set => counts.Month[set];
            case CareAxis.Sex:
                return set => axes[axis].PlaceOf(CareAxes.SexCode(counts.Sex[set]));
            case CareAxis.Provider:
                return Coded(counts.Providers, set => counts.Provider[set]);
            case CareAxis.Home:
                return Coded(counts.Municipalities, set => counts.Home[set]);
            case CareAxis.AgeBand:
                return Coded(counts.AgeBands, set => counts.AgeBand[set]);
            default:
                return Coded(counts.Types, set => counts.Type[set]);
        }

        Func<int, int> Coded(IReadOnlyList<string> codes, Func<int, int> column)
        {
            var places = codes.Select(code => axes.PlaceOf(axis, code)).ToArray();
            return set => places[column(set)];
        }
    }

    private static Func<int, int> Places(CareAxis axis, ListedCounts counts, CareAxes axes)
    {
        int[] Of(IReadOnlyList<string> codes) => [.. codes.Select(code => axes.PlaceOf(axis, code))];
        var places = axis switch { CareAxis.Provider => Of(counts.Providers), CareAxis.Home => Of(counts.Municipalities), CareAxis.AgeBand => Of(counts.AgeBands), _ => [] };
        return axis switch
        {
            CareAxis.Provider => set => places[counts.Provider[set]],
            CareAxis.Home => set => places[counts.Home[set]],
            CareAxis.AgeBand => set => places[counts.AgeBand[set]],
            CareAxis.Sex => set => axes[axis].PlaceOf(CareAxes.SexCode(counts.Sex[set])),
            _ => throw new ArgumentOutOfRangeException(nameof(axis)),
        };
    }
}
