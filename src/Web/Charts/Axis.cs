using Styrkedja.Amounts;

namespace Styrkedja.Web.Charts;

/// <summary>A scale shared by the bars of one picture, always with zero on it, from 0 to 1000 in the picture's own measure.</summary>
public sealed class Axis
{
    private readonly decimal _from;
    private readonly decimal _span;

    public Axis(IEnumerable<Money> amounts)
        : this(amounts.Select(a => (decimal)a.Ore))
    {
    }

    public Axis(IEnumerable<decimal> values)
    {
        var all = values.Append(0m).ToList();
        var (low, high) = (all.Min(), all.Max());
        var pad = Math.Max((high - low) * 0.02m, 1m);
        _from = low < 0 ? low - pad : 0;
        _span = (high > 0 ? high + pad : 0) - _from;
    }

    public int Zero => At(0m);

    public int At(Money money) => At((decimal)money.Ore);

    public int At(decimal value) => _span == 0 ? 0 : (int)Math.Round((value - _from) * 1000 / _span, MidpointRounding.AwayFromZero);
}
