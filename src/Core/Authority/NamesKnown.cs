using Styrkedja.Decisions;

namespace Styrkedja.Authority;

/// <summary>The names that a decision may use: those in force on its day, goals adopted before it, and those it brings itself.</summary>
internal sealed class NamesKnown
{
    private readonly HashSet<string> _subjects;
    private readonly HashSet<string> _goals;
    private readonly HashSet<string> _indicators;
    private readonly HashSet<string> _direction;
    private readonly HashSet<string> _rounds;

    public NamesKnown(Standing standing, Decision decision)
    {
        var acts = decision.Acts;
        _subjects =
        [
            .. standing.Organisation.Subjects.Select(s => s.Id),
            .. acts.OfType<EstablishBody>().Select(a => a.Id),
            .. acts.OfType<EstablishAdministration>().Select(a => a.Id),
            .. acts.OfType<EstablishUnit>().Select(a => a.Id),
            .. acts.OfType<OpenCostCentres>().SelectMany(a => a.Codes.Select(c => c.Code)),
        ];
        _goals =
        [
            .. standing.Goals.Adopted,
            .. standing.Goals.SubGoals.Select(s => s.Act.Id),
            .. acts.OfType<AdoptGoal>().Select(a => a.Id),
            .. acts.OfType<AdoptSubGoal>().Select(a => a.Id),
        ];
        _indicators = [.. standing.Goals.Indicators.Select(i => i.Act.Id), .. acts.OfType<AdoptIndicator>().Select(a => a.Id)];
        _direction =
        [
            .. standing.Goals.Vision is { } vision ? new[] { vision.Act.Id } : [],
            .. standing.Goals.Strategies.Keys,
            .. acts.OfType<AdoptVision>().Select(a => a.Id),
            .. acts.OfType<AdoptStrategy>().Select(a => a.Id),
        ];
        _rounds = [.. standing.Rounds.Keys, .. acts.OfType<OpenRound>().Select(a => a.Id)];
    }

    /// <summary>What the act names that does not exist, with the kind of thing it should have been.</summary>
    public IEnumerable<(string What, string Id)> Missing(Act act)
    {
        (string What, string? Id, HashSet<string> Known)[] named = act switch
        {
            EstablishBody a => [("subject", a.Under, _subjects)],
            EstablishAdministration a => [("subject", a.Under, _subjects)],
            EstablishUnit a => [("subject", a.Under, _subjects)],
            OpenCostCentres a => [("subject", a.Unit, _subjects)],
            EstablishOffice a => [("subject", a.In, _subjects)],
            Dissolve a => [("subject", a.Id, _subjects)],
            AdoptStrategy a => [("direction", a.Serves, _direction)],
            AdoptGoal a => [("direction", a.Under, _direction), ("subject", a.Owner, _subjects)],
            AdoptSubGoal a => [("goal", a.Goal, _goals), ("subject", a.Owner, _subjects)],
            AdoptIndicator a => [("goal", a.Of, _goals)],
            SetJudgementRule a => [.. a.FinancialGoals.Select(goal => ("goal", (string?)goal, _goals))],
            SetTarget a => [("indicator", a.Indicator, _indicators)],
            SetResultBudget a => [("subject", a.Subject, _subjects)],
            SetFrame a => [("subject", a.From, _subjects), ("subject", a.To, _subjects)],
            SetBudget a => [("subject", a.Subject, _subjects)],
            NameCareFinancier a => [("subject", a.Subject, _subjects)],
            SubmitReport a => [("round", a.Round, _rounds), ("subject", a.To, _subjects)],
            ApproveReport a => [("round", a.Round, _rounds)],
            _ => [],
        };
        return named.Where(n => n.Id is not null && !n.Known.Contains(n.Id)).Select(n => (n.What, n.Id!));
    }
}
