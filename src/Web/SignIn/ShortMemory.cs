using System.Buffers.Text;
using System.Security.Cryptography;

namespace Styrkedja.Web.SignIn;

/// <summary>Things kept in memory for a short time under names that nobody can guess.</summary>
/// <remarks>They never touch the disk and are gone when the process ends. When there are too many the oldest go first.</remarks>
internal sealed class ShortMemory<T>(TimeProvider clock, TimeSpan time, int most)
    where T : class
{
    private readonly Lock _one = new();
    private readonly Dictionary<string, (T Thing, DateTimeOffset Until)> _things = new(StringComparer.Ordinal);
    private readonly Queue<string> _byAge = new();

    public string Keep(T thing)
    {
        var name = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        lock (_one)
        {
            var now = clock.GetUtcNow();
            while (_byAge.TryPeek(out var oldest) && (_byAge.Count >= most || !_things.TryGetValue(oldest, out var kept) || kept.Until <= now))
                _things.Remove(_byAge.Dequeue());
            _things[name] = (thing, now + time);
            _byAge.Enqueue(name);
        }

        return name;
    }

    /// <summary>What is kept under a name; nothing when it is unknown or too old.</summary>
    public T? Find(string? name)
    {
        lock (_one)
            return name is not null && _things.TryGetValue(name, out var kept) && kept.Until > clock.GetUtcNow() ? kept.Thing : null;
    }

    /// <summary>The same, and then it is kept no longer.</summary>
    public T? Take(string? name)
    {
        lock (_one)
        {
            var thing = Find(name);
            if (name is not null)
                _things.Remove(name);
            return thing;
        }
    }
}
