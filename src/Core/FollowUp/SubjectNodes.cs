using Styrkedja.Organisation;

namespace Styrkedja.FollowUp;

/// <summary>The organisation of a day as numbered nodes, each after its parent, so that sums can be rolled up in one pass.</summary>
internal sealed class SubjectNodes
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<Subject> _subjects = [];
    private readonly List<int> _parents = [];
    private readonly List<int> _depths = [];
    private readonly List<int> _lasts = [];

    public SubjectNodes(OrganisationChart organisation)
    {
        Add(organisation, organisation.Region, -1);
        Unplaced = _numbers[Subject.UnplacedId];
    }

    public int Count => _subjects.Count;

    /// <summary>The node of rows that have no place in the organisation of the day.</summary>
    public int Unplaced { get; }

    public int Parent(int node) => _parents[node];

    public int NodeOf(string subject) => _numbers.GetValueOrDefault(subject, -1);

    public int PlacedNodeOf(string subject) => _numbers.GetValueOrDefault(subject, Unplaced);

    public string IdOf(int node) => _subjects[node].Id;

    /// <summary>The lowest node that both stand under.</summary>
    public int LowestCommon(int a, int b)
    {
        while (_depths[a] > _depths[b])
            a = _parents[a];
        while (_depths[b] > _depths[a])
            b = _parents[b];
        while (a != b)
        {
            a = _parents[a];
            b = _parents[b];
        }

        return a;
    }

    /// <summary>True when the node is the other or stands anywhere under it: nodes are numbered so that all under a node follow it in one run.</summary>
    public bool IsWithin(int node, int above) => node >= above && node <= _lasts[above];

    private void Add(OrganisationChart organisation, Subject subject, int parent)
    {
        var node = _subjects.Count;
        _numbers[subject.Id] = node;
        _subjects.Add(subject);
        _parents.Add(parent);
        _depths.Add(parent < 0 ? 0 : _depths[parent] + 1);
        _lasts.Add(node);
        foreach (var child in organisation.Children(subject.Id))
            Add(organisation, child, node);
        _lasts[node] = _subjects.Count - 1;
    }
}
