using Styrkedja.Amounts;
using Styrkedja.Decisions;
using Styrkedja.Frames;
using Styrkedja.Goals;
using Styrkedja.Organisation;
using Styrkedja.Provenance;

namespace Styrkedja.Authority;

/// <summary>The state that a decision is judged against: what was in force on its day, just before its place in the journal.</summary>
public sealed record Standing(OrganisationChart Organisation, FrameBook Frames, GoalTree Goals, IReadOnlyDictionary<string, RoundKind> Rounds);

/// <summary>Says of a decision whether its body may take it, act by act, before it is recorded.</summary>
/// <remarks>The system is no court: what a body has in fact decided is recorded with the breach beside it. Rules are dated; see <see cref="Rules"/>.</remarks>
public static class Judge
{
    /// <summary>Judges a decision against what stands, each act also against the acts before it in the same decision.</summary>
    public static Verdict Of(Decision decision, Standing standing, Place place)
    {
        var faults = new List<Fault>();
        if (standing.Organisation.Find(decision.Body) is null && !decision.Acts.OfType<EstablishBody>().Any(b => b.Id == decision.Body))
            faults.Add(Fault.Error("authority.body-unknown", place, decision.Body));

        var known = new NamesKnown(standing, decision);
        var breaches = new List<Breach>();
        var rules = new List<string>();
        for (var i = 0; i < decision.Acts.Count; i++)
        {
            var act = decision.Acts[i];
            faults.AddRange(known.Missing(act).Select(m => Fault.Error("authority.name-unknown", place, m.Id, ("what", m.What), ("act", $"{i + 1}"))));
            faults.AddRange(UnderItself(act, decision, standing.Organisation).Select(id => Fault.Error("authority.under-itself", place, id, ("act", $"{i + 1}"))));
            var demand = Demand.Of(act, decision, standing);
            rules.Add(demand.Rule.Code);
            if (!demand.MayDecide.Contains(decision.Body))
                breaches.Add(BreachOf(demand.Rule, i, decision, demand.MayDecide, []));
        }

        breaches.AddRange(OverDistributed(decision, standing.Frames));
        if (faults.Count > 0)
            return new(VerdictOutcome.Refused, [], breaches, faults);
        if (breaches.Count == 0)
            return new(VerdictOutcome.Within, [.. rules.Distinct()], [], []);
        return new(decision.Taken ? VerdictOutcome.Breach : VerdictOutcome.Refused, [.. rules.Distinct()], breaches, []);
    }

    /// <summary>Whom the act would place under itself, by what stands and all that the decision places.</summary>
    private static IEnumerable<string> UnderItself(Act act, Decision decision, OrganisationChart organisation)
    {
        var above = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (id, under) in decision.Acts.SelectMany(Placed))
            above[id] = under;
        foreach (var (id, under) in Placed(act))
        {
            var passed = new HashSet<string>(StringComparer.Ordinal);
            for (var at = under; at is not null && passed.Add(at); at = above.GetValueOrDefault(at) ?? organisation.Find(at)?.Under)
            {
                if (at == id)
                    yield return id;
            }
        }
    }

    private static IEnumerable<(string Id, string Under)> Placed(Act act) => act switch
    {
        EstablishBody body => [(body.Id, body.Under)],
        EstablishAdministration administration => [(administration.Id, administration.Under)],
        EstablishUnit unit => [(unit.Id, unit.Under)],
        OpenCostCentres centres => centres.Codes.Select(code => (code.Code, centres.Unit)),
        _ => [],
    };

    /// <summary>Frames in the decision that would make a giver distribute more than it was given.</summary>
    private static IEnumerable<Breach> OverDistributed(Decision decision, FrameBook frames)
    {
        var gives = decision.Acts.OfType<SetFrame>().Where(f => f.From != Subject.RegionId && f.Kind != FrameKind.ResultRequirement).ToList();
        foreach (var giver in gives.GroupBy(f => (f.From, f.Year)))
        {
            // A frame of the same name is replaced, not added to.
            var replaced = frames.Frames.Where(old => giver.Any(f => Same(f, old.Act))).Select(old => old.Act.Amount);
            var distributed = frames.DistributedBy(giver.Key.From, giver.Key.Year) - Money.Sum(replaced) + Money.Sum(giver.Select(f => f.Amount));
            var received = decision.Acts.OfType<SetFrame>().Where(f => f.To == giver.Key.From && f.Year == giver.Key.Year && f.Kind != FrameKind.ResultRequirement).ToList();
            var given = frames.GivenTo(giver.Key.From, giver.Key.Year)
                - Money.Sum(frames.Frames.Where(old => received.Exists(f => Same(f, old.Act))).Select(old => old.Act.Amount))
                + Money.Sum(received.Select(f => f.Amount));
            if (distributed > given)
            {
                yield return BreachOf(
                    Rules.NotMoreThanGiven,
                    IndexOf(decision, giver.Last()),
                    decision,
                    [Subject.AssemblyId],
                    [("giver", giver.Key.From), ("year", $"{giver.Key.Year}"), ("given", $"{given.Ore}"), ("distributed", $"{distributed.Ore}")]);
            }
        }
    }

    private static bool Same(SetFrame a, SetFrame b) => (a.Year, a.From, a.To, a.Kind, a.Purpose) == (b.Year, b.From, b.To, b.Kind, b.Purpose);

    private static int IndexOf(Decision decision, Act act) => decision.Acts.Select((a, i) => (a, i)).First(x => ReferenceEquals(x.a, act)).i;

    private static Breach BreachOf(Rule rule, int index, Decision decision, IReadOnlyList<string> couldDecide, (string Name, string Value)[] arguments) => new(
        index + 1,
        rule.Code,
        rule.SourceOn(decision.Date.Latest) is { } law ? $"{law.Law} {law.Paragraph}" : null,
        couldDecide,
        arguments.Append(("body", decision.Body)).ToDictionary(a => a.Item1, a => a.Item2, StringComparer.Ordinal));
}
