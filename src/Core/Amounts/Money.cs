using System.Globalization;

namespace Styrkedja.Amounts;

/// <summary>An amount of Swedish kronor in whole öre.</summary>
/// <remarks>Unit: öre in 64 bits, arithmetic checked, so a sum either is right or throws. The default is zero kronor. The sign means what the
/// place says: in ledger rows debit is positive, above the ledger revenue is positive and cost negative, a frame is a positive amount given.
/// Money is never divided; shares are laid out with <see cref="Spread"/> so that no öre is lost.</remarks>
/// <exception cref="OverflowException">A sum passes 92 233 720 368 547 758,07 kronor.</exception>
public readonly record struct Money(long Ore) : IComparable<Money>
{
    public static readonly Money Zero;

    public static Money Kronor(long kronor) => new(checked(kronor * 100));

    public static Money operator +(Money a, Money b) => new(checked(a.Ore + b.Ore));

    public static Money operator -(Money a, Money b) => new(checked(a.Ore - b.Ore));

    public static Money operator -(Money a) => new(checked(-a.Ore));

    public static bool operator <(Money a, Money b) => a.Ore < b.Ore;

    public static bool operator >(Money a, Money b) => a.Ore > b.Ore;

    public static bool operator <=(Money a, Money b) => a.Ore <= b.Ore;

    public static bool operator >=(Money a, Money b) => a.Ore >= b.Ore;

    public static Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Zero, (sum, amount) => sum + amount);

    /// <summary>The amount times one number over another, to the nearest öre and halves away from zero.</summary>
    /// <remarks>For forecasts and limits, where nothing has to add up; what is laid out over parts is <see cref="Spread"/>.</remarks>
    /// <exception cref="DivideByZeroException">The number it is over is zero.</exception>
    public Money Times(long by, long over)
    {
        var (whole, rest) = Int128.DivRem((Int128)Ore * by, over);
        return new(checked((long)(Int128.Abs(rest) * 2 >= Int128.Abs(over) ? whole + (Int128.IsNegative(rest) == (over < 0) ? 1 : -1) : whole)));
    }

    public int CompareTo(Money other) => Ore.CompareTo(other.Ore);

    /// <summary>Lays the amount out over weights so that the parts add up to it exactly; what rounding leaves over goes to the largest remainders, the
    /// earlier first.</summary>
    /// <exception cref="ArgumentException">No weight is above zero, or one is below.</exception>
    public Money[] Spread(ReadOnlySpan<long> weights)
    {
        Int128 total = 0;
        foreach (var weight in weights)
            total += weight >= 0 ? weight : throw new ArgumentException("A weight is below zero.", nameof(weights));
        if (total == 0)
            throw new ArgumentException("No weight is above zero.", nameof(weights));

        var parts = new Money[weights.Length];
        var remainders = new Int128[weights.Length];
        var left = Ore;
        for (var i = 0; i < weights.Length; i++)
        {
            var exact = (Int128)Ore * weights[i];
            var whole = exact / total;
            remainders[i] = Int128.Abs(exact - (whole * total));
            parts[i] = new Money((long)whole);
            left -= (long)whole;
        }

        var order = Enumerable.Range(0, parts.Length).OrderByDescending(i => remainders[i]).ThenBy(i => i).Take((int)Math.Abs(left));
        foreach (var i in order)
            parts[i] += new Money(Math.Sign(left));
        return parts;
    }

    /// <summary>For debuggers and messages among programmers; people read amounts through the formats of their language.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Ore} öre");
}
