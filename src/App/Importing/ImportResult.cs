using Styrkedja.Amounts;
using Styrkedja.Provenance;

namespace Styrkedja.App.Importing;

/// <summary>How a file of facts is taken in.</summary>
/// <param name="Recorded">When it becomes known.</param>
/// <param name="Replace">True when the file replaces what is alive from the same legal entity and year, as a file of type 4E must.</param>
/// <param name="Check">True to try everything without taking anything in.</param>
/// <param name="OneIn">One person in so many is in a file of contacts; 1 when it holds everyone.</param>
public sealed record ImportTerms(DateTimeOffset Recorded, bool Replace = false, bool Illustrative = false, bool Check = false, int OneIn = 1);

/// <summary>What became of one file.</summary>
/// <param name="Batch">Id of the batch; absent when the file was refused.</param>
/// <param name="AlreadyKnown">True when the very same file was taken in before, so that nothing was done.</param>
/// <param name="Effect">What the file does to the result; absent when it could not be read or holds no vouchers.</param>
public sealed record ImportResult(string File, string? Batch, long Rows, bool AlreadyKnown, IReadOnlyList<Fault> Faults, ResultEffect? Effect = null)
{
    public bool Refused => Faults.Any(f => f.Severity == Severity.Error);

    /// <summary>What of the file was new, for values of indicators; absent for all else.</summary>
    public ValueCount? Values { get; init; }
}

/// <summary>Values of indicators by what they do to those known: new, told otherwise than before, or as before and so not told again.</summary>
public sealed record ValueCount(long New, long Revised, long Unchanged);

/// <summary>What the rows of a file add to the result, surplus positive.</summary>
/// <param name="Bodies">The part of each body, the largest first; rows that no body answers for stand under the region itself.</param>
public sealed record ResultEffect(Money Total, IReadOnlyList<(string Body, Money Result)> Bodies);

/// <summary>How far an import has come.</summary>
/// <param name="Rows">Rows of the files done.</param>
/// <param name="BytesRead">Bytes read so far, also of files under way.</param>
public sealed record ImportProgress(int FilesDone, int FilesTotal, long Rows, long BytesRead, long BytesTotal);
