using Styrkedja.Authority;

namespace Styrkedja.App.Deciding;

/// <summary>A breach as people read it: which rule, under which law, and who could have decided.</summary>
public static class BreachSentences
{
    public static string Of(Texts.Texts texts, Breach breach)
    {
        var sentence = texts[$"rule.{breach.Rule}", [.. breach.Arguments.Select(a => (a.Key, (object)a.Value))]];
        return texts["rule.breach", ("act", breach.Act), ("sentence", sentence), ("law", breach.Law ?? texts["rule.no-law"]), ("could", string.Join(", ", breach.CouldDecide))];
    }
}
