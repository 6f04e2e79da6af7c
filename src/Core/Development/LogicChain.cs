using Styrkedja.Decisions;

namespace Styrkedja.Development;

/// <summary>What is wrong with one step of a logic chain.</summary>
public enum ChainFlaw
{
    /// <summary>Two steps have the same id.</summary>
    Twice,

    /// <summary>It leads to what is no step of the chain.</summary>
    Unknown,

    /// <summary>It leads to itself or to what stands before it.</summary>
    Backwards,
}

/// <summary>A step that the chain cannot have, and the other step that is concerned.</summary>
public sealed record FlawedStep(ChainFlaw Flaw, string Step, string To);

/// <summary>The form of a logic chain: which steps lead where, and where evidence is lacking.</summary>
/// <remarks>A step leads to one of a later kind, or to one of its own kind that is told after it; so no chain can turn back on itself. Rule: our own choice, DECISIONS 2026-11-28.</remarks>
public static class LogicChain
{
    /// <summary>Every flaw of a chain, in the order of its steps; none when it holds together.</summary>
    public static IEnumerable<FlawedStep> FlawsOf(IReadOnlyList<ChainStep> steps)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < steps.Count; i++)
        {
            if (!places.TryAdd(steps[i].Id, i))
                yield return new(ChainFlaw.Twice, steps[i].Id, steps[i].Id);
        }

        for (var i = 0; i < steps.Count; i++)
        {
            foreach (var to in steps[i].LeadsTo)
            {
                if (!places.TryGetValue(to, out var place))
                    yield return new(ChainFlaw.Unknown, steps[i].Id, to);
                else if (steps[place].Kind < steps[i].Kind || (steps[place].Kind == steps[i].Kind && place <= i))
                    yield return new(ChainFlaw.Backwards, steps[i].Id, to);
            }
        }
    }

    /// <summary>Steps that are said to lead on, without evidence: nobody has rated it, or it has been rated as none.</summary>
    public static IEnumerable<ChainStep> WithoutEvidence(SetLogicChain chain) => chain.Steps.Where(s => s.LeadsTo.Count > 0 && s.Evidence is null or EvidenceStrength.None);
}
