using Styrkedja.Decisions;
using Styrkedja.Provenance;

namespace Styrkedja.Development;

/// <summary>Regional development on a certain day: programmes shared by several actors, and the partners who take part.</summary>
public sealed class DevelopmentWork
{
    private DevelopmentWork()
    {
    }

    public required IReadOnlyList<Decided<AdoptProgramme>> Programmes { get; init; }

    public required IReadOnlyList<Decided<JoinPartner>> Partners { get; init; }

    /// <summary>All programmes with their goals, logic chains and evaluations.</summary>
    public required ProgrammeBook Book { get; init; }

    /// <summary>What partners have bound themselves to by their own decisions.</summary>
    public required CommitmentBook Commitments { get; init; }

    /// <summary>What partners and bodies have been asked about, and what they answered.</summary>
    public required ConsultationBook Consultations { get; init; }

    /// <summary>A partner in force that day.</summary>
    public Decided<JoinPartner>? FindPartner(string id) => Partners.FirstOrDefault(p => p.Act.Id == id);

    /// <summary>The name of a programme adopted so far, or of a goal or strategic choice of one, as it last read; nothing for other ids.</summary>
    public Bilingual? NameOfAim(string id) => Book.Find(id)?.Act.Name ?? (Book.GoalOf(id) is { } aim ? aim.Choice?.Name ?? aim.Goal.Name : null);

    /// <summary>True for a programme in force, and for a goal or strategic choice of one.</summary>
    public bool IsAimInForce(string id) => (Book.Find(id) ?? Book.GoalOf(id)?.Programme) is { } programme && Programmes.Contains(programme);

    /// <summary>Every partner so far, as it was last recognised, member or not.</summary>
    public required IReadOnlyList<Decided<JoinPartner>> EveryPartner { get; init; }

    public static DevelopmentWork Fold(ActsInOrder acts, DateOnly day) => new()
    {
        Programmes = [.. acts.Latest<AdoptProgramme, string>(p => p.Id).Values.Where(p => p.Act.Valid.Holds(day))],
        Book = ProgrammeBook.Fold(acts),
        EveryPartner = [.. acts.Latest<JoinPartner, string>(p => p.Id).Values],
        Partners = [.. acts.Latest<JoinPartner, string>(p => p.Id).Values.Where(p => p.Act.Valid.Holds(day))],
        Commitments = CommitmentBook.Fold(acts),
        Consultations = ConsultationBook.Fold(acts),
    };
}
