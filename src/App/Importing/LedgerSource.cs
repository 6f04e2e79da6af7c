using Styrkedja.Facts;
using Styrkedja.Provenance;

namespace Styrkedja.App.Importing;

/// <summary>A file of vouchers that can be read into rows, whatever its form.</summary>
/// <remarks>Reading is done once, from beginning to end. A source too large to hold hands its rows over in several runs.</remarks>
public abstract class LedgerSource(string name)
{
    /// <summary>The file as the one who handed it in calls it; faults name it so.</summary>
    public string Name => name;

    /// <summary>Size in bytes.</summary>
    public abstract long Length { get; }

    /// <summary>SHA-256 of the bytes, which is the id of the batch they become.</summary>
    public abstract string Hash();

    /// <summary>Reads the file.</summary>
    /// <param name="take">Is handed the rows, in order; never called for a file without rows.</param>
    /// <param name="progress">Is told how many bytes have been read.</param>
    /// <exception cref="OperationCanceledException">The one who imports has changed their mind.</exception>
    public abstract LedgerReading Read(Action<LedgerRows> take, Action<long> progress, CancellationToken stop);
}

/// <summary>What a file of vouchers told apart from its rows.</summary>
/// <param name="Id">SHA-256 of its bytes.</param>
/// <param name="Format">Its form, such as sie-4i.</param>
/// <param name="Whole">True when the file is a whole year so far, which can only replace and never add.</param>
/// <param name="Rows">How many rows it holds, handed over or not.</param>
public sealed record LedgerReading(string Id, string Format, string? LegalEntity, bool Whole, long Rows, IReadOnlyList<Fault> Faults)
{
    /// <summary>What the year opened with, where the file tells; absent otherwise.</summary>
    public OpeningBalances? Opening { get; init; }

    public bool Refused => Faults.Any(f => f.Severity == Severity.Error);
}
