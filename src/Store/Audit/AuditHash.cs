using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Styrkedja.Decisions;

namespace Styrkedja.Store.Audit;

/// <summary>What binds an event of the audit log to the one before it, so made that the person can be forgotten and the bond still proven.</summary>
/// <remarks>Who and where from enter only as a commitment: a hash over a salt of 32 random bytes and the two. Once the salt is removed nobody can try names against the commitment. Rule: our
/// own choice, DECISIONS 2026-11-27; docs/format/audit.md has the bytes.</remarks>
internal static class AuditHash
{
    public const int SaltLength = 32;

    public static byte[] Commitment(ReadOnlySpan<byte> salt, string who, string? from)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(salt);
        Append(hash, who);
        Append(hash, from);
        return hash.GetHashAndReset();
    }

    public static byte[] Link(ReadOnlySpan<byte> previous, AuditRow row, ReadOnlySpan<byte> commitment)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in new[] { row.Number.ToString(CultureInfo.InvariantCulture), Moment(row.Moment), row.Kind, row.Outcome, row.Office, row.Object, row.Reason, row.Trace, row.Pseudonym })
            Append(hash, part);
        hash.AppendData(commitment);
        return Chain.Next(previous, hash.GetHashAndReset());
    }

    /// <summary>A moment as it is stored and hashed: sorted as text it is sorted in time.</summary>
    public static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>A text by its length and bytes; one that is absent by a length that no text has.</summary>
    private static void Append(IncrementalHash hash, string? text)
    {
        Span<byte> length = stackalloc byte[4];
        var bytes = text is null ? [] : Encoding.UTF8.GetBytes(text);
        BinaryPrimitives.WriteInt32BigEndian(length, text is null ? -1 : bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
