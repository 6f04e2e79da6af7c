using CsCheck;
using Styrkedja.Amounts;
using Styrkedja.Region;

namespace Styrkedja.Decisions;

/// <summary>Which acts stand at a moment, and in which order: by date, then by place in the journal, then as they stand in the decision.</summary>
public class ActsInOrderTests
{
    /// <summary>Decisions as their day and the receivers of their frames, in any order of dates: "3 A B".</summary>
    private static readonly Gen<(int Day, string[] To)[]> s_decisions = Gen.Select(Gen.Int[1, 9], Gen.OneOf(Gen.Const("A"), Gen.Const("B"), Gen.Const("C")).Array[0, 3]).Array[0, 25];

    [Theory]
    [InlineData("1 A, 2 B, 3 A", "A1 B2 A3", "A3 B2")]
    [InlineData("3 A, 1 B, 2 A", "B2 A3 A1", "B2 A1")]
    [InlineData("2 A, 2 B, 1 C", "C3 A1 B2", "C3 A1 B2")]
    [InlineData("", "", "")]
    public void The_later_date_wins_then_the_later_place(string decisions, string inOrder, string standing)
    {
        var acts = new ActsRecorded();
        foreach (var (decision, position) in Read(decisions).Select((d, i) => (d, i + 1L)))
            acts.Add(decision, position);
        Assert.Equal(inOrder, Told(acts.At(DateOnly.MaxValue, long.MaxValue).Of<SetFrame>()));
        Assert.Equal(standing, Told(acts.At(DateOnly.MaxValue, long.MaxValue).Latest<SetFrame, string>(f => f.To).Values));
    }

    [Fact]
    public void The_acts_of_any_moment_taken_out_while_the_journal_grows_are_those_sorted_from_nothing() => Gen.Select(s_decisions, Gen.Select(Gen.Int[0, 10], Gen.Int[0, 26], Gen.Int[0, 26]).Array[1, 12]).Sample(
        (drawn, asked) =>
        {
            var decisions = drawn.Select((d, i) => (Decision: Decision(d.Day, d.To), Position: i + 1L)).ToList();
            var (recorded, forks) = (new ActsRecorded(), new List<(ActsRecorded Fork, int Held)>());
            var added = 0;
            foreach (var (day, knownAt, addUntil) in asked)
            {
                for (; added < Math.Min(addUntil, decisions.Count); added++)
                    recorded.Add(decisions[added].Decision, decisions[added].Position);
                forks.Add((recorded.Fork(), added));
                foreach (var (acts, held) in forks.Append((recorded, added)))
                {
                    var known = decisions.Take(held).Where(d => d.Position <= knownAt && d.Decision.Date.Latest.Day <= day).OrderBy(d => d.Decision.Date.Latest).ThenBy(d => d.Position)
                        .SelectMany(d => d.Decision.Acts.Select(act => new Decided<SetFrame>((SetFrame)act, d.Decision, d.Position))).ToList();
                    var latest = new Dictionary<string, Decided<SetFrame>>();
                    foreach (var act in known)
                        latest[act.Act.To] = act;
                    var taken = acts.At(new(2017, 1, Math.Max(1, day)), day == 0 ? 0 : knownAt);
                    Assert.Equal(known, taken.Of<SetFrame>());
                    var standing = taken.Latest<SetFrame, string>(f => f.To);
                    Assert.Equal(latest, standing);
                    Assert.Equal(latest.Count, standing.Count);
                    Assert.Equal(latest.Keys, standing.Keys);
                    var rows = new Dictionary<string, Decided<SetFrame>>();
                    foreach (var (act, row) in known.SelectMany(act => Rows(act.Act).Select(row => (act, row))))
                        rows[row] = act;
                    Assert.Equal(rows.Select(r => (r.Key, r.Value)), taken.LatestRows<SetFrame, string, string>(Rows, (_, row) => row));
                    Assert.Equal(["A", "B", "C"], new[] { "A", "B", "C" }.Where(to => standing.ContainsKey(to) == latest.ContainsKey(to) && Equals(standing.GetValueOrDefault(to), latest.GetValueOrDefault(to))));
                }
            }
        },
        iter: 500);

    [Fact]
    public void A_key_that_looks_at_a_value_from_outside_is_asked_again()
    {
        var acts = new ActsRecorded();
        acts.Add(Decision(1, ["A", "B"]), 1);
        foreach (var together in new[] { false, true, false })
            Assert.Equal(together ? 1 : 2, acts.At(DateOnly.MaxValue, 1).Latest<SetFrame, string>(f => together ? "" : f.To).Count);
    }

    [Fact]
    public void What_was_taken_out_stands_when_a_decision_of_an_earlier_day_comes()
    {
        var acts = new ActsRecorded();
        acts.Add(Decision(5, ["A"]), 1);
        var before = acts.At(DateOnly.MaxValue, 1).Fold(a => Told(a.Of<SetFrame>()));
        acts.Add(Decision(2, ["B"]), 2);
        Assert.Equal("B2 A1", Told(acts.At(DateOnly.MaxValue, 2).Of<SetFrame>()));
        Assert.True(before.RestsOnTheSame(acts.At(DateOnly.MaxValue, 1)));
        Assert.False(before.RestsOnTheSame(acts.At(DateOnly.MaxValue, 2)));
        Assert.Equal("A1", before.Room);
    }

    /// <summary>Rows of a frame, of which some come back: its receiver, and what all receivers but one share.</summary>
    private static IReadOnlyList<string> Rows(SetFrame frame) => frame.To == "B" ? ["B"] : [frame.To, "inte B", frame.To];

    private static string Told(IEnumerable<Decided<SetFrame>> acts) => string.Join(' ', acts.Select(d => $"{d.Act.To}{d.Position}"));

    private static IEnumerable<Decision> Read(string decisions) =>
        decisions.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(d => d.Split(' ')).Select(d => Decision(int.Parse(d[0]), d[1..]));

    private static Decision Decision(int day, string[] to) =>
        Entries.Decision($"{day}", $"2017-01-{day:00}", [.. to.Select(id => new SetFrame(2017, "REGION", id, FrameKind.Grant, new Money(100), null))]);
}
