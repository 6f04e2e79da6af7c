namespace Styrkedja.Calendar;

/// <summary>A day that is known only to lie within two days, with what that rests on.</summary>
/// <remarks>Rules and folds use the latest day; people are never shown one of the days as certain. A certain date has both days equal.</remarks>
public readonly record struct UncertainDate(DateOnly Earliest, DateOnly Latest, string? Basis = null)
{
    public static UncertainDate On(DateOnly day) => new(day, day);

    public bool IsCertain => Earliest == Latest && Basis is null;
}
