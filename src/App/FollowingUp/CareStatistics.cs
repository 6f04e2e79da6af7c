using System.Collections.Concurrent;
using Styrkedja.App.Archive;
using Styrkedja.Care;
using Styrkedja.Decisions;
using Styrkedja.Disclosure;
using Styrkedja.Facts;
using Styrkedja.Region;
using Styrkedja.Store.Care;

namespace Styrkedja.App.FollowingUp;

/// <summary>Care as it may be shown: makes the sums that leave the zone of care, and the protected tables of them.</summary>
/// <remarks>Tables are read from sums that are kept and never from rows; sums are made when facts come in, or when they are missing and someone runs the program that owns the zone.</remarks>
public sealed class CareStatistics
{
    private readonly RegionArchive _archive;
    private readonly CareSumFiles _files;
    private readonly ConcurrentDictionary<(int Year, long Position, DisclosureParameters Parameters), PublishedCare?> _published = new();

    internal CareStatistics(RegionArchive archive) => (_archive, _files) = (archive, new(archive.Folder));

    /// <summary>Another number whenever sums have been made.</summary>
    public long Stamp => _files.Stamp;

    /// <summary>Makes what is missing of the sums of all releases due; returns how many were made.</summary>
    public int MakeMissing()
    {
        var made = 0;
        var known = Known(long.MaxValue);
        foreach (var release in CareReleases.Years(known.Batches).SelectMany(year => CareReleases.Of(year, known.Batches, known.Now)).Where(r => _files.Read(r) is null && _archive.Care.Counting.CanCount(r)))
        {
            var (groups, municipalities) = Places(release);
            _files.Write(release, _archive.Care.Counting.Sums(release, groups, municipalities));
            made++;
        }

        return made;
    }

    /// <summary>The latest release of a year's tables known at a position; nothing when none has been made yet.</summary>
    /// <remarks>What is known decides which release is shown, and the arms are those of the year's last day. The day that decides what is in force changes nothing: a release stands as it was made.</remarks>
    public PublishedCare? Of(int year, Viewpoint at)
    {
        var known = Known(at.KnownAt);
        var releases = CareReleases.Of(year, known.Batches, known.Now);
        if (releases.Count == 0)
            return null;
        var parameters = _archive.StateAt(at).Disclosure[DataSet.Care];
        if (_published.TryGetValue((year, releases[^1].Position, parameters), out var published))
            return published;
        var sums = releases.Select(r => (Release: r, Sums: _files.Read(r))).ToList();
        if (sums.Exists(s => s.Sums is null))
            return null;
        var (groups, municipalities) = Places(releases[^1]);
        return _published[(year, releases[^1].Position, parameters)] = PublishedCare.Of([.. sums.Select(s => (s.Release, s.Sums!))], groups, municipalities, parameters);
    }

    /// <summary>Makes the tables of all years ready, so that nobody who asks first need wait while they are protected.</summary>
    public void MakeReady()
    {
        foreach (var year in Years(long.MaxValue))
            Of(year, _archive.Viewpoint(Calendar.Period.Year(year), null, null));
    }

    /// <summary>The years that tables have been released for by a position, the earliest first.</summary>
    public IReadOnlyList<int> Years(long knownAt)
    {
        var known = Known(knownAt);
        return [.. CareReleases.Years(known.Batches).Where(year => CareReleases.Of(year, known.Batches, known.Now).Count > 0)];
    }

    /// <summary>The arms of the care system and the region's municipalities at the end of the year, as they were known when the release was made.</summary>
    private (IReadOnlyList<ProviderGroup> Groups, IReadOnlyList<string> Municipalities) Places(CareRelease release)
    {
        var state = _archive.StateAt(new Viewpoint(new DateOnly(release.Year, 12, 31), release.Position));
        return (ProviderGroups.Of(state.Care.Providers), [.. state.Organisation.Subjects.Select(s => s.Municipality).OfType<string>().Distinct().Order(StringComparer.Ordinal)]);
    }

    private (IReadOnlyList<KnownBatch> Batches, DateTimeOffset Now) Known(long knownAt) =>
    (
        [.. _archive.FactEntries().Where(f => f.Batch.Kind is FactKind.Contacts or FactKind.Listings && f.Position <= knownAt).Select(f => new KnownBatch(f.Batch, f.Position, f.Recorded))],
        _archive.Entries().TakeWhile(e => e.Position <= knownAt).Select(e => e.Recorded).LastOrDefault());
}
