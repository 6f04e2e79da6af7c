using Styrkedja.App.Texts;
using Styrkedja.Decisions;
using Styrkedja.Disclosure;
using Styrkedja.Provenance;

namespace Styrkedja.Web.Words;

/// <summary>How published tables are protected, as people say it.</summary>
internal static class DisclosureWords
{
    /// <summary>What a decision about it comes to, also what it leaves as it is by default.</summary>
    public static (string Name, string Value)[] Of(Texts t, SetDisclosureParameters act)
    {
        var set = DisclosureParameters.Of(act);
        return
        [
            ("data", t[$"data-set.{KeyWord.Of(act.DataSet)}"]),
            ("method", t[$"disclosure-method.{KeyWord.Of(set.Method)}"]),
            ("count", $"{set.MinimumCount}"),
            ("denominator", $"{set.MinimumDenominator}"),
            ("contributors", $"{set.MinimumContributors}"),
            ("dominance", $"{set.DominancePercent}"),
            ("width", $"{set.ProtectionWidth}"),
            ("percent", $"{set.ProtectionPercent}"),
            ("zeros", t[set.ZerosShown ? "disclosure.zeros-shown" : "disclosure.zeros-hidden"]),
        ];
    }
}
