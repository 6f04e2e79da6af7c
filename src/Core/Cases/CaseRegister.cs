using Styrkedja.Decisions;

namespace Styrkedja.Cases;

/// <summary>Where a case is on its way.</summary>
public enum CaseStage
{
    Opened,

    /// <summary>With a body that prepares it or gives its opinion.</summary>
    InPreparation,

    /// <summary>With the body that is to decide.</summary>
    AwaitingDecision,
    ReferredBack,
    Postponed,
    Decided,
    CarriedOut,
    Withdrawn,
}

/// <summary>One step of a case: the act and the decision that carries it.</summary>
public sealed record CaseStep(Act Act, Decision By, long Position);

/// <summary>A case with every step it has taken, the earliest first.</summary>
/// <param name="With">The body that has it now; absent when it is nobody's any more.</param>
public sealed record CaseEntry(Decided<OpenCase> Opened, IReadOnlyList<CaseStep> Steps, CaseStage Stage, string? With)
{
    public string Id => Opened.Act.Id;

    /// <summary>The paragraph by which the case is kept from the public; absent for public cases. What is said in such a case is kept with it.</summary>
    public string? Secrecy => Opened.Act.Secrecy;

    /// <summary>Every body that the case has been with: who opened it, and whom it was sent to.</summary>
    public IEnumerable<string> Bodies => Steps.SelectMany(s => s.Act switch
    {
        SendCase sent => [s.By.Body, sent.To],
        ReferBack back => [s.By.Body, back.To],
        _ => new[] { s.By.Body },
    }).Prepend(Opened.By.Body).Distinct();

    public DateOnly OpenedOn => Opened.By.Date.Latest;

    /// <summary>The outcome decided; absent while it is under way.</summary>
    public CaseOutcome? Outcome => Steps.Select(s => s.Act switch { ConcludeCase { Outcome: not CaseOutcome.CarriedOut } c => c.Outcome, AnswerSuggestion => CaseOutcome.Answered, _ => (CaseOutcome?)null }).LastOrDefault(o => o is not null);

    /// <summary>What was answered to a resident's suggestion, the latest when it has been answered anew; absent while it waits and for other cases.</summary>
    public Decided<AnswerSuggestion>? Answer => Steps.Where(s => s.Act is AnswerSuggestion).Select(s => new Decided<AnswerSuggestion>((AnswerSuggestion)s.Act, s.By, s.Position)).LastOrDefault();

    public bool IsOpen => Stage is not (CaseStage.Decided or CaseStage.CarriedOut or CaseStage.Withdrawn);

    /// <summary>The day by which a motion should be decided; absent for other cases.</summary>
    /// <remarks>Rule: kommunallagen (2017:725) 5 kap. 35 §; 1991:900 5 kap. 33 §.</remarks>
    public DateOnly? AnswerBy => Opened.Act.Kind == CaseKind.Motion ? OpenedOn.AddYears(1) : null;

    public bool IsLateMotion(DateOnly day) => IsOpen && AnswerBy < day;

    public IEnumerable<Decided<PutProposal>> Proposals => Steps.Where(s => s.Act is PutProposal).Select(s => new Decided<PutProposal>((PutProposal)s.Act, s.By, s.Position));

    public IEnumerable<Decided<FileDocument>> Documents => Steps.Where(s => s.Act is FileDocument).Select(s => new Decided<FileDocument>((FileDocument)s.Act, s.By, s.Position));
}

/// <summary>The diary: every case with the way it has gone.</summary>
public sealed class CaseRegister
{
    private readonly Dictionary<string, CaseEntry> _byId;

    private CaseRegister(Dictionary<string, CaseEntry> byId) => _byId = byId;

    public IReadOnlyCollection<CaseEntry> All => _byId.Values;

    public static CaseRegister Fold(ActsInOrder acts)
    {
        var steps = Steps<FileDocument>(acts, d => d.Case).Concat(Steps<WriteMemo>(acts, m => m.Case)).Concat(Steps<PutProposal>(acts, p => p.Case)).Concat(Steps<SendCase>(acts, s => s.Case))
            .Concat(Steps<ReferBack>(acts, r => r.Case)).Concat(Steps<Postpone>(acts, p => p.Case)).Concat(Steps<ConcludeCase>(acts, c => c.Case)).Concat(Steps<AnswerSuggestion>(acts, a => a.Case))
            .ToLookup(s => s.Case, s => s.Step, StringComparer.Ordinal);
        var cases = new Dictionary<string, CaseEntry>(StringComparer.Ordinal);
        foreach (var opened in acts.Latest<OpenCase, string>(c => c.Id).Values)
        {
            var taken = steps[opened.Act.Id].OrderBy(s => s.By.Date.Latest).ThenBy(s => s.Position).ToList();
            var (stage, with) = (CaseStage.Opened, (string?)opened.By.Body);
            foreach (var step in taken)
                (stage, with) = After(step, stage, with);
            cases[opened.Act.Id] = new(opened, taken, stage, with);
        }

        return new(cases);
    }

    public CaseEntry? Find(string id) => _byId.GetValueOrDefault(id);

    private static (CaseStage Stage, string? With) After(CaseStep step, CaseStage stage, string? with) => step.Act switch
    {
        SendCase { For: SentFor.Decision } sent => (CaseStage.AwaitingDecision, sent.To),
        SendCase sent => (CaseStage.InPreparation, sent.To),
        ReferBack back => (CaseStage.ReferredBack, back.To),
        Postpone => (CaseStage.Postponed, step.By.Body),
        ConcludeCase { Outcome: CaseOutcome.CarriedOut } => (CaseStage.CarriedOut, null),
        ConcludeCase { Outcome: CaseOutcome.Withdrawn } => (CaseStage.Withdrawn, null),
        ConcludeCase or AnswerSuggestion => (CaseStage.Decided, null),
        _ => (stage, with),
    };

    private static IEnumerable<(string Case, CaseStep Step)> Steps<TAct>(ActsInOrder acts, Func<TAct, string> of)
        where TAct : Act =>
        acts.Of<TAct>().Select(d => (of(d.Act), new CaseStep(d.Act, d.By, d.Position)));
}
