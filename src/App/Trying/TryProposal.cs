using Styrkedja.App.Archive;
using Styrkedja.App.Deciding;
using Styrkedja.Authority;
using Styrkedja.Decisions;
using Styrkedja.FollowUp;
using Styrkedja.Formats.Decisions;
using Styrkedja.Organisation;
using Styrkedja.Provenance;
using Styrkedja.Region;

namespace Styrkedja.App.Trying;

/// <summary>What a proposal would do, or why it could not be tried.</summary>
/// <param name="WhatIf">Absent when the files could not be read.</param>
public sealed record TriedProposal(IReadOnlyList<Decision> Decisions, WhatIf? WhatIf, IReadOnlyList<Fault> Faults);

/// <summary>Tries decisions that nobody has taken: they are folded after the journal, compared with it, and forgotten. Nothing is written.</summary>
public sealed class TryProposal(RegionArchive archive)
{
    /// <param name="files">Text of each draft with its name, in the form of decision files.</param>
    /// <param name="year">The budget year looked at, with the two plan years after it.</param>
    /// <param name="knownAt">The last position of the journal that counts; absent means all of it.</param>
    public TriedProposal Try(IReadOnlyList<(string Text, string Name)> files, int year, long? knownAt = null)
    {
        var read = files.Select(f => DecisionFile.Read(f.Text, f.Name)).ToList();
        var faults = read.SelectMany(f => f.Faults).ToList();
        if (faults.Exists(f => f.Severity == Severity.Error))
            return new([], null, faults);

        var drafts = read.SelectMany(f => f.Decisions).OrderBy(d => d.Decision.Date.Latest).ToList();
        var history = archive.HistorySoFar(knownAt);
        var head = history.Count;
        var verdicts = new Dictionary<string, List<Verdict>>(StringComparer.Ordinal);
        foreach (var draft in drafts)
        {
            var standing = history.StateAt(new(draft.Decision.Date.Latest, long.MaxValue), archive.Name).Standing;
            foreach (var body in Concerned(draft.Decision, standing))
            {
                var verdict = Judge.Of(draft.Decision with { Body = body, Delegation = body == draft.Decision.Body ? draft.Decision.Delegation : null, Taken = false }, standing, draft.Place);
                if (!verdicts.TryGetValue(body, out var said))
                    verdicts[body] = said = [];
                said.Add(verdict);
                faults.AddRange(body == draft.Decision.Body ? verdict.Faults : []);
            }

            history.Add(new DecisionEntry(history.Count + 1, RecordDecisions.MomentOf(draft.Decision.Date.Latest), draft.Decision, Verdict.Within));
        }

        if (faults.Exists(f => f.Severity == Severity.Error))
            return new([.. drafts.Select(d => d.Decision)], null, faults);
        var asOf = drafts.Select(d => d.Decision.Date.Latest).Append(new DateOnly(year, 12, 31)).Max();
        var before = archive.ViewAt(new(asOf, head));
        var after = archive.ViewOf(history, new(asOf, long.MaxValue));
        return new(
            [.. drafts.Select(d => d.Decision)],
            WhatIf.Of(before, after, [.. verdicts.Select(v => new VerdictOfBody(v.Key, Joined(v.Value)))], [.. drafts.Select(d => d.Decision)], year),
            faults);
    }

    /// <summary>The bodies that people would ask about: the one that the draft names, the assembly, the board, and those whose money or work it touches.</summary>
    private static IEnumerable<string> Concerned(Decision decision, Standing standing)
    {
        var touched = decision.Acts.SelectMany(act => act switch
        {
            SetFrame a => [a.From, a.To],
            Reallocate a => [a.Giver, a.From, a.To],
            GrantAdditional a => [a.From, a.To],
            CarryOver a => [a.From, a.To],
            SetBudget a => [a.Subject],
            AdoptSubGoal a => [a.Owner],
            _ => Array.Empty<string>(),
        });
        return touched.Where(id => id != Subject.RegionId).Select(id => standing.Organisation.AnsweringBody(id).Id)
            .Prepend(Subject.ExecutiveBoardId).Prepend(Subject.AssemblyId).Prepend(decision.Body)
            .Where(standing.Organisation.Knows).Distinct();
    }

    private static Verdict Joined(IReadOnlyList<Verdict> verdicts) => new(
        verdicts.Max(v => v.Outcome),
        [.. verdicts.SelectMany(v => v.Rules).Distinct()],
        [.. verdicts.SelectMany(v => v.Breaches)],
        [.. verdicts.SelectMany(v => v.Faults)]);
}
