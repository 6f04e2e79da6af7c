namespace Styrkedja.Care;

/// <summary>With whom a person is listed on a day, found by the person's keyed hash.</summary>
internal sealed class ListedWith
{
    private readonly Listings _listings;
    private readonly int[] _first, _next;
    private readonly int[] _providerOf;
    private readonly int _mask;

    public ListedWith(Listings listings, IReadOnlyList<string> providers)
    {
        _listings = listings;
        _mask = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, listings.Count * 2)) - 1;
        (_first, _next) = (new int[_mask + 1], new int[listings.Count]);
        for (var i = 0; i < listings.Count; i++)
            (_next[i], _first[Place(listings.Person[i])]) = (_first[Place(listings.Person[i])], i + 1);
        var places = providers.Select((id, i) => (id, i)).ToDictionary(p => p.id, p => p.i, StringComparer.Ordinal);
        _providerOf = [.. listings.Providers.Select(id => places.GetValueOrDefault(id, -1))];
    }

    /// <summary>True when the person is listed with the provider on the day.</summary>
    public bool Is(ulong person, int day, int provider)
    {
        for (var i = _first[Place(person)]; i != 0; i = _next[i - 1])
        {
            if (_listings.Person[i - 1] == person && _listings.From[i - 1] <= day && _listings.To[i - 1] >= day && _providerOf[_listings.Provider[i - 1]] == provider)
                return true;
        }

        return false;
    }

    private int Place(ulong person) => (int)((person ^ (person >> 32)) & (uint)_mask);
}
