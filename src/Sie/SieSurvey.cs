using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Styrkedja.Sie;

/// <summary>Looks once through the bytes of a file for those that no text may hold: control characters, and a carriage return that ends no line.</summary>
/// <remarks>Nearly every file is free of them, and its lines need then not be searched one by one. Rule: SIE 4B, character set.</remarks>
internal static class SieSurvey
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool HasControls(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            ref var first = ref MemoryMarshal.GetReference(bytes);
            var found = Vector256<byte>.Zero;
            for (; at + Vector256<byte>.Count < bytes.Length; at += Vector256<byte>.Count)
            {
                var here = Vector256.LoadUnsafe(ref first, (nuint)at);
                var next = Vector256.LoadUnsafe(ref first, (nuint)(at + 1));
                var low = Vector256.LessThan(here, Vector256.Create((byte)' '));
                var line = Vector256.Equals(here, Vector256.Create((byte)'\n')) | Vector256.Equals(here, Vector256.Create((byte)'\t'));
                var ending = Vector256.Equals(here, Vector256.Create((byte)'\r')) & Vector256.Equals(next, Vector256.Create((byte)'\n'));
                found |= (low & ~(line | ending)) | Vector256.Equals(here, Vector256.Create((byte)0x7F));
            }

            if (found != Vector256<byte>.Zero)
                return true;
        }

        for (; at < bytes.Length; at++)
        {
            var b = bytes[at];
            if (b == 0x7F || (b < ' ' && b is not ((byte)'\n' or (byte)'\t') && !(b == (byte)'\r' && (at + 1 == bytes.Length || bytes[at + 1] == (byte)'\n'))))
                return true;
        }

        return false;
    }
}
