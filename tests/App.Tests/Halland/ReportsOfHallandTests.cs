using Styrkedja.App.Archive;
using Styrkedja.Authority;
using Styrkedja.FollowUp;
using Styrkedja.Goals;
using Styrkedja.Region;
using Styrkedja.Reports;
using Styrkedja.Tests;

namespace Styrkedja.App.Tests.Halland;

/// <summary>Halland's annual reports of 2016 and 2017 and its interim report of 2017: outlined by law, written to the last section, judged to the last sub-goal.</summary>
public sealed class ReportsOfHallandTests
{
    public static IEnumerable<TheoryDataRow<string>> Reports() => ["AR-2016", "AR-2017", "UR2-2017"];

    [Theory]
    [MemberData(nameof(Reports))]
    public void Nothing_is_lacking_by_law_of_texts_or_of_judgements(string round)
    {
        using var region = RegionArchive.Open(BuiltRegion.Folder);
        var state = StateOf(region, round);

        var found = state.RoundBook.Find(round)!;
        var sections = state.Reports.OutlineOf(found.Terms)!.Act.Sections;
        var texts = sections.Where(section => section.Writer is not null).Select(section => (section.Id, Text: state.Reports.TextOf(round, section.Id))).ToList();

        Assert.Empty(LegalContents.Missing(sections, found.Terms.Kind, found.Terms.Period.To.Year).Select(content => content.Id));
        Assert.Empty(texts.Where(text => text.Text is null).Select(text => text.Id));
        Assert.Empty(found.Unjudged(state.Goals));
        Assert.NotEmpty(texts);
        Assert.All(texts, text => Assert.True(text.Text!.Act.Illustrative));
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void Every_figure_that_a_text_names_is_known_and_was_the_same_when_the_text_was_decided(string round)
    {
        using var region = RegionArchive.Open(BuiltRegion.Folder);
        var at = region.Viewpoint(StateOf(region, round).RoundBook.Find(round)!.Terms.Period, null, null);
        var now = region.ViewAt(at);

        var changed =
            from text in now.State.Reports.TextsOf(round).Values
            let then = region.ViewAt(at with { KnownAt = text.Position })
            from written in new[] { text.Act.Text.Sv, text.Act.Text.En! }
            from named in NamedFigure.In(written)
            let told = named.Address is null ? "unreadable" : Told(then.Evaluate(named.Address))
            let tells = named.Address is null ? "unreadable" : Told(now.Evaluate(named.Address))
            where told != tells || tells is "unreadable" or "unknown"
            select $"{text.Act.Section} {named.Written}: {told} then, {tells} now";

        Assert.Equal("", string.Join('\n', changed.Distinct()));
        Assert.NotEmpty(now.State.Reports.TextsOf(round).Values.SelectMany(text => NamedFigure.In(text.Act.Text.Sv)));
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void A_text_names_the_same_figures_in_both_languages(string round)
    {
        using var region = RegionArchive.Open(BuiltRegion.Folder);

        Assert.All(StateOf(region, round).Reports.TextsOf(round).Values, text =>
            Assert.Equal(NamedFigure.In(text.Act.Text.Sv).Select(f => f.Written).Order(), NamedFigure.In(text.Act.Text.En!).Select(f => f.Written).Order()));
    }

    [Fact]
    public void Each_owner_says_of_a_sub_goal_what_follows_from_its_indicator()
    {
        using var region = RegionArchive.Open(BuiltRegion.Folder);
        foreach (var round in new[] { "UR2-2017", "AR-2017" })
        {
            var period = StateOf(region, round).RoundBook.Find(round)!.Terms.Period;
            var view = region.ViewAt(region.Viewpoint(period, null, null));
            var standings = view.State.Goals.SubGoals.Where(s => s.Act.Year == 2017).Select(s => view.Standing(s.Act.Id, period)).ToList();

            Assert.Equal(17, standings.Count);
            Assert.Equal(standings.Select(s => (s.Id, s.Computed)), standings.Select(s => (s.Id, s.Assessment?.Assessment.Fulfilment ?? GoalFulfilment.Partly)));
        }
    }

    private static string Told(Figure figure) => figure.IsKnown ? $"{figure.Value}" : "unknown";

    private static RegionState StateOf(RegionArchive region, string round)
    {
        var latest = region.StateAt(new(new(2018, 12, 31), long.MaxValue));
        return region.StateAt(region.Viewpoint(latest.RoundBook.Find(round)!.Terms.Period, null, null));
    }
}
