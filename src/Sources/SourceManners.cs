namespace Styrkedja.Sources;

/// <summary>How we behave towards a source: how often we ask, how long we wait for it, and how much we take in.</summary>
/// <param name="Calls">How many calls may begin within any <paramref name="Window"/>.</param>
/// <param name="Retries">How many times more a call is made that failed for a reason that can pass.</param>
/// <param name="FirstDelay">The pause before the first of them; each later is twice as long, with chance added so that many clients do not come back at once.</param>
/// <param name="LongestDelay">The longest that a source may ask us to wait before we give up and leave the rest to another run.</param>
/// <param name="Patience">How long one call may take from question to last byte.</param>
/// <param name="MostBytes">The longest answer that is taken in, unpacked.</param>
public sealed record SourceManners(int Calls, TimeSpan Window, int Retries, TimeSpan FirstDelay, TimeSpan LongestDelay, TimeSpan Patience, int MostBytes)
{
    /// <summary>Kolada has no published limit: at most five calls a second, one after the other. Rule: our own choice, DECISIONS 2026-11-27.</summary>
    public static readonly SourceManners Kolada = new(5, TimeSpan.FromSeconds(1), 3, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(60), 64 << 20);

    /// <summary>SCB allows thirty calls in ten seconds from one address, unless its own configuration says otherwise.</summary>
    public static readonly SourceManners Scb = Kolada with { Calls = 30, Window = TimeSpan.FromSeconds(10) };
}
