namespace Styrkedja.Bench.Measuring;

/// <summary>Results that must be equal before times are worth comparing.</summary>
public static class Check
{
    /// <exception cref="InvalidOperationException">They are not equal; the job has no outcome.</exception>
    public static void Equal<T>(string what, T ours, T other)
    {
        if (!EqualityComparer<T>.Default.Equals(ours, other))
            throw new InvalidOperationException($"{what}: ours is {ours}, the other {other}.");
    }
}
