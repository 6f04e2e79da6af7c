namespace Styrkedja.App.Demo;

/// <summary>Numbers that look random and are the same on every run and machine: a hash of the words that name what they are for.</summary>
/// <remarks>FNV-1a over the words, stirred as in splitmix64. Never for secrets.</remarks>
internal readonly struct SampleLedgerNoise
{
    private const ulong Prime = 1099511628211;

    private readonly ulong _state;

    private SampleLedgerNoise(ulong state) => _state = state;

    public static SampleLedgerNoise Of(string word) => new SampleLedgerNoise(14695981039346656037).With(word);

    /// <summary>The noise of something within what this one names.</summary>
    public SampleLedgerNoise With(string word)
    {
        var hash = _state;
        foreach (var character in word)
            hash = unchecked((hash ^ character) * Prime);
        return new(unchecked((hash ^ 0xFF) * Prime));
    }

    public SampleLedgerNoise With(int number) => new(unchecked((_state ^ ((ulong)(uint)number + 0x9E3779B97F4A7C15)) * Prime));

    /// <summary>A whole number from zero and below the limit.</summary>
    public int Below(int limit) => (int)(Stirred() % (ulong)limit);

    /// <summary>A whole number as far below zero as above it, the limits included.</summary>
    public int Around(int limit) => Below((2 * limit) + 1) - limit;

    /// <summary>Sixty-four bits, never all zero: the mark of a made-up person or contact.</summary>
    public ulong Mark() => Stirred() is var mark && mark == 0 ? 1 : mark;

    private ulong Stirred() => unchecked(Mixed(_state + 0x9E3779B97F4A7C15));

    private static ulong Mixed(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
