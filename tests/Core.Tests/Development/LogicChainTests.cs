using CsCheck;
using Styrkedja.Decisions;
using Styrkedja.Provenance;

namespace Styrkedja.Development;

public sealed class LogicChainTests
{
    private static readonly Gen<ChainStep[]> s_chains = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 7].Array[0, 3]).Array[1, 6].Select(steps => steps.Select((step, i) =>
        new ChainStep($"s{i}", (ChainStepKind)step.Item1, new($"Steg {i}"), [.. step.Item2.Select(to => $"s{to}")], null, null)).ToArray());

    [Fact]
    public void No_chain_that_holds_together_turns_back_on_itself() =>
        s_chains.Sample(steps =>
        {
            if (LogicChain.FlawsOf(steps).Any())
                return;
            Assert.All(steps, step => Assert.DoesNotContain(step.Id, Reached(steps, step)));
        });

    [Fact]
    public void A_chain_that_turns_back_on_itself_has_a_flaw() =>
        s_chains.Sample(steps =>
        {
            if (steps.Any(step => Reached(steps, step).Contains(step.Id)))
                Assert.NotEmpty(LogicChain.FlawsOf(steps));
        });

    [Fact]
    public void Every_flaw_is_told_with_the_step_that_has_it()
    {
        ChainStep[] steps =
        [
            Step("a", ChainStepKind.Result, "b", "c"),
            Step("b", ChainStepKind.Activity, "b"),
            Step("b", ChainStepKind.Effect, "a"),
        ];
        Assert.Equal(
            [
                new(ChainFlaw.Twice, "b", "b"),
                new(ChainFlaw.Backwards, "a", "b"),
                new(ChainFlaw.Unknown, "a", "c"),
                new(ChainFlaw.Backwards, "b", "b"),
                new FlawedStep(ChainFlaw.Backwards, "b", "a"),
            ],
            LogicChain.FlawsOf(steps));
    }

    [Fact]
    public void Evidence_is_lacking_where_nobody_has_rated_it_or_it_was_rated_as_none_and_never_at_the_end()
    {
        SetLogicChain chain = new("TS",
        [
            Step("a", ChainStepKind.Resource, "b") with { Evidence = EvidenceStrength.None },
            Step("b", ChainStepKind.Activity, "c"),
            Step("c", ChainStepKind.Result, "d") with { Evidence = EvidenceStrength.Weak },
            Step("d", ChainStepKind.Effect),
        ]);
        Assert.Equal(["a", "b"], LogicChain.WithoutEvidence(chain).Select(s => s.Id));
    }

    private static ChainStep Step(string id, ChainStepKind kind, params string[] to) => new(id, kind, new Bilingual(id), to, null, null);

    /// <summary>All that can be reached from what a step leads to.</summary>
    private static HashSet<string> Reached(ChainStep[] steps, ChainStep from)
    {
        var reached = new HashSet<string>();
        var next = new Stack<string>(from.LeadsTo);
        while (next.TryPop(out var id))
        {
            if (reached.Add(id) && Array.Find(steps, s => s.Id == id) is { } step)
                step.LeadsTo.ToList().ForEach(next.Push);
        }

        return reached;
    }
}
