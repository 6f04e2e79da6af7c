using Styrkedja.Calendar;
using Styrkedja.Facts;
using Styrkedja.Region;

namespace Styrkedja.FollowUp;

/// <summary>The staff facts alive at a viewpoint, placed in the organisation of the day. They are few, so every question walks through a column.</summary>
internal sealed class StaffPlane
{
    private readonly SubjectNodes _nodes;
    private readonly Dictionary<StaffColumn, List<Told>> _columns = StaffRows.Columns.ToDictionary(c => c, _ => new List<Told>());

    public StaffPlane(SubjectNodes nodes, RegionState state, IReadOnlyList<StaffFacts> facts)
    {
        _nodes = nodes;
        var byBatch = facts.ToLookup(f => f.Batch.Id, StringComparer.Ordinal);
        // Told again later about the same unit and month, the later holds.
        var last = new Dictionary<(string Subject, int Month, StaffColumn Column), (long Value, KnownBatch Batch)>();
        foreach (var batch in state.LiveBatches)
        {
            foreach (var rows in byBatch[batch.Batch.Id].Select(f => f.Rows).Take(1))
            {
                for (var i = 0; i < rows.Count; i++)
                {
                    foreach (var column in StaffRows.Columns)
                    {
                        if (rows.Has(column, i))
                            last[(rows.Subject[i], rows.MonthIndex[i], column)] = (rows[column, i], batch);
                    }
                }
            }
        }

        foreach (var ((subject, month, column), (value, batch)) in last)
            _columns[column].Add(new(nodes.PlacedNodeOf(subject), month, value, batch));
    }

    /// <summary>The months of a period for which anyone at all has told, in order.</summary>
    public IReadOnlyList<int> Months(StaffColumn column, Period period) =>
        [.. _columns[column].Select(t => t.Month).Where(m => m >= period.From.Index && m <= period.To.Index).Distinct().Order()];

    /// <summary>What is told of a node and all under it, or of the node alone, in a period.</summary>
    public IEnumerable<Told> Of(int node, bool own, StaffColumn column, Period period) => _columns[column].Where(t =>
        t.Month >= period.From.Index && t.Month <= period.To.Index && (own ? t.Node == node : _nodes.IsWithin(t.Node, node)));

    /// <summary>One value told.</summary>
    internal readonly record struct Told(int Node, int Month, long Value, KnownBatch Batch);
}
