using Styrkedja.Decisions;

namespace Styrkedja.Care;

/// <summary>Prices that change with the number of contacts in the calendar year, for each provider and component.</summary>
/// <remarks>Contacts are counted by day and, within a day, by their own keyed hash, so that the order of rows never matters. Only contacts whose price has steps are held.</remarks>
internal sealed class PriceSteps
{
    private readonly Dictionary<(int Provider, string Agreement, string Component, ContactPayer Payer, int Year), List<Counted>> _counted = [];

    /// <summary>Takes in the contacts of a pass that were summed at the first price.</summary>
    public void Take(SettlementPass pass, CareContacts contacts)
    {
        foreach (var row in pass.Stepped)
        {
            var ((plan, cell), block) = (pass.Find(row), pass.BlockOf(row));
            var slot = cell.Slot & ~PriceCell.Stepped;
            var rule = block.Shape.Slots[slot];
            var key = (block.Provider, block.Agreements[rule.Place].Act.Id, rule.Part!.Id, rule.Payer, DateOnly.FromDayNumber(contacts.Day[row]).Year);
            if (!_counted.TryGetValue(key, out var counted))
                _counted[key] = counted = [];
            counted.Add(new(contacts.Day[row], contacts.Contact[row], row, plan.Sums + slot, cell.Ore, rule.Part.By == PricedBy.Group ? contacts.Group[row] : contacts.Type[row], block.Shape.StepPrices[slot]));
        }
    }

    /// <summary>Puts the right price on the contacts taken in.</summary>
    /// <param name="kept">What is kept for each contact, when all were taken in from one pass.</param>
    public void Apply(SlotSum[] sums, KeptRun?[]? kept)
    {
        foreach (var counted in _counted.Values)
        {
            counted.Sort((a, b) => (a.Day, a.Contact).CompareTo((b.Day, b.Contact)));
            for (var i = 0; i < counted.Count; i++)
            {
                var contact = counted[i];
                var step = Array.FindLast(contact.Steps, s => s.From <= i + 1);
                if (step.Ore is null)
                    continue;
                var ore = step.Ore[contact.Code] ?? 0;
                sums[contact.Sum].Ore += ore - contact.Ore;
                if (kept?[contact.Row / SettlementPass.RunLength] is { } run)
                    run.Ore[contact.Row % SettlementPass.RunLength] = ore;
            }
        }
    }

    private readonly record struct Counted(int Day, ulong Contact, int Row, int Sum, int Ore, ushort Code, (int From, int?[] Ore)[] Steps);
}
