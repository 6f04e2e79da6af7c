using Styrkedja.App.Importing;
using Styrkedja.Provenance;

namespace Styrkedja.App.Fetching;

/// <summary>How a fetch is done.</summary>
/// <param name="Again">True to ask for everything once more, also for what was fetched a moment ago.</param>
/// <param name="Check">True to fetch and read but write nothing into the journal; the answers are kept for the next run.</param>
public sealed record FetchTerms(bool Again = false, bool Check = false);

/// <summary>What became of a fetch.</summary>
/// <param name="Calls">Calls made to the source, those made again included.</param>
/// <param name="Kept">Answers that were at hand already, from a run before.</param>
/// <param name="Read">Values read from the answers.</param>
/// <param name="Batch">Id of the batch that was written; absent when nothing was new, when it was only tried, or when it failed.</param>
public sealed record FetchResult(string Source, int Calls, int Kept, long Read, string? Batch, ValueCount Values, IReadOnlyList<Fault> Faults)
{
    public bool Refused => Faults.Any(f => f.Severity == Severity.Error);
}

/// <summary>How far a fetch has come.</summary>
/// <param name="Done">Parts of the choice answered for, of all.</param>
/// <param name="Read">Values read so far.</param>
public sealed record FetchProgress(int Done, int Total, long Read, int Calls);
