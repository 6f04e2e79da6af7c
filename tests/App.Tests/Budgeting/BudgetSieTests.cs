using Styrkedja.Amounts;
using Styrkedja.App.Archive;
using Styrkedja.Calendar;
using Styrkedja.FollowUp;
using Styrkedja.Organisation;
using Styrkedja.Sie;
using Styrkedja.Tests;

namespace Styrkedja.App.Budgeting;

/// <summary>The detailed budget as a SIE file, read back by the reader of SIE files.</summary>
public sealed class BudgetSieTests : IDisposable
{
    private readonly RegionArchive _region = RegionArchive.Open(BuiltRegion.Folder);

    public void Dispose() => _region.Dispose();

    [Fact]
    public void Every_month_of_every_row_of_Hallands_budget_2017_is_read_back_and_sums_to_the_budgeted_result()
    {
        var state = _region.StateAt(_region.Viewpoint(Period.Year(2017), null, null));
        using var bytes = new MemoryStream();

        var faults = BudgetSie.Write(bytes, state, 2017);
        var read = SieReader.Read(bytes.ToArray(), BudgetSie.FileName(2017));

        Assert.DoesNotContain(faults, f => f.Severity == Provenance.Severity.Error);
        Assert.False(read.Refused);
        var document = SieDocument.From(read);
        Assert.All(document.Balances, balance => Assert.Equal(SieBalanceKind.PeriodBudget, balance.Kind));
        Assert.Equal(
            state.Frames.Budget.Where(l => l.Year == 2017).SelectMany(l => l.Months.Select((m, i) => (l.Subject, i + 1, -m.Ore))).Where(m => m.Item3 != 0).Order(),
            document.Balances.Select(b => (b.Objects.Single(o => o.Dimension == BudgetSie.UnitDimension).Object, b.Period!.Value.Number, b.Ore)).Order());
        var result = _region.ViewAt(_region.Viewpoint(Period.Year(2017), null, null)).Evaluate(new(Measure.ResultBudget, Period.Year(2017), Subject.RegionId));
        Assert.Equal(result.Money, -Money.Sum(document.Balances.Select(b => new Money(b.Ore))));
    }
}
