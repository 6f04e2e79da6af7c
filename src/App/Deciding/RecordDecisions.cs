using Styrkedja.App.Archive;
using Styrkedja.Authority;
using Styrkedja.Decisions;
using Styrkedja.Formats.Decisions;
using Styrkedja.Formats.Journal;
using Styrkedja.Goals;
using Styrkedja.Provenance;
using Styrkedja.Region;
using Styrkedja.Rights;

namespace Styrkedja.App.Deciding;

/// <summary>What became of one decision or assessment that was handed in.</summary>
/// <param name="Position">Where it stands in the journal; absent when it was not recorded.</param>
/// <param name="AlreadyKnown">True when the very same was recorded before, so that nothing was done.</param>
public sealed record Recording(string Id, long? Position, bool AlreadyKnown, Verdict Verdict, Place Place);

/// <summary>What became of the files handed in. Either all of it is recorded or nothing.</summary>
public sealed record RecordingResult(IReadOnlyList<Recording> Recordings, IReadOnlyList<Fault> Faults)
{
    /// <summary>Rights that whoever handed them in lacks.</summary>
    public IReadOnlyList<Refusal> Refusals { get; init; } = [];

    public bool Refused => Refusals.Count > 0 || Faults.Any(f => f.Severity == Severity.Error) || Recordings.Any(r => r.Verdict.Outcome == VerdictOutcome.Refused);
}

/// <summary>Says of each decision and assessment, once it has been judged, which right is missing to hand it in; nothing when none is.</summary>
internal sealed record RightsAsked(Func<Decision, Verdict, Refusal?> Decision, Func<Assessment, Refusal?> Assessment);

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
    public RecordingResult Record(IReadOnlyList<DecisionInFile> decisions, IReadOnlyList<AssessmentInFile> assessments, DateTimeOffset? recorded, bool check) =>
        Record(decisions, assessments, recorded, check, null);

    /// <summary>Records what has been read already, when whoever hands it in has the right to all of it.</summary>
    /// <param name="rights">Absent when no right is needed, as when history is replayed.</param>
    internal RecordingResult Record(IReadOnlyList<DecisionInFile> decisions, IReadOnlyList<AssessmentInFile> assessments, DateTimeOffset? recorded, bool check, RightsAsked? rights)
    {
        using var writer = archive.BeginWriting();
        var recordings = new List<Recording>();
        var write = new List<Func<long, byte[]>>();
        var refusals = new List<Refusal>();
        var known = new Known(archive);
        foreach (var decision in decisions)
        {
            recordings.Add(Judged(decision, known, write, recorded));
            if (rights?.Decision(decision.Decision, recordings[^1].Verdict) is { } refusal)
                refusals.Add(refusal);
        }

        foreach (var assessment in assessments)
        {
            recordings.Add(Noted(assessment, known, write, recorded));
            if (rights?.Assessment(assessment.Assessment) is { } refusal)
                refusals.Add(refusal);
        }

        var result = new RecordingResult(recordings, []) { Refusals = refusals };
        if (!check && !result.Refused && write.Count > 0)
            archive.Append(write);
        return check || result.Refused ? result with { Recordings = [.. recordings.Select(r => r.AlreadyKnown ? r : r with { Position = null })] } : result;
    }

    private Recording Judged(DecisionInFile file, Known known, List<Func<long, byte[]>> write, DateTimeOffset? recorded)
    {
        var decision = file.Decision;
        if (known.Decisions.TryGetValue(decision.Id, out var earlier))
        {
            return Same(EntryFormat.Write(earlier.Position, earlier.Recorded, file, earlier.Verdict), earlier)
                ? new(decision.Id, earlier.Position, true, earlier.Verdict, file.Place)
                : new(decision.Id, null, false, new(VerdictOutcome.Refused, [], [], [Fault.Error("decision.id-taken", file.Place, decision.Id)]), file.Place);
        }

        var verdict = Judge.Of(decision, known.StandingAt(decision.Date.Latest), file.Place);
        if (verdict.Outcome == VerdictOutcome.Refused)
            return new(decision.Id, null, false, verdict, file.Place);
        var position = known.Count + 1L;
        var moment = known.NotBefore(recorded ?? MomentOf(decision.Date.Latest));
        known.Add(new DecisionEntry(position, moment, decision, verdict));
        write.Add(p => EntryFormat.Write(p, moment, file, verdict));
        return new(decision.Id, position, false, verdict, file.Place);
    }

    private Recording Noted(AssessmentInFile file, Known known, List<Func<long, byte[]>> write, DateTimeOffset? recorded)
    {
        var assessment = file.Assessment;
        if (known.Assessments.TryGetValue(assessment.Id, out var earlier))
        {
            return Same(EntryFormat.Write(earlier.Position, earlier.Recorded, file), earlier)
                ? new(assessment.Id, earlier.Position, true, Verdict.Within, file.Place)
                : new(assessment.Id, null, false, new(VerdictOutcome.Refused, [], [], [Fault.Error("decision.id-taken", file.Place, assessment.Id)]), file.Place);
        }

        var wrong = FaultsOf(file, known.StateAt(assessment.Date)).ToList();
        if (wrong.Count > 0)
            return new(assessment.Id, null, false, new(VerdictOutcome.Refused, [], [], wrong), file.Place);
        var position = known.Count + 1L;
        var moment = known.NotBefore(recorded ?? MomentOf(assessment.Date));
        known.Add(new AssessmentEntry(position, moment, assessment));
        write.Add(p => EntryFormat.Write(p, moment, file));
        return new(assessment.Id, position, false, Verdict.Within, file.Place);
    }

    private bool Same(byte[] canonical, Entry earlier) =>
        archive.Journal.ReadAfter(earlier.Position - 1).First().CanonicalBytes.Span.SequenceEqual(canonical);

    /// <summary>What is wrong with an assessment on its day: it names someone or something unknown, or a partner speaks of what is not shared with it.</summary>
    public static IEnumerable<Fault> FaultsOf(AssessmentInFile file, RegionState state)
    {
        var (by, about) = (file.Assessment.By, file.Assessment.Subject);
        if (file.Assessment.Remark is { } remark)
        {
            foreach (var fault in RemarkFaults.Of(file, remark, state))
                yield return fault;
            yield break;
        }

        if (file.Assessment.OfValue is { } value)
        {
            foreach (var fault in ValueRemarkFaults.Of(file, value, state))
                yield return fault;
            yield break;
        }

        var isPartner = state.Development.Partners.Any(p => p.Act.Id == by);
        var isShared = state.Development.Programmes.Any(p => p.Act.Id == about);
        if (!isPartner && !state.Organisation.Knows(by))
            yield return Fault.Error("assessment.subject-unknown", file.Place, by);
        if (!isShared && !state.Organisation.Knows(about) && state.Goals.InForce(about) is null && state.Goals.SubGoals.All(s => s.Act.Id != about))
            yield return Fault.Error("assessment.subject-unknown", file.Place, about);
        else if (isPartner && !isShared)
            yield return Fault.Error("assessment.partner-about-other", file.Place, about, ("by", by));
        foreach (var report in file.Assessment.Measures.Where(m => state.Measures.Find(m.Measure) is null))
            yield return Fault.Error("assessment.measure-unknown", file.Place, report.Measure);
        if (file.Assessment.Round is { } round && state.RoundBook.Find(round) is null)
            yield return Fault.Error("assessment.round-unknown", file.Place, round);
    }

    /// <summary>Noon of a day, the moment at which history is replayed.</summary>
    internal static DateTimeOffset MomentOf(DateOnly day) => new(day, new TimeOnly(12, 0), TimeSpan.Zero);

    /// <summary>What is known while a file is gone through: the journal, and what has been judged before in the same file and may never be recorded.</summary>
    private sealed class Known
    {
        private readonly RegionArchive _archive;
        private readonly History _history;
        private DateTimeOffset _latest = DateTimeOffset.MinValue;
        private RegionState? _before;

        public Known(RegionArchive archive)
        {
            (_archive, _history) = (archive, archive.HistorySoFar());
            foreach (var entry in _history.Entries)
                Note(entry);
        }

        public long Count => _history.Count;

        /// <summary>The first decision of each id.</summary>
        public Dictionary<string, DecisionEntry> Decisions { get; } = new(StringComparer.Ordinal);

        /// <summary>The first assessment of each id.</summary>
        public Dictionary<string, AssessmentEntry> Assessments { get; } = new(StringComparer.Ordinal);

        public void Add(Entry entry)
        {
            _history.Add(entry);
            Note(entry);
        }

        /// <summary>What was in force on a day. What the decision before rested on too is not folded again.</summary>
        public Standing StandingAt(DateOnly day) => StateAt(day).Standing with { DecisionOf = id => Decisions.GetValueOrDefault(id)?.Decision };

        public RegionState StateAt(DateOnly day) => _before = _history.StateAt(new Viewpoint(day, long.MaxValue), _archive.Name, _before is null ? [] : [_before]);

        /// <summary>The moment, or that of the last entry when it is later.</summary>
        public DateTimeOffset NotBefore(DateTimeOffset moment) => _latest > moment ? _latest : moment;

        private void Note(Entry entry)
        {
            _latest = entry.Recorded;
            if (entry is DecisionEntry decision)
                Decisions.TryAdd(decision.Decision.Id, decision);
            else if (entry is AssessmentEntry assessment)
                Assessments.TryAdd(assessment.Assessment.Id, assessment);
        }
    }
}
