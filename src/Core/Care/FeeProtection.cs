using Styrkedja.Calendar;
using Styrkedja.Decisions;

namespace Styrkedja.Care;

/// <summary>What patients need not pay since they have paid as much as anyone must in twelve months.</summary>
/// <remarks>
/// A period begins on the day of a person's first fee and ends the day before the same day a year later; the next fee begins another. What a person pays
/// with any provider counts, by day and, within a day, by the contact's keyed hash. The ceiling is that of the agreement
/// in which the contact is; for contacts before the months it is the lowest.
/// Contacts from two years before the months are needed to know for certain on which day a person's period began.
/// </remarks>
internal static class FeeProtection
{
    /// <summary>Rows with what is above the ceiling, in öre.</summary>
    public static IReadOnlyList<(int Row, int Ore)> Above(SettlementTables tables, SettlementPass pass, CareContacts contacts)
    {
        if (LowestCeiling(tables) is not { } lowest)
            return [];
        var last = tables.FirstDay + tables.Days - 1;
        List<(int, int)> above = [];
        foreach (var person in RowsOfSome(contacts, lowest, last))
        {
            var (ends, paid) = (int.MinValue, 0L);
            foreach (var row in person.OrderBy(row => contacts.Day[row]).ThenBy(row => contacts.Contact[row]))
            {
                if (contacts.Day[row] >= ends)
                    (ends, paid) = (DateOnly.FromDayNumber(contacts.Day[row]).AddYears(1).DayNumber, 0);
                var told = contacts.Day[row] >= tables.FirstDay;
                var ceiling = (told ? PartOf(pass, row)?.Ceiling?.Ore : lowest) ?? long.MaxValue;
                var pays = Math.Clamp(ceiling - paid, 0, contacts.Fee[row]);
                paid += pays;
                if (told && pays < contacts.Fee[row])
                    above.Add((row, (int)(contacts.Fee[row] - pays)));
            }
        }

        return above;
    }

    /// <summary>The same by agreement and month, added to what other parts of the contacts have.</summary>
    public static void AddBySum(SettlementPass pass, IReadOnlyList<(int Row, int Ore)> above, Dictionary<(string Agreement, Month Month), long> sums)
    {
        foreach (var (row, ore) in above)
        {
            var block = pass.BlockOf(row);
            var place = PlaceOf(block.Shape, pass.Find(row).Cell.Slot & ~PriceCell.Stepped)!.Value;
            var key = (block.Agreements[place].Act.Id, block.Month);
            sums[key] = sums.GetValueOrDefault(key) + ore;
        }
    }

    /// <summary>The fees of the agreement that a contact belongs to, or of the provider's first that has any; nothing when another than the region pays.</summary>
    private static FeePart? PartOf(SettlementPass pass, int row)
    {
        var block = pass.BlockOf(row);
        return PlaceOf(block.Shape, pass.Find(row).Cell.Slot & ~PriceCell.Stepped) is { } place ? block.Shape.Models[place].Act.Fees : null;
    }

    /// <summary>The agreement, by its place, that fees of a slot belong to.</summary>
    public static int? PlaceOf(PaymentShape shape, int slot)
    {
        var rule = shape.Slots[slot];
        if (rule.Payer != ContactPayer.Region)
            return null;
        if (rule.Place >= 0)
            return rule.Place;
        for (var place = 0; place < shape.Models.Count; place++)
        {
            if (shape.Models[place].Act.Fees is not null)
                return place;
        }

        return null;
    }

    private static long? LowestCeiling(SettlementTables tables) =>
        tables.ShapeOf.Distinct().SelectMany(s => s.Models).Select(m => m.Act.Fees?.Ceiling?.Ore).Where(ore => ore is not null).Min();

    /// <summary>Rows with a fee of those who have paid more than the ceiling in all.</summary>
    private static IEnumerable<List<int>> RowsOfSome(CareContacts contacts, long ceiling, int last)
    {
        Dictionary<ulong, long> paid = [];
        for (var row = 0; row < contacts.Count; row++)
        {
            if (contacts.Fee[row] > 0 && contacts.Day[row] <= last)
                System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(paid, contacts.Person[row], out _) += contacts.Fee[row];
        }

        Dictionary<ulong, List<int>> rows = [];
        foreach (var (person, sum) in paid)
        {
            if (sum > ceiling)
                rows[person] = [];
        }

        for (var row = 0; row < contacts.Count; row++)
        {
            if (contacts.Fee[row] > 0 && contacts.Day[row] <= last && rows.TryGetValue(contacts.Person[row], out var mine))
                mine.Add(row);
        }

        return rows.Values;
    }
}
