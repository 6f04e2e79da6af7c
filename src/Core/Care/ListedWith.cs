using System.Numerics;

namespace Styrkedja.Care;

/// <summary>With whom persons are listed, found by their keyed hashes.</summary>
/// <remarks>Listings lie in one table by the hash itself, sixteen bytes each, so that most questions touch one line of memory. No listing lies apart from its person's others but by full places.</remarks>
internal sealed class ListedWith
{
    private const ushort Free = ushort.MaxValue, Unknown = ushort.MaxValue - 1;

    private readonly Listed[] _table;
    private readonly int _mask;
    private readonly int _firstDay;

    /// <param name="firstDay">The first day that is asked for; later than 65 000 days after it nothing is.</param>
    public ListedWith(Listings listings, IReadOnlyList<string> providers, int firstDay)
    {
        _firstDay = firstDay;
        _mask = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, listings.Count * 2)) - 1;
        _table = new Listed[_mask + 1];
        Array.Fill(_table, new Listed(0, 0, 0, Free));
        var places = providers.Select((id, i) => (id, i)).ToDictionary(p => p.id, p => (ushort)p.i, StringComparer.Ordinal);
        var providerOf = listings.Providers.Select(id => places.GetValueOrDefault(id, Unknown)).ToArray();
        for (var i = 0; i < listings.Count; i++)
        {
            if (listings.To[i] < firstDay || listings.From[i] > listings.To[i])
                continue;
            var at = Place(listings.Person[i]);
            while (_table[at].Provider != Free)
                at = (at + 1) & _mask;
            _table[at] = new(listings.Person[i], DayOf(listings.From[i]), DayOf(listings.To[i]), providerOf[listings.Provider[i]]);
        }
    }

    /// <summary>True when the person is listed with the provider on a day not before the first.</summary>
    public bool Is(ulong person, int day, int provider)
    {
        var (at, asked) = (Place(person), day - _firstDay);
        for (; _table[at].Provider != Free; at = (at + 1) & _mask)
        {
            ref readonly var listed = ref _table[at];
            if (listed.Person == person && listed.From <= asked && asked <= listed.To && listed.Provider == provider)
                return true;
        }

        return false;
    }

    private ushort DayOf(int day) => (ushort)Math.Clamp((long)day - _firstDay, 0, ushort.MaxValue);

    private int Place(ulong person) => unchecked((int)(person ^ (person >> 32)) & _mask);

    private readonly record struct Listed(ulong Person, ushort From, ushort To, ushort Provider);
}
