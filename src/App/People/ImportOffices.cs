using Styrkedja.App.Archive;
using Styrkedja.Formats.Offices;
using Styrkedja.Organisation;
using Styrkedja.Provenance;
using Styrkedja.Store.People;

namespace Styrkedja.App.People;

/// <summary>What became of a file of offices.</summary>
/// <param name="Rows">How many offices were read.</param>
/// <param name="People">How many people hold them.</param>
/// <param name="Taken">True when the file holds from now on in place of the one before.</param>
public sealed record OfficesResult(string File, int Rows, int People, bool Taken, IReadOnlyList<Fault> Faults)
{
    public bool Refused => Faults.Any(f => f.Severity == Severity.Error);
}

/// <summary>Takes the offices of employees into the region, the whole file or nothing; it holds in place of the file before.</summary>
/// <remarks>Personal data: it never enters the journal. The journal is only asked whether units and offices are there.</remarks>
/// <param name="keep">Puts the offices in place of those before; false when what is kept is as new or newer.</param>
public sealed class ImportOffices(RegionArchive archive, Func<IReadOnlyList<FedOffice>, bool> keep)
{
    public OfficesResult Import(ReadOnlyMemory<byte> bytes, string fileName, DateOnly today, bool check)
    {
        var feed = OfficeFeed.Read(bytes, fileName);
        var people = feed.Offices.Select(o => o.Person).Distinct(StringComparer.Ordinal).Count();
        List<Fault> faults = [.. feed.Faults, .. NotDecided(feed, today)];
        if (check || faults.Exists(f => f.Severity == Severity.Error))
            return new(fileName, feed.Offices.Count, people, false, faults);
        var taken = keep(feed.Offices);
        return new(fileName, feed.Offices.Count, people, taken, taken ? faults : [.. faults, Fault.Error("offices.older", new(fileName), "")]);
    }

    /// <summary>Puts offices in place of those that the people file holds.</summary>
    /// <param name="made">When the file was made, or came.</param>
    public static Func<IReadOnlyList<FedOffice>, bool> Into(PeopleFile people, DateTimeOffset made) =>
        offices => people.FeedOffices.Replace(made, offices.Select(o => new FeedOffice(o.Person, o.Title, o.Office, o.Function, o.Unit, o.From, o.To)));

    /// <summary>Units and offices that no decision has established, each told once, on the day of the office that is nearest today.</summary>
    private List<Fault> NotDecided(OfficeFeed feed, DateOnly today)
    {
        var charts = new Dictionary<DateOnly, OrganisationChart>();
        var unknown = new Dictionary<(string Code, string Id), (Place First, int Rows)>();
        foreach (var (office, place) in feed.Offices.Zip(feed.Places))
        {
            var day = today < office.From ? office.From : office.To < today ? office.To.Value : today;
            if (!charts.TryGetValue(day, out var chart))
                charts[day] = chart = archive.StateAt(new(day, long.MaxValue)).Organisation;
            if (chart.Find(office.Unit) is null or { Id: Subject.UnplacedId })
                Count("offices.unit-unknown", office.Unit, place);
            if (office.Office is { } id && chart.FindOffice(id) is null)
                Count("offices.office-unknown", id, place);
        }

        return [.. unknown.OrderBy(u => u.Value.First.Line).Select(u => u.Key.Code == "offices.unit-unknown"
            ? Fault.Error("offices.unit-unknown", u.Value.First, u.Key.Id, ("rows", $"{u.Value.Rows}"))
            : Fault.Error("offices.office-unknown", u.Value.First, u.Key.Id, ("rows", $"{u.Value.Rows}")))];

        void Count(string code, string id, Place place) =>
            unknown[(code, id)] = unknown.TryGetValue((code, id), out var told) ? (told.First, told.Rows + 1) : (place, 1);
    }
}
