using System.Globalization;
using Styrkedja.Decisions;
using Styrkedja.FollowUp;
using Styrkedja.Formats.Figures;
using Styrkedja.Formats.Reports;
using Styrkedja.Goals;
using Styrkedja.Web.Reporting;

namespace Styrkedja.Web.Tests.Reporting;

/// <summary>Pictures of reports: what they say, and that no words are cut or lie over each other whatever is drawn.</summary>
public class ReportPicturesTests
{
    private static readonly string[] s_names =
    [
        "Hallands sjukhus", "Driftnämnden Ambulans, diagnostik och hälsa", "Kultur", "Regionkontoret och regionstyrelsen", "Gemensamma nämnden för hemsjukvård och hjälpmedel i södra delen av länet",
        "Barnhälsovårdsenhetschefsutvecklingsprogram", "A & B <c> \"d\"", "Psykiatri", "Läkemedel", "",
    ];

    [Fact]
    public void Deviations_lie_on_their_side_of_the_line_as_long_as_they_are_large()
    {
        var drawn = Sound(ReportPictures.Deviations([Row("Sjukhuset", -90), Row("Psykiatrin", -30), Row("Regionen", 45)], "sämre", "bättre"));
        var zero = decimal.Parse((string)drawn.All("line")[^1].Attribute("x1")!, CultureInfo.InvariantCulture);
        var bars = drawn.All("rect").Skip(1).Select(r => (X: Number(r, "x"), Width: Number(r, "width"))).ToList();

        Assert.Equal([zero, zero, zero], [bars[0].X + bars[0].Width, bars[1].X + bars[1].Width, bars[2].X], (a, b) => Math.Abs(a - b) < 0.05m);
        Near(3, bars[0].Width / bars[1].Width, 0.01m);
        Near(2, bars[0].Width / bars[2].Width, 0.01m);
        Assert.True(drawn.Find("−90,0").Right < bars[0].X);
        Assert.True(drawn.Find("sämre").Right < zero && drawn.Find("bättre").Left > zero);
    }

    [Fact]
    public void Steps_lead_from_the_plan_to_the_outcome()
    {
        var drawn = Sound(ReportPictures.Steps(Row("Budget", 17), [Row("Sjukhuset", -90), Row("Gemensamt", 86)], Row("Resultat", 13)));
        var bars = drawn.All("rect").Skip(1).Select(r => (Left: Number(r, "x"), Right: Number(r, "x") + Number(r, "width"))).ToList();

        Near(bars[0].Right, bars[1].Right, 0.05m);
        Near(bars[1].Left, bars[2].Left, 0.05m);
        Near(bars[2].Right, bars[3].Right, 0.05m);
        Near(bars[0].Left, bars[3].Left, 0.05m);
    }

    [Fact]
    public void A_line_breaks_where_nothing_is_known_and_is_named_at_its_end()
    {
        var drawn = Sound(ReportPictures.Lines(["jan", "feb", "mar", "apr", "maj"], [new("Resultat", [1, 2, null, 4, 5], "5,0", PictureLineKind.Outcome), new("Budget", [1, 1, 1, 1, null], "1,0", PictureLineKind.Budget)]));
        var ways = drawn.All("path").Where(p => (string?)p.Attribute("stroke") == "#0a4568").ToList();

        Assert.Equal(2, ways.Count);
        Assert.NotNull(drawn.All("path").Single(p => (string?)p.Attribute("stroke") == "#514c44").Attribute("stroke-dasharray"));
        Assert.Superset(new HashSet<string>(["Resultat", "5,0", "Budget", "1,0", "jan", "maj", "0"]), drawn.Texts.ToHashSet());
    }

    [Fact]
    public void Years_are_columns_until_their_words_have_no_room()
    {
        PictureRow[] Rows(int from) => [.. Enumerable.Range(from, 2018 - from).Select(y => new PictureRow($"{y}", y, AmountText.Number(y * 1_000_000m, 0)))];
        var (few, many) = (Sound(ReportPictures.Years(Rows(2013), new("Mål", 2020, "2 020 000 000"))), Sound(ReportPictures.Years(Rows(1990), new("Mål", 2020, "2 020 000 000"))));

        Assert.Equal(few.Find("2013").Top, few.Find("2017").Top);
        Assert.True(many.Find("1990").Bottom < many.Find("2017").Top);
        Assert.Contains("Mål", many.Texts);
    }

    [Fact]
    public void Goals_are_told_by_sign_and_word_beside_colour()
    {
        var drawn = Sound(ReportPictures.Goals(
            [new(GoalFulfilment.Fulfilled, 2, "2 uppfyllda"), new(GoalFulfilment.NotJudged, 0, "0 går inte att bedöma")],
            [new("God hälsa", [.. Enum.GetValues<GoalFulfilment>().Select(f => new PictureSubGoal($"G-{f}", f, $"ord {f}"))]), new("Utan delmål", [])]));

        Assert.Superset(Enum.GetValues<GoalFulfilment>().Select(f => $"ord {f}").ToHashSet(), drawn.Texts.ToHashSet());
        Assert.DoesNotContain("0 går inte att bedöma", drawn.Texts);
        // One sign in the bar and one in each box: a tick, a half, an empty and a dashed circle.
        Assert.Equal(5, drawn.All("circle").Count);
        Assert.Single(drawn.All("circle"), c => c.Attribute("stroke-dasharray") is not null);
    }

    [Fact]
    public void Money_in_and_out_have_one_scale_and_what_is_left_stands_on_the_lower()
    {
        var drawn = Sound(ReportPictures.MoneyInAndOut(new("In", "100", [Row("Skatt", 75), Row("Bidrag", 25)]), new("Ut", "90", [Row("Vård", 90), Row("Ränta", -2)]), Row("Resultat", 10)));
        decimal Tall(string fill) => Number(drawn.All("rect").First(r => (string?)r.Attribute("fill") == fill), "height");

        Near(75m / 90m, (Tall("#0a4568") + 1) / (Tall("#7a5c1e") + 1), 0.001m);
        var rest = drawn.All("rect").Single(r => r.Attribute("stroke-dasharray") is not null);
        Assert.True(Number(rest, "x") > ReportPictures.Width / 2);
        Near(10m / 90m, Number(rest, "height") / (Tall("#7a5c1e") + 1), 0.001m);
    }

    [Fact]
    public void What_may_not_be_told_is_open_and_faint_in_the_picture_of_care()
    {
        var flows = Flows(("HS", Regime.Own, "Hallands sjukhus", 600), ("VV", Regime.Private, "Vårdval", 300), ("T1", Regime.Private, "Tandvård", null), ("T2", Regime.Private, "Fotvård", null));
        var drawn = Sound(ReportPictures.CareSystem(flows, [new("1380", "Halmstad", 99, "99", "Södra"), new("1384", "Kungsbacka", 80, "80")], Words));

        Assert.Contains("2 som döljs", drawn.Texts);
        Assert.DoesNotContain("Tandvård", drawn.Texts);
        Assert.Single(drawn.All("rect"), r => r.Attribute("stroke-dasharray") is not null);
        Assert.Contains("900 mnkr", drawn.Texts);
        Assert.DoesNotContain("Invånare", Sound(ReportPictures.CareSystem(flows, [], Words)).Texts);
    }

    [Fact]
    public void A_picture_that_stands_alone_has_its_title_and_source_around_it()
    {
        var inner = ReportPictures.Values([Row("Löner", 1), Row("Läkemedel", 2)]);
        var drawn = Sound(ReportPictures.Titled(inner, "Löner och läkemedel är det mesta av vad vården kostar, och båda växer", "Kostnader 2017, mnkr", "Källa: huvudboken."));

        Assert.Equal(ReportPictures.Width + 40, drawn.Drawing.Width);
        Assert.True(drawn.Find("Kostnader 2017, mnkr").Bottom < drawn.Find("Löner").Top);
        Assert.True(drawn.Find("Källa: huvudboken.").Top > drawn.Find("Läkemedel").Bottom);
    }

    [Fact]
    public void Signs_of_xml_in_names_are_words_and_what_xml_cannot_hold_is_left_out()
    {
        var drawn = Sound(ReportPictures.Values([Row("<script>&\"\u0001\uD800", 1)]));

        Assert.Contains("<script>&\"", drawn.Texts);
    }

    [Fact]
    public void The_same_values_give_the_same_drawing_in_any_locale()
    {
        var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (other.NumberFormat.NumberDecimalSeparator, other.NumberFormat.NegativeSign) = ("#", "~");
        var before = CultureInfo.CurrentCulture;
        var drawn = All(7).Select(d => d.Svg).ToList();
        try
        {
            CultureInfo.CurrentCulture = other;
            Assert.Equal(drawn, All(7).Select(d => d.Svg));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Whatever_is_drawn_no_words_are_cut_or_lie_over_each_other()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            foreach (var (drawing, i) in All(seed).Select((d, i) => (d, i)))
                Assert.True(!new DrawnWords(drawing).Faults().Any(), $"seed {seed}, picture {i}: {string.Join("; ", new DrawnWords(drawing).Faults())}");
        }
    }

    [Fact]
    public void Every_picture_can_be_printed() => Assert.All(All(3), drawing => Assert.Equal(1890, DrawnPicture.SizeOf(DrawnPicture.Png(drawing.Svg, 160)).Width));

    /// <summary>One of each picture, of values, names and numbers of rows that the seed chooses: none, one or many, below and above zero, known or not.</summary>
    private static List<Drawing> All(int seed)
    {
        var random = new Random(seed);
        string Name() => s_names[random.Next(s_names.Length)];
        var sign = random.Next(3);
        decimal Value()
        {
            var value = random.Next(10) == 0 ? 0 : Math.Round((decimal)Math.Pow(10, (random.NextDouble() * 6) - 1), 1);
            return sign == 0 || (sign == 1 && random.Next(2) == 0) ? -value : value;
        }

        PictureRow Some(string? name = null) => random.Next(12) == 0 ? new(name ?? Name(), null, "ingen uppgift") : Row(name ?? Name(), Value());
        List<PictureRow> Rows(int most) => [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => Some())];
        string[] months = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
        PictureLine Line(PictureLineKind kind)
        {
            var known = random.Next(13);
            return new(Name(), [.. months.Select((_, i) => i < known && random.Next(9) > 0 ? Value() : (decimal?)null)], "1 234,5 mnkr", kind);
        }

        var counts = Enum.GetValues<GoalFulfilment>().Select(f => random.Next(12) is var n ? new PictureCount(f, n, $"{n} {Word(f)}") : null!).ToList();
        return
        [
            ReportPictures.Deviations(Rows(12), "sämre än budget", "bättre än budget"),
            ReportPictures.Values(Rows(20)),
            ReportPictures.Steps(Some("Budgeterat resultat"), Rows(9), Some("Resultat")),
            ReportPictures.Lines(months, [.. Enum.GetValues<PictureLineKind>().Where(_ => random.Next(3) > 0).Select(Line)]),
            ReportPictures.Years([.. Enumerable.Range(2018 - random.Next(15), 14).TakeWhile(y => y <= 2017).Select(y => Some($"{y}"))], random.Next(2) == 0 ? Row("Målet är minst", Value()) : null),
            ReportPictures.Goals(counts, [.. Rows(5).Select(r => new PictureGoal(r.Name, [.. Rows(7).Select((s, i) => new PictureSubGoal(s.Name, (GoalFulfilment)(i % 4), Word((GoalFulfilment)(i % 4))))]))]),
            ReportPictures.MoneyInAndOut(new("Härifrån kommer pengarna", "9 412 mnkr", Rows(9)), new("Hit går pengarna", "9 399 mnkr", Rows(12)), random.Next(2) == 0 ? Some("Resultat") : null),
            ReportPictures.CareSystem(
                Flows([.. Enumerable.Range(0, 1 + random.Next(12)).Select(i => ($"P{i}", (Regime)(i * 3 / 12), Name(), random.Next(6) == 0 ? (long?)null : random.Next(1, 4000)))]),
                [.. Enumerable.Range(0, random.Next(8)).Select(i => new PictureHome($"{i}", Name(), random.Next(100_000), "99 752", i % 3 == 0 ? "Västra sjukvårdsregionen" : null))],
                Words),
        ];
    }

    private static string Word(GoalFulfilment fulfilment) => fulfilment switch
    {
        GoalFulfilment.Fulfilled => "uppfyllt",
        GoalFulfilment.Partly => "delvis uppfyllt",
        GoalFulfilment.NotFulfilled => "inte uppfyllt",
        _ => "går inte att bedöma",
    };

    private static CarePictureWords Words { get; } = new(
        "Invånare", "Finansiär", "Regi", "Vårdgivare", "Region Halland",
        value => value is { } told ? $"{AmountText.Number(told, 0)} mnkr" : "får inte visas",
        regime => regime switch { Regime.Own => "Egen regi", Regime.Private => "Privata vårdgivare", _ => "Andra regioner" },
        arm => arm.Group.Name.Sv,
        count => $"{count} som döljs");

    private static CareSystemFlows Flows(params (string Id, Regime Regime, string Name, long? Value)[] arms) => new(
        CareFlowMeasure.Money,
        [.. arms.Select(a => new CareSystemArm(new(a.Regime, [new(new(a.Id, new(a.Name, a.Name), a.Regime, a.Id, null, null, default), null!, 1)]), a.Value))],
        arms.Sum(a => a.Value ?? 0),
        arms.GroupBy(a => a.Regime).ToDictionary(g => g.Key, g => (long?)g.Sum(a => a.Value ?? 0)),
        [],
        false);

    private static DrawnWords Sound(Drawing drawing)
    {
        var words = new DrawnWords(drawing);
        Assert.Empty(words.Faults());
        return words;
    }

    private static PictureRow Row(string name, decimal value) => new(name, value, AmountText.Number(value, 1));

    private static void Near(decimal expected, decimal actual, decimal within) => Assert.InRange(actual, expected - within, expected + within);

    private static decimal Number(System.Xml.Linq.XElement element, string name) => decimal.Parse((string)element.Attribute(name)!, CultureInfo.InvariantCulture);
}
