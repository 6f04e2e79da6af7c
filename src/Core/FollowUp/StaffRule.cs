using Styrkedja.Facts;

namespace Styrkedja.FollowUp;

/// <summary>What is done with the months of a period to make one figure of staff.</summary>
internal enum StaffOperation
{
    /// <summary>As it stood in the latest month told of.</summary>
    Latest,

    /// <summary>The sum of months divided by how many there are.</summary>
    Average,

    /// <summary>What went by in all months together.</summary>
    Sum,
}

/// <summary>From which column of staff a measure comes, and how its months become one.</summary>
/// <param name="Decimals">How many decimals the column's whole units hold.</param>
/// <param name="Unit">Word for the unit of the value; empty for a count of people.</param>
internal sealed record StaffRule(StaffColumn Column, StaffOperation Operation, int Decimals, string Unit)
{
    public const string FullTimeEquivalents = "full-time-equivalents";
    public const string Hours = "hours";

    /// <summary>The rule of a measure that comes from one column; nothing for sick leave, which is a share of two, and for what is not of staff.</summary>
    public static StaffRule? Of(Measure measure) => measure switch
    {
        Measure.Headcount => new(StaffColumn.Headcount, StaffOperation.Latest, 0, ""),
        Measure.FullTimeEquivalents => new(StaffColumn.FullTimeEquivalents, StaffOperation.Average, 3, FullTimeEquivalents),
        Measure.AgencyFullTimeEquivalents => new(StaffColumn.AgencyFullTimeEquivalents, StaffOperation.Average, 3, FullTimeEquivalents),
        Measure.SickLeaveHours => new(StaffColumn.SickLeaveHours, StaffOperation.Sum, 2, Hours),
        Measure.OrdinaryHours => new(StaffColumn.OrdinaryHours, StaffOperation.Sum, 2, Hours),
        _ => null,
    };

    public static bool IsOfStaff(Measure measure) => measure == Measure.SickLeave || Of(measure) is not null;

    /// <summary>A sum of whole units as the figure's value.</summary>
    /// <param name="months">How many months share it.</param>
    public FigureValue ValueOf(long units, int months)
    {
        if (Decimals == 0)
            return new FigureValue.Count(checked((int)units));
        var scale = Decimals == 3 ? 1000m : 100m;
        return new FigureValue.Number(units / scale / months, Unit);
    }
}
