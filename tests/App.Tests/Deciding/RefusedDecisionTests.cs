using System.Globalization;
using CsCheck;
using Styrkedja.Amounts;
using Styrkedja.Authority;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Distribution;

namespace Styrkedja.App.Deciding;

/// <summary>Decisions drawn by lot go the whole way from file to journal: what is refused leaves nothing behind.</summary>
public class RefusedDecisionTests
{
    [Fact]
    public void A_refused_decision_changes_neither_the_journal_nor_the_region()
    {
        var (recorded, refused) = (0, 0);
        RandomStep.Sequences.Sample(
            steps =>
            {
                var (model, day) = (new DistributionModel(), new DateOnly(2017, 11, 1));
                var beginning = RandomStep.Beginning(day);
                using var region = new TemporaryRegion(Yaml(beginning));
                model.Take(beginning);
                for (var i = 0; i < steps.Length; i++)
                {
                    day = day.AddDays(steps[i].DaysLater);
                    var decision = steps[i].In(model, i + 1, day);
                    var (head, before) = (region.Archive.Head(), Shown(region, day));

                    var recording = Assert.Single(region.Record(Yaml(decision)).Recordings);

                    if (recording.Verdict.Outcome == VerdictOutcome.Within)
                    {
                        model.Take(decision);
                        Assert.Equal((head.Position + 1, recording.Position), (region.Archive.Head().Position, head.Position + 1));
                        Interlocked.Increment(ref recorded);
                    }
                    else
                    {
                        Assert.Equal((head, before, null), (region.Archive.Head(), Shown(region, day), recording.Position));
                        Interlocked.Increment(ref refused);
                    }
                }
            },
            iter: 12,
            threads: 1);
        Assert.True(recorded > 20 && refused > 20, $"{recorded} recorded and {refused} refused: too few of one to say anything");
    }

    /// <summary>All that a decision of these kinds can change, in words.</summary>
    private static string Shown(TemporaryRegion region, DateOnly day)
    {
        var state = region.Archive.StateAt(new(day, long.MaxValue));
        return string.Join('\n', state.Organisation.Subjects.Select(s => $"{s.Id} under {s.Under}").Concat(state.Frames.Frames.Select(f => $"{f.Act} by {f.By.Id}")).Concat(state.Decisions.Select(d => d.Decision.Id)));
    }

    private static string Yaml(Decision decision) =>
        $"decision: {decision.Id}\nbody: {decision.Body}\ndate: {Day(decision.Date.Latest)}\ntitle: {decision.Id}\nacts:\n{string.Concat(decision.Acts.Select(a => $"  - {Act(a)}\n"))}";

    private static string Act(Act act) => act switch
    {
        EstablishBody a => $"establish-body: {{id: {a.Id}, kind: {(a.Kind == BodyKind.RegionalExecutiveBoard ? "regional-executive-board" : "operating-committee")}, name: {a.Id}, valid: {Valid(a.Valid)}}}",
        EstablishUnit a => $"establish-unit: {{id: {a.Id}, name: {a.Id}, under: {a.Under}, budget-part: {(a.BudgetPart ? "true" : "false")}, valid: {Valid(a.Valid)}}}",
        MoveUnit a => $"move-unit: {{unit: {a.Unit}, under: {a.Under}, from: {Day(a.From)}}}",
        SetFrame a => $"set-frame: {{year: {a.Year}, from: {a.From}, to: {a.To}, kind: {Kind(a.Kind)}, amount: {Kronor(a.Amount)}}}",
        GrantAdditional a => $"grant-additional: {{year: {a.Year}, from: {a.From}, to: {a.To}, kind: {Kind(a.Kind)}, amount: {Kronor(a.Amount)}, financing: [{string.Join(", ", a.Financing.Select(f => $"{{from: {f.From}, amount: {Kronor(f.Amount)}}}"))}]}}",
        Reallocate a => $"reallocate: {{year: {a.Year}, giver: {a.Giver}, from: {a.From}, to: {a.To}, kind: {Kind(a.Kind)}, amount: {Kronor(a.Amount)}}}",
        CarryOver a => $"carry-over: {{year: {a.Year}, from: {a.From}, to: {a.To}, kind: {Kind(a.Kind)}, what: {(a.What == Carried.Result ? "result" : "unused-frame")}, amount: {Kronor(a.Amount)}}}",
        _ => throw new NotSupportedException($"{act.GetType().Name} is never drawn."),
    };

    private static string Kind(FrameKind kind) => kind switch { FrameKind.Grant => "grant", FrameKind.Commission => "commission", _ => "result-requirement" };

    private static string Kronor(Money amount) => $"{amount.Ore / 100} kr";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Valid(Validity valid) => $"{Day(valid.From)}..";
}
