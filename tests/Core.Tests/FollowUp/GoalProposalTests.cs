using CsCheck;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Facts;
using Styrkedja.Goals;
using Styrkedja.Indicators;
using Styrkedja.Region;
using static Styrkedja.Region.Entries;

namespace Styrkedja.FollowUp;

/// <summary>A changed value changes what rests on it and nothing else, whatever the goals look like.</summary>
public class GoalProposalTests
{
    private static readonly Period s_year = Period.Year(2017);

    /// <summary>Goals, own goals of bodies, sub-goals in levels that serve one or several, and an indicator here and there.</summary>
    private sealed record Tree(IReadOnlyList<(string Id, IReadOnlyList<string> Serves, bool Own)> Nodes, IReadOnlyList<(string Id, string Of)> Indicators)
    {
        /// <summary>Everything that rests on an indicator: what it tells of, and all that this serves.</summary>
        public HashSet<string> RestingOn(string indicator)
        {
            var found = new HashSet<string>(StringComparer.Ordinal);
            var next = new Stack<string>([Indicators.Single(i => i.Id == indicator).Of]);
            while (next.TryPop(out var id))
            {
                if (!found.Add(id))
                    continue;
                foreach (var above in Nodes.Single(n => n.Id == id).Serves)
                    next.Push(above);
            }

            return found;
        }
    }

    private static readonly Gen<Tree> s_tree = Gen.Select(Gen.Int[1, 4], Gen.Select(Gen.Int[0, 1000], Gen.Int[0, 1000], Gen.Bool, Gen.Bool).List[0, 10], Gen.Int[0, 1000].List[1, 8]).Select((goals, below, measured) =>
    {
        var nodes = Enumerable.Range(1, goals).Select(g => ($"G{g}", (IReadOnlyList<string>)[], false)).ToList();
        foreach (var (first, second, several, own) in below)
        {
            // What stands above is always older, so nothing stands under itself. An own goal serves goals only.
            var above = own ? nodes.Where(n => n.Item1[0] != 'D').ToList() : nodes;
            string[] serves = [above[first % above.Count].Item1, .. several ? new[] { above[second % above.Count].Item1 } : []];
            nodes.Add(((own ? "E" : "D") + (nodes.Count + 1), [.. serves.Distinct()], own));
        }

        return new Tree(nodes, [.. measured.Select((of, i) => ($"I{i + 1}", nodes[of % nodes.Count].Item1))]);
    });

    [Fact]
    public void A_changed_value_changes_the_proposals_that_rest_on_it_and_no_other_and_no_judgement() =>
        Gen.Select(s_tree, Gen.Int[0, 100].Array[8], Gen.Int[0, 7], Gen.Int[1, 60], Gen.Bool.Array[30]).Sample((tree, values, which, more, said) =>
        {
            var changed = tree.Indicators[which % tree.Indicators.Count].Id;
            var told = tree.Indicators.Select((i, n) => Telling(i.Id, values[n], 10)).ToList();
            KnownIndicatorValue[] later = [.. told, Telling(changed, told.Single(t => t.Value.Key.Code == changed).Value.Value!.Value + more, 11)];
            var judged = tree.Nodes.Where((_, n) => said[n % said.Length]).Select((n, i) => Says($"B{i}", n.Id, "2017", GoalFulfilment.Partly)).ToArray();
            var (before, after) = (View(tree, told, judged), View(tree, later, judged));

            var resting = tree.RestingOn(changed);
            foreach (var (id, _, _) in tree.Nodes)
            {
                var (was, now) = (before.Standing(id, s_year), after.Standing(id, s_year));
                var (first, second) = (GoalProposal.Of(was), GoalProposal.Of(now));
                Assert.Equal(resting.Contains(id) ? [changed] : [], second.DifferencesFrom(first).Select(d => d.Here!.Indicator));
                Assert.Equal(was.Assessment?.Assessment, now.Assessment?.Assessment);
                if (!resting.Contains(id))
                    Assert.Equal((was.Computed, was.Fulfilment), (now.Computed, now.Fulfilment));
                else if (was.Assessment is not null)
                    Assert.Equal(was.Fulfilment, now.Fulfilment);
            }
        });

    [Fact]
    public void A_goal_is_proposed_by_all_that_serves_it()
    {
        var tree = new Tree([("G1", [], false), ("G2", [], false), ("D1", ["G1", "G2"], false), ("E1", ["G2"], true)], [("I1", "D1"), ("I2", "E1")]);
        var view = View(tree, [Telling("I1", 60, 1), Telling("I2", 10, 2)], []);
        Assert.Equal((GoalFulfilment.Fulfilled, "I1"), Shown("G1"));
        Assert.Equal((GoalFulfilment.Partly, "I1 I2"), Shown("G2"));
        Assert.Equal(["G1", "G2"], view.Goals(s_year).Select(g => g.Id));
        Assert.Equal(GoalFulfilment.NotFulfilled, view.Standing("E1", s_year).Fulfilment);

        (GoalFulfilment, string) Shown(string id)
        {
            var proposal = GoalProposal.Of(view.Standing(id, s_year));
            return (proposal.Fulfilment, string.Join(' ', proposal.Grounds.Select(g => g.Indicator)));
        }
    }

    [Fact]
    public void Every_gap_in_the_chain_is_told()
    {
        var entries = Of(Decision("MB", "2016-06-30", Body("DN-A"), Body("DN-B", "2015-01-01..2016-12-31"), Goal("G1") with { Owner = "DN-A" }, Goal("G2"),
            new AdoptSubGoal("D1", 2017, "G1", "DN-B", new("Delmål")), new AdoptSubGoal("D2", 2017, "G1", "DN-A", new("Delmål")),
            new AdoptIndicator("I1", "D2", new("I1"), "procent", Polarity.HigherIsBetter, null), new AdoptIndicator("I2", "D2", new("I2"), "procent", null, null), new SetTarget("I2", 2017, 1, 0)));
        var view = new FollowUpView(StateOn("2017-12-31", entries), []) { Indicators = Ground([Telling("I3", 1, 1)]) };
        Assert.Equal(
            "GoalWithoutSubGoal G2, GoalWithoutOwner G2, SubGoalWithoutOwner D1, SubGoalWithoutIndicator D1, IndicatorWithoutTarget D2 I1, IndicatorWithoutValue D2 I1, IndicatorWithoutValue D2 I2",
            string.Join(", ", view.GoalGaps(s_year).Select(g => $"{g.Kind} {g.Goal} {g.Indicator}".Trim())));
    }

    private static FollowUpView View(Tree tree, IReadOnlyList<KnownIndicatorValue> told, IReadOnlyList<Assessment> judged)
    {
        var acts = tree.Nodes.Select(n => n.Own ? Goal(n.Id) with { Owner = "DN-A", Serves = n.Serves }
            : n.Serves.Count == 0 ? Goal(n.Id) : (Act)new AdoptSubGoal(n.Id, 2017, n.Serves[0], "DN-A", new(n.Id)) { Serves = [.. n.Serves.Skip(1)] })
            .Concat(tree.Indicators.SelectMany(i => new Act[] { new AdoptIndicator(i.Id, i.Of, new(i.Id), "procent", Polarity.HigherIsBetter, null) { ValuesFrom = StatisticsSource.Own }, new SetTarget(i.Id, 2017, 50, 10) }));
        var entries = Of(Decision("MB", "2016-06-30", [Body("DN-A"), .. acts])).ToList();
        entries.AddRange(judged.Select((a, i) => new AssessmentEntry(2 + i, entries[0].Recorded, a)));
        return new(StateOn("2017-12-31", entries), []) { Indicators = Ground(told) };
    }

    private static IndicatorGround Ground(IReadOnlyList<KnownIndicatorValue> told) =>
        IndicatorGround.None with { ToldOf = (source, code, place, sex) => [.. told.Where(t => t.Value.Key is var key && (key.Source, key.Code, key.Place, key.Sex) == (source, code, place, sex))] };

    private static KnownIndicatorValue Telling(string indicator, decimal value, long position) =>
        new(new(new("own", indicator, "REGION", s_year), value, ValueStatus.Told), position, DateTimeOffset.UnixEpoch);
}
