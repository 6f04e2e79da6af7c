using CsCheck;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Facts;
using Styrkedja.Goals;
using static Styrkedja.Region.Entries;

namespace Styrkedja.Region;

/// <summary>A history that is asked about any moment, again and again while it grows, says what a fold from the first entry says.</summary>
public class HistoryTests
{
    private static readonly Gen<Act> s_act = Gen.Select(Gen.Int[0, 9], Gen.Int[0, 3], Gen.Int[1, 500]).Select((kind, which, amount) => (Act)(kind switch
    {
        0 => Body($"DN-{which}"),
        1 => Unit($"E{which}", $"DN-{(which + 1) % 4}", $"201{5 + which}-01-01.."),
        2 => new Dissolve($"E{which}", new(2016, 1 + which, 1)),
        3 => Goal($"G{which}"),
        4 => new AdoptSubGoal($"D{which}", 2016, $"G{which}", "RS", new($"{amount}")),
        5 => new SetBudget(2016, $"DN-{which}", [new("staff", new(-amount), null, null, null)]),
        6 => new OpenRound($"R{amount % 3}", RoundKind.Month, Period.Year(2016), new($"{amount}")),
        7 => new SubmitReport($"R{which}", "RS"),
        _ => new SetFrame(2016, "REGION", $"DN-{which}", FrameKind.Grant, new(amount), null),
    }));

    /// <summary>What is recorded: decisions of any day with their acts, batches that may supersede an earlier one, assessments.</summary>
    private static readonly Gen<(int Kind, int Day, Act[] Acts)> s_entry = Gen.Select(Gen.Int[0, 9], Gen.Int[0, 700], s_act.Array[0, 4]);

    private static readonly Gen<(int Day, int KnownAt, int Read)[]> s_asked = Gen.Select(Gen.Int[0, 760], Gen.Int[0, 40], Gen.Int[0, 40]).Array[1, 15];

    [Fact]
    public void The_state_at_any_moment_is_the_state_folded_from_the_first_entry() => Gen.Select(s_entry.Array[0, 40], s_asked).Sample(
        (drawn, asked) =>
        {
            var entries = Made(drawn);
            var (history, read, earlier) = (new History(), 0, new List<RegionState>());
            foreach (var (day, knownAt, until) in asked)
            {
                for (; read < Math.Min(until, entries.Count); read++)
                    history.Add(entries[read]);
                var at = new Viewpoint(new DateOnly(2015, 1, 1).AddDays(day), Math.Min(knownAt, read));
                var state = history.StateAt(at, new("R"), earlier);
                Assert.Equal(Told(RegionState.Fold(entries, at, new("R"))), Told(state));
                earlier.Insert(0, state);
            }

            // What was taken out before more was read is as it was.
            foreach (var state in earlier)
                Assert.Equal(Told(RegionState.Fold(entries, state.At, new("R"))), Told(state));
        },
        iter: 400);

    [Fact]
    public void Two_ways_that_part_do_not_meet_again() => Gen.Select(s_entry.Array[0, 15], s_entry.Array[0, 10], s_entry.Array[0, 10]).Sample(
        (first, one, other) =>
        {
            var history = new History();
            foreach (var entry in Made(first))
                history.Add(entry);
            var before = history.StateAt(s_end, new("R"));
            var fork = history.Fork();
            var (here, there) = (Made([.. first, .. one]), Made([.. first, .. other]));
            foreach (var entry in here.Skip(first.Length))
                history.Add(entry);
            foreach (var entry in there.Skip(first.Length))
                fork.Add(entry);
            Assert.Equal(Told(RegionState.Fold(Made(first), s_end, new("R"))), Told(before));
            Assert.Equal(Told(RegionState.Fold(here, s_end, new("R"))), Told(history.StateAt(s_end, new("R"), [before])));
            Assert.Equal(Told(RegionState.Fold(there, s_end, new("R"))), Told(fork.StateAt(s_end, new("R"), [before])));
        },
        iter: 300);

    [Fact]
    public void Each_decision_leads_to_its_entry()
    {
        var entries = Of(Decision("A", "2017-01-01", Body("DN-A")), Decision("A", "2017-01-01", Body("DN-A")), Decision("B", "2017-02-01"));
        var history = new History();
        history.Add(entries[0]);
        var first = history.StateAt(s_end, new("R"));
        history.Add(entries[1]);
        history.Add(entries[2]);
        var all = history.StateAt(s_end, new("R"));
        Assert.Equal([1L, 2L, 3L], entries.Cast<DecisionEntry>().Select(e => all.EntryOf(e.Decision).Position));
        Assert.Equal(1, first.EntryOf(((DecisionEntry)entries[0]).Decision).Position);
    }

    private static readonly Viewpoint s_end = new(new(2017, 6, 1), long.MaxValue);

    private static IReadOnlyList<Entry> Made((int Kind, int Day, Act[] Acts)[] drawn) =>
    [
        .. drawn.Select((e, i) =>
        {
            var (position, recorded) = (i + 1L, new DateTimeOffset(2017, 1, 1, 12, 0, 0, TimeSpan.Zero).AddDays(i));
            return e.Kind switch
            {
                0 => (Entry)new AssessmentEntry(position, recorded, Says($"B{i}", "G1", "2016-12", GoalFulfilment.Partly)),
                1 => new FactEntry(position, recorded, Batch($"F{i}", e.Day % 2 == 0 && i > 0 ? $"F{e.Day % i}" : null), [new($"population/2016/{e.Day}", e.Day, 0, "invånare", null, null, false)]),
                _ => new DecisionEntry(position, recorded, Entries.Decision($"D{i}", $"{new DateOnly(2015, 1, 1).AddDays(e.Day):yyyy-MM-dd}", e.Acts), Authority.Verdict.Within),
            };
        }),
    ];

    private static FactBatch Batch(string id, string? supersedes) =>
        new(id, FactKind.Observations, id, 0, "csv", null, null, Period.Year(2016), [], null, null, 0, 0, Amounts.Money.Zero, Amounts.Money.Zero, supersedes is null ? [] : [supersedes], false);

    private static string Told(RegionState state) => string.Join(
        '\n',
        $"{state.At}: {string.Join(' ', state.Decisions.Select(d => d.Position))}; {string.Join(' ', state.Assessments.Select(a => a.Position))}; {string.Join(' ', state.LiveBatches.Select(b => b.Batch.Id))}",
        string.Join(' ', state.Organisation.Subjects.Select(s => $"{s.Id}<{s.Under} by {s.By?.Id}")),
        string.Join(' ', state.Frames.Frames.Select(f => $"{f.Act.To} {f.Act.Amount.Ore} at {f.Position}")),
        string.Join(' ', Enumerable.Range(0, 4).Select(i => $"{state.Frames.GivenTo($"DN-{i}", 2016).Ore} of {state.Frames.DistributedBy("REGION", 2016).Ore}, {state.Frames.FramesOf(2016).Count} {state.Frames.FramesFrom("REGION", 2016).Count()}")),
        string.Join(' ', state.Frames.Budget.Select(b => $"{b.Subject} {b.Row.Amount.Ore} at {b.Decided.Position}")),
        string.Join(' ', state.Goals.Goals.Select(g => $"{g.Key} at {g.Value.Position}")),
        string.Join(' ', state.Goals.SubGoals.Select(s => $"{s.Act.Id} {s.Act.Text.Sv} at {s.Position}")),
        string.Join(' ', state.Rounds.Select(r => $"{r.Act.Id} at {r.Position}").Concat(state.Submissions.Select(s => $"{s.Act.Round} at {s.Position}"))),
        string.Join(' ', state.Observations.Select(o => $"{o.Observation.Figure} of {o.Batch.Batch.Id}")));
}
