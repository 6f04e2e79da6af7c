using Styrkedja.App.Archive;
using Styrkedja.Authority;
using Styrkedja.Formats.Decisions;
using Styrkedja.Formats.Journal;
using Styrkedja.Provenance;
using Styrkedja.Region;

namespace Styrkedja.App.Deciding;

/// <summary>What became of one decision or assessment that was handed in.</summary>
/// <param name="Position">Where it stands in the journal; absent when it was not recorded.</param>
/// <param name="AlreadyKnown">True when the very same was recorded before, so that nothing was done.</param>
public sealed record Recording(string Id, long? Position, bool AlreadyKnown, Verdict Verdict, Place Place);

/// <summary>What became of the files handed in. Either all of it is recorded or nothing.</summary>
public sealed record RecordingResult(IReadOnlyList<Recording> Recordings, IReadOnlyList<Fault> Faults)
{
    public bool Refused => Faults.Any(f => f.Severity == Severity.Error) || Recordings.Any(r => r.Verdict.Outcome == VerdictOutcome.Refused);
}

/// <summary>Records decisions and assessments from files: reads, judges and appends, all or nothing.</summary>
public sealed class RecordDecisions(RegionArchive archive)
{
    /// <param name="files">Text of each file with its name.</param>
    /// <param name="recorded">When it is recorded; absent means the day of each decision, as when history is replayed.</param>
    /// <param name="check">True to judge without recording.</param>
    public RecordingResult Record(IReadOnlyList<(string Text, string Name)> files, DateTimeOffset? recorded, bool check = false)
    {
        var read = files.Select(f => DecisionFile.Read(f.Text, f.Name)).ToList();
        var faults = read.SelectMany(f => f.Faults).ToList();
        if (faults.Exists(f => f.Severity == Severity.Error))
            return new([], faults);
        var result = Record([.. read.SelectMany(f => f.Decisions)], [.. read.SelectMany(f => f.Assessments)], recorded, check);
        return result with { Faults = [.. faults, .. result.Faults] };
    }

    /// <summary>Records what has been read already.</summary>
    public RecordingResult Record(IReadOnlyList<DecisionInFile> decisions, IReadOnlyList<AssessmentInFile> assessments, DateTimeOffset? recorded, bool check)
    {
        using var writer = archive.BeginWriting();
        var entries = archive.Entries().ToList();
        var recordings = new List<Recording>();
        var write = new List<Func<long, byte[]>>();
        foreach (var decision in decisions)
            recordings.Add(Judged(decision, entries, write, recorded));
        foreach (var assessment in assessments)
            recordings.Add(Noted(assessment, entries, write, recorded));

        var result = new RecordingResult(recordings, []);
        if (!check && !result.Refused && write.Count > 0)
            archive.Append(write);
        return check || result.Refused ? result with { Recordings = [.. recordings.Select(r => r.AlreadyKnown ? r : r with { Position = null })] } : result;
    }

    private Recording Judged(DecisionInFile file, List<Entry> entries, List<Func<long, byte[]>> write, DateTimeOffset? recorded)
    {
        var decision = file.Decision;
        if (entries.OfType<DecisionEntry>().FirstOrDefault(e => e.Decision.Id == decision.Id) is { } earlier)
        {
            return Same(EntryFormat.Write(earlier.Position, earlier.Recorded, file, earlier.Verdict), earlier)
                ? new(decision.Id, earlier.Position, true, earlier.Verdict, file.Place)
                : new(decision.Id, null, false, new(VerdictOutcome.Refused, [], [], [Fault.Error("decision.id-taken", file.Place, decision.Id)]), file.Place);
        }

        var verdict = Judge.Of(decision, StandingAt(decision.Date.Latest, entries), file.Place);
        if (verdict.Outcome == VerdictOutcome.Refused)
            return new(decision.Id, null, false, verdict, file.Place);
        var position = entries.Count + 1L;
        var moment = NotBefore(entries, recorded ?? MomentOf(decision.Date.Latest));
        entries.Add(new DecisionEntry(position, moment, decision, verdict));
        write.Add(p => EntryFormat.Write(p, moment, file, verdict));
        return new(decision.Id, position, false, verdict, file.Place);
    }

    private Recording Noted(AssessmentInFile file, List<Entry> entries, List<Func<long, byte[]>> write, DateTimeOffset? recorded)
    {
        var assessment = file.Assessment;
        if (entries.OfType<AssessmentEntry>().FirstOrDefault(e => e.Assessment.Id == assessment.Id) is { } earlier)
        {
            return Same(EntryFormat.Write(earlier.Position, earlier.Recorded, file), earlier)
                ? new(assessment.Id, earlier.Position, true, Verdict.Within, file.Place)
                : new(assessment.Id, null, false, new(VerdictOutcome.Refused, [], [], [Fault.Error("decision.id-taken", file.Place, assessment.Id)]), file.Place);
        }

        var standing = StandingAt(assessment.Date, entries);
        var unknown = new[] { assessment.By, assessment.Subject }.Where(id => !IsKnown(id, standing)).Select(id => Fault.Error("assessment.subject-unknown", file.Place, id)).ToList();
        if (unknown.Count > 0)
            return new(assessment.Id, null, false, new(VerdictOutcome.Refused, [], [], unknown), file.Place);
        var position = entries.Count + 1L;
        var moment = NotBefore(entries, recorded ?? MomentOf(assessment.Date));
        entries.Add(new AssessmentEntry(position, moment, assessment));
        write.Add(p => EntryFormat.Write(p, moment, file));
        return new(assessment.Id, position, false, Verdict.Within, file.Place);
    }

    private Standing StandingAt(DateOnly day, List<Entry> entries) => RegionState.Fold(entries, new Viewpoint(day, long.MaxValue), archive.Name).Standing;

    private bool Same(byte[] canonical, Entry earlier) =>
        archive.Journal.ReadAfter(earlier.Position - 1).First().CanonicalBytes.Span.SequenceEqual(canonical);

    private static bool IsKnown(string id, Standing standing) =>
        standing.Organisation.Knows(id) || standing.Goals.Goals.ContainsKey(id) || standing.Goals.SubGoals.Any(s => s.Act.Id == id);

    /// <summary>Noon of a day, the moment at which history is replayed.</summary>
    internal static DateTimeOffset MomentOf(DateOnly day) => new(day, new TimeOnly(12, 0), TimeSpan.Zero);

    private static DateTimeOffset NotBefore(List<Entry> entries, DateTimeOffset moment) =>
        entries.Count > 0 && entries[^1].Recorded > moment ? entries[^1].Recorded : moment;
}
