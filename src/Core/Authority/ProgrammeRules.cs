using Styrkedja.Decisions;
using Styrkedja.Development;
using Styrkedja.Provenance;
using static Styrkedja.Authority.Deciders;
using static Styrkedja.Authority.RuleTable;

namespace Styrkedja.Authority;

/// <summary>Who says how a programme is thought to work and what evaluations have found, and what a logic chain cannot be.</summary>
internal static class ProgrammeRules
{
    public static readonly IReadOnlyList<CompetenceRow> Competences =
    [
        Row<SetLogicChain>("logic chain", Rules.ProgrammeFollowedUp, (a, p) => AdopterOrBoard(p, a.Programme)),
        Row<AddEvaluation>("evaluation", Rules.ProgrammeFollowedUp, (a, p) => AdopterOrBoard(p, ChainWith(p, a.Of) ?? a.Of)),
    ];

    /// <summary>What makes an act about a programme impossible, whoever decides it: a chain that does not hold together, or a programme that would stand under itself.</summary>
    public static IEnumerable<Fault> Impossible(DecisionPoint p, Place place)
    {
        var number = ("act", $"{p.Number}");
        switch (p.Act)
        {
            case AdoptProgramme a when StandsUnderItself(p, a):
                yield return Fault.Error("authority.under-itself", place, a.Id, number);
                break;
            case SetLogicChain a:
                foreach (var flaw in LogicChain.FlawsOf(a.Steps))
                {
                    yield return flaw.Flaw switch
                    {
                        ChainFlaw.Twice => Fault.Error("logic-chain.step-twice", place, flaw.Step, number),
                        ChainFlaw.Unknown => Fault.Error("logic-chain.step-unknown", place, flaw.To, number, ("step", flaw.Step)),
                        _ => Fault.Error("logic-chain.backwards", place, flaw.To, number, ("step", flaw.Step)),
                    };
                }

                foreach (var step in a.Steps.Where(s => p.Standing.Programmes.ChainWith(s.Id) is { } other && other.Act.Programme != a.Programme))
                    yield return Fault.Error("logic-chain.step-elsewhere", place, step.Id, number, ("programme", p.Standing.Programmes.ChainWith(step.Id)!.Act.Programme));
                break;
        }
    }

    /// <summary>Whoever adopted the programme, also by the same decision, and the executive board.</summary>
    private static IReadOnlyList<string> AdopterOrBoard(DecisionPoint p, string programme)
    {
        var adopter = p.Standing.Programmes.Find(programme) is { } adopted ? p.Standing.NameIn(adopted.By) : p.InTheNameOf;
        return [.. Board, .. new[] { adopter }.Where(body => !Board.Contains(body))];
    }

    /// <summary>The programme whose chain has a step, by the decision itself or by what stands.</summary>
    private static string? ChainWith(DecisionPoint p, string step) =>
        p.Decision.Acts.OfType<SetLogicChain>().LastOrDefault(c => c.Steps.Any(s => s.Id == step))?.Programme ?? p.Standing.Programmes.ChainWith(step)?.Act.Programme;

    private static bool StandsUnderItself(DecisionPoint p, AdoptProgramme programme)
    {
        var passed = new HashSet<string>(StringComparer.Ordinal);
        for (var at = programme.Serves; at is not null && passed.Add(at); at = p.Decision.Acts.OfType<AdoptProgramme>().LastOrDefault(a => a.Id == at)?.Serves ?? p.Standing.Programmes.Find(at)?.Act.Serves)
        {
            if (at == programme.Id)
                return true;
        }

        return false;
    }
}
