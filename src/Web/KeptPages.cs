namespace Styrkedja.Web;

/// <summary>Pages as they were last written, kept as long as nothing they rest on has changed.</summary>
/// <remarks>The key holds the journal's position and the build, so that nothing kept is ever wrong; the oldest are dropped when together they grow too large.</remarks>
internal sealed class KeptPages
{
    private const long MostBytes = 48L << 20;

    private readonly Lock _one = new();
    private readonly Dictionary<string, LinkedListNode<(string Key, byte[] Page)>> _pages = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Key, byte[] Page)> _byUse = new();
    private long _bytes;

    public byte[]? Find(string key)
    {
        lock (_one)
        {
            if (!_pages.TryGetValue(key, out var node))
                return null;
            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return node.Value.Page;
        }
    }

    public void Keep(string key, byte[] page)
    {
        lock (_one)
        {
            if (_pages.ContainsKey(key))
                return;
            _pages[key] = _byUse.AddFirst((key, page));
            _bytes += page.Length;
            while (_bytes > MostBytes && _byUse.Last is { } oldest)
            {
                _byUse.RemoveLast();
                _pages.Remove(oldest.Value.Key);
                _bytes -= oldest.Value.Page.Length;
            }
        }
    }
}
