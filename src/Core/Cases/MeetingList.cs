using Styrkedja.Decisions;

namespace Styrkedja.Cases;

/// <summary>A meeting with its verified minutes, when they have been.</summary>
public sealed record MeetingEntry(Decided<CallMeeting> Called, Decided<VerifyMinutes>? Minutes)
{
    public string Id => Called.Act.Id;

    public string Body => Called.Act.Body;

    public DateOnly Day => Called.Act.Day;

    /// <summary>The last day on which legality review can be asked for; absent before the announcement.</summary>
    /// <remarks>Three weeks from the announcement. Rule: kommunallagen (2017:725) 13 kap. 5 §.</remarks>
    public DateOnly? AppealBy => Minutes?.Act.Announced.AddDays(21);
}

/// <summary>Every meeting that has been called, the earliest first.</summary>
public sealed class MeetingList
{
    private readonly Dictionary<string, MeetingEntry> _byId;

    private MeetingList(IReadOnlyList<MeetingEntry> all)
    {
        All = all;
        _byId = all.ToDictionary(m => m.Id, StringComparer.Ordinal);
    }

    public IReadOnlyList<MeetingEntry> All { get; }

    public static MeetingList Fold(ActsInOrder acts)
    {
        var minutes = acts.Latest<VerifyMinutes, string>(v => v.Meeting);
        return new([.. acts.Latest<CallMeeting, string>(m => m.Id).Values.Select(m => new MeetingEntry(m, minutes.GetValueOrDefault(m.Act.Id))).OrderBy(m => m.Day).ThenBy(m => m.Id, StringComparer.Ordinal)]);
    }

    public MeetingEntry? Find(string id) => _byId.GetValueOrDefault(id);

    public IEnumerable<MeetingEntry> Of(string body) => All.Where(m => m.Body == body);
}
