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

/// <summary>What an office is for, from which the rights of whoever holds it follow.</summary>
/// <remarks>Political and leading offices, auditors, partners' officers and administrators come from decisions alone; the others may also come from the employer's own register.</remarks>
public enum OfficeFunction
{
    [Term("medarbetare")] Employee,
    [Term("ledamot")] Member,
    [Term("ordförande")] Chair,
    [Term("nämndsekreterare")] Secretary,
    [Term("registrator")] Registrar,
    [Term("regiondirektör")] RegionalDirector,
    [Term("hälso- och sjukvårdsdirektör")] HealthCareDirector,
    [Term("förvaltningschef")] HeadOfAdministration,
    [Term("enhetschef")] UnitHead,
    [Term("controller")] Controller,
    [Term("ekonomiavdelning")] BudgetOffice,
    [Term("beställare")] Commissioner,
    [Term("planerare")] Planner,
    [Term("partners handläggare")] PartnerOfficer,
    [Term("förtroendevald revisor")] Auditor,
    [Term("behörighetsadministratör")] Administrator,
    [Term("vårdgivarens företrädare")] ProviderOfficer,
}

/// <summary>An office, such as the regional director or the chair of a committee; never the person who holds it.</summary>
/// <param name="In">The body, administration, unit, partner or provider of care that it belongs to.</param>
public sealed record EstablishOffice(string Id, Bilingual Name, string In, string? Under, Validity Valid) : Act
{
    /// <summary>What it is for; offices established before functions were told of are those of employees.</summary>
    public OfficeFunction Function { get; init; }
}

/// <summary>A body, administration, unit or cost centre ceases after its last day; its history stays.</summary>
public sealed record Dissolve(string Id, DateOnly LastDay) : Act;

/// <summary>A unit, administration or cost centre stands under another from a day on; what it was before stays in the history.</summary>
/// <remarks>Between two committees it is the assembly's to decide, since the committees' fields change.</remarks>
public sealed record MoveUnit(string Unit, string Under, DateOnly From) : Act;

/// <summary>Units become one from a day on: what stood under each of them stands under the one they go into.</summary>
public sealed record MergeUnits(IReadOnlyList<string> Units, string Into, DateOnly From) : Act;

/// <summary>What a unit is split into, with the cost centres and units that go there.</summary>
public sealed record UnitPart(string Id, Bilingual Name, IReadOnlyList<string> Takes);

/// <summary>A unit becomes several from a day on. What no part takes goes to the first.</summary>
public sealed record SplitUnit(string Unit, IReadOnlyList<UnitPart> Into, DateOnly From) : Act;

/// <summary>A company that the region owns, alone or with others.</summary>
/// <param name="OwnedPercent">The region's part of the votes, in whole per cent.</param>
[Term("bolag")]
public sealed record EstablishCompany(string Id, Bilingual Name, int OwnedPercent, Bilingual? Purpose, Validity Valid) : Act;

/// <summary>Heads of administrations meet to coordinate their work. Such a group decides nothing.</summary>
/// <param name="LedBy">The office that leads it.</param>
/// <param name="Members">The offices that belong to it.</param>
[Term("ledningsgrupp")]
public sealed record EstablishManagementGroup(string Id, Bilingual Name, string LedBy, IReadOnlyList<string> Members, Validity Valid) : Act;

/// <summary>How many seats a party holds, or how many of its members do something.</summary>
public sealed record PartySeats(string Party, int Seats);

/// <summary>The seats of a body by party for a term; never who sits there.</summary>
[Term("val")]
public sealed record ElectMembers(string Body, IReadOnlyList<PartySeats> Seats, Validity Valid) : Act;

/// <summary>Someone holds an office for certain days. The holder is an opaque id; the person behind it lies beside the journal.</summary>
/// <param name="Deputy">True when it is the one who steps in for the holder.</param>
[Term("förordnande")]
public sealed record Appoint(string Office, string Holder, bool Deputy, Validity Valid) : Act;

/// <summary>What a body is for: the matters that are its own to decide.</summary>
/// <param name="Matters">Words for kinds of matter, the same as in delegations and decisions.</param>
[Term("reglemente")]
public sealed record SetBodyMandate(string Body, IReadOnlyList<string> Matters, Bilingual? Text, Validity Valid) : Act;
