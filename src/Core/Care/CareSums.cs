namespace Styrkedja.Care;

/// <summary>How many persons stand behind each cell of a table of contacts, and how many of its contacts the one with the most of them has.</summary>
/// <remarks>Persons are counted once in each cell, so they do not add up. Ten contacts may be one person's: that is why a cell's contacts alone do not tell whether it may be shown.</remarks>
/// <param name="Table">Name of the table, of <see cref="CareTablePlan"/>.</param>
/// <param name="Persons">By cell, in the table's own order; of cells with very many contacts at least so many.</param>
/// <param name="Largest">By cell: contacts of the person who has the most; of cells with very many contacts at most so many.</param>
public sealed record PatientCounts(string Table, int[] Persons, int[] Largest);

/// <summary>What leaves the zone of care of one release of a year: contacts and listed residents as counts.</summary>
public sealed record CareSums(int Year, int Release, ContactCounts Contacts, ListedCounts Listed, IReadOnlyList<PatientCounts> Patients);
