using Styrkedja.App.Deciding;
using Styrkedja.Provenance;
using Styrkedja.Region;
using Styrkedja.Rights;

namespace Styrkedja.App.Permitting;

/// <summary>A refusal as people read it: which right was missing, why, which offices carry it, and whose decision could give it.</summary>
public static class RefusalSentences
{
    /// <param name="state">The region on the day, for names.</param>
    public static string Of(Texts.Texts texts, Refusal refusal, RegionState state)
    {
        var right = texts[$"right.{KeyWord.Of(refusal.Right)}"];
        var needs = refusal.About is { } about ? texts["refusal.needs-about", ("right", right), ("about", Name(about))] : texts["refusal.needs", ("right", right)];
        var reason = texts[$"refusal.{KeyWord.Of(refusal.Reason)}", ("day", $"{refusal.EndedOn:yyyy-MM-dd}")];
        if (refusal.Verdict is { } verdict)
            return string.Join(' ', verdict.Breaches.Select(b => BreachSentences.Of(texts, b)).Concat(verdict.Faults.Select(texts.Says)).Prepend(reason).Prepend(needs));
        var offices = refusal.Offices.Count > 0 ? texts["refusal.follows", ("offices", Named(refusal.Offices))] : refusal.Reason == RefusalReason.NoAccess ? null : texts[refusal.DecidedBy.Count == 0 ? "refusal.only-console" : "refusal.no-office"];
        var could = refusal.DecidedBy.Count > 0 ? texts["refusal.could-give", ("bodies", Named(refusal.DecidedBy))] : null;
        return string.Join(' ', new[] { needs, reason, offices, could }.OfType<string>());

        string Named(IEnumerable<string> ids) => string.Join(", ", ids.Select(Name));

        string Name(string id) => (state.Organisation.NameOf(id) ?? state.Development.Partners.FirstOrDefault(p => p.Act.Id == id)?.Act.Name) is { } name ? texts[name] : id;
    }
}
