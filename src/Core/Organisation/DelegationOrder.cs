using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Provenance;

namespace Styrkedja.Organisation;

/// <summary>A right to decide that holds on a certain day, given by a body or passed on within an administration.</summary>
/// <param name="Giver">The body in whose name it is decided.</param>
/// <param name="Limit">The largest amount of one decision, the least along the chain; absent means none.</param>
/// <param name="PassedOnFrom">The delegation it comes from; absent when the body gave it itself.</param>
public sealed record DelegationInForce(
    string Id,
    string Giver,
    DelegateKind Kind,
    string To,
    string Matter,
    MatterKind MatterKind,
    Money? Limit,
    int? ReportWithinDays,
    bool MayPassOn,
    Validity Valid,
    string? PassedOnFrom,
    Decision By);

/// <summary>Who may decide what in whose name on a certain day.</summary>
[Term("delegationsordning")]
public sealed class DelegationOrder
{
    private readonly Dictionary<string, DelegationInForce> _inForce = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DelegationInForce> _given = new(StringComparer.Ordinal);

    private DelegationOrder()
    {
    }

    public IReadOnlyCollection<DelegationInForce> InForce => _inForce.Values;

    /// <summary>Folds what is delegated, passed on and revoked to what holds on a day.</summary>
    /// <remarks>What has been passed on holds only while what it came from holds.</remarks>
    public static DelegationOrder Fold(ActsInOrder acts, DateOnly day)
    {
        var order = new DelegationOrder();
        var lastDays = acts.Latest<RevokeDelegation, string>(r => r.Delegation);
        foreach (var (act, by, _) in acts.Latest<GiveDelegation, string>(d => d.Id).Values)
        {
            order._given[act.Id] = new(act.Id, by.Body, act.Kind, act.To, act.Matter, act.MatterKind, act.Limit, act.ReportWithinDays, act.MayPassOn, act.Valid, null, by);
            if (Holds(act.Id, act.Valid))
                order._inForce[act.Id] = order._given[act.Id];
        }

        foreach (var (act, by, _) in acts.Latest<PassOnDelegation, string>(d => d.Id).Values)
        {
            if (order.FindGiven(act.Delegation) is not { } held)
                continue;
            order._given[act.Id] = held with { Id = act.Id, Kind = DelegateKind.Office, To = act.To, Limit = Least(held.Limit, act.Limit), MayPassOn = false, Valid = act.Valid, PassedOnFrom = held.Id, By = by };
            if (order.Find(held.Id) is not null && Holds(act.Id, act.Valid))
                order._inForce[act.Id] = order._given[act.Id];
        }

        return order;

        bool Holds(string id, Validity valid) => valid.Holds(day) && !(lastDays.TryGetValue(id, out var last) && day > last.Act.LastDay);
    }

    public DelegationInForce? Find(string id) => _inForce.GetValueOrDefault(id);

    /// <summary>A right to decide that has been given, whether or not it holds on the day.</summary>
    public DelegationInForce? FindGiven(string id) => _given.GetValueOrDefault(id);

    /// <summary>What a body, office or other may decide by delegation.</summary>
    public IEnumerable<DelegationInForce> HeldBy(string id) => _inForce.Values.Where(d => d.To == id);

    public IEnumerable<DelegationInForce> GivenBy(string body) => _inForce.Values.Where(d => d.Giver == body);

    private static Money? Least(Money? one, Money? other) => one is null ? other : other is null ? one : one < other ? one : other;
}
