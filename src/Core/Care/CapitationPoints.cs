using Styrkedja.Calendar;
using Styrkedja.Decisions;

namespace Styrkedja.Care;

/// <summary>Listed residents by provider and month, and how they weigh.</summary>
/// <remarks>Counted once for each reference day that is asked for, whatever the models weigh by.</remarks>
internal sealed class CapitationPoints
{
    private readonly Listings _listings;
    private readonly Month _from;
    private readonly int _months;
    private readonly Dictionary<int, Counted> _byReferenceDay = [];
    private readonly Dictionary<string, int> _places;

    public CapitationPoints(Listings listings, Month from, Month to)
    {
        (_listings, _from, _months) = (listings, from, to.Index - from.Index + 1);
        _places = listings.Providers.Select((id, i) => (id, i)).ToDictionary(p => p.id, p => p.i, StringComparer.Ordinal);
    }

    /// <summary>Residents listed with a provider on the month's reference day, and their points in millionths.</summary>
    public (long Listed, long Points) Of(CapitationPart part, string provider, Month month)
    {
        if (!_places.TryGetValue(provider, out var place))
            return (0, 0);
        if (!_byReferenceDay.TryGetValue(part.ReferenceDay, out var counted))
            _byReferenceDay[part.ReferenceDay] = counted = Count(part.ReferenceDay);
        var at = ((month.Index - _from.Index) * _listings.Providers.Count) + place;
        var (listed, byAge) = (counted.Listed[at], 0L);
        for (var band = 0; band < _listings.AgeBands.Count; band++)
            byAge += counted.Ages[(at * _listings.AgeBands.Count) + band] * Parts(part.Ages.LastOrDefault(a => a.Band == _listings.AgeBands[band])?.Weight ?? 1);
        var coverage = listed * Parts(part.Coverage.LastOrDefault(c => c.Provider == provider)?.Index ?? 1);
        var unweighed = 100 - part.AgeShare - part.AcgShare - part.CniShare - part.CoverageShare;
        return (listed, (byAge * part.AgeShare) + (counted.Acg[at] * part.AcgShare) + (counted.Cni[at] * part.CniShare) + (coverage * part.CoverageShare) + (listed * 10_000 * unweighed));
    }

    /// <summary>A weight in ten-thousandths.</summary>
    private static long Parts(decimal weight) => (long)Math.Round(weight * 10_000, MidpointRounding.AwayFromZero);

    /// <summary>Adds each listing from the first month whose reference day it holds, and takes it away after the last.</summary>
    private Counted Count(int referenceDay)
    {
        var (providers, bands) = (_listings.Providers.Count, _listings.AgeBands.Count);
        var counted = new Counted(new long[_months * providers], new long[_months * providers * bands], new long[_months * providers], new long[_months * providers]);
        var days = Enumerable.Range(0, _months).Select(m => _from.Plus(m).FirstDay.DayNumber + referenceDay - 1).ToArray();
        for (var i = 0; i < _listings.Count; i++)
        {
            var (first, end) = (0, _months);
            while (first < end && days[first] < _listings.From[i])
                first++;
            while (end > first && days[end - 1] > _listings.To[i])
                end--;
            if (first == end)
                continue;
            Add(first, i, 1);
            if (end < _months)
                Add(end, i, -1);
        }

        for (var at = providers; at < counted.Listed.Length; at++)
        {
            counted.Listed[at] += counted.Listed[at - providers];
            counted.Acg[at] += counted.Acg[at - providers];
            counted.Cni[at] += counted.Cni[at - providers];
        }

        for (var at = providers * bands; at < counted.Ages.Length; at++)
            counted.Ages[at] += counted.Ages[at - (providers * bands)];
        return counted;

        void Add(int month, int row, int sign)
        {
            var at = (month * providers) + _listings.Provider[row];
            counted.Listed[at] += sign;
            counted.Ages[(at * bands) + _listings.AgeBand[row]] += sign;
            counted.Acg[at] += sign * (long)_listings.Acg[row];
            counted.Cni[at] += sign * (long)_listings.Cni[row];
        }
    }

    /// <summary>By month and provider: residents, residents by age band too, and sums of weights.</summary>
    private sealed record Counted(long[] Listed, long[] Ages, long[] Acg, long[] Cni);
}
