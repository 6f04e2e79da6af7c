using System.Collections.Concurrent;

namespace Styrkedja.Sources;

/// <summary>Holds calls back so that no more than so many begin within any window, for the whole process and each host by itself.</summary>
internal sealed class SourcePace
{
    private static readonly ConcurrentDictionary<string, SourcePace> s_hosts = new(StringComparer.OrdinalIgnoreCase);

    private readonly Lock _one = new();
    private readonly Queue<long> _turns = new();

    public static SourcePace Of(Uri address) => s_hosts.GetOrAdd(address.Authority, _ => new());

    /// <summary>Waits for one's turn, which is as many turns after the one that begins a window as fit in it.</summary>
    public Task Turn(SourceManners manners, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetTimestamp();
        var turn = now;
        lock (_one)
        {
            while (_turns.Count >= manners.Calls)
                turn = Math.Max(turn, _turns.Dequeue() + (long)(manners.Window.TotalSeconds * clock.TimestampFrequency));
            _turns.Enqueue(turn);
        }

        return turn == now ? Task.CompletedTask : Task.Delay(clock.GetElapsedTime(now, turn), clock, stop);
    }
}
