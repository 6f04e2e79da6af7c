namespace Styrkedja.Bench.Ledgers;

/// <summary>Chance that falls the same way for the same seed on every machine and version (SplitMix64).</summary>
public struct Chance(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        unchecked
        {
            var z = _state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }

    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);

    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number below the bound of which low ones are far more common than high.</summary>
    public int Skewed(int bound)
    {
        var share = Share();
        return (int)(share * share * bound);
    }
}
