using System.Globalization;
using Styrkedja.Amounts;
using Styrkedja.Decisions;
using Styrkedja.Organisation;
using Styrkedja.Provenance;

namespace Styrkedja.Authority;

/// <summary>Says of a decision whether its body may take it, act by act, before it is recorded.</summary>
/// <remarks>The system is no court: what a body has in fact decided is recorded with the breach beside it. Rules are dated; see <see cref="RuleTable"/>.</remarks>
public static class Judge
{
    /// <summary>Judges a decision against what stands, each act also against the other acts of the same decision.</summary>
    public static Verdict Of(Decision decision, Standing standing, Place place) => Of(decision, standing, place, RuleTable.Standard);

    /// <summary>Judges by another table than the standard one, as when the table itself is tried.</summary>
    public static Verdict Of(Decision decision, Standing standing, Place place, RuleTable table)
    {
        var faults = new List<Fault>();
        if (!standing.Organisation.Knows(decision.Body) && standing.Development.FindPartner(decision.Body) is null && !decision.Acts.OfType<EstablishBody>().Any(b => b.Id == decision.Body))
            faults.Add(Fault.Error("authority.body-unknown", place, decision.Body));

        var known = new NamesKnown(standing, decision);
        faults.AddRange(decision.RestsOn.Where(id => !known.IsDirection(id)).Select(id => Fault.Error("authority.rests-on-unknown", place, id)));
        var breaches = new List<Breach>();
        var rules = new List<string>();
        for (var i = 0; i < decision.Acts.Count; i++)
        {
            var point = new DecisionPoint(decision.Acts[i], i + 1, decision, standing);
            faults.AddRange(known.Missing(point.Act).Select(m => Fault.Error("authority.name-unknown", place, m.Id, ("what", m.What), ("act", $"{point.Number}"))));
            faults.AddRange(UnderItself(point.Act, decision, standing.Organisation).Select(id => Fault.Error("authority.under-itself", place, id, ("act", $"{point.Number}"))));
            faults.AddRange(RowsApart(point, place));
            faults.AddRange(MonthEndRules.Impossible(point, place));
            faults.AddRange(ReportRules.Impossible(point, place));
            faults.AddRange(ProgrammeRules.Impossible(point, place));
            faults.AddRange(SuggestionRules.Impossible(point, place));
            faults.AddRange(PartnerRules.Impossible(point, place));
            if (faults.Count > 0)
                continue;
            var row = table.Competences.FirstOrDefault(r => r.Concerns(point));
            rules.Add(row?.Rule.Code ?? Rules.NoRule.Code);
            if (row is null)
                breaches.Add(BreachOf(Rules.NoRule, point, []));
            else if (row.MayDecide(point) is var may && !may.Contains(point.InTheNameOf))
                breaches.Add(BreachOf(row.Rule, point, may));
            breaches.AddRange(table.Requirements.Where(r => r.Concerns(point)).SelectMany(r => r.Broken(point).Select(shortfall => BreachOf(r.Rule, point, shortfall.CouldDecide, shortfall.Arguments))));
        }

        if (faults.Count > 0)
            return new(VerdictOutcome.Refused, [], [], faults);
        if (breaches.Count == 0)
            return new(VerdictOutcome.Within, [.. rules.Distinct()], [], []);
        return new(decision.Taken ? VerdictOutcome.Breach : VerdictOutcome.Refused, [.. rules.Distinct()], breaches, []);
    }

    /// <summary>Told with both sums when the rows of a frame do not add up to it, since one of the two is then wrong.</summary>
    private static IEnumerable<Fault> RowsApart(DecisionPoint point, Place place)
    {
        if (point.Act is not SetFrame { Rows.Count: > 0 } frame || Money.Sum(frame.Rows.Select(row => row.Amount)) is var sum && sum == frame.Amount)
            yield break;
        yield return Fault.Error("authority.rows-apart", place, frame.To, ("act", $"{point.Number}"), ("rows", Kronor(sum)), ("amount", Kronor(frame.Amount)));
    }

    private static string Kronor(Money money) => string.Create(CultureInfo.InvariantCulture, $"{money.Ore / 100m:0.00} kr").Replace('.', ',');

    /// <summary>Whom the act would place under itself, by what stands and all that the decision places.</summary>
    private static IEnumerable<string> UnderItself(Act act, Decision decision, OrganisationChart organisation)
    {
        var placed = act.Places(organisation).ToList();
        if (placed.Count == 0)
            yield break;
        var above = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (id, under) in decision.Acts.SelectMany(other => other.Places(organisation)))
            above[id] = under;
        foreach (var (id, under) in placed)
        {
            var passed = new HashSet<string>(StringComparer.Ordinal);
            for (var at = under; at is not null && passed.Add(at); at = above.GetValueOrDefault(at) ?? organisation.Find(at)?.Under)
            {
                if (at == id)
                    yield return id;
            }
        }
    }

    private static Breach BreachOf(Rule rule, DecisionPoint point, IReadOnlyList<string> couldDecide, params (string Name, string Value)[] arguments) => new(
        point.Number,
        rule.Code,
        rule.SourceOn(point.Day)?.Cited,
        couldDecide,
        arguments.Append(("body", point.Decision.Body)).ToDictionary(a => a.Item1, a => a.Item2, StringComparer.Ordinal));
}
