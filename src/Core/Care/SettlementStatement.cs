using Styrkedja.Amounts;
using Styrkedja.Calendar;

namespace Styrkedja.Care;

/// <summary>What a month that has been settled and frozen gets more or less, since something about it has become known later.</summary>
/// <param name="About">The month that it is about, before the one in which it is paid.</param>
/// <param name="Amount">Positive is to the provider.</param>
/// <param name="Count">Contacts or listed residents more or fewer.</param>
public sealed record SettlementAdjustment(string Agreement, string Provider, Month About, string Component, SettlementKind Kind, ContactPayer Payer, Money Amount, long Count);

/// <summary>A month's settlement as it is approved and frozen: the month's own lines, and adjustments of earlier months that were frozen before.</summary>
public sealed record SettlementStatement(Month Month, IReadOnlyList<SettlementLine> Lines, IReadOnlyList<SettlementAdjustment> Adjustments)
{
    /// <summary>What the region is to pay.</summary>
    public Money Total => Money.Sum(Lines.Where(l => l.Payer == ContactPayer.Region).Select(l => l.Amount)) + Money.Sum(Adjustments.Where(a => a.Payer == ContactPayer.Region).Select(a => a.Amount));

    /// <summary>The statement of a month, after those that are frozen.</summary>
    /// <param name="frozen">Earlier months' statements, in any order.</param>
    /// <remarks>All statements together always say what the settlement says of their months: whatever differs from what was told before is told as an adjustment.</remarks>
    /// <exception cref="ArgumentException">The month is not one of the settlement's, or has been frozen already.</exception>
    public static SettlementStatement Of(Settlement settlement, Month month, IReadOnlyList<SettlementStatement> frozen)
    {
        if (month < settlement.From || month > settlement.To)
            throw new ArgumentException("The month is not settled.", nameof(month));
        if (frozen.Any(f => f.Month == month))
            throw new ArgumentException("The month is frozen already.", nameof(month));
        var months = frozen.Select(f => f.Month).Where(m => m >= settlement.From && m <= settlement.To).ToHashSet();
        Dictionary<Key, (Money Amount, long Count)> differences = [];
        foreach (var line in settlement.Lines.Where(l => months.Contains(l.Month)))
            Add(new(line.Agreement, line.Provider, line.Month, line.Component, line.Kind, line.Payer), line.Amount, line.Count);
        foreach (var line in frozen.SelectMany(f => f.Lines).Where(l => months.Contains(l.Month)))
            Add(new(line.Agreement, line.Provider, line.Month, line.Component, line.Kind, line.Payer), -line.Amount, -line.Count);
        foreach (var told in frozen.SelectMany(f => f.Adjustments).Where(a => months.Contains(a.About)))
            Add(new(told.Agreement, told.Provider, told.About, told.Component, told.Kind, told.Payer), -told.Amount, -told.Count);
        return new(month, [.. settlement.Lines.Where(l => l.Month == month)],
            [.. differences.Where(d => d.Value != (Money.Zero, 0)).OrderBy(d => d.Key.Agreement, StringComparer.Ordinal).ThenBy(d => d.Key.About).ThenBy(d => d.Key.Component, StringComparer.Ordinal).ThenBy(d => d.Key.Kind).ThenBy(d => d.Key.Payer)
                .Select(d => new SettlementAdjustment(d.Key.Agreement, d.Key.Provider, d.Key.About, d.Key.Component, d.Key.Kind, d.Key.Payer, d.Value.Amount, d.Value.Count))]);

        void Add(Key key, Money amount, long count)
        {
            var (before, counted) = differences.GetValueOrDefault(key);
            differences[key] = (before + amount, counted + count);
        }
    }

    private readonly record struct Key(string Agreement, string Provider, Month About, string Component, SettlementKind Kind, ContactPayer Payer);
}
