namespace Styrkedja.Web.Charts;

/// <summary>Values in a few classes of the same width, from the lowest to the highest; the shade of an area on a map follows its class, and the value stands in it as well.</summary>
/// <param name="Low">The lowest value, in the measure's own unit.</param>
public sealed record ValueClasses(decimal Low, decimal High)
{
    /// <summary>How many classes there are; few enough to be told apart in grey.</summary>
    public const int Count = 4;

    /// <summary>The classes of all values beside each other; nothing when there is none.</summary>
    public static ValueClasses? Of(IReadOnlyCollection<decimal> values) => values.Count == 0 ? null : new(values.Min(), values.Max());

    /// <summary>The class of a value, from one to <see cref="Count"/>; all are in the middle when they are the same.</summary>
    public int ClassOf(decimal value) => High == Low ? Count / 2 : Math.Clamp((int)((value - Low) * Count / (High - Low)) + 1, 1, Count);

    /// <summary>Where a class begins.</summary>
    public decimal FromOf(int number) => Low + ((High - Low) * (number - 1) / Count);

    /// <summary>The shade of a class among the five of the look, the darkest last.</summary>
    public static string ShadeOf(int number) => $"shade-{number}";
}
