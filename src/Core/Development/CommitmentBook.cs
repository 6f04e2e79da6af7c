using Styrkedja.Decisions;

namespace Styrkedja.Development;

/// <summary>What one partner has bound itself to, with all that it has told of it since.</summary>
/// <param name="Made">The act as the partner last said it.</param>
/// <param name="First">The decision by which the partner first bound itself.</param>
/// <param name="Reports">In the order of the periods that they tell of.</param>
/// <param name="Ended">Absent while it holds.</param>
public sealed record PartnerCommitment(Decided<CommitTo> Made, Decision First, IReadOnlyList<Decided<ReportCommitment>> Reports, Decided<EndCommitment>? Ended)
{
    public string Id => Made.Act.Id;

    public string Partner => Made.By.Body;

    /// <summary>The report of the latest period; nothing when the partner has told nothing yet.</summary>
    public Decided<ReportCommitment>? Latest => Reports.Count == 0 ? null : Reports[^1];

    /// <summary>True on days on which the partner is bound: within its own time, and not ended.</summary>
    public bool HoldsOn(DateOnly day) => Ended is null && Made.Act.Valid.Holds(day);
}

/// <summary>Everything that partners have bound themselves to, by id; also what has ended.</summary>
/// <remarks>Only what a partner decided itself counts; a partner that has promised nothing is not in it, and has no status.</remarks>
public sealed class CommitmentBook
{
    private readonly Dictionary<string, PartnerCommitment> _byId;
    private readonly ILookup<string, PartnerCommitment> _byPartner;
    private readonly ILookup<string, PartnerCommitment> _byAim;

    private CommitmentBook(ActsInOrder acts)
    {
        var partners = acts.Of<JoinPartner>().Select(p => p.Act.Id).ToHashSet(StringComparer.Ordinal);
        var (reports, ended) = (acts.Of<ReportCommitment>().ToLookup(r => r.Act.Commitment, StringComparer.Ordinal), acts.Latest<EndCommitment, string>(e => e.Id));
        _byId = acts.Of<CommitTo>().Where(c => partners.Contains(c.By.Body)).GroupBy(c => c.Act.Id, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => Of([.. g.Where(c => c.By.Body == g.First().By.Body)], reports[g.Key], ended.GetValueOrDefault(g.Key)), StringComparer.Ordinal);
        All = [.. _byId.Values.OrderBy(c => c.Partner, StringComparer.Ordinal).ThenBy(c => c.First.Date.Latest).ThenBy(c => c.Id, StringComparer.Ordinal)];
        _byPartner = All.ToLookup(c => c.Partner, StringComparer.Ordinal);
        _byAim = All.ToLookup(c => c.Made.Act.To, StringComparer.Ordinal);
    }

    /// <summary>By partner, the one made first standing first.</summary>
    public IReadOnlyList<PartnerCommitment> All { get; }

    public static CommitmentBook Fold(ActsInOrder acts) => new(acts);

    public PartnerCommitment? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>What a partner has bound itself to, the first first; none when it has promised nothing.</summary>
    public IReadOnlyList<PartnerCommitment> Of(string partner) => [.. _byPartner[partner]];

    /// <summary>What partners have bound themselves to straight at a programme, a goal of one or a strategic choice, not at what stands under it.</summary>
    public IReadOnlyList<PartnerCommitment> To(string aim) => [.. _byAim[aim]];

    private static PartnerCommitment Of(IReadOnlyList<Decided<CommitTo>> said, IEnumerable<Decided<ReportCommitment>> reports, Decided<EndCommitment>? ended)
    {
        var (last, partner) = (said[^1], said[0].By.Body);
        return new(
            last,
            said[0].By,
            [.. reports.Where(r => r.By.Body == partner).GroupBy(r => r.Act.Period).Select(g => g.Last()).OrderBy(r => r.Act.Period.To).ThenBy(r => r.Act.Period.From)],
            ended is not null && ended.By.Body == partner && !IsAfter(last, ended) ? ended : null);
    }

    /// <summary>True when the partner has bound itself anew after it had ended the commitment.</summary>
    private static bool IsAfter(Decided<CommitTo> said, Decided<EndCommitment> ended) =>
        said.By.Date.Latest != ended.By.Date.Latest ? said.By.Date.Latest > ended.By.Date.Latest : said.Position > ended.Position;
}
