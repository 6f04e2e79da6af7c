using Styrkedja.Amounts;
using Styrkedja.Goals;

namespace Styrkedja.FollowUp;

/// <summary>The value of a figure: an amount, a count, a number with a unit, a judgement, or that we do not know.</summary>
public abstract record FigureValue
{
    private FigureValue()
    {
    }

    public sealed record Amount(Money Money) : FigureValue;

    public sealed record Count(int Items) : FigureValue;

    public sealed record Number(decimal Value, string Unit) : FigureValue;

    public sealed record Judgement(GoalFulfilment Fulfilment) : FigureValue;

    public sealed record Unknown : FigureValue;
}

/// <summary>A value with the address at which it can always be asked why.</summary>
/// <param name="Illustrative">True when any part of it is made up.</param>
public sealed record Figure(FigureAddress Address, FigureValue Value, bool Illustrative)
{
    /// <summary>The amount; zero kronor for a figure that is none.</summary>
    public Money Money => Value is FigureValue.Amount amount ? amount.Money : Money.Zero;

    public bool IsKnown => Value is not FigureValue.Unknown;
}
