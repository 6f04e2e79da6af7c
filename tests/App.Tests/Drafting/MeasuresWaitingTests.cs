using Styrkedja.Rights;

namespace Styrkedja.App.Drafting;

/// <summary>Measures among what waits for someone: those that the own office or unit carries out, until a decision ends them.</summary>
public sealed class MeasuresWaitingTests : IDisposable
{
    private readonly SmallRegion _region = new();

    [Fact]
    public void A_measure_waits_for_the_office_and_the_unit_that_carry_it_out_and_for_no_one_else()
    {
        Decide();

        Assert.Equal(["ÅTG-2", "ÅTG-1"], Waiting(_region.UnitHead));
        Assert.Equal(["ÅTG-1"], Waiting(_region.Employee));
        Assert.Empty(Waiting(_region.Neighbour));
    }

    [Fact]
    public void Only_those_past_their_day_count_as_waiting_now()
    {
        Decide();

        Assert.Equal(1, WorkWaiting.Of(_region.UnitHead, _region.Drafts, _region.Today.State).Count(_region.Today.Day));
    }

    [Fact]
    public void One_that_has_been_ended_waits_no_longer()
    {
        Decide();
        _region.Record("decision: DN-A-2\nbody: DN-A\ndate: 2026-11-20\ntitle: Klart\nacts:\n  - end-measure: {measure: ÅTG-2, how: done}\n");

        Assert.Equal(["ÅTG-1"], Waiting(_region.UnitHead));
    }

    public void Dispose() => _region.Dispose();

    private void Decide() => _region.Record("""
        decision: DN-A-1
        body: DN-A
        date: 2026-02-18
        title: Åtgärder
        acts:
          - decide-measure: {id: ÅTG-1, subject: DN-A, owner: A1, text: Färre hyrläkare, time: 2026-03-01..2026-12-31}
          - decide-measure: {id: ÅTG-2, subject: DN-A, owner: O-ENHET, text: Nytt schema, time: 2026-03-01..2026-10-31}
        """);

    private IEnumerable<string> Waiting(OfficeHolder who) => WorkWaiting.Of(who, _region.Drafts, _region.Today.State).Measures.Select(m => m.Id);
}
