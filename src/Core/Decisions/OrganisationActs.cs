using Styrkedja.Calendar;
using Styrkedja.Provenance;

namespace Styrkedja.Decisions;

/// <summary>What sort of political body it is, which decides what law says of it.</summary>
public enum BodyKind
{
    [Term("regionfullmäktige")] RegionalAssembly,
    [Term("regionstyrelse")] RegionalExecutiveBoard,
    [Term("driftnämnd")] OperatingCommittee,
    [Term("lokal nämnd")] LocalCommittee,
    [Term("gemensam nämnd")] JointCommittee,
    [Term("utskott")] Subcommittee,
    [Term("revisorer")] Auditors,
    [Term("beredning")] DraftingCommittee,
    [Term("råd")] AdvisoryCouncil,
}

/// <summary>A political body comes into being, or is described anew.</summary>
/// <param name="Under">The body or region in whose books its money stands; REGION for those that answer to the assembly.</param>
public sealed record EstablishBody(string Id, BodyKind Kind, Bilingual Name, string Under, int? Seats, string? Municipality, Bilingual? Field, Validity Valid) : Act;

/// <summary>An administration that carries out the decisions of a committee.</summary>
/// <param name="Under">The committee, or the part of the executive board's budget, that it serves.</param>
/// <param name="HeadOffice">The office that leads it, such as sjukhuschef.</param>
public sealed record EstablishAdministration(string Id, Bilingual Name, string Under, string? HeadOffice, Validity Valid) : Act;

/// <summary>A unit inside an administration or unit, or a part into which a body's budget is divided.</summary>
public sealed record EstablishUnit(string Id, Bilingual Name, string Under, bool BudgetPart, Validity Valid) : Act;

/// <summary>One cost centre in the ledger's own code.</summary>
public sealed record CostCentreCode(string Code, string Name);

/// <summary>Cost centres are opened under a unit, so that ledger rows find their way to whoever answers for them.</summary>
public sealed record OpenCostCentres(string Unit, IReadOnlyList<CostCentreCode> Codes, Validity Valid) : Act;

/// <summary>An office of the management line, such as the regional director; never the person who holds it.</summary>
public sealed record EstablishOffice(string Id, Bilingual Name, string In, string? Under, Validity Valid) : Act;

/// <summary>A body, administration, unit or cost centre ceases after its last day; its history stays.</summary>
public sealed record Dissolve(string Id, DateOnly LastDay) : Act;
