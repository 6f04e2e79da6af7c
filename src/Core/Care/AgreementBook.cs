using Styrkedja.Decisions;

namespace Styrkedja.Care;

/// <summary>An application with the decision on it.</summary>
/// <param name="Outcome">Absent until it is decided.</param>
public sealed record ApplicationMade(Decided<ReceiveApplication> Received, Decided<DecideApplication>? Outcome);

/// <summary>Everything decided about whom care is agreed with: terms, applications, agreements and how they are followed up.</summary>
public sealed class AgreementBook
{
    private readonly Dictionary<string, AgreementFollowed> _agreements;
    private readonly Dictionary<string, Decided<SetProviderTerms>[]> _terms;
    private readonly Dictionary<string, AgreementDeviation> _deviations;

    private AgreementBook(ActsInOrder acts)
    {
        _terms = acts.Of<SetProviderTerms>().GroupBy(t => t.Act.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        var accepted = acts.Latest<AcceptRemedy, string>(a => a.Deviation);
        _deviations = acts.Of<DemandRemedy>().GroupBy(d => d.Act.Id, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => new AgreementDeviation(g.Last(), g.First().By, Accepted(g.Last(), accepted.GetValueOrDefault(g.Key))), StringComparer.Ordinal);
        var (ended, followed, deviations) = (
            acts.Latest<TerminateAgreement, string>(t => t.Agreement),
            acts.Latest<FollowUpAgreement, string>(f => f.Id).Values.ToLookup(f => f.Act.Agreement, StringComparer.Ordinal),
            _deviations.Values.ToLookup(d => d.Act.Agreement, StringComparer.Ordinal));
        _agreements = acts.Of<SignAgreement>().GroupBy(a => a.Act.Id, StringComparer.Ordinal).ToDictionary(
            g => g.Key,
            g => new AgreementFollowed([.. g], TermsOf(g.Last()), [.. followed[g.Key].OrderBy(f => f.Act.Day)], [.. deviations[g.Key].OrderBy(d => d.Act.Due)], Ended(g.Last(), ended.GetValueOrDefault(g.Key))),
            StringComparer.Ordinal);
        var outcomes = acts.Latest<DecideApplication, string>(d => d.Application);
        Applications = [.. acts.Latest<ReceiveApplication, string>(a => a.Id).Values.Select(a => new ApplicationMade(a, outcomes.GetValueOrDefault(a.Act.Id)))];
    }

    /// <summary>Every agreement signed so far, also those that have ended, in the order of their ids.</summary>
    public IReadOnlyList<AgreementFollowed> Agreements => [.. _agreements.Values.OrderBy(a => a.Id, StringComparer.Ordinal)];

    /// <summary>In the order in which they came in.</summary>
    public IReadOnlyList<ApplicationMade> Applications { get; }

    /// <summary>The terms as last decided, in the order of their ids.</summary>
    public IReadOnlyList<Decided<SetProviderTerms>> Terms => [.. _terms.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => t.Value[^1])];

    public static AgreementBook Fold(ActsInOrder acts) => new(acts);

    public AgreementFollowed? Find(string agreement) => _agreements.GetValueOrDefault(agreement);

    public AgreementDeviation? FindDeviation(string id) => _deviations.GetValueOrDefault(id);

    public ApplicationMade? FindApplication(string id) => Applications.FirstOrDefault(a => a.Received.Act.Id == id);

    public Decided<SetProviderTerms>? FindTerms(string id) => _terms.TryGetValue(id, out var editions) ? editions[^1] : null;

    /// <summary>Acceptance counts for what was demanded until then: a demand made later with the same id opens the deviation anew.</summary>
    private static Decided<AcceptRemedy>? Accepted(Decided<DemandRemedy> last, Decided<AcceptRemedy>? accepted) =>
        accepted is not null && accepted.By.Date.Latest >= last.By.Date.Latest ? accepted : null;

    /// <summary>What ended the agreement; nothing when it has been signed anew after that.</summary>
    private static Decided<TerminateAgreement>? Ended(Decided<SignAgreement> last, Decided<TerminateAgreement>? ended) => ended is not null && last.By.Date.Latest <= ended.By.Date.Latest ? ended : null;

    /// <summary>The edition in force on the agreement's first day as last signed, or the first decided when it was signed before any was in force.</summary>
    private Decided<SetProviderTerms>? TermsOf(Decided<SignAgreement> agreement) => agreement.Act.Terms is { } id && _terms.TryGetValue(id, out var editions)
        ? Array.FindLast(editions, t => t.Act.Valid.From <= agreement.Act.Valid.From) ?? editions[0]
        : null;
}
