using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Provenance;

namespace Styrkedja.Decisions;

/// <summary>A strategic choice within a programme's goal.</summary>
public sealed record StrategicChoiceEntry(string Id, Bilingual Name);

/// <summary>A goal of a development programme, with the choices made to reach it.</summary>
/// <param name="Goal">The region-wide goal it answers to; absent when none.</param>
public sealed record ProgrammeGoalEntry(string Id, Bilingual Name, string? Goal, IReadOnlyList<StrategicChoiceEntry> Choices);

/// <summary>A strategy or programme for regional development that several actors share.</summary>
/// <param name="Serves">The vision, strategy or other programme that it carries out.</param>
public sealed record AdoptProgramme(string Id, Bilingual Name, string Serves, IReadOnlyList<ProgrammeGoalEntry> Goals, Validity Valid) : Act
{
    /// <summary>What sort of document it is; absent when the decision does not say.</summary>
    public ProgrammeKind? Kind { get; init; }
}

/// <summary>What sort of actor a partner is.</summary>
public enum PartnerKind { Municipality, CountyAdministrativeBoard, University, Business, CivilSociety, Region, Other }

/// <summary>An actor is recognised as partner in regional development. It commits itself by its own decisions and is never steered by the region's.</summary>
public sealed record JoinPartner(string Id, Bilingual Name, PartnerKind Kind, Validity Valid) : Act
{
    /// <summary>Code of the place that it answers for in statistics, such as 1380; absent when it answers for none, and then its values are told under its own id.</summary>
    public string? Place { get; init; }

    /// <summary>Its own deciding bodies, as it has told them; empty when it has only a signatory or has told none.</summary>
    public IReadOnlyList<PartnerBody> Bodies { get; init; } = [];
}

/// <summary>A body of a partner's own that decides in its name. The region neither establishes it nor stands above it.</summary>
public sealed record PartnerBody(string Id, Bilingual Name);

/// <summary>The region pays a part of a project that others carry out. A later act with the same id changes what was granted.</summary>
/// <param name="Amount">The most that the region pays; positive.</param>
[Term("medfinansiering")]
public sealed record GrantCoFinancing(string Id, string Programme, string To, Bilingual Text, Money Amount, Validity Valid) : Act
{
    /// <summary>The application that it answers; absent for a grant that nobody applied for in a call.</summary>
    public string? Application { get; init; }

    public string? Call { get; init; }

    /// <summary>The subject whose frame or budget pays a grant outside every call; absent when not told.</summary>
    public string? From { get; init; }

    /// <summary>What the region pays of the project's costs, in whole per cent; absent when no share is set.</summary>
    public int? Share { get; init; }

    /// <summary>What sort of actor the recipient is; absent when the application tells.</summary>
    public PartnerKind? Kind { get; init; }

    /// <summary>The strategic choice that the project serves; absent when the application tells.</summary>
    public string? Choice { get; init; }

    /// <summary>Codes of the municipalities where it is carried out, when no application tells; empty for the whole region.</summary>
    public IReadOnlyList<string> Place { get; init; } = [];

    /// <summary>When payments are planned, the earliest first.</summary>
    public IReadOnlyList<PlannedPayment> Payments { get; init; } = [];

    /// <summary>What the recipient has to fulfil.</summary>
    public Bilingual? Conditions { get; init; }

    public StateAid? StateAid { get; init; }
}
