using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Facts;
using Styrkedja.FollowUp;
using Styrkedja.Goals;

namespace Styrkedja.Indicators;

/// <summary>The examples in tests/Specs/indikatorer/regler.md: how an indicator is decided, what its source has told, a question, and the answer reckoned by hand.</summary>
public sealed partial class IndicatorSpecificationTests
{
    private static readonly CultureInfo s_swedish = new("") { NumberFormat = { NumberDecimalSeparator = ",", NumberGroupSeparator = " " } };

    public static TheoryData<string> Examples => [.. Read().Select(e => e.Heading)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_answer_is_the_one_reckoned_by_hand(string heading)
    {
        var example = Read().Single(e => e.Heading == heading);
        var answer = example.Kind switch
        {
            "bedöm" => Judged(example),
            "trend" => Trend(example),
            "rangordna" => Ranked(example),
            _ => Alike(example),
        };
        Assert.Equal(example.Answer.Trim(), answer);
    }

    [Fact]
    public void Every_heading_of_an_example_has_its_question_and_answer() =>
        Assert.Equal(Regex.Count(Text(), "^### ", RegexOptions.Multiline), Read().Count());

    private static string Judged(Example example)
    {
        var (indicator, targets) = Indicator(example.Indicator);
        var asked = Regex.Match(example.Question, @"^(\S+)(?: efter (\d+))?$");
        var period = PeriodOf(asked.Groups[1].Value);
        var known = asked.Groups[2].Success ? int.Parse(asked.Groups[2].Value, CultureInfo.InvariantCulture) : int.MaxValue;
        var counted = IndicatorRule.Counted(indicator, Tellings(example.Facts).Take(known), period);
        var outcome = IndicatorRule.Judge(targets.GetValueOrDefault(period.From.Year), indicator.Polarity, counted);
        var of = counted.Telling?.Value.Key.Period.From.Year;
        return outcome switch
        {
            (GoalFulfilment.Fulfilled, null) => $"uppfyllt: {Shown(counted.Number!.Value)} för {of}",
            (GoalFulfilment.Partly, null) => $"delvis: {Shown(counted.Number!.Value)} för {of}",
            (GoalFulfilment.NotFulfilled, null) => $"inte uppfyllt: {Shown(counted.Number!.Value)} för {of}",
            (GoalFulfilment.NotJudged, { } why) => "kan inte bedömas: " + why switch
            {
                NotJudgedReason.NoTarget => "inget målvärde",
                NotJudgedReason.NoDirection => "ingen riktning",
                NotJudgedReason.NoValue => "inget värde",
                NotJudgedReason.Missing => $"saknas, {of}",
                NotJudgedReason.Suppressed => $"skyddat, {of}",
                NotJudgedReason.Withdrawn => $"tillbakadraget, {of}",
                _ => $"för gammalt, {of}",
            },
            _ => $"{outcome}",
        };
    }

    private static string Trend(Example example)
    {
        var series = FollowUpView.SeriesOf(Tellings(example.Facts), 12);
        if (IndicatorTrend.Of(series) is not { } trend)
            return $"för få värden: {series.Count} av minst {IndicatorTrend.FewestValues}";
        var way = trend.IsBetter(Indicator(example.Indicator).Indicator.Polarity) switch { true => "bättre", false => "sämre", null => "stilla" };
        var at = PeriodOf(example.Question.Trim());
        return $"från {Shown(trend.Start)}, {(trend.PerYear > 0 ? "+" : "")}{Shown(trend.PerYear)} om året, i medel {Shown(trend.Distance)} från linjen; {example.Question.Trim()}: {Shown(trend.At(at.To))}; {way}";
    }

    private static string Ranked(Example example)
    {
        var lines = example.Facts.Trim().Split('\n').Select(l => l.Split(' ')).ToList();
        var country = lines.Single(l => l[0] == "riket")[1];
        var comparison = RegionComparison.Of([.. lines.Where(l => l[0] != "riket").Select(l => (l[0], Value(l[1])))], Value(country), Indicator(example.Indicator).Indicator.Polarity);
        string Mean(params string[] places) => comparison.MeanOf(places) is { } mean ? $"medel av {places[0]} och {places[1]}: {Shown(mean.Mean)} ({mean.Count} av {places.Length})" : "inget medel";
        return $"""
            {example.Question.Trim()}: {comparison.Find(example.Question.Trim())!.Rank} av {comparison.WithValue}
            {string.Join(", ", comparison.Regions.Select(r => $"{r.Place} {r.Rank?.ToString(CultureInfo.InvariantCulture) ?? "utan"}"))}
            riket {Shown(comparison.Country!.Value)}
            {Mean("A", "D")}
            {Mean("A", "E")}
            """;
    }

    private static string Alike(Example example)
    {
        var lines = example.Facts.Trim().Split('\n').Select(l => l.Split(' ')).ToList();
        var measures = lines.Where(l => l[0] == "mått").Select(l => new LikenessMeasure("kolada", l[1], decimal.Parse(l[3], s_swedish))).ToList();
        var values = lines.Where(l => l[0] != "mått").ToDictionary(l => l[0], l => l[1..]);
        var alike = RegionLikeness.Of(example.Question.Trim(), [.. values.Keys], measures, (measure, place) => Value(values[place][measures.IndexOf(measure)]), 3);
        return $"""
            {string.Join(", ", alike.MostAlike.Select(r => $"{r.Place} {Math.Round(r.Distance, 3).ToString("0.###", s_swedish)}"))}
            går inte att jämföra: {string.Join(", ", alike.LeftOut)}
            """;
    }

    private static (AdoptIndicator Indicator, Dictionary<int, SetTarget> Targets) Indicator(string text)
    {
        var indicator = new AdoptIndicator("I", "G", new("Indikator"), "enheter", null, null);
        var targets = new Dictionary<int, SetTarget>();
        foreach (var line in text.Trim().Split('\n'))
        {
            var (name, value) = (line[..line.IndexOf(':', StringComparison.Ordinal)], line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim());
            if (name == "riktning")
                indicator = indicator with { Polarity = value switch { "högre" => Polarity.HigherIsBetter, "lägre" => Polarity.LowerIsBetter, "ingen" => Polarity.Neutral, _ => throw new InvalidOperationException(line) } };
            else if (name == "hur ofta")
                indicator = indicator with { Frequency = value switch { "år" => IndicatorFrequency.Year, "månad" => IndicatorFrequency.Month, _ => throw new InvalidOperationException(line) } };
            else if (name == "eftersläpning")
                indicator = indicator with { Lag = int.Parse(value, CultureInfo.InvariantCulture) };
            else
            {
                var target = Target().Match(line);
                Assert.True(target.Success, line);
                var year = int.Parse(target.Groups[1].Value, CultureInfo.InvariantCulture);
                targets[year] = new("I", year, decimal.Parse(target.Groups[2].Value, s_swedish), target.Groups[3].Success ? decimal.Parse(target.Groups[3].Value, s_swedish) : 0)
                {
                    Operator = target.Groups[4].Value switch { "minst" => TargetOperator.AtLeast, "högst" => TargetOperator.AtMost, "inom" => TargetOperator.Within, _ => null },
                };
            }
        }

        return (indicator, targets);
    }

    private static IEnumerable<KnownIndicatorValue> Tellings(string text) => text.Trim().Split('\n').Select((line, i) =>
    {
        var (period, value) = (PeriodOf(line.Split(' ')[0]), line.Split(' ')[1]);
        var status = value switch { "saknas" => ValueStatus.Missing, "skyddat" => ValueStatus.Suppressed, "tillbakadraget" => ValueStatus.Withdrawn, _ => ValueStatus.Told };
        return new KnownIndicatorValue(new(new("own", "I", "REGION", period), status == ValueStatus.Told ? Value(value) : null, status), i + 1, DateTimeOffset.UnixEpoch);
    });

    private static decimal? Value(string text) => text == "saknas" ? null : decimal.Parse(text, s_swedish);

    private static string Shown(decimal value) => Math.Round(value, 2, MidpointRounding.AwayFromZero).ToString("0.##", s_swedish).Replace('−', '-');

    private static Period PeriodOf(string text)
    {
        Assert.True(Period.TryParse(text, out var period), text);
        return period;
    }

    private static IEnumerable<Example> Read()
    {
        var (heading, indicator, facts, kind, question) = ("", "", "", "", "");
        foreach (Match part in Part().Matches(Text()))
        {
            if (part.Groups["heading"] is { Success: true } said)
                heading = said.Value.Trim();
            else if (part.Groups["kind"].Value == "indikator")
                indicator = part.Groups["text"].Value;
            else if (part.Groups["kind"].Value is "värden" or "regioner" or "mått")
                facts = part.Groups["text"].Value;
            else if (part.Groups["kind"].Value != "svar")
                (kind, question) = (part.Groups["kind"].Value, part.Groups["text"].Value.Trim());
            else
                yield return new(heading, indicator, facts, kind, question, part.Groups["text"].Value);
        }
    }

    private static string Text([CallerFilePath] string file = "") => File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "Specs", "indikatorer", "regler.md")).ReplaceLineEndings("\n");

    [GeneratedRegex(@"^### (?<heading>[^\n]+)$|^```(?<kind>\p{L}+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Part();

    [GeneratedRegex(@"^mål (\d{4}): ([\d,−-]+)(?: tolerans ([\d,]+))?(?: (minst|högst|inom))?$")]
    private static partial Regex Target();

    private sealed record Example(string Heading, string Indicator, string Facts, string Kind, string Question, string Answer);
}
