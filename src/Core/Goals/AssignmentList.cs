using Styrkedja.Decisions;

namespace Styrkedja.Goals;

/// <summary>How an assignment stands.</summary>
public enum AssignmentStatus
{
    Open,

    /// <summary>The receiver holds it done; the giver has not closed it.</summary>
    ReportedDone,
    Closed,
}

/// <summary>An assignment with what has been told of it.</summary>
/// <param name="Reports">What its receiver has told, the earliest first.</param>
/// <param name="Closed">The decision that closed it; absent while it is open.</param>
/// <param name="Parts">Assignments that it has been broken down into.</param>
public sealed record AssignmentEntry(Decided<GiveAssignment> Given, IReadOnlyList<Decided<ReportAssignment>> Reports, Decided<CloseAssignment>? Closed, IReadOnlyList<string> Parts)
{
    public string Id => Given.Act.Id;

    /// <summary>The body or office that gave it, and that alone closes it.</summary>
    public string Giver => Given.By.Body;

    /// <summary>The day by which it is to be reported; absent when none was said.</summary>
    public DateOnly? Due => Given.Act.ReportBack ?? Given.Act.Deadline;

    public AssignmentStatus Status => Closed is not null ? AssignmentStatus.Closed : Reports.Any(r => r.Act.Done) ? AssignmentStatus.ReportedDone : AssignmentStatus.Open;

    /// <summary>True when its day has passed and no one has said that it is done.</summary>
    public bool IsLate(DateOnly day) => Status == AssignmentStatus.Open && Due < day;
}

/// <summary>Every assignment given, open until the one who gave it closes it by a decision.</summary>
public sealed class AssignmentList
{
    private readonly Dictionary<string, AssignmentEntry> _byId;

    private AssignmentList(IReadOnlyList<AssignmentEntry> all)
    {
        All = all;
        _byId = all.ToDictionary(a => a.Id, StringComparer.Ordinal);
    }

    /// <summary>In the order given.</summary>
    public IReadOnlyList<AssignmentEntry> All { get; }

    public static AssignmentList Fold(ActsInOrder acts)
    {
        var reports = acts.Of<ReportAssignment>().ToLookup(r => r.Act.Assignment, StringComparer.Ordinal);
        var closed = acts.Latest<CloseAssignment, string>(c => c.Assignment);
        var given = acts.Latest<GiveAssignment, string>(a => a.Id).Values.ToList();
        var parts = given.Where(g => g.Act.PartOf is not null).ToLookup(g => g.Act.PartOf!, g => g.Act.Id, StringComparer.Ordinal);
        return new([.. given.Select(g => new AssignmentEntry(g, [.. reports[g.Act.Id]], closed.GetValueOrDefault(g.Act.Id), [.. parts[g.Act.Id]]))]);
    }

    public AssignmentEntry? Find(string id) => _byId.GetValueOrDefault(id);

    public IEnumerable<AssignmentEntry> Open => All.Where(a => a.Status != AssignmentStatus.Closed);
}
