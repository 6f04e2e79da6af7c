using Styrkedja.Authority;

namespace Styrkedja.App.Deciding;

/// <summary>A breach as people read it: which rule, under which law, and who could have decided.</summary>
public static class BreachSentences
{
    public static string Of(Texts.Texts texts, Breach breach)
    {
        var sentence = texts[$"rule.{breach.Rule}", [.. breach.Arguments.Select(a => (a.Key, (object)(a.Key == "contents" ? Contents(texts, a.Value) : a.Value)))]];
        var law = breach.Law is not { } cited ? texts["rule.no-law"] : RuleTable.Standard.HasChecked(breach) ? cited : texts["rule.unchecked", ("law", cited)];
        var could = breach.CouldDecide.Count > 0 ? string.Join(", ", breach.CouldDecide) : texts["rule.nobody"];
        return texts["rule.breach", ("act", breach.Act), ("sentence", sentence), ("law", law), ("could", could)];
    }

    /// <summary>What the law demands of a report, by name instead of id.</summary>
    private static string Contents(Texts.Texts texts, string ids) => string.Join(", ", ids.Split(", ").Select(id => texts[$"legal-content.{id}"]));
}
