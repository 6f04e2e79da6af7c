using Styrkedja.Organisation;

namespace Styrkedja.FollowUp;

/// <summary>The organisation of a day as numbered nodes, each after its parent, so that sums can be rolled up in one pass. The first is the group, or the region that has none; companies owned in part stand alone last.</summary>
internal sealed class SubjectNodes
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _ids = [];
    private readonly List<int> _parents = [];
    private readonly List<int> _lasts = [];

    public SubjectNodes(OrganisationChart organisation)
    {
        Add(organisation, organisation.Group ?? organisation.Region, -1);
        foreach (var alone in organisation.Subjects.Where(s => s is { Kind: SubjectKind.Company, Under: null }))
            Add(organisation, alone, -1);
        Unplaced = _numbers[Subject.UnplacedId];
    }

    public int Count => _ids.Count;

    /// <summary>The node of rows that have no place in the organisation of the day.</summary>
    public int Unplaced { get; }

    /// <summary>The node above; -1 when there is none.</summary>
    public int Parent(int node) => _parents[node];

    /// <summary>The last node under a node: those between the two are all that stand under it.</summary>
    public int Last(int node) => _lasts[node];

    public int NodeOf(string subject) => _numbers.GetValueOrDefault(subject, -1);

    public int PlacedNodeOf(string subject) => _numbers.GetValueOrDefault(subject, Unplaced);

    public string IdOf(int node) => _ids[node];

    /// <summary>True when the node is the other or stands anywhere under it: nodes are numbered so that all under a node follow it in one run.</summary>
    public bool IsWithin(int node, int above) => node >= above && node <= _lasts[above];

    /// <summary>True when the same subjects stand under each other in the same order, so that what was summed by the one may be read by the other.</summary>
    public bool IsSameAs(SubjectNodes other) => ReferenceEquals(this, other) || (_ids.SequenceEqual(other._ids, StringComparer.Ordinal) && _parents.SequenceEqual(other._parents));

    private void Add(OrganisationChart organisation, Subject subject, int parent)
    {
        var node = _ids.Count;
        _numbers[subject.Id] = node;
        _ids.Add(subject.Id);
        _parents.Add(parent);
        _lasts.Add(node);
        foreach (var child in organisation.Children(subject.Id))
            Add(organisation, child, node);
        _lasts[node] = _ids.Count - 1;
    }
}
