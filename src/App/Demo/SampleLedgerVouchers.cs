using System.Globalization;
using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Organisation;
using Styrkedja.Region;

namespace Styrkedja.App.Demo;

/// <summary>Splits the sums of a book's month into vouchers with days, numbers and texts, each balanced, and adds what remains to the calibrated result.</summary>
internal sealed class SampleLedgerVouchers(RegionState state, SampleLedgerCalibration calibration, double scale)
{
    private static readonly CultureInfo s_culture = CultureInfo.InvariantCulture;

    private static readonly string[] s_months =
        ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"];

    /// <param name="leaves">What is to be booked, by part.</param>
    /// <param name="whole">All that the parts have in the month, also what is booked otherwise.</param>
    public IReadOnlyList<SampleVoucher> Of(string book, IReadOnlyList<string> parts, ILookup<string, SampleLeaf> leaves, ILookup<string, SampleLeaf> whole, Month month)
    {
        var vouchers = new List<SampleVoucher>();
        var ordinary = parts
            .SelectMany(part => leaves[part])
            .GroupBy(leaf => (leaf.Group, leaf.CostCentre, leaf.Counterparty))
            .SelectMany(set => Split(set.Key.Group, set.Key.CostCentre, set.Key.Counterparty, [.. set], month))
            .GroupBy(voucher => voucher.Series)
            .OrderBy(series => series.Key, StringComparer.Ordinal);
        foreach (var series in ordinary)
            vouchers.AddRange(series.OrderBy(v => v.Day).Select((v, i) => v with { Series = $"{book}-{v.Series}", Number = Number(month, i + 1) }));
        foreach (var part in parts)
        {
            if (Remainder(part, whole[part], month) is { } remainder)
                vouchers.Add(remainder);
        }

        return vouchers;
    }

    /// <summary>The vouchers of one group, cost centre and counterparty in a month.</summary>
    private IEnumerable<SampleVoucher> Split(string group, string costCentre, string counterparty, IReadOnlyList<SampleLeaf> leaves, Month month)
    {
        var posting = calibration.Postings[group];
        var noise = SampleLedgerNoise.Of(group).With(costCentre).With(counterparty).With(month.Index);
        var number = posting.Vouchers == 1 && scale <= 1 ? 1 : Math.Max(1, (int)Math.Round(posting.Vouchers * scale * (60 + noise.Below(81)) / 100));
        long[] weights = [.. Enumerable.Range(0, number).Select(i => 40L + noise.With(i).Below(121))];
        var shares = leaves.Select(leaf => leaf.Amount.Spread(weights)).ToList();
        for (var i = 0; i < number; i++)
        {
            List<SampleRow> rows =
            [
                .. leaves
                    .Select((leaf, l) => new SampleRow(leaf.Account, leaf.CostCentre, leaf.Counterparty, leaf.Activity, shares[l][i]))
                    .Where(row => row.Amount != Money.Zero),
            ];
            if (rows.Count == 0)
                continue;
            rows.AddRange(
                rows.GroupBy(row => calibration.Balances.GetValueOrDefault(row.Account) ?? posting.Balance)
                    .Select(side => new SampleRow(side.Key, "", "", "", -Money.Sum(side.Select(row => row.Amount))))
                    .Where(row => row.Amount != Money.Zero)
                    .ToList());
            var own = noise.With(i).With("voucher");
            yield return new(posting.Series, "", DayOf(posting, month, own), TextOf(posting.Text, group, costCentre, month, own), rows);
        }
    }

    /// <summary>What remains to a part's calibrated result of the month; nothing when nothing does.</summary>
    private SampleVoucher? Remainder(string part, IEnumerable<SampleLeaf> leaves, Month month)
    {
        var reached = -Money.Sum(leaves.Select(leaf => leaf.Amount));
        var missing = calibration.ResultIn(part, month) - reached;
        if (missing == Money.Zero)
            return null;
        var remainder = calibration.Remainder;
        var costCentre = CostCentreOf(part);
        var place = Enumerable.Range(0, calibration.Parts.Count).First(i => calibration.Parts[i].Subject == part);
        return new(
            remainder.Series,
            Number(month, place + 1),
            month.LastDay,
            remainder.Text.Replace("{month}", MonthName(month), StringComparison.Ordinal),
            [
                new(remainder.Account, costCentre, "", calibration.CostCentres[costCentre].Activities[0].Code, -missing),
                new(remainder.Balance, "", "", "", missing),
            ]);
    }

    /// <summary>The first cost centre anywhere under a part.</summary>
    public string CostCentreOf(string part) =>
        state.Organisation.Subjects
            .Where(s => s.Kind == SubjectKind.CostCentre && state.Organisation.IsWithin(s.Id, part))
            .Select(s => s.Id).Order(StringComparer.Ordinal).First();

    private string TextOf(string text, string group, string costCentre, Month month, SampleLedgerNoise noise) => text
        .Replace("{month}", MonthName(month), StringComparison.Ordinal)
        .Replace("{place}", state.Organisation.Find(costCentre)?.Name.Sv ?? costCentre, StringComparison.Ordinal)
        .Replace("{supplier}", string.Create(s_culture, $"Leverantör {1 + SampleLedgerNoise.Of(group).With(noise.Below(60)).Below(900):0000}"), StringComparison.Ordinal)
        .Replace("{number}", string.Create(s_culture, $"{100000 + noise.With("number").Below(900000)}"), StringComparison.Ordinal);

    private static DateOnly DayOf(SamplePosting posting, Month month, SampleLedgerNoise noise)
    {
        if (posting.Day == 31)
            return month.LastDay;
        var day = posting.Day > 0 ? month.FirstDay.AddDays(posting.Day - 1) : month.FirstDay.AddDays(noise.With("day").Below(month.LastDay.Day));
        var saturday = day.DayOfWeek == DayOfWeek.Saturday;
        if (saturday || day.DayOfWeek == DayOfWeek.Sunday)
            day = day.AddDays(saturday ? 2 : 1) is var monday && monday <= month.LastDay ? monday : day.AddDays(saturday ? -1 : -2);
        return day;
    }

    private static string MonthName(Month month) => string.Create(s_culture, $"{s_months[month.Number - 1]} {month.Year}");

    /// <summary>Year, month and running number, so that no number comes twice in a series.</summary>
    private static string Number(Month month, int running) => string.Create(s_culture, $"{month.Year % 100:00}{month.Number:00}{running:000000}");
}
