using Styrkedja.Calendar;
using Styrkedja.Decisions;

namespace Styrkedja.Organisation;

/// <summary>How units are moved, merged and split. What has happened under a unit follows its cost centres, so years can be compared in the organisation of any day.</summary>
internal static class Reorganisation
{
    /// <summary>All changes in the order of their days.</summary>
    public static IReadOnlyList<Decided<Act>> InOrder(ActsInOrder acts) =>
    [
        .. acts.Of<MoveUnit>().Select(d => (d.Act.From, Decided: Plain(d)))
            .Concat(acts.Of<MergeUnits>().Select(d => (d.Act.From, Decided: Plain(d))))
            .Concat(acts.Of<SplitUnit>().Select(d => (d.Act.From, Decided: Plain(d))))
            .OrderBy(d => d.From).ThenBy(d => d.Decided.Position).Select(d => d.Decided),
    ];

    /// <summary>Changes who stands under whom, when the day of the change has come.</summary>
    public static void Apply(Decided<Act> change, Dictionary<string, Subject> named, DateOnly day)
    {
        switch (change.Act)
        {
            case MoveUnit move when move.From <= day && named.TryGetValue(move.Unit, out var moved):
                named[move.Unit] = moved with { Under = move.Under };
                break;
            case MergeUnits merge when merge.From <= day:
                foreach (var unit in merge.Units.Where(u => u != merge.Into))
                {
                    PutUnder(named, unit, merge.Into);
                    End(named, unit, merge.From);
                }

                break;
            case SplitUnit split when split.From <= day && named.TryGetValue(split.Unit, out var whole):
                foreach (var part in split.Into)
                {
                    named[part.Id] = new(part.Id, whole.Kind, part.Name, whole.Under, new Validity(split.From, whole.Valid.To), change.By);
                    foreach (var taken in part.Takes)
                    {
                        if (named.TryGetValue(taken, out var subject))
                            named[taken] = subject with { Under = part.Id };
                    }
                }

                PutUnder(named, split.Unit, split.Into[0].Id);
                if (!split.Into.Any(p => p.Id == split.Unit))
                    End(named, split.Unit, split.From);
                break;
        }
    }

    private static void PutUnder(Dictionary<string, Subject> named, string from, string to)
    {
        foreach (var subject in named.Values.Where(s => s.Under == from && s.Id != to).ToList())
            named[subject.Id] = subject with { Under = to };
    }

    private static void End(Dictionary<string, Subject> named, string id, DateOnly firstDayAfter)
    {
        if (named.TryGetValue(id, out var subject))
            named[id] = subject with { Valid = new(subject.Valid.From, firstDayAfter.AddDays(-1)) };
    }

    private static Decided<Act> Plain<TAct>(Decided<TAct> decided)
        where TAct : Act =>
        new(decided.Act, decided.By, decided.Position);
}
