using System.Globalization;
using Styrkedja.Decisions;
using Styrkedja.Provenance;
using Styrkedja.Region;

namespace Styrkedja.App.Importing;

/// <summary>Sees that the providers of a file were authorised on the days that it tells of them; each provider that was not is told once.</summary>
/// <remarks>On a day the latest decision taken by then says whether a provider takes part; before the first of them, the first does.</remarks>
internal sealed class AuthorisedDays
{
    private readonly Dictionary<string, List<(int From, int To)>> _days = new(StringComparer.Ordinal);
    private readonly List<List<(int From, int To)>> _places = [];
    private readonly SortedDictionary<int, (int Line, int Day, long Rows)> _breaches = [];

    public AuthorisedDays(RegionState everKnown)
    {
        foreach (var provider in everKnown.ActsOf<AuthoriseProvider>().GroupBy(a => a.Act.Id, StringComparer.Ordinal))
        {
            var acts = provider.ToList();
            _days[provider.Key] =
            [
                .. acts.Select((act, i) => (
                        From: Math.Max(act.Act.Valid.From.DayNumber, i == 0 ? 0 : act.By.Date.Latest.DayNumber),
                        To: Math.Min((act.Act.Valid.To ?? DateOnly.MaxValue).DayNumber, i == acts.Count - 1 ? int.MaxValue : acts[i + 1].By.Date.Latest.DayNumber - 1)))
                    .Where(days => days.From <= days.To),
            ];
        }
    }

    /// <summary>Looks at the rows of a block.</summary>
    /// <param name="provider">Places in <paramref name="codes"/>, row by row.</param>
    /// <param name="last">The last day that each row tells of, which is <paramref name="first"/> for a single day; one day authorised among them is enough.</param>
    public void See(ushort[] provider, int[] first, int[] last, int[] line, IReadOnlyList<string> codes)
    {
        while (_places.Count < codes.Count)
            _places.Add(_days.GetValueOrDefault(codes[_places.Count]) ?? []);
        for (var i = 0; i < provider.Length; i++)
        {
            if (Meets(_places[provider[i]], first[i], last[i]))
                continue;
            var before = _breaches.GetValueOrDefault(provider[i], (line[i], first[i], 0));
            _breaches[provider[i]] = before with { Item3 = before.Item3 + 1 };
        }
    }

    /// <summary>A provider whom no decision has authorised, and one whose authorisation does not hold on the day.</summary>
    public IEnumerable<Fault> Faults(string fileName, IReadOnlyList<string> codes) => _breaches.Select(b => (Code: codes[b.Key], b.Value)).OrderBy(b => b.Value.Line).Select(b => _days.ContainsKey(b.Code)
        ? Fault.Error("care.provider-not-authorised", new(fileName, b.Value.Line), b.Code, ("day", DateOnly.FromDayNumber(b.Value.Day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("rows", $"{b.Value.Rows}"))
        : Fault.Error("care.provider-unknown", new(fileName, b.Value.Line), b.Code, ("rows", $"{b.Value.Rows}")));

    private static bool Meets(List<(int From, int To)> days, int first, int last)
    {
        foreach (var (from, to) in days)
        {
            if (last >= from && first <= to)
                return true;
        }

        return false;
    }
}
