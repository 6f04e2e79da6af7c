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

    /// <summary>What partners have bound themselves to by their own decisions.</summary>
    public required CommitmentBook Commitments { get; init; }

    /// <summary>What partners and bodies have been asked about, and what they answered.</summary>
    public required ConsultationBook Consultations { get; init; }

    /// <summary>A partner in force that day.</summary>
    public Decided<JoinPartner>? FindPartner(string id) => Partners.FirstOrDefault(p => p.Act.Id == id);

    /// <summary>The name of a programme in force, or of a goal or strategic choice of one; nothing for other ids.</summary>
    public Bilingual? NameOfAim(string id) =>
        Programmes.FirstOrDefault(p => p.Act.Id == id)?.Act.Name
        ?? Programmes.SelectMany(p => p.Act.Goals).FirstOrDefault(g => g.Id == id)?.Name
        ?? Programmes.SelectMany(p => p.Act.Goals).SelectMany(g => g.Choices).FirstOrDefault(c => c.Id == id)?.Name;

    public static DevelopmentWork Fold(ActsInOrder acts, DateOnly day) => new()
    {
        Programmes = [.. acts.Latest<AdoptProgramme, string>(p => p.Id).Values.Where(p => p.Act.Valid.Holds(day))],
        Partners = [.. acts.Latest<JoinPartner, string>(p => p.Id).Values.Where(p => p.Act.Valid.Holds(day))],
        Commitments = CommitmentBook.Fold(acts),
        Consultations = ConsultationBook.Fold(acts),
    };
}
