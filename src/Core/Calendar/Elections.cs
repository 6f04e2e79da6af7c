namespace Styrkedja.Calendar;

/// <summary>The years of election to the regional assembly, and the day on which those elected take office.</summary>
public static class Elections
{
    /// <summary>True every fourth year, as in 2014.</summary>
    public static bool AreHeldIn(int year) => year % 4 == 2014 % 4;

    /// <summary>The first day in office of those elected in a year.</summary>
    /// <remarks>Rule: kommunallagen (2017:725) 5 kap. 5 §; the same day in the older law from 2014. Not checked against the text of the law.</remarks>
    public static DateOnly NewlyElectedFrom(int year) => new(year, 10, 15);
}
