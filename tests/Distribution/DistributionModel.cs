using Styrkedja.Decisions;

namespace Styrkedja.Distribution;

/// <summary>Who stands under whom and who has given whom what, kept as simply as can be, to hold the region's own reckoning against.</summary>
internal sealed class DistributionModel
{
    private static readonly string[] s_bodies = ["RF", "RS", "DN-A", "DN-B", "DN-C"];

    private readonly Dictionary<string, string> _under = new() { ["RF"] = "REGION", ["RS"] = "REGION", ["DN-A"] = "REGION", ["DN-B"] = "REGION", ["DN-C"] = "REGION", ["RS-HSF"] = "RS", ["RS-RK"] = "RS" };
    private readonly Dictionary<(int Year, string From, string To, FrameKind Kind), long> _frames = [];
    private readonly HashSet<(string Giver, int Year)> _cut = [];

    public IReadOnlyList<string> Subjects => [.. _under.Keys];

    public static IReadOnlyList<int> Years { get; } = [2018, 2019];

    /// <summary>Givers that have given more than they were given, because what they were given has been cut.</summary>
    public IReadOnlySet<(string Giver, int Year)> Cut => _cut;

    public IEnumerable<(string Giver, int Year)> OverDistributed => Subjects.SelectMany(s => Years.Select(y => (s, y))).Where(g => Distributed(g.s, g.y) > Given(g.s, g.y));

    public long Given(string subject, int year) => _frames.Where(f => f.Key.To == subject && f.Key.Year == year && f.Key.Kind != FrameKind.ResultRequirement).Sum(f => f.Value);

    public long Distributed(string subject, int year) => _frames.Where(f => f.Key.From == subject && f.Key.Year == year && f.Key.Kind != FrameKind.ResultRequirement).Sum(f => f.Value);

    /// <summary>The body that answers for a subject; RF for the region.</summary>
    public string BodyOf(string subject)
    {
        while (!s_bodies.Contains(subject))
        {
            if (!_under.TryGetValue(subject, out var above))
                return "RF";
            subject = above;
        }

        return subject;
    }

    /// <summary>Whose money an act moves, and to whom; nothing for other acts.</summary>
    public static (string Giver, string Receiver)? Money(Act act) => act switch
    {
        SetFrame a => (a.From, a.To),
        GrantAdditional a => (a.From, a.To),
        Reallocate a => (a.Giver, a.To),
        CarryOver a => (a.From, a.To),
        _ => null,
    };

    public void Take(Decision decision)
    {
        var before = Subjects.SelectMany(s => Years.Select(y => (s, y))).ToDictionary(g => g, g => Given(g.s, g.y));
        foreach (var act in decision.Acts)
            Take(act);
        var over = OverDistributed.ToHashSet();
        _cut.IntersectWith(over);
        _cut.UnionWith(over.Where(g => before.TryGetValue(g, out var given) && Given(g.Giver, g.Year) < given));
    }

    private void Take(Act act)
    {
        switch (act)
        {
            case EstablishUnit a:
                _under[a.Id] = a.Under;
                break;
            case MoveUnit a:
                _under[a.Unit] = a.Under;
                break;
            case SetFrame a:
                _frames[(a.Year, a.From, a.To, a.Kind)] = a.Amount.Ore;
                break;
            case GrantAdditional a:
                Add((a.Year, a.From, a.To, a.Kind), a.Amount.Ore);
                break;
            case CarryOver a:
                Add((a.Year, a.From, a.To, a.Kind), a.Amount.Ore);
                break;
            case Reallocate a:
                Add((a.Year, a.Giver, a.From, a.Kind), -a.Amount.Ore);
                Add((a.Year, a.Giver, a.To, a.Kind), a.Amount.Ore);
                break;
        }
    }

    private void Add((int, string, string, FrameKind) key, long ore) => _frames[key] = _frames.GetValueOrDefault(key) + ore;
}
