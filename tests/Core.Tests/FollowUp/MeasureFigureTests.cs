using CsCheck;
using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Organisation;

namespace Styrkedja.FollowUp;

public class MeasureFigureTests
{
    private const string Region = """
        DN-A / A1 / cc 100
        counterparty 99 is outside
        budget 2017 A1 group staff 0 kr
        2017-08 cc 100 account 5010 counterparty 99 28 kr
        measure M1 of A1 2017 15 kr
        told 2017-06 DN-A M1 effect 2 kr
        told 2017-08 DN-A M1 effect 4 kr
        """;

    private static readonly Measure[] s_ofMeasures = [Measure.DecidedMeasures, Measure.MeasureEffect, Measure.MeasureForecast];

    private static readonly Gen<string> s_told = Gen.Select(Gen.Int[0, 8], Gen.Int[-900, 900], Gen.Int[-900, 900], Gen.Int[1, 12], Gen.Int[0, 5], (subject, expected, given, month, kind) => (subject, expected, given, month, kind))
        .Array[1, 9].Select(drawn => string.Join('\n', drawn.Select((m, i) =>
            $"measure M{i} of S{m.subject} 2017 {m.expected} kr\n"
            + (m.kind < 4 ? $"told 2017-{m.month:00} S0 M{i} {(m.kind < 2 ? "effect" : "forecast")} {m.given} kr\n" : "")
            + (m.kind == 1 ? $"stopped M{i}\n" : ""))));

    [Fact]
    public void A_deviation_stands_beside_what_is_decided_what_it_has_given_and_what_is_left()
    {
        var answer = ReadableRegion.Of(Region).View().AnswerTo("DN-A", Months("2017-01..2017-08"));

        Assert.Equal([Kr(-28), Kr(15), Kr(4), Kr(11), Kr(-17)], [answer.Deviation.Money, answer.Decided.Money, answer.Effect.Money, answer.Left, answer.Remaining!.Value]);
        Assert.False(answer.Forecast.IsKnown);
    }

    [Fact]
    public void When_the_year_is_over_nothing_more_can_come_and_the_whole_deviation_remains()
    {
        var answer = ReadableRegion.Of(Region + "\n2017-12 cc 100 account 5010 counterparty 99 2 kr").View().AnswerTo("DN-A", Period.Year(2017));

        Assert.Equal([Kr(11), Kr(-30)], [answer.Left, answer.Remaining!.Value]);
    }

    [Fact]
    public void An_effect_is_explained_by_whoever_told_it_last_and_what_is_decided_by_its_decision()
    {
        var view = ReadableRegion.Of(Region).View();

        Assert.Equal(["F2"], view.Explain(Address("measure-effect/2017-01..2017-08/A1")).Assessments.Select(a => a.Assessment.Id));
        var decided = view.Explain(Address("decided-measures/2017-01..2017-08/A1"));
        Assert.Equal((FigureRule.Decided, "ALLT"), (decided.Rule, Assert.Single(decided.Decisions).Decision.Id));
        FigureTable.Parts("decided-measures/2017-01..2017-08/DN-A | 15\n= | 15", view, "decided-measures/2017-01..2017-08/REGION");
    }

    [Fact]
    public void A_round_in_which_nothing_was_told_of_a_measure_is_named()
    {
        OpenRound[] rounds = [.. new[] { ("UR1", "2017-01..2017-04"), ("UR2", "2017-01..2017-08"), ("ÅR", "2017-01..2017-12") }.Select(r => new OpenRound(r.Item1, RoundKind.FollowUpReport, Months(r.Item2), new(r.Item1)))];
        var view = ReadableRegion.Of(Region, rounds).View();

        Assert.Equal(["UR1"], Assert.Single(view.MeasuresOf("A1", Months("2017-01..2017-08"))).Unanswered.Select(r => r.Act.Id));
        Assert.Equal(["UR1", "ÅR"], Assert.Single(view.MeasuresOf("REGION", Period.Year(2017))).Unanswered.Select(r => r.Act.Id));
    }

    [Fact]
    public void What_is_told_of_the_year_can_fall_short_of_what_was_decided()
    {
        var standing = Assert.Single(ReadableRegion.Of(Region + "\ntold 2017-08 DN-A M1 forecast 9 kr").View().MeasuresOf("DN-A", Months("2017-01..2017-08")));

        Assert.True(standing.FallsShort);
        Assert.Equal(Kr(9), standing.Forecast);
        Assert.False(Assert.Single(ReadableRegion.Of(Region).View().MeasuresOf("DN-A", Months("2017-01..2017-08"))).FallsShort);
    }

    [Fact]
    public void The_measures_of_every_way_down_the_organisation_add_up_to_all_of_them_to_the_öre() => Gen.Select(RandomRegion.Gen0, s_told).Sample(
        (region, told) =>
        {
            var view = ReadableRegion.Of($"{region.Organisation}\n{told}").View();
            foreach (var measure in s_ofMeasures)
            {
                var whole = Money.Sum(view.State.Measures.All.Select(m => view.StandingOf(m, Period.Year(2017))).Select(s => Told(s, measure)).OfType<Money>());
                Assert.Equal(whole, view.Evaluate(new(measure, Period.Year(2017), Subject.RegionId)).Money);
                foreach (var subject in view.State.Organisation.Subjects)
                {
                    var explained = view.Explain(new(measure, Period.Year(2017), subject.Id));
                    if (explained.Parts.Count > 0)
                        Assert.Equal(explained.Figure.Money, Money.Sum(explained.Parts.Select(p => p.Money)));
                    Assert.Equal(explained.Figure.IsKnown && explained.Parts.Count == 0, explained.Rule is FigureRule.Decided or FigureRule.Assessed);
                }
            }
        },
        iter: 100);

    private static Money? Told(MeasureStanding standing, Measure measure) => measure switch
    {
        Measure.DecidedMeasures => standing.Expected,
        Measure.MeasureEffect => standing.Effect,
        _ => standing.Forecast,
    };

    private static Money Kr(long kronor) => Money.Kronor(kronor);

    private static Period Months(string text) => Period.TryParse(text, out var months) ? months : throw new ArgumentException(text);

    private static FigureAddress Address(string text) => FigureAddress.TryParse(text, out var address) ? address : throw new ArgumentException(text);
}
