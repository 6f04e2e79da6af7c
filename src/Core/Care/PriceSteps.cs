using Styrkedja.Decisions;

namespace Styrkedja.Care;

/// <summary>Prices that change with the number of contacts in the calendar year, for each provider and component.</summary>
/// <remarks>Contacts are counted by day and, within a day, by their own keyed hash, so that the order of rows never matters.</remarks>
internal static class PriceSteps
{
    /// <summary>Puts the right price on contacts that were summed at the first.</summary>
    public static void Apply(SettlementPass pass, CareContacts contacts, KeptRun?[]? kept)
    {
        var rows = pass.Stepped.Select(row => (Row: row, Found: pass.Find(row))).Select(r => (r.Row, r.Found.Plan, r.Found.Cell, Block: pass.BlockOf(r.Row)));
        foreach (var counted in rows.GroupBy(r => KeyOf(r.Block, r.Cell, contacts, r.Row)))
        {
            var number = 0;
            foreach (var (row, plan, cell, block) in counted.OrderBy(r => contacts.Day[r.Row]).ThenBy(r => contacts.Contact[r.Row]))
            {
                number++;
                var slot = cell.Slot & ~PriceCell.Stepped;
                var part = block.Shape.Slots[slot].Part!;
                var step = Array.FindLast(block.Shape.StepPrices[slot], s => s.From <= number);
                if (step.Ore is null)
                    continue;
                var ore = step.Ore[part.By == PricedBy.Group ? contacts.Group[row] : contacts.Type[row]] ?? 0;
                pass.Sums[plan.Sums + slot].Ore += ore - cell.Ore;
                if (kept?[row / SettlementPass.RunLength] is { } run)
                    run.Ore[row % SettlementPass.RunLength] = ore;
            }
        }
    }

    private static (int Provider, string Agreement, string Component, ContactPayer Payer, int Year) KeyOf(SumBlock block, PriceCell cell, CareContacts contacts, int row)
    {
        var rule = block.Shape.Slots[cell.Slot & ~PriceCell.Stepped];
        return (block.Provider, block.Agreements[rule.Place].Act.Id, rule.Part!.Id, rule.Payer, DateOnly.FromDayNumber(contacts.Day[row]).Year);
    }
}
