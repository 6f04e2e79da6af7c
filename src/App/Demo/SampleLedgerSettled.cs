using Styrkedja.Amounts;

namespace Styrkedja.App.Demo;

/// <summary>Takes off the sample ledger what settlement of care has booked already, so that no krona comes twice.</summary>
/// <remarks>The sums by account, cost centre, activity and month are the same with settlement and without. Should settlement give more than the ledger has, what is left is negative and corrects it.</remarks>
internal static class SampleLedgerSettled
{
    /// <param name="leaves">All that a month has.</param>
    /// <param name="settled">Rows of the income statement that settlement has booked.</param>
    /// <returns>What is left to book, and what was taken off.</returns>
    /// <exception cref="FormatException">Something is settled on an account, cost centre and counterparty that the ledger has nothing on.</exception>
    public static (IReadOnlyList<SampleLeaf> Left, IReadOnlyList<SampleLeaf> Taken) Of(IReadOnlyList<SampleLeaf> leaves, IReadOnlyList<SampleRow> settled, SampleLedgerCalibration calibration)
    {
        if (settled.Count == 0)
            return (leaves, []);
        List<SampleLeaf> left = [.. leaves], taken = [];
        var places = Enumerable.Range(0, left.Count).ToLookup(i => (left[i].CostCentre, left[i].Account, left[i].Counterparty, left[i].Activity));
        foreach (var booked in settled.GroupBy(row => (row.CostCentre, row.Account, Counterparty: calibration.PaidAs.GetValueOrDefault(row.Counterparty, row.Counterparty), row.Activity)))
        {
            if (!places.Contains(booked.Key))
                throw new FormatException($"Care is settled on account {booked.Key.Account}, cost centre {booked.Key.CostCentre}, counterparty {booked.Key.Counterparty} and activity {booked.Key.Activity}, where the sample ledger has nothing.");
            var amount = Money.Sum(booked.Select(row => row.Amount));
            var same = places[booked.Key].ToList();
            var parts = amount.Spread([.. same.Select(i => Math.Abs(left[i].Amount.Ore))]);
            for (var i = 0; i < same.Count; i++)
            {
                taken.Add(left[same[i]] with { Amount = parts[i] });
                left[same[i]] = left[same[i]] with { Amount = left[same[i]].Amount - parts[i] };
            }
        }

        return ([.. left.Where(leaf => leaf.Amount != Money.Zero)], taken);
    }
}
