using Styrkedja.Authority;
using Styrkedja.Decisions;
using Styrkedja.Facts;
using Styrkedja.Goals;

namespace Styrkedja.Region;

/// <summary>An entry of the journal, read: a decision, a batch of facts or an assessment.</summary>
/// <param name="Position">Place in the journal, from one.</param>
/// <param name="Recorded">When it was recorded, as handed in; never earlier than the entry before.</param>
public abstract record Entry(long Position, DateTimeOffset Recorded);

/// <summary>A decision with what authority said of it.</summary>
public sealed record DecisionEntry(long Position, DateTimeOffset Recorded, Decision Decision, Verdict Verdict) : Entry(Position, Recorded);

/// <summary>A batch of facts, with its observations when it holds any; ledger rows lie in a file of their own.</summary>
public sealed record FactEntry(long Position, DateTimeOffset Recorded, FactBatch Batch, IReadOnlyList<Observation> Observations) : Entry(Position, Recorded);

/// <summary>Someone responsible says how it stands.</summary>
public sealed record AssessmentEntry(long Position, DateTimeOffset Recorded, Assessment Assessment) : Entry(Position, Recorded);
