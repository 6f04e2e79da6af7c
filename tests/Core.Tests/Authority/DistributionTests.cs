using CsCheck;
using Styrkedja.Decisions;
using Styrkedja.Distribution;
using Styrkedja.Frames;
using Styrkedja.Region;

namespace Styrkedja.Authority;

/// <summary>Whatever bodies decide, in whatever order, no one gives more than it has been given unless what it was given has been cut.</summary>
public class DistributionTests
{
    private static readonly DateOnly s_first = new(2017, 11, 1);

    [Fact]
    public void No_decision_within_authority_gives_more_than_was_given()
    {
        var (accepted, refused, cut) = (0, 0, 0);
        RandomStep.Sequences.Sample(
            steps =>
            {
                var (model, entries, day) = (new DistributionModel(), new List<Entry>(), s_first);
                Accept(RandomStep.Beginning(day));
                for (var i = 0; i < steps.Length; i++)
                {
                    day = day.AddDays(steps[i].DaysLater);
                    var decision = steps[i].In(model, i + 1, day);
                    if (Verdict(decision) != VerdictOutcome.Within)
                    {
                        Interlocked.Increment(ref refused);
                        continue;
                    }

                    OnlyItsOwnMoneyIsGiven(decision, model);
                    var before = DistributionModel.Years.SelectMany(year => model.Subjects.Select(giver => (giver, year))).ToDictionary(g => g, g => model.Distributed(g.giver, g.year));
                    Accept(decision);
                    var frames = Entries.StateOn($"{day:yyyy-MM-dd}", entries).Frames;
                    SumsAreTheModels(frames, model);
                    Assert.All(before, g => Assert.True(model.Distributed(g.Key.giver, g.Key.year) <= Math.Max(model.Given(g.Key.giver, g.Key.year), g.Value), $"{g.Key} gives more than before and more than it has"));
                    Assert.Empty(model.OverDistributed.Except(model.Cut));
                    Assert.Equal(
                        model.OverDistributed.Order(),
                        DistributionModel.Years.SelectMany(year => frames.OverDistributed(year).Select(o => (o.Giver, year))).Order());
                    Interlocked.Increment(ref accepted);
                    Interlocked.Add(ref cut, model.Cut.Count);
                }

                VerdictOutcome Verdict(Decision decision)
                {
                    var standing = Entries.StateOn($"{day:yyyy-MM-dd}", entries).Standing;
                    var (frames, subjects) = (Shown(standing.Frames), standing.Organisation.Subjects.ToList());
                    var verdict = Judge.Of(decision, standing, new("f.yaml"));
                    Assert.Equal((frames, true), (Shown(standing.Frames), subjects.SequenceEqual(standing.Organisation.Subjects)));
                    return verdict.Outcome;
                }

                void Accept(Decision decision)
                {
                    model.Take(decision);
                    entries.Add(new DecisionEntry(entries.Count + 1, DateTimeOffset.UnixEpoch, decision, Authority.Verdict.Within));
                }
            },
            iter: 400);
        Assert.True(accepted > 500 && refused > 500 && cut > 20, $"{accepted} accepted, {refused} refused, {cut} over-distributed after a cut: too few of one to say anything");
    }

    /// <summary>RF may give of anyone's. Others give what they answer for, RS to anyone and committees to what is their own.</summary>
    private static void OnlyItsOwnMoneyIsGiven(Decision decision, DistributionModel model)
    {
        if (decision.Body == "RF")
            return;
        foreach (var act in decision.Acts)
        {
            if (DistributionModel.Money(act) is not var (giver, receiver))
                continue;
            Assert.Equal(decision.Body, model.BodyOf(giver));
            if (decision.Body != "RS")
                Assert.Equal(decision.Body, model.BodyOf(receiver));
        }
    }

    private static void SumsAreTheModels(FrameBook frames, DistributionModel model)
    {
        foreach (var (subject, year) in model.Subjects.SelectMany(s => DistributionModel.Years.Select(y => (s, y))))
            Assert.Equal((subject, year, model.Given(subject, year), model.Distributed(subject, year)), (subject, year, frames.GivenTo(subject, year).Ore, frames.DistributedBy(subject, year).Ore));
    }

    private static string Shown(FrameBook frames) => string.Join('\n', frames.Frames.Select(f => $"{f.Act.Year} {f.Act.From} {f.Act.To} {f.Act.Kind} {f.Act.Amount.Ore}"));
}
