using Styrkedja.App.Archive;
using Styrkedja.App.Deciding;
using Styrkedja.Tests;
using Styrkedja.Web.Reporting;

namespace Styrkedja.Web.Tests.Reporting;

public sealed class ReportTextCheckTests
{
    private const string Text = """
        decision: RS-2018-04-02-text
        body: RS
        date: 2018-04-02
        title: Text till årsredovisningen
        acts:
          - write-report-text:
              round: AR-2017
              section: sound-management
              text: "Av målen är {figure: goals-fulfilled/2017-01..2017-12/REGION} uppfyllda och resultatet blev {figure: result/2017-01..2017-12/REGION}; {figure: no-such-measure/2017/REGION}."
        """;

    private const string Judged = """
        assessment: MAL-2017-G01-OM
        subject: G01
        by: RS
        period: 2017
        date: 2018-04-03
        fulfilment: fulfilled
        text: Bedömt på nytt.
        """;

    [Fact]
    public void A_text_is_flagged_by_the_figures_that_read_otherwise_since_it_was_decided_and_by_no_others()
    {
        var folder = BuiltRegion.Copy(BuiltRegion.Folder);
        try
        {
            using var archive = RegionArchive.Open(folder);
            Decide(archive, Text);
            var before = Check(archive);
            Assert.Empty(before.Changed);
            Assert.Contains("no-such-measure", Assert.Single(before.Unreadable).Written, StringComparison.Ordinal);

            Decide(archive, Judged);
            var changed = Assert.Single(Check(archive).Changed);
            Assert.Equal(("sound-management", "goals-fulfilled/2017-01..2017-12/REGION", "4", "5"), (changed.Section, changed.Address.ToString(), changed.Then, changed.Now));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Decide(RegionArchive archive, string text)
    {
        var recorded = new RecordDecisions(archive).Record([(text, "f.yaml")], null, check: false);
        Assert.False(recorded.Refused, string.Join(' ', recorded.Faults.Select(f => f.Code)));
    }

    /// <summary>What is found in the one section that the test writes; the sample's own goals text names the same figure.</summary>
    private static ReportTextCheck Check(RegionArchive archive)
    {
        var head = archive.Head().Position;
        var round = archive.StateAt(new(new DateOnly(2018, 12, 31), head)).RoundBook.Find("AR-2017")!;
        var all = ReportTextCheck.Of(archive, new(new DateOnly(2017, 12, 31), head), round, "sv");
        return new([.. all.Changed.Where(c => c.Section == "sound-management")], all.Unreadable);
    }
}
