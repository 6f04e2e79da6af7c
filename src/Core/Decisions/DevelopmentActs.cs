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
public sealed record AdoptProgramme(string Id, Bilingual Name, string Serves, IReadOnlyList<ProgrammeGoalEntry> Goals, Validity Valid) : Act;

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

/// <summary>The region pays a part of a project that others carry out.</summary>
[Term("medfinansiering")]
public sealed record GrantCoFinancing(string Id, string Programme, string To, Bilingual Text, Money Amount, Validity Valid) : Act;
