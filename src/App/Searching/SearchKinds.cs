using Styrkedja.Store.Search;

namespace Styrkedja.App.Searching;

/// <summary>In which order the kinds of things stand when a search has found several.</summary>
public static class SearchKinds
{
    private static readonly string[] s_order =
    [
        "case", "decision", "meeting", "assignment", "measure", "steering-document", "document", "vision", "strategy", "goal", "sub-goal", "indicator",
        "body", "administration", "unit", "office", "report", "programme", "partner", "commitment", "consultation", "call", "provider", "agreement", "provider-terms",
    ];

    /// <summary>The kinds that were found, those that stand in no order last by their names.</summary>
    public static IEnumerable<FoundOfKind> InOrder(SearchAnswer answer) =>
        answer.Kinds.OrderBy(found => Array.IndexOf(s_order, found.Kind) is var place and >= 0 ? place : s_order.Length).ThenBy(found => found.Kind, StringComparer.Ordinal);

    /// <summary>What a kind is called, as a heading over several.</summary>
    public static string Name(Texts.Texts texts, string kind) => texts[$"search.kind.{kind}"];
}
