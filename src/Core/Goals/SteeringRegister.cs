using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Provenance;

namespace Styrkedja.Goals;

/// <summary>A document that steers, whatever act adopted it.</summary>
/// <param name="ReviewBy">The day by which it is to be looked over; absent when none was decided.</param>
public sealed record SteeringEntry(string Id, Bilingual Name, SteeringRank Rank, string? Serves, DateOnly? ReviewBy, Validity Valid, Decision By, bool Illustrative);

/// <summary>Every document that steers: vision, strategies, programmes, policies, guidelines, rules and plans, in force or not.</summary>
public sealed class SteeringRegister
{
    private SteeringRegister(IReadOnlyList<SteeringEntry> entries) => Entries = entries;

    /// <summary>All that has been adopted so far, the highest rank first.</summary>
    public IReadOnlyList<SteeringEntry> Entries { get; }

    public static SteeringRegister Fold(ActsInOrder acts)
    {
        var lastDays = acts.Latest<RepealSteeringDocument, string>(r => r.Id);
        var entries = acts.Latest<AdoptVision, string>(v => v.Id).Values.Select(v => Of(v, v.Act.Id, v.Act.Text, SteeringRank.Vision, null, null, v.Act.Valid))
            .Concat(acts.Latest<AdoptStrategy, string>(s => s.Id).Values.Select(s => Of(s, s.Act.Id, s.Act.Name, SteeringRank.Strategy, s.Act.Serves, null, s.Act.Valid)))
            .Concat(acts.Latest<AdoptProgramme, string>(p => p.Id).Values.Select(p => Of(p, p.Act.Id, p.Act.Name, SteeringRank.Programme, p.Act.Serves, null, p.Act.Valid)))
            .Concat(acts.Latest<AdoptSteeringDocument, string>(d => d.Id).Values.Select(d => Of(d, d.Act.Id, d.Act.Name, d.Act.Rank, d.Act.Serves, d.Act.ReviewBy, d.Act.Valid)))
            .Select(e => lastDays.TryGetValue(e.Id, out var last) && (e.Valid.To is null || last.Act.LastDay < e.Valid.To) ? e with { Valid = new(e.Valid.From, last.Act.LastDay) } : e);
        return new([.. entries.OrderBy(e => e.Rank).ThenBy(e => e.Valid.From)]);
    }

    public IEnumerable<SteeringEntry> InForce(DateOnly day) => Entries.Where(e => e.Valid.Holds(day));

    public SteeringEntry? Find(string id) => Entries.FirstOrDefault(e => e.Id == id);

    /// <summary>Documents in force whose day of review has passed.</summary>
    public IEnumerable<SteeringEntry> ReviewIsLate(DateOnly day) => InForce(day).Where(e => e.ReviewBy < day);

    private static SteeringEntry Of<TAct>(Decided<TAct> decided, string id, Bilingual name, SteeringRank rank, string? serves, DateOnly? reviewBy, Validity valid)
        where TAct : Act =>
        new(id, name, rank, serves, reviewBy, valid, decided.By, decided.Act.Illustrative);
}
