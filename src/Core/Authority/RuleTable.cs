using Styrkedja.Decisions;
using Styrkedja.Organisation;

namespace Styrkedja.Authority;

/// <summary>Who may decide one kind of act.</summary>
/// <param name="Name">What the row is about, in a word or two; no two rows have the same.</param>
/// <param name="Concerns">Whether it is this row that speaks of the act; the first that does is the one that counts.</param>
/// <param name="MayDecide">Ids of the bodies and offices that may.</param>
public sealed record CompetenceRow(string Name, Rule Rule, Func<DecisionPoint, bool> Concerns, Func<DecisionPoint, IReadOnlyList<string>> MayDecide);

/// <summary>How an act falls short of a requirement, and who could decide it so that it holds; nobody when it is too late for that.</summary>
public sealed record Shortfall(IReadOnlyList<string> CouldDecide, params (string Name, string Value)[] Arguments);

/// <summary>What is required of an act whoever decides it. Every requirement that concerns the act is tried.</summary>
/// <param name="Name">What the row is about, in a word or two; no two rows have the same.</param>
/// <param name="Concerns">Whether anything is required of the act.</param>
/// <param name="Broken">The ways in which an act that it concerns falls short of it; none when it holds.</param>
public sealed record RequirementRow(string Name, Rule Rule, Func<DecisionPoint, bool> Concerns, Func<DecisionPoint, IEnumerable<Shortfall>> Broken);

/// <summary>The rules as a table: who may decide what, and what a decision must fulfil. What no row speaks of nobody may decide.</summary>
public sealed record RuleTable(IReadOnlyList<CompetenceRow> Competences, IReadOnlyList<RequirementRow> Requirements)
{
    public static readonly RuleTable Standard = new(
        [.. OrganisationRules.Competences, .. DelegationRules.Competences, .. DirectionRules.Competences, .. MoneyRules.Competences, .. StatementRules.Competences, .. ActionRules.Competences, .. CaseRules.Competences, .. FollowUpRules.Competences, .. ReportRules.Competences, .. MonthEndRules.Competences, .. DisclosureRules.Competences, .. AgreementRules.Competences, .. CoFinancingRules.Competences, .. ProgrammeRules.Competences, .. SuggestionRules.Competences, .. PartnerRules.Competences],
        [.. DelegationRules.Requirements, .. DirectionRules.Requirements, .. MoneyRules.Requirements, .. StatementRules.Requirements, .. CaseRules.Requirements, .. FollowUpRules.Requirements, .. RoundRules.Requirements, .. ReportRules.Requirements, .. AgreementRules.Requirements, .. CoFinancingRules.Requirements, .. SuggestionRules.Requirements, .. PartnerRules.Requirements]);

    /// <summary>True when the paragraph that a breach names has been checked against the text of the law.</summary>
    /// <remarks>Asked when the breach is shown; the verdict holds only what is cited.</remarks>
    public bool HasChecked(Breach breach) => Competences.Select(r => r.Rule).Concat(Requirements.Select(r => r.Rule))
        .Any(rule => rule.Code == breach.Rule && rule.Sources.Any(source => source.Verified && source.Cited == breach.Law));

    internal static CompetenceRow Row<TAct>(string name, Rule rule, Func<TAct, DecisionPoint, IReadOnlyList<string>> may, Func<TAct, DecisionPoint, bool>? when = null)
        where TAct : Act =>
        new(name, rule, p => p.Act is TAct act && (when is null || when(act, p)), p => may((TAct)p.Act, p));

    internal static RequirementRow Requirement<TAct>(string name, Rule rule, Func<TAct, DecisionPoint, IEnumerable<Shortfall>> broken)
        where TAct : Act =>
        new(name, rule, p => p.Act is TAct, p => broken((TAct)p.Act, p));

    /// <summary>One shortfall when something is wrong, else none.</summary>
    internal static IEnumerable<Shortfall> When(bool wrong, IReadOnlyList<string> couldDecide, params (string Name, string Value)[] arguments) =>
        wrong ? [new(couldDecide, arguments)] : [];
}

/// <summary>The bodies and offices that rows name.</summary>
internal static class Deciders
{
    public static readonly IReadOnlyList<string> Assembly = [Subject.AssemblyId];
    public static readonly IReadOnlyList<string> Board = [Subject.ExecutiveBoardId];
    public static readonly IReadOnlyList<string> BoardOrAssembly = [Subject.ExecutiveBoardId, Subject.AssemblyId];

    /// <summary>The body that answers for a subject or office, or the assembly.</summary>
    public static IReadOnlyList<string> AnsweringOrAssembly(DecisionPoint p, string subject) => WithAssembly(BodyOf(p, subject));

    /// <summary>The body that answers for a subject or office, the executive board, or the assembly.</summary>
    public static IReadOnlyList<string> AnsweringOrBoard(DecisionPoint p, string subject)
    {
        var body = BodyOf(p, subject);
        return [body, .. BoardOrAssembly.Where(b => b != body)];
    }

    public static IReadOnlyList<string> WithAssembly(string body) => [body, .. Assembly.Where(a => a != body)];

    /// <summary>The one who decides, when it is a body that decides at all: councils only advise, groups only coordinate. Otherwise those that every region has.</summary>
    public static IReadOnlyList<string> AnyBody(DecisionPoint p) => IsDecidingBody(p, p.InTheNameOf) ? [p.InTheNameOf] : BoardOrAssembly;

    /// <summary>The one who decides, when it is a deciding body or an office.</summary>
    public static IReadOnlyList<string> AnyBodyOrOffice(DecisionPoint p) => p.Organisation.FindOffice(p.InTheNameOf) is not null ? [p.InTheNameOf] : AnyBody(p);

    public static IReadOnlyList<string> AnyOffice(DecisionPoint p) => [.. p.Organisation.Offices.Select(o => o.Act.Id)];

    public static IReadOnlyList<string> OfKind(DecisionPoint p, BodyKind kind) => [.. p.Organisation.Bodies.Where(b => b.BodyKind == kind).Select(b => b.Id)];

    public static BodyKind? KindOf(DecisionPoint p, string body) =>
        p.Organisation.Find(body)?.BodyKind ?? p.Decision.Acts.OfType<EstablishBody>().FirstOrDefault(b => b.Id == body)?.Kind;

    /// <summary>The body that answers for a subject or office, also one that the decision itself brings; the assembly when none does.</summary>
    public static string BodyOf(DecisionPoint p, string subject)
    {
        var at = p.Decision.Acts.OfType<EstablishOffice>().FirstOrDefault(o => o.Id == subject && p.Organisation.FindOffice(subject) is null)?.In ?? subject;
        for (var i = 0; i <= p.Decision.Acts.Count && !p.Organisation.Knows(at); i++)
        {
            if (p.Decision.Acts.OfType<EstablishBody>().Any(b => b.Id == at))
                return at;
            at = p.Decision.Acts.SelectMany(a => a.Places(p.Organisation)).Where(placed => placed.Id == at).Select(placed => placed.Under).FirstOrDefault(at);
        }

        return p.Organisation.AnsweringBody(at).Id;
    }

    /// <summary>True when two subjects are answered for by different bodies.</summary>
    public static bool AreOfDifferentBodies(DecisionPoint p, string one, string other) => BodyOf(p, one) != BodyOf(p, other);

    private static bool IsDecidingBody(DecisionPoint p, string body) => KindOf(p, body) is not (null or BodyKind.AdvisoryCouncil);
}
