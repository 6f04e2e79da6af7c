using Styrkedja.App.Importing;
using Styrkedja.Calendar;
using Styrkedja.FollowUp;

namespace Styrkedja.App.FollowingUp;

/// <summary>Projects and accruals from a file of vouchers to what is told of them, by numbers that can be reckoned by hand.</summary>
public sealed class ProjectRowsTests : IDisposable
{
    private const string Layout = """

        ---
        decision: RS-UPPSTALLNING
        body: RS
        date: 2015-01-02
        title: Uppställning
        acts:
          - adopt-statements:
              id: R
              balance:
                - {line: cash-and-bank, accounts: [{from: 1900, to: 1999}]}
                - {line: short-term-liabilities, accounts: [{from: 2900, to: 2999}]}
              accruals: [{from: 2900, to: 2999}]
              valid: 2015..
        """;

    // January: 500 kr and 20 kr of cost on P9, 30 kr without project; 300 kr of cost is accrued. February: 80 kr of revenue on P8, and 200 kr of the accrual is turned back.
    private const string Vouchers = """
        #VER A 1 20170115
        {
        #TRANS 4010 {1 100 6 P9} 500.00
        #TRANS 4010 {1 200 6 P9} 20.00
        #TRANS 4010 {1 100} 30.00
        #TRANS 1930 {6 P9} -550.00
        }
        #VER A 2 20170131
        {
        #TRANS 4010 {1 100} 300.00
        #TRANS 2990 {1 100} -300.00
        }
        #VER A 3 20170201
        {
        #TRANS 2990 {1 100} 200.00
        #TRANS 4010 {1 100} -200.00
        }
        #VER A 4 20170215
        {
        #TRANS 3010 {1 200 6 P8} -80.00
        #TRANS 1930 {} 80.00
        }

        """;

    private static readonly Period s_both = new(new(2017, 1), new(2017, 2));

    private readonly TemporaryRegion _region = new(SmallLedger.Region + Layout);

    public ProjectRowsTests() =>
        Assert.False(new ImportLedger(_region.Archive).Import(SmallLedger.Import(Vouchers), "ledger.si", new(new DateTimeOffset(2017, 3, 10, 12, 0, 0, TimeSpan.Zero))).Refused);

    public void Dispose() => _region.Dispose();

    [Fact]
    public void The_outcome_of_each_project_and_of_none_adds_up_to_the_result()
    {
        var result = View().Evaluate(new(Measure.Result, s_both, "REGION"));
        var projects = View().Projects("REGION", result, new ProjectRows(_region.Archive).Booked(View(), s_both));
        Assert.Equal(["P8 80 0 1", "P9 0 -520 2", " 0 -130 0"], projects.Select(p => $"{p.Project} {p.Revenue.Ore / 100} {p.Cost.Ore / 100} {p.Rows}"));
        Assert.Equal(-570_00, result.Money.Ore);
    }

    [Fact]
    public void A_project_leads_down_to_its_rows_under_the_subject_and_no_others()
    {
        var rows = new ProjectRows(_region.Archive);
        Assert.Equal(["11 4010 100", "12 4010 200", "14 1930 "], rows.First(View(), s_both, "REGION", "P9").Select(r => $"{r.Row.Line} {r.Row.Account} {r.Row.CostCentre}"));
        Assert.Equal(["100"], rows.First(View(), s_both, "DN-A", "P9").Select(r => r.Row.CostCentre));
        Assert.Empty(rows.First(View(), s_both, "RS", "P9"));
        Assert.Empty(rows.First(View(), new(new(2017, 2), new(2017, 2)), "REGION", "P9"));
    }

    [Fact]
    public void What_is_left_of_an_accrual_is_what_was_not_booked_back_the_month_after()
    {
        var january = new MonthEnds(_region.Archive).Of(View(), new(2017, 1));
        Assert.Equal(["A1 2990 300 200 100"], january.Accruals.Select(a => $"{a.Subject} {a.Account} {a.Accrued.Ore / 100} {a.TurnedBack?.Ore / 100} {a.Left.Ore / 100}"));
        Assert.Empty(new MonthEnds(_region.Archive).Of(View(), new(2017, 2)).Accruals);
    }

    private FollowUpView View() => _region.Archive.ViewAt(new(new(2017, 12, 31), long.MaxValue));
}
