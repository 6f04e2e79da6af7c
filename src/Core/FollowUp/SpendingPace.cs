using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Organisation;

namespace Styrkedja.FollowUp;

/// <summary>How fast a subject uses the year's money for costs, against how fast it was budgeted to.</summary>
/// <param name="Used">Costs so far, negative.</param>
/// <param name="ForYear">Budgeted costs of the whole year, negative.</param>
/// <param name="SoFar">Budgeted costs of the months so far, negative.</param>
public sealed record SpendingPace(Subject Subject, Figure Used, Figure ForYear, Figure SoFar)
{
    /// <summary>What is left of the year's budget, with the sign of costs: negative as long as there is something left.</summary>
    public Money Left => ForYear.Money - Used.Money;

    /// <summary>The part of the year's budget that is used, 1 being all of it; nothing when nothing is budgeted.</summary>
    public decimal? UsedShare => Share(Used);

    /// <summary>The part of it that was budgeted to be used by now.</summary>
    public decimal? PlannedShare => Share(SoFar);

    private decimal? Share(Figure figure) => ForYear.Money == Money.Zero ? null : (decimal)figure.Money.Ore / ForYear.Money.Ore;
}

public sealed partial class FollowUpView
{
    /// <summary>The pace of a subject through a period; nothing where it has neither costs nor a budget for them.</summary>
    public SpendingPace? PaceOf(Subject subject, Period period)
    {
        var known = Known(period);
        var used = Evaluate(new(Measure.Cost, known, subject.Id));
        var pace = new SpendingPace(subject, used, Evaluate(new(Measure.CostBudget, Period.Year(period.From.Year), subject.Id)), Evaluate(new(Measure.CostBudget, known, subject.Id)));
        return used.IsKnown && (used.Money != Money.Zero || pace.ForYear.Money != Money.Zero) ? pace : null;
    }
}
