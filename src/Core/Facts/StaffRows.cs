using Styrkedja.Provenance;

namespace Styrkedja.Facts;

/// <summary>What is told of the staff of a unit and month.</summary>
public enum StaffColumn
{
    /// <summary>People employed at the end of the month; unit: persons.</summary>
    [Term("antal anställda")] Headcount,

    /// <summary>Employment in full-time equivalents; unit: thousandths.</summary>
    [Term("årsarbetare")] FullTimeEquivalents,

    /// <summary>Agency staff in full-time equivalents; unit: thousandths.</summary>
    [Term("inhyrd personal")] AgencyFullTimeEquivalents,

    /// <summary>Agency staff in hours, where the source counts hours; unit: hundredths.</summary>
    AgencyHours,

    /// <summary>Hours absent through sickness; unit: hundredths.</summary>
    [Term("sjukfrånvaro")] SickLeaveHours,

    /// <summary>Hours of ordinary working time, of which sick leave is a share; unit: hundredths.</summary>
    [Term("ordinarie arbetstid")] OrdinaryHours,
}

/// <summary>Facts about staff by unit or cost centre and month, as columns in the source's own codes.</summary>
/// <remarks>A source can tell of one column and not of another; then the value is <see cref="None"/>, which is not zero. No value is negative.</remarks>
public sealed class StaffRows
{
    public const long None = long.MinValue;

    public static readonly IReadOnlyList<StaffColumn> Columns = Enum.GetValues<StaffColumn>();

    private readonly long[][] _values;

    public StaffRows(int[] line, string[] subject, int[] monthIndex, long[][] values)
    {
        if (values.Length != Columns.Count || values.Any(v => v.Length != line.Length) || subject.Length != line.Length || monthIndex.Length != line.Length)
            throw new ArgumentException("Columns of staff are of unequal length.", nameof(values));
        (Line, Subject, MonthIndex, _values) = (line, subject, monthIndex, values);
    }

    public int Count => Line.Count;

    /// <summary>Line of the row in the source, from one.</summary>
    public IReadOnlyList<int> Line { get; }

    /// <summary>Unit, cost centre or other part of the organisation.</summary>
    public IReadOnlyList<string> Subject { get; }

    public IReadOnlyList<int> MonthIndex { get; }

    public long this[StaffColumn column, int row] => _values[(int)column][row];

    public bool Has(StaffColumn column, int row) => this[column, row] != None;

    /// <summary>The control sums, by column.</summary>
    public StaffSums Sums()
    {
        var sums = new long[_values.Length];
        for (var c = 0; c < sums.Length; c++)
        {
            foreach (var value in _values[c])
                sums[c] = checked(sums[c] + (value == None ? 0 : value));
        }

        return new(sums[0], sums[1], sums[2], sums[3], sums[4], sums[5]);
    }
}

/// <summary>The sum of each column of a batch of staff facts, which proves that its file is as it was written.</summary>
public sealed record StaffSums(long Headcount, long FullTimeEquivalentsMilli, long AgencyFullTimeEquivalentsMilli, long AgencyHoursCenti, long SickLeaveHoursCenti, long OrdinaryHoursCenti);

/// <summary>The staff facts of one batch, read back.</summary>
public sealed record StaffFacts(FactBatch Batch, StaffRows Rows);
