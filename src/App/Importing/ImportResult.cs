using Styrkedja.Provenance;

namespace Styrkedja.App.Importing;

/// <summary>How a file of facts is taken in.</summary>
/// <param name="Recorded">When it becomes known.</param>
/// <param name="Replace">True when the file replaces what is alive from the same legal entity and year, as a file of type 4E must.</param>
/// <param name="Check">True to try everything without taking anything in.</param>
public sealed record ImportTerms(DateTimeOffset Recorded, bool Replace = false, bool Illustrative = false, bool Check = false);

/// <summary>What became of one file.</summary>
/// <param name="Batch">Id of the batch; absent when the file was refused.</param>
/// <param name="AlreadyKnown">True when the very same file was taken in before, so that nothing was done.</param>
public sealed record ImportResult(string File, string? Batch, long Rows, bool AlreadyKnown, IReadOnlyList<Fault> Faults)
{
    public bool Refused => Faults.Any(f => f.Severity == Severity.Error);
}
