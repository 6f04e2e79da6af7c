using Styrkedja.Decisions;
using Styrkedja.Organisation;
using Styrkedja.Provenance;
using static Styrkedja.Authority.Deciders;
using static Styrkedja.Authority.RuleTable;

namespace Styrkedja.Authority;

/// <summary>Who answers what residents have suggested, and how it is to be prepared.</summary>
internal static class SuggestionRules
{
    public static readonly IReadOnlyList<CompetenceRow> Competences =
    [
        Row<AnswerSuggestion>("suggestion answered", Rules.WhereTheCaseIs, (a, p) => CaseRules.With(p, a.Case)),
    ];

    public static readonly IReadOnlyList<RequirementRow> Requirements =
    [
        Requirement<AnswerSuggestion>("answer prepared", Rules.CasePrepared, (a, p) => When(p.Decision.Body == Subject.AssemblyId && !CaseRules.IsPrepared(p, a.Case), Board, ("case", a.Case))),
    ];

    /// <summary>What can't be answered as a suggestion, whoever decides: a case of another kind.</summary>
    public static IEnumerable<Fault> Impossible(DecisionPoint p, Place place)
    {
        if (p.Act is AnswerSuggestion a && KindOf(p, a.Case) is { } kind and not CaseKind.ResidentProposal)
            yield return Fault.Error("suggestion.other-kind", place, a.Case, ("act", $"{p.Number}"), ("kind", KeyWord.Of(kind)));
    }

    private static CaseKind? KindOf(DecisionPoint p, string id) =>
        p.Decision.Acts.OfType<OpenCase>().LastOrDefault(c => c.Id == id)?.Kind ?? p.Standing.Cases.Find(id)?.Opened.Act.Kind;
}
