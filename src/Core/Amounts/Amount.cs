namespace Styrkedja.Amounts;

/// <summary>The sort of thing that an amount is. Each kind is a type, so that the compiler refuses a sum of two.</summary>
public interface IAmountKind;

/// <summary>The kinds of amounts in a region's economy, in the order money takes: given, planned, bound, spent, and expected.</summary>
public static class AmountKinds
{
    /// <summary>What someone has been given for a year: a permission, no event.</summary>
    public sealed class Frame : IAmountKind;

    /// <summary>What someone means to do with what it has been given.</summary>
    public sealed class Budget : IAmountKind;

    /// <summary>What has been ordered and not yet been paid.</summary>
    public sealed class Commitment : IAmountKind;

    /// <summary>What has happened, as it is booked.</summary>
    public sealed class Outcome : IAmountKind;

    /// <summary>What someone expects of the whole year.</summary>
    public sealed class Forecast : IAmountKind;

    /// <summary>How far one kind is from another; what has no meaning as money of its own.</summary>
    public sealed class Deviation : IAmountKind;

    /// <summary>Many of the same kind added up; zero of none.</summary>
    public static Amount<TKind> Sum<TKind>(this IEnumerable<Amount<TKind>> amounts)
        where TKind : IAmountKind =>
        new(Money.Sum(amounts.Select(a => a.Money)));
}

/// <summary>An amount of one kind. It adds to its own kind only: a frame and an outcome have no sum, and there is no operator that would make one.</summary>
/// <remarks>Unit and sign as in <see cref="Money"/>: above the ledger revenue is positive and cost negative, a frame is a positive amount given. <see cref="Against"/> is the one
/// operation across kinds.</remarks>
/// <exception cref="OverflowException">A sum is larger than money can be.</exception>
public readonly record struct Amount<TKind>(Money Money)
    where TKind : IAmountKind
{
    public static Amount<TKind> operator +(Amount<TKind> a, Amount<TKind> b) => new(a.Money + b.Money);

    public static Amount<TKind> operator -(Amount<TKind> a, Amount<TKind> b) => new(a.Money - b.Money);

    /// <summary>How far this is from what was planned, given or expected: positive is better.</summary>
    public Amount<AmountKinds.Deviation> Against<TOther>(Amount<TOther> planned)
        where TOther : IAmountKind =>
        new(Money - planned.Money);
}
