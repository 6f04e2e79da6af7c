using Styrkedja.Decisions;

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

    public static DevelopmentWork Fold(ActsInOrder acts, DateOnly day) => new()
    {
        Programmes = [.. acts.Latest<AdoptProgramme, string>(p => p.Id).Values.Where(p => p.Act.Valid.Holds(day))],
        Book = ProgrammeBook.Fold(acts),
        Partners = [.. acts.Latest<JoinPartner, string>(p => p.Id).Values.Where(p => p.Act.Valid.Holds(day))],
    };
}
