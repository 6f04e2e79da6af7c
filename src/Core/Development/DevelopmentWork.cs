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
    public Bilingual? NameOfAim(string id) => EveryProgramme.SelectMany(AimsOf).FirstOrDefault(aim => aim.Id == id).Name;

    /// <summary>True for a programme in force, and for a goal or strategic choice of one.</summary>
    public bool IsAimInForce(string id) => Programmes.SelectMany(AimsOf).Any(aim => aim.Id == id);

    /// <summary>Every programme adopted so far, as it last read, in force or not.</summary>
    public required IReadOnlyList<Decided<AdoptProgramme>> EveryProgramme { get; init; }

    /// <summary>Every partner so far, as it was last recognised, member or not.</summary>
    public required IReadOnlyList<Decided<JoinPartner>> EveryPartner { get; init; }

    public static DevelopmentWork Fold(ActsInOrder acts, DateOnly day) => new()
    {
        EveryProgramme = [.. acts.Latest<AdoptProgramme, string>(p => p.Id).Values],
        Programmes = [.. acts.Latest<AdoptProgramme, string>(p => p.Id).Values.Where(p => p.Act.Valid.Holds(day))],
        Book = ProgrammeBook.Fold(acts),
        EveryPartner = [.. acts.Latest<JoinPartner, string>(p => p.Id).Values],
        Partners = [.. acts.Latest<JoinPartner, string>(p => p.Id).Values.Where(p => p.Act.Valid.Holds(day))],
        Commitments = CommitmentBook.Fold(acts),
        Consultations = ConsultationBook.Fold(acts),
    };

    private static IEnumerable<(string Id, Bilingual? Name)> AimsOf(Decided<AdoptProgramme> programme) =>
    [
        (programme.Act.Id, programme.Act.Name),
        .. programme.Act.Goals.SelectMany(goal => goal.Choices.Select(choice => (choice.Id, (Bilingual?)choice.Name)).Prepend((goal.Id, goal.Name))),
    ];
}
