using Styrkedja.Authority;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Goals;

namespace Styrkedja.Region;

/// <summary>Entries and decisions with only what a test is about; the rest stands still.</summary>
internal static class Entries
{
    public static Decision Decision(string id, string date, params Act[] acts) =>
        new(id, "RF", UncertainDate.On(DateOnly.Parse(date)), null, null, new(id), null, null, false, null, acts);

    /// <summary>Decisions in the order they were recorded, one a day from 1 January 2017.</summary>
    public static IReadOnlyList<Entry> Of(params Decision[] decisions) =>
        [.. decisions.Select((d, i) => new DecisionEntry(i + 1, new DateTimeOffset(2017, 1, 1, 12, 0, 0, TimeSpan.Zero).AddDays(i), d, Verdict.Within))];

    public static ActsInOrder Acts(params Decision[] decisions) => new(decisions.Select((d, i) => (d, i + 1L)));

    public static RegionState StateOn(string day, IEnumerable<Entry> entries, long knownAt = long.MaxValue) =>
        RegionState.Fold(entries, new(DateOnly.Parse(day), knownAt), new("Regionen", "The region"));

    public static Validity Valid(string text)
    {
        var days = text.Split("..");
        return new(DateOnly.Parse(days[0]), days[1].Length == 0 ? null : DateOnly.Parse(days[1]));
    }

    public static EstablishBody Body(string id, string valid = "2015-01-01..", string under = "REGION") =>
        new(id, BodyKind.OperatingCommittee, new(id), under, null, null, null, Valid(valid));

    public static EstablishUnit Unit(string id, string under, string valid = "2015-01-01..") => new(id, new(id), under, false, Valid(valid));

    public static AdoptGoal Goal(string id, string valid = "2015-01-01..") => new(id, "OMRÅDE", "VISION", null, new(id), Valid(valid));

    public static Assessment Says(string id, string subject, string period, GoalFulfilment fulfilment, bool illustrative = false)
    {
        Assert.True(Period.TryParse(period, out var months));
        return new(id, subject, "RS", months, months.To.LastDay, fulfilment, null, null, null, illustrative);
    }
}
