using CsCheck;

namespace Styrkedja.Sie;

/// <summary>Damage to a file: a few edits, mostly with bytes that mean something.</summary>
internal static class SieDamage
{
    /// <summary>One to four edits: a byte set, taken out, put in, or a piece of the file repeated.</summary>
    public static readonly Gen<(int Where, int What, byte Byte)[]> Edits = Gen.Select(
        Gen.Int[0, 100_000], Gen.Int[0, 3],
        Gen.OneOf(Gen.Byte, Gen.Char["\"{}\\# \t\n\r-.,019"].Select(c => (byte)c))).Array[1, 4];

    public static byte[] Done(byte[] whole, (int Where, int What, byte Byte)[] edits)
    {
        var bytes = whole.ToList();
        foreach (var (where, what, value) in edits)
        {
            var at = where % bytes.Count;
            switch (what)
            {
                case 0:
                    bytes[at] = value;
                    break;
                case 1:
                    bytes.RemoveAt(at);
                    break;
                case 2:
                    bytes.Insert(at, value);
                    break;
                default:
                    bytes.InsertRange(at, bytes.Skip(where / 7 % bytes.Count).Take(value).ToArray());
                    break;
            }
        }

        return [.. bytes];
    }
}
