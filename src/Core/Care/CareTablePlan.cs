namespace Styrkedja.Care;

/// <summary>What care tables are divided by.</summary>
public enum CareAxis
{
    /// <summary>Month of the contact.</summary>
    Month,

    /// <summary>Providers, under their arms, under who runs the care.</summary>
    Provider,

    /// <summary>The region's municipalities, the rest of the country together, and abroad or unknown.</summary>
    Home,
    AgeBand,
    Sex,

    /// <summary>Type of contact.</summary>
    Type,
}

/// <summary>What the cells of a care table count.</summary>
public enum CareMeasure
{
    Contacts,

    /// <summary>Residents listed on the last day of the year.</summary>
    Listed,
}

/// <summary>One care table that is published each year, by name.</summary>
public sealed record CareTablePlan(string Name, CareMeasure Measure, IReadOnlyList<CareAxis> Axes)
{
    public static readonly CareTablePlan ContactsByMonth = new("contacts-by-month", CareMeasure.Contacts, [CareAxis.Provider, CareAxis.Month]);

    public static readonly CareTablePlan ContactsByHome = new("contacts-by-home", CareMeasure.Contacts, [CareAxis.Provider, CareAxis.Home]);

    public static readonly CareTablePlan ContactsByAge = new("contacts-by-age", CareMeasure.Contacts, [CareAxis.Provider, CareAxis.AgeBand]);

    public static readonly CareTablePlan ContactsByType = new("contacts-by-type", CareMeasure.Contacts, [CareAxis.Provider, CareAxis.Type]);

    public static readonly CareTablePlan ContactsByPerson = new("contacts-by-person", CareMeasure.Contacts, [CareAxis.Home, CareAxis.AgeBand, CareAxis.Sex]);

    public static readonly CareTablePlan ListedByHome = new("listed-by-home", CareMeasure.Listed, [CareAxis.Provider, CareAxis.Home]);

    public static readonly CareTablePlan ListedByPerson = new("listed-by-person", CareMeasure.Listed, [CareAxis.Home, CareAxis.AgeBand, CareAxis.Sex]);

    /// <summary>All that is published about care from the zone, decided here and nowhere else. Every page, file and answer shows cells of these, and the attack test lays all of them beside each other.</summary>
    public static IReadOnlyList<CareTablePlan> Published { get; } = [ContactsByMonth, ContactsByHome, ContactsByAge, ContactsByType, ContactsByPerson, ListedByHome, ListedByPerson];

    /// <summary>Those that count the same, and so are protected together.</summary>
    public static IReadOnlyList<CareTablePlan> Of(CareMeasure measure) => [.. Published.Where(plan => plan.Measure == measure)];
}
