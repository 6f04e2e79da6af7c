using Styrkedja.Amounts;

namespace Styrkedja.FollowUp;

/// <summary>The answer to someone who wants figures added up: their sum, or why they have none.</summary>
public abstract record FigureSum
{
    private FigureSum()
    {
    }

    /// <summary>All are amounts of one kind.</summary>
    /// <param name="CountsTwice">True when money may stand in more than one of them: a part beside its whole, or two measures of the same.</param>
    public sealed record Whole(FigureKind Kind, Money Money, bool Illustrative, bool CountsTwice) : FigureSum;

    /// <summary>Two or more kinds, which have no sum.</summary>
    public sealed record Mixed(IReadOnlyList<FigureKind> Kinds) : FigureSum;

    /// <summary>Some of them are no amounts, or are not known.</summary>
    public sealed record NoAmounts(IReadOnlyList<Figure> Figures) : FigureSum;

    /// <summary>Adds figures up where they can be added.</summary>
    /// <param name="isWithin">True when the first subject stands in the second.</param>
    public static FigureSum Of(IReadOnlyList<Figure> figures, Func<string, string, bool> isWithin)
    {
        if (figures.Where(f => f.Value is not FigureValue.Amount).ToList() is { Count: > 0 } others)
            return new NoAmounts(others);
        var kinds = figures.Select(f => f.Address.Measure.Kind()).Distinct().ToList();
        if (kinds.Count > 1)
            return new Mixed(kinds);
        var kind = kinds.Count == 0 ? FigureKind.Outcome : kinds[0];
        return new Whole(kind, SumOf(kind, figures), figures.Any(f => f.Illustrative), figures.SelectMany((f, i) => figures.Skip(i + 1).Select(other => (f.Address, Other: other.Address))).Any(pair => Meet(pair.Address, pair.Other, isWithin)));
    }

    /// <summary>From here on the compiler keeps the kinds apart.</summary>
    private static Money SumOf(FigureKind kind, IReadOnlyList<Figure> figures) => kind switch
    {
        FigureKind.Frame => Sum<AmountKinds.Frame>(figures),
        FigureKind.Budget => Sum<AmountKinds.Budget>(figures),
        FigureKind.Forecast => Sum<AmountKinds.Forecast>(figures),
        FigureKind.Deviation => Sum<AmountKinds.Deviation>(figures),
        _ => Sum<AmountKinds.Outcome>(figures),
    };

    private static Money Sum<TKind>(IReadOnlyList<Figure> figures)
        where TKind : IAmountKind =>
        figures.Select(f => new Amount<TKind>(f.Money)).Sum().Money;

    /// <summary>True when two figures can hold the same money: of the same time, and of one subject or one inside the other. A frame is given onward, so frames of
    /// different givers can always hold the same.</summary>
    private static bool Meet(FigureAddress a, FigureAddress b, Func<string, string, bool> isWithin)
    {
        if (a.Period.From > b.Period.To || b.Period.From > a.Period.To)
            return false;
        if (a.Measure == Measure.Frame && a.Dimensions.From != b.Dimensions.From)
            return true;
        return a.Subject == b.Subject
            ? a.Measure != b.Measure || a.Dimensions == b.Dimensions || a.Dimensions == Dimensions.None || b.Dimensions == Dimensions.None
            : isWithin(a.Subject, b.Subject) || isWithin(b.Subject, a.Subject);
    }
}
