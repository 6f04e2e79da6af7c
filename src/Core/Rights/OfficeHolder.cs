using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Organisation;
using Styrkedja.Provenance;
using Styrkedja.Region;

namespace Styrkedja.Rights;

/// <summary>Where it is said that someone holds an office.</summary>
public enum OfficeSource
{
    /// <summary>An appointment in the journal.</summary>
    Appointment,

    /// <summary>The employer's own register, for offices that no decision appoints to.</summary>
    Register,

    /// <summary>A one-time code shown at the console of whoever owns the region's files.</summary>
    Console,
}

/// <summary>An office that someone holds on a certain day, and what that rests on.</summary>
/// <param name="Office">Id of the office; for offices of the register that the journal does not know, the unit and the title.</param>
/// <param name="Appointed">The decision that appointed; absent when none did.</param>
/// <param name="Established">The decision that established the office and said what it is for; absent when none did.</param>
public sealed record OfficeHeld(string Office, Bilingual Name, OfficeFunction Function, string In, bool Deputy, Validity Valid, OfficeSource Source, Decision? Appointed, Decision? Established);

/// <summary>A row of the employer's register: someone works with something in a unit for certain days.</summary>
/// <param name="Office">The office in the journal that it is, so that delegations to it hold; absent when none.</param>
public sealed record RegisteredOffice(Bilingual Title, string? Office, OfficeFunction Function, string In, Validity Valid);

/// <summary>How someone has come to the system.</summary>
public enum Arrival { Public, SignedIn, Console }

/// <summary>Someone who wants something, seen only as the offices held on the day. Who the person is lies beside the journal.</summary>
/// <param name="Id">The opaque holder id that appointments name; absent for the public and the console.</param>
public sealed record OfficeHolder(string? Id, Arrival Arrival, IReadOnlyList<OfficeHeld> Offices)
{
    /// <summary>Anyone who has not signed in.</summary>
    public static readonly OfficeHolder Public = new(null, Arrival.Public, []);

    /// <summary>Whoever owns the region's files and sits at their machine.</summary>
    public static readonly OfficeHolder Console = new(null, Arrival.Console, []);

    /// <summary>Functions that the employer's register can say someone has; the others are given by decisions.</summary>
    public static readonly IReadOnlySet<OfficeFunction> OfTheRegister = new HashSet<OfficeFunction>
    {
        OfficeFunction.Employee,
        OfficeFunction.UnitHead,
        OfficeFunction.Controller,
        OfficeFunction.Secretary,
        OfficeFunction.Registrar,
        OfficeFunction.BudgetOffice,
        OfficeFunction.Commissioner,
        OfficeFunction.Planner,
    };

    /// <summary>Gathers the offices that a signed-in person holds on the day of a state.</summary>
    /// <param name="registered">What the employer's register says of the person.</param>
    /// <param name="administrator">True for an account made administrator at the console or by another administrator.</param>
    public static OfficeHolder Of(string id, RegionState state, IEnumerable<RegisteredOffice> registered, bool administrator)
    {
        var chart = state.Organisation;
        var offices = chart.Appointments.Where(a => a.Act.Holder == id).Select(a => Appointed(a, chart)).OfType<OfficeHeld>().ToList();
        offices.AddRange(registered.Where(r => OfTheRegister.Contains(r.Function) && r.Valid.Holds(chart.Day) && chart.Find(r.In) is not null).Select(r => Employed(r, chart)));
        if (administrator)
            offices.Add(new(nameof(OfficeFunction.Administrator), new("Behörighetsadministratör", "Administrator of accounts"), OfficeFunction.Administrator, Subject.RegionId, false, Validity.Always, OfficeSource.Console, null, null));
        return new(id, Arrival.SignedIn, offices);
    }

    private static OfficeHeld? Appointed(Decided<Appoint> appointed, OrganisationChart chart) => chart.FindOffice(appointed.Act.Office) is { Act: var office, By: var by }
        ? new(office.Id, office.Name, office.Function, office.In, appointed.Act.Deputy, appointed.Act.Valid, OfficeSource.Appointment, appointed.By, by)
        : null;

    // The register says who works where; what an office of the journal is for, the journal itself says, as far as the register may fill it.
    private static OfficeHeld Employed(RegisteredOffice row, OrganisationChart chart) => row.Office is { } id && chart.FindOffice(id) is { Act: var office, By: var by } && OfTheRegister.Contains(office.Function)
        ? new(office.Id, office.Name, office.Function, office.In, false, row.Valid, OfficeSource.Register, null, by)
        : new($"{row.In} {row.Title.Sv}", row.Title, row.Function, row.In, false, row.Valid, OfficeSource.Register, null, null);
}
