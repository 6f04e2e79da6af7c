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

    /// <summary>Counts listings on the reference days that are not counted yet.</summary>
    public void Count(IEnumerable<int> referenceDays)
    {
        foreach (var day in referenceDays)
        {
            if (!_byReferenceDay.ContainsKey(day))
                _byReferenceDay[day] = Counted.Of(_listings, _from, _months, day);
        }
    }

    /// <summary>Residents listed with a provider on the month's reference day, and their points in millionths.</summary>
    public (long Listed, long Points) Of(CapitationPart part, string provider, Month month)
    {
        if (!_places.TryGetValue(provider, out var place))
            return (0, 0);
        var counted = _byReferenceDay[part.ReferenceDay];
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

    /// <summary>By month and provider: residents, residents by age band too, and sums of weights.</summary>
    private sealed record Counted(long[] Listed, long[] Ages, long[] Acg, long[] Cni)
    {
        /// <summary>Adds each listing from the first month whose reference day it holds, takes it away after the last, and sums up month by month.</summary>
        public static Counted Of(Listings listings, Month from, int months, int referenceDay)
        {
            var (providers, bands) = (listings.Providers.Count, listings.AgeBands.Count);
            var counted = new Counted(new long[months * providers], new long[months * providers * bands], new long[months * providers], new long[months * providers]);
            var days = Enumerable.Range(0, months).Select(m => from.Plus(m).FirstDay.DayNumber + referenceDay - 1).ToArray();
            for (var i = 0; i < listings.Count; i++)
            {
                var (first, end) = (0, months);
                while (first < end && days[first] < listings.From[i])
                    first++;
                while (end > first && days[end - 1] > listings.To[i])
                    end--;
                if (first == end)
                    continue;
                counted.Add(listings, i, first, 1);
                if (end < months)
                    counted.Add(listings, i, end, -1);
            }

            foreach (var (column, width) in new[] { (counted.Listed, providers), (counted.Ages, providers * bands), (counted.Acg, providers), (counted.Cni, providers) })
            {
                for (var at = width; at < column.Length; at++)
                    column[at] += column[at - width];
            }

            return counted;
        }

        private void Add(Listings listings, int row, int month, int sign)
        {
            var at = (month * listings.Providers.Count) + listings.Provider[row];
            Listed[at] += sign;
            Ages[(at * listings.AgeBands.Count) + listings.AgeBand[row]] += sign;
            Acg[at] += sign * (long)listings.Acg[row];
            Cni[at] += sign * (long)listings.Cni[row];
        }
    }
}
