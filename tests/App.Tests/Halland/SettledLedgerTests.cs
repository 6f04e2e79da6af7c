using Styrkedja.Amounts;
using Styrkedja.App.Archive;
using Styrkedja.App.Demo;
using Styrkedja.App.Settling;
using Styrkedja.Calendar;
using Styrkedja.Care;
using Styrkedja.Facts;
using Styrkedja.Store.Facts;
using BuiltRegion = Styrkedja.Tests.BuiltRegion;

namespace Styrkedja.App.Tests.Halland;

/// <summary>Halland's care of 2017 is settled by the ordinary verb, and its money stands once in the ledger: the sample ledger holds what settlement does not.</summary>
public sealed class SettledLedgerTests : IDisposable
{
    private readonly RegionArchive _region = RegionArchive.Open(BuiltRegion.Folder);

    public void Dispose() => _region.Dispose();

    /// <summary>Where a sum stands; the counterparty is the one that the sample ledger knows.</summary>
    private readonly record struct Place(string Account, string CostCentre, string Counterparty, string Activity, Month Month);

    [Fact]
    public void The_ledger_has_the_sums_that_it_has_without_settlement()
    {
        // What demo --care 0 would book: the same code with nothing settled.
        var without = Sums(SampleLedger.Make(HallandFiles.StateAt, HallandFiles.Calibration).SelectMany(book => book.Vouchers.SelectMany(v => v.Rows.Select(row => (PlaceOf(row.Account, row.CostCentre, row.Counterparty, row.Activity, book.Month), row.Amount.Ore)))));
        var with = Sums(Cells(_ => true));
        Assert.True(without.Count > 50_000);
        Assert.Equal(without.Count, with.Count);
        Assert.Empty(with.Where(sum => without.GetValueOrDefault(sum.Key) != sum.Value).Take(5));
    }

    [Fact]
    public void No_settled_krona_is_booked_again_and_none_is_missing()
    {
        var without = Sums(SampleLedger.Make(HallandFiles.StateAt, HallandFiles.Calibration).Where(book => book.Month.Year == 2017).SelectMany(book => book.Vouchers.SelectMany(v => v.Rows.Select(row => (PlaceOf(row.Account, row.CostCentre, row.Counterparty, row.Activity, book.Month), row.Amount.Ore)))));
        var settled = Sums(Cells(IsSettlement)).Where(sum => sum.Key.CostCentre.Length > 0).ToList();
        var rest = Sums(Cells(batch => !IsSettlement(batch)));
        Assert.True(settled.Count > 1_000);
        Assert.Empty(settled.Where(sum => rest.GetValueOrDefault(sum.Key) + sum.Value != without[sum.Key]).Take(5));
        // Settlement takes a part of what the ledger has and never more: nothing is left with the other sign.
        Assert.Empty(settled.Where(sum => Math.Sign(rest.GetValueOrDefault(sum.Key)) == -Math.Sign(without[sum.Key])).Take(5));
    }

    [Fact]
    public void What_is_frozen_for_each_provider_is_what_the_financier_has_booked_for_it()
    {
        var frozen = Period.Year(2017).EachMonth().Select(month => new SettleMonth(_region).Try(month)).ToList();
        Assert.All(frozen, month => Assert.True(month.FrozenBefore));
        var providers = _region.StateAt(_region.Viewpoint(Period.Year(2017), null, null)).Care.Providers.ToDictionary(p => p.Act.Id, p => p.Act);
        var owed = frozen.SelectMany(month => month.Statement!.Lines).Where(line => line.Payer == ContactPayer.Region).GroupBy(line => providers[line.Provider].Counterparty)
            .ToDictionary(lines => lines.Key, lines => Money.Sum(lines.Select(line => line.Amount)).Ore);
        var booked = Raw(IsSettlement).Where(cell => cell.CostCentre.StartsWith("15", StringComparison.Ordinal)).GroupBy(cell => cell.Counterparty).ToDictionary(cells => cells.Key, cells => cells.Sum(cell => cell.Ore));
        Assert.Equal(48, owed.Count);
        Assert.Equal(owed.OrderBy(o => o.Key, StringComparer.Ordinal), booked.OrderBy(o => o.Key, StringComparer.Ordinal));
        Assert.All(frozen, month => Assert.Empty(month.Statement!.Adjustments));
    }

    [Fact]
    public void Both_views_of_care_meet_and_the_pairs_agree()
    {
        foreach (var month in Period.Year(2017).EachMonth().Select(month => new Period(month, month)).Append(Period.Year(2017)))
        {
            var view = _region.ViewAt(_region.Viewpoint(month, null, null));
            var both = view.ReconcileCare(month)!;
            Assert.Equal(Money.Zero, both.Unexplained);
            Assert.Equal(["S-OWN-ADH", "S-OWN-HOSP", "S-OWN-NSV", "S-OWN-PSY"], both.Owners.Select(owner => owner.Provider.Act.Id).Order(StringComparer.Ordinal));
            Assert.All(both.Owners, owner => Assert.Equal(Money.Zero, owner.Difference));
            Assert.Empty(view.UnmatchedInternalTrade(month));
        }
    }

    [Fact]
    public void Every_contact_that_the_region_pays_for_has_an_agreement()
    {
        using var copy = new CopiedRegion();
        // A month that is not frozen tells what no component pays; February is asked of a region that ends before it was settled.
        var unpaid = new SettleMonth(copy.Region).Try(new Month(2017, 2)).Unpaid;
        Assert.NotEmpty(unpaid);
        Assert.DoesNotContain(unpaid, u => u.Reason is UnpaidReason.NoAgreement or UnpaidReason.OtherPayer);
        Assert.DoesNotContain(unpaid, u => u.Provider.StartsWith("S-REGV", StringComparison.Ordinal) || u.Provider is "S-PRIV-OSV" or "S-PRIV-TAXA" or "S-OWN-PSY");
    }

    private sealed class CopiedRegion : IDisposable
    {
        private readonly string _folder = BuiltRegion.CopyOf(new DateTimeOffset(2017, 3, 14, 0, 0, 0, TimeSpan.Zero));

        public CopiedRegion() => Region = RegionArchive.Open(_folder);

        public RegionArchive Region { get; }

        public void Dispose()
        {
            Region.Dispose();
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static bool IsSettlement(FactBatch batch) => batch.SourceName.StartsWith("avrakning-", StringComparison.Ordinal);

    private static Place PlaceOf(string account, string costCentre, string counterparty, string activity, Month month) =>
        new(account, costCentre, costCentre.Length == 0 ? "" : HallandFiles.Calibration.PaidAs.GetValueOrDefault(counterparty, counterparty), activity, month);

    private static Dictionary<Place, long> Sums(IEnumerable<(Place Place, long Ore)> rows) =>
        rows.GroupBy(row => row.Place).Select(g => (g.Key, Ore: g.Sum(row => row.Ore))).Where(sum => sum.Ore != 0).ToDictionary(sum => sum.Key, sum => sum.Ore);

    private IEnumerable<(Place Place, long Ore)> Cells(Func<FactBatch, bool> of) => Raw(of).Select(cell => (PlaceOf(cell.Account, cell.CostCentre, cell.Counterparty, cell.Activity, cell.Month), cell.Ore));

    /// <summary>The cells of the region's own ledger: neither a company's books nor what the first year opened with.</summary>
    private List<(string Account, string CostCentre, string Counterparty, string Activity, Month Month, long Ore)> Raw(Func<FactBatch, bool> of)
    {
        using var files = new FactFiles(BuiltRegion.Folder);
        var batches = _region.FactEntries().Select(f => f.Batch)
            .Where(b => b.Kind == FactKind.Ledger && !b.SourceName.Contains("hallandstrafiken", StringComparison.Ordinal) && !b.SourceName.StartsWith("IB-", StringComparison.Ordinal) && of(b)).ToList();
        return [.. files.ReadCells(batches, new()).SelectMany(cells => Enumerable.Range(0, cells.Count).Select(i => (
            cells.Codes.Accounts[cells.Account[i]], cells.Codes.CostCentres[cells.CostCentre[i]], cells.Codes.Counterparties[cells.Counterparty[i]], cells.Codes.Activities[cells.Activity[i]], cells.MonthOf(i), cells.Ore[i])))];
    }
}
