using Styrkedja.Amounts;
using Styrkedja.Decisions;

namespace Styrkedja.Development;

/// <summary>All that has been decided and received about money for others' projects: calls, applications to them, and what has been granted, paid and told.</summary>
public sealed class CallBook
{
    private readonly CallActs _acts;
    private readonly Dictionary<string, CallOpened> _calls;
    private readonly Dictionary<string, GrantedProject> _grants;
    private readonly Dictionary<string, GrantApplication> _applications;
    private readonly Dictionary<string, GrantClaim> _claims;

    private CallBook(CallActs acts)
    {
        _acts = acts;
        var calls = LastOf(acts.Calls, a => a.Id);
        var received = LastOf(acts.Applications, a => a.Id);
        var assessed = LastOf(acts.Assessments, a => a.Application);
        var rejected = LastOf(acts.Rejections, a => a.Application);
        var approved = LastOf(acts.Approvals, a => a.Claim);
        var endings = LastOf(acts.Endings, a => a.Grant);
        _claims = LastOf(acts.Claims, a => a.Id).Values.ToDictionary(c => c.Act.Id, c => new GrantClaim(c, approved.GetValueOrDefault(c.Act.Id)), StringComparer.Ordinal);
        var (claims, reports, recoveries) = (
            _claims.Values.ToLookup(c => c.Act.Grant, StringComparer.Ordinal),
            acts.Reports.ToLookup(r => r.Act.Grant, StringComparer.Ordinal),
            LastOf(acts.Recoveries, a => a.Id).Values.ToLookup(r => r.Act.Grant, StringComparer.Ordinal));
        _grants = acts.Grants.GroupBy(g => g.Act.Id, StringComparer.Ordinal).ToDictionary(
            g => g.Key,
            g => new GrantedProject(
                [.. g],
                g.Last().Act.Application is { } id ? received.GetValueOrDefault(id) : null,
                g.Last().Act.Call is { } call ? calls.GetValueOrDefault(call) : null,
                [.. claims[g.Key].OrderBy(c => c.Act.Time.From)],
                [.. reports[g.Key].OrderBy(r => r.Act.Time.From)],
                [.. recoveries[g.Key].OrderBy(r => r.By.Date.Latest)],
                endings.GetValueOrDefault(g.Key)),
            StringComparer.Ordinal);
        var grantOf = _grants.Values.Where(g => g.Act.Application is not null).ToLookup(g => g.Act.Application!, StringComparer.Ordinal);
        _applications = received.Values.ToDictionary(
            r => r.Act.Id,
            r => new GrantApplication(r, assessed.GetValueOrDefault(r.Act.Id), grantOf[r.Act.Id].FirstOrDefault(), rejected.GetValueOrDefault(r.Act.Id)),
            StringComparer.Ordinal);
        var (additions, applied, granted) = (
            acts.Additions.ToLookup(a => a.Act.Call, StringComparer.Ordinal),
            _applications.Values.ToLookup(a => a.Act.Call, StringComparer.Ordinal),
            _grants.Values.Where(g => g.Act.Call is not null).ToLookup(g => g.Act.Call!, StringComparer.Ordinal));
        var opened = acts.Calls.GroupBy(c => c.Act.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().By, StringComparer.Ordinal);
        _calls = calls.ToDictionary(
            c => c.Key,
            c => new CallOpened(c.Value, opened[c.Key], [.. additions[c.Key]], [.. applied[c.Key].OrderBy(a => a.Act.Received).ThenBy(a => a.Act.Id, StringComparer.Ordinal)], [.. granted[c.Key].OrderBy(g => g.Id, StringComparer.Ordinal)]),
            StringComparer.Ordinal);
    }

    /// <summary>The latest to open first.</summary>
    public IReadOnlyList<CallOpened> Calls => [.. _calls.Values.OrderByDescending(c => c.Act.Opens).ThenBy(c => c.Id, StringComparer.Ordinal)];

    /// <summary>Every grant, also those outside every call, the latest decided first.</summary>
    public IReadOnlyList<GrantedProject> Grants => [.. _grants.Values.OrderByDescending(g => g.First.Date.Latest).ThenBy(g => g.Id, StringComparer.Ordinal)];

    public static CallBook Fold(ActsInOrder acts) => new(CallActs.Of(acts));

    public CallOpened? FindCall(string id) => _calls.GetValueOrDefault(id);

    public GrantApplication? FindApplication(string id) => _applications.GetValueOrDefault(id);

    public GrantedProject? FindGrant(string id) => _grants.GetValueOrDefault(id);

    public GrantClaim? FindClaim(string id) => _claims.GetValueOrDefault(id);

    public Decided<RecoverGrant>? FindRecovery(string id) => _acts.Recoveries.LastOrDefault(r => r.Act.Id == id);

    /// <summary>The book as it would be with a decision's first acts after all that stands.</summary>
    /// <param name="number">How many of the decision's acts to count.</param>
    public CallBook After(Decision decision, int number) => new(_acts.After(decision, [.. decision.Acts.Take(number)]));

    /// <summary>What a payer has bound in a year: the frames of the calls that open in it, and what is granted in it outside every call.</summary>
    /// <param name="group">The row of the payer's budget that pays; absent for what is paid from its frame as a whole.</param>
    public Money BoundBy(string payer, string? group, int year) =>
        Money.Sum(_calls.Values.Where(c => c.Act.From == payer && c.Act.Group == group && c.Act.Opens.Year == year).Select(c => c.Frame))
        + Money.Sum(_grants.Values.Where(g => g.Act.Call is null && g.Act.From == payer && group is null && g.First.Date.Latest.Year == year).Select(g => g.Granted));

    /// <summary>De minimis aid that the region itself has granted an organisation in the three years that end on a day, other than by one grant.</summary>
    /// <param name="number">The organisation number.</param>
    public Money DeMinimisTo(string number, DateOnly until, string except) => Money.Sum(_grants.Values
        .Where(g => g.Id != except && g.Applicant?.Number == number && g.StateAid?.Basis == StateAidBasis.DeMinimis && g.First.Date.Latest <= until && g.First.Date.Latest > until.AddYears(-3))
        .Select(g => g.StateAid!.Amount));

    /// <summary>Other projects that an organisation has been granted or applies for money to; by organisation number, or by name when no number is known.</summary>
    public IReadOnlyList<GrantApplication> OthersOf(GrantApplication application) =>
    [
        .. _applications.Values.Where(other => other.Act.Id != application.Act.Id && IsSame(other.Act.Applicant, application.Act.Applicant)).OrderBy(other => other.Act.Received).ThenBy(other => other.Act.Id, StringComparer.Ordinal),
    ];

    private static bool IsSame(GrantApplicant one, GrantApplicant other) => one.Number is null || other.Number is null ? one.Name.Sv == other.Name.Sv : one.Number == other.Number;

    private static Dictionary<string, Decided<TAct>> LastOf<TAct>(IEnumerable<Decided<TAct>> acts, Func<TAct, string> key)
        where TAct : Act
    {
        var last = new Dictionary<string, Decided<TAct>>(StringComparer.Ordinal);
        foreach (var act in acts)
            last[key(act.Act)] = act;
        return last;
    }
}
