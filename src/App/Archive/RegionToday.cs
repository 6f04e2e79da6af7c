using Styrkedja.Region;

namespace Styrkedja.App.Archive;

/// <summary>The region as it stands today: the day in Swedish time, and the state that rights, drafts and what is late are judged by.</summary>
/// <remarks>The state is kept until the day or the journal moves on, so that asking costs nothing.</remarks>
public sealed class RegionToday(RegionArchive archive, TimeProvider clock)
{
    private readonly Lock _one = new();
    private RegionState? _state;

    /// <summary>The day it is in Sweden now.</summary>
    public DateOnly Day => DayAt(clock.GetUtcNow());

    public RegionState State
    {
        get
        {
            var at = new Viewpoint(Day, archive.Head().Position);
            lock (_one)
                return _state is { } kept && kept.At == at ? kept : _state = archive.StateAt(at);
        }
    }

    /// <summary>The day of a moment in Sweden.</summary>
    public static DateOnly DayAt(DateTimeOffset moment) => DateOnly.FromDateTime(InSweden(moment));

    /// <summary>The time of day of a moment in Sweden.</summary>
    public static TimeOnly TimeAt(DateTimeOffset moment) => TimeOnly.FromDateTime(InSweden(moment));

    /// <summary>A moment as clocks in Sweden show it.</summary>
    /// <remarks>Summer time holds from the last Sunday of March to the last of October, 01:00 UTC. Rule: förordningen (2001:127) om sommartid.</remarks>
    private static DateTime InSweden(DateTimeOffset moment)
    {
        var utc = moment.UtcDateTime;
        var summer = utc >= LastSunday(utc.Year, 3).AddHours(1) && utc < LastSunday(utc.Year, 10).AddHours(1);
        return utc.AddHours(summer ? 2 : 1);
    }

    private static DateTime LastSunday(int year, int month)
    {
        var last = new DateTime(year, month, 31, 0, 0, 0, DateTimeKind.Utc);
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
