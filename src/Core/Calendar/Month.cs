using System.Globalization;

namespace Styrkedja.Calendar;

/// <summary>A calendar month of a certain year, the grain of all follow-up.</summary>
/// <remarks>Text form 2017-11. Not a date: a row has its accounting date, a month holds it. The default is no month at all and is never valid.</remarks>
/// <exception cref="ArgumentOutOfRangeException">The month lies outside 1 to 12.</exception>
public readonly record struct Month : IComparable<Month>
{
    public Month(int year, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 12);
        Year = year;
        Number = number;
    }

    public int Year { get; }

    public int Number { get; }

    /// <summary>Months since the year 0, so that months can be counted and compared.</summary>
    public int Index => (Year * 12) + Number - 1;

    public DateOnly FirstDay => new(Year, Number, 1);

    public DateOnly LastDay => FirstDay.AddMonths(1).AddDays(-1);

    public static Month Of(DateOnly day) => new(day.Year, day.Month);

    public static Month FromIndex(int index) => new(index / 12, (index % 12) + 1);

    public Month Plus(int months) => FromIndex(Index + months);

    public static bool operator <(Month a, Month b) => a.Index < b.Index;

    public static bool operator >(Month a, Month b) => a.Index > b.Index;

    public static bool operator <=(Month a, Month b) => a.Index <= b.Index;

    public static bool operator >=(Month a, Month b) => a.Index >= b.Index;

    public int CompareTo(Month other) => Index.CompareTo(other.Index);

    /// <summary>Reads 2017-11; anything else is refused.</summary>
    public static bool TryParse(string? text, out Month month)
    {
        month = default;
        if (text is not { Length: 7 } || text[4] != '-'
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(text.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || year < 1 || number is < 1 or > 12)
            return false;
        month = new Month(year, number);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Number:00}");
}
