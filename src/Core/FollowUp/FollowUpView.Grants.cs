using Styrkedja.Amounts;
using Styrkedja.Decisions;
using Styrkedja.Development;
using Styrkedja.Organisation;
using Styrkedja.Provenance;

namespace Styrkedja.FollowUp;

public sealed partial class FollowUpView
{
    /// <summary>The grants that a figure of co-financing is about: those of the whole region, of a call, a programme, a goal or choice of it, a payer, a kind of recipient or
    /// a municipality, or the one grant that has that id.</summary>
    /// <remarks>A grant carried out in several municipalities counts in each of them, and one for the whole region in none.</remarks>
    public IReadOnlyList<GrantedProject> GrantsOf(string subject)
    {
        var all = State.Calls.Grants;
        if (subject == Subject.RegionId)
            return all;
        if (State.Calls.FindGrant(subject) is { } one)
            return [one];
        if (State.Calls.FindCall(subject) is { } call)
            return call.Grants;
        if (State.ActsOf<AdoptProgramme>().SelectMany(p => p.Act.Goals).LastOrDefault(g => g.Id == subject) is { } goal)
            return [.. all.Where(g => goal.Choices.Any(c => c.Id == g.Choice))];
        return [.. all.Where(g => g.Act.Programme == subject || g.Choice == subject || g.Payer == subject || g.Place.Contains(subject) || (g.Kind is { } kind && KeyWord.Of(kind) == subject))];
    }

    private Figure EvaluateGrants(FigureAddress address)
    {
        var counted = GrantsCountedAt(address);
        return counted.Count == 0 ? Unknown(address) : Amount(address, Money.Sum(counted.Select(c => c.Amount)).Ore, counted.Exists(c => c.Illustrative));
    }

    /// <summary>What a figure of co-financing adds up: a grant's amount by the day it was decided, or what was paid or asked back by the days of those decisions.</summary>
    private List<(GrantedProject Grant, Money Amount, IReadOnlyList<Decision> By, bool Illustrative)> GrantsCountedAt(FigureAddress address)
    {
        if (address.Dimensions != Dimensions.None)
            return [];
        var counted = new List<(GrantedProject, Money, IReadOnlyList<Decision>, bool)>();
        foreach (var grant in GrantsOf(address.Subject))
        {
            IReadOnlyList<(Money Amount, Decision By, bool Illustrative)> rows = address.Measure switch
            {
                Measure.CoFinancingGranted => IsIn(grant.First) ? [(grant.Granted, grant.Versions[^1].By, grant.IsIllustrative)] : [],
                Measure.CoFinancingPaid => [.. grant.Claims.Select(c => c.Approved).OfType<Decided<ApproveClaim>>().Where(a => IsIn(a.By)).Select(a => (a.Act.Amount, a.By, a.Act.Illustrative || a.By.Illustrative))],
                _ => [.. grant.Recoveries.Where(r => IsIn(r.By)).Select(r => (r.Act.Amount, r.By, r.Act.Illustrative || r.By.Illustrative))],
            };
            if (rows.Count > 0)
                counted.Add((grant, Money.Sum(rows.Select(r => r.Amount)), [.. rows.Select(r => r.By)], rows.Any(r => r.Illustrative)));
        }

        return counted;

        bool IsIn(Decision decision) => decision.Date.Latest >= address.Period.From.FirstDay && decision.Date.Latest <= address.Period.To.LastDay;
    }

    private Explanation ExplainGrants(Figure figure, IReadOnlyList<PublishedValue> published)
    {
        var address = figure.Address;
        var counted = GrantsCountedAt(address);
        IReadOnlyList<string> parts = State.Calls.FindGrant(address.Subject) is not null ? []
            : address.Subject == Subject.RegionId ? [.. counted.Select(c => c.Grant.Act.Call ?? c.Grant.Id).Distinct(StringComparer.Ordinal)]
            : [.. counted.Select(c => c.Grant.Id)];
        return new(
            figure,
            parts.Count > 0 ? FigureRule.Sum : FigureRule.Decided,
            null,
            [.. parts.Select(part => Evaluate(address with { Subject = part }))],
            [],
            [],
            Entries(counted.SelectMany(c => c.By)),
            [],
            [],
            published);
    }
}
