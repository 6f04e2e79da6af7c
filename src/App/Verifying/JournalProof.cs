using Styrkedja.App.Archive;
using Styrkedja.Decisions;

namespace Styrkedja.App.Verifying;

/// <summary>The chain of the journal reckoned anew from its first entry up to a position.</summary>
/// <param name="Head">The hash reckoned at the position, which proves everything up to it.</param>
/// <param name="Wrong">The first entry that is missing or does not have the hash it should; absent when all do.</param>
/// <param name="Hashes">The hash reckoned at each position that was asked about.</param>
public sealed record JournalProof(long Position, string Head, long? Wrong, IReadOnlyDictionary<long, string> Hashes)
{
    /// <param name="upTo">The last position that is reckoned.</param>
    /// <param name="asked">Positions whose hashes are wanted.</param>
    public static JournalProof Of(RegionArchive archive, long upTo, IReadOnlySet<long> asked)
    {
        ReadOnlyMemory<byte> hash = Chain.Beginning;
        var (hashes, at) = (new Dictionary<long, string>(), 0L);
        long? wrong = null;
        foreach (var stored in archive.Journal.ReadAfter(0).TakeWhile(stored => stored.Position <= upTo))
        {
            at++;
            hash = Chain.Next(hash.Span, stored.CanonicalBytes.Span);
            if (wrong is null && (stored.Position != at || !stored.Hash.Span.SequenceEqual(hash.Span)))
                wrong = at;
            if (asked.Contains(stored.Position))
                hashes[stored.Position] = Convert.ToHexStringLower(hash.Span);
        }

        return new(at, Convert.ToHexStringLower(hash.Span), wrong ?? (at < upTo ? at + 1 : null), hashes);
    }
}
