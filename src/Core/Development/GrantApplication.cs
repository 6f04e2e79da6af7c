using Styrkedja.Amounts;
using Styrkedja.Decisions;

namespace Styrkedja.Development;

/// <summary>How far an application to a call has come.</summary>
public enum ApplicationState
{
    Received,
    Assessed,
    Granted,
    Rejected,
}

/// <summary>An application to a call, with how it was weighed and what came of it.</summary>
/// <param name="Assessed">Absent until someone has weighed it.</param>
/// <param name="Granted">Absent when nothing has been granted.</param>
/// <param name="Rejected">Absent when it has not been rejected.</param>
public sealed record GrantApplication(Decided<ReceiveGrantApplication> Received, Decided<AssessApplication>? Assessed, GrantedProject? Granted, Decided<RejectGrantApplication>? Rejected)
{
    public ReceiveGrantApplication Act => Received.Act;

    public bool IsDecided => Granted is not null || Rejected is not null;

    public ApplicationState Outcome => Granted is not null ? ApplicationState.Granted
        : Rejected is not null ? ApplicationState.Rejected
        : Assessed is not null ? ApplicationState.Assessed : ApplicationState.Received;

    /// <summary>What others than the region and the applicant pay; positive.</summary>
    public Money OtherFinancing => Money.Sum(Act.Other.Select(o => o.Amount));

    /// <summary>What nobody has said that they pay, when all are counted with what is applied for; below zero when more has been said than it costs.</summary>
    public Money Unfinanced => Act.Costs - Act.Applied - Act.OwnFinancing - OtherFinancing;

    /// <summary>What comes from a fund of the European Union or from the state; positive.</summary>
    public Money FromEuAndState => Money.Sum(Act.Other.Where(o => o.Source is OtherSource.Eu or OtherSource.State).Select(o => o.Amount));

    public bool IsIllustrative => Act.Illustrative || Received.By.Illustrative;

    /// <summary>Points by the weights of the call's criteria, from 0 to 5 with two decimals; nothing while it has not been weighed by every criterion.</summary>
    public decimal? WeightedPoints(OpenCall call)
    {
        if (Assessed is null || call.Criteria.Count == 0 || call.Criteria.Sum(c => c.Weight) is not (> 0 and var weights))
            return null;
        var points = Assessed.Act.Scores.ToDictionary(s => s.Criterion, s => s.Points, StringComparer.Ordinal);
        return call.Criteria.All(c => points.ContainsKey(c.Id))
            ? decimal.Round(call.Criteria.Sum(c => (decimal)c.Weight * points[c.Id]) / weights, 2, MidpointRounding.AwayFromZero)
            : null;
    }
}
