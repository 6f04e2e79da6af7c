namespace Styrkedja.Formats.Offices;

/// <summary>An employee's office as a staff system tells it: who, as what, where, and from when until when.</summary>
/// <param name="Person">HSA-id or the subject by which the person signs in; never a personal identity number.</param>
/// <param name="Office">The office in the journal, by its id; absent when the work is no office that decisions know.</param>
/// <param name="Function">What the work gives rights to, one of <see cref="OfficeFeed.Functions"/>.</param>
/// <param name="Unit">Id of a unit or code of a cost centre.</param>
/// <param name="To">The last day; absent while no end is known.</param>
public sealed record FedOffice(string Person, string? Name, string? Email, string Title, string? Office, string Function, string Unit, DateOnly From, DateOnly? To);
