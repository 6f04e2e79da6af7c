namespace Styrkedja.Calendar;

/// <summary>The days on which something is in force, first and last included; no last day means until further notice.</summary>
/// <remarks>Whoever holds a right on the last day holds it until that day ends.</remarks>
public readonly record struct Validity(DateOnly From, DateOnly? To = null)
{
    public static readonly Validity Always = new(DateOnly.MinValue);

    public bool Holds(DateOnly day) => day >= From && (To is null || day <= To);
}
