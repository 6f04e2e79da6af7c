using System.Security.Cryptography;

namespace Styrkedja.Decisions;

/// <summary>The hash that ties each journal entry to all before it: SHA-256 over the previous hash and the entry's canonical bytes.</summary>
/// <remarks>The first entry follows a hash of 32 zero bytes. Changing any byte of any entry changes every later hash, so one hash kept outside the journal (the
/// head) proves all of it.</remarks>
public static class Chain
{
    public const int HashLength = SHA256.HashSizeInBytes;

    public static readonly ReadOnlyMemory<byte> Beginning = new byte[HashLength];

    public static byte[] Next(ReadOnlySpan<byte> previousHash, ReadOnlySpan<byte> canonicalBytes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previousHash);
        hash.AppendData(canonicalBytes);
        return hash.GetHashAndReset();
    }
}

/// <summary>An entry as it lies in the journal: its position from one, its canonical bytes and its link in the chain.</summary>
public sealed record StoredEntry(long Position, ReadOnlyMemory<byte> CanonicalBytes, ReadOnlyMemory<byte> Hash);
