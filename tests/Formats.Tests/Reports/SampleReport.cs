using System.Globalization;
using Styrkedja.Amounts;
using Styrkedja.FollowUp;
using Styrkedja.Goals;
using Styrkedja.Reports;

namespace Styrkedja.Formats.Reports;

/// <summary>A report of some pages with everything that a paged form must hold: sections four deep, sums, groups, a wide table, pictures, lists, links, warnings and made-up values.</summary>
internal static class SampleReport
{
    public static readonly Uri Site = new("https://styr.exempel.se/");

    public static readonly ReportWords Words = new(
        "sv-SE", "Innehåll", "Tabeller", "Figurer", "Tabell", "Figur", "Sida {page} av {pages}", "Talen står i {table}.", "* Påhittat värde, för att visa hur systemet fungerar.",
        "Gäller per den {day}, med det som var känt till och med post {position} i journalen.");

    private const string LongText =
        "Hälso- och sjukvården står för den största delen av regionens kostnader. Under året ökade kostnaderna för läkemedel och hyrpersonal snabbare än budget, medan pensionskostnaderna blev lägre. "
        + "Nämnderna har arbetat med åtgärder sedan delårsrapporten, och effekterna syns först under hösten.";

    public static ReportDocument Made() => new(
        "AR-2017",
        "sv",
        "Årsredovisning 2017",
        "Region Halland",
        [new("2017 gick "), new("13,0 mnkr", Amount("result/2017-01..2017-12/region-halland", 1_300_000_001), Strong: true), new(" plus, "), new("4,0 mnkr", Amount("result-deviation/2017-01..2017-12/region-halland", -400_000_000, illustrative: true)), new(" sämre än budget; 4 av 11 mål är uppfyllda.")],
        new(new(2018, 3, 1), 214),
        "5f2c",
        "0.3.0",
        [
            new("sammanfattning", "Sammanfattning",
            [
                new ReportParagraph("Året slutade på plus, men sjukhusen gick sämre än sin budget.", ReportTone.Lead),
                new ReportParagraph([new(LongText + " Läs mer i "), new("beslutet om ramar", Address: "/decisions/rf-2016-11-30"), new(" och hos "), new("Rådet för kommunal redovisning", Address: "https://www.rkr.se/"), new(".")]),
                new ReportPoints([[new("Resultatet blev "), new("13,0 mnkr", Amount("result/2017-01..2017-12/region-halland", 1_300_000_001)), new(".")], [new("Psykiatrin", Emphasis: true), new(" höll sin budget.")], [new("Sjukhuset hade "), new("fler", Strong: true), new(" anställda än året före.")]], Numbered: false),
                new ReportHeading("Vad som återstår"),
                new ReportPoints([[new("Ta ner kostnaden för hyrpersonal.")], [new("Korta väntetiderna till psykiatrin.")]], Numbered: true),
                new ReportParagraph("Revisorernas utlåtande är inte lämnat ännu.", ReportTone.Warning),
            ],
            []),
            new("ekonomi", "Ekonomisk översikt",
            [
                new ReportParagraph(LongText),
                Bodies,
                new ReportPicture("avvikelser", "Sjukhuset gick sämst mot budget", "Staplar för hur långt varje nämnd är från sin budget. Störst underskott har Hallands sjukhus; hela regionen avviker −4,0 mnkr.", Svg, 640, 300, "ekonomi-namnder"),
                new ReportParagraph("Källa: regionens bokföring, känd den 1 mars 2018. Beloppen är avrundade var för sig.", ReportTone.Note),
            ],
            [
                new("flera-ar", "Flera år i rad", [new ReportParagraph(LongText), Years, new ReportParagraph(LongText), Months],
                [
                    new("investeringar", "Investeringar", [new ReportParagraph(LongText)],
                    [
                        new("fastigheter", "Fastigheter", [new ReportParagraph(LongText), new ReportParagraph([new("Av detta är "), new("88,0 mnkr", Amount("result/2017-01..2017-12/DN-FAST", 8_800_000_000, illustrative: true)), new(" för nya vårdcentraler.")])], []),
                    ]),
                ]),
            ]),
            new("mal", "Måluppfyllelse", [new ReportParagraph("Fyra mål är uppfyllda, tre delvis.", ReportTone.Lead), Goals], []),
            new("bilaga", "Bilaga", [], [new("konton", "Konton", [Accounts, Counterparties], [])]),
        ]);

    public static ReportTable Bodies { get; } = new(
        "ekonomi-namnder", "Resultat per nämnd 2017", "mnkr",
        [new("Nämnd", ReportColumnKind.Text), new("Budget", ReportColumnKind.Number), new("Utfall", ReportColumnKind.Number), new("Avvikelse", ReportColumnKind.Number), new("Året före", ReportColumnKind.Number)],
        [
            new([new("Hälso- och sjukvård"), ReportCell.Empty, ReportCell.Empty, ReportCell.Empty, ReportCell.Empty], ReportRowKind.Group),
            Row("Hallands sjukhus", 1, 0, -9_640_000_050, -9_640_000_050, 1_230_000_000),
            Row("Psykiatrin Halland", 1, 0, 4_200_000, 4_200_000, -312_000_000, illustrative: true),
            Row("Närsjukvården: vårdcentraler, folktandvård och ambulans i norra och södra länsdelen", 1, 120_000_000, 130_000_000, 10_000_000, 0),
            Row("Vård tillsammans", 0, 120_000_000, -9_505_800_050, -9_625_800_050, 918_000_000, ReportRowKind.Subtotal),
            new([new("Övrigt"), ReportCell.Empty, ReportCell.Empty, ReportCell.Empty, ReportCell.Empty], ReportRowKind.Group),
            Row("Regionstyrelsen", 1, 1_580_000_000, 123_456_789_012, 121_876_789_012, 14_000_000),
            new([new("Kulturnämnden", Address: "/organisation/kultur"), new("uppgift saknas"), new("0,0", 0, Amount("result/2017-01..2017-12/kultur", 0)), ReportCell.Empty, ReportCell.Empty], Level: 2),
            Row("Regionen", 0, 1_700_000_000, 1_300_000_001, -400_000_000, 932_000_000, ReportRowKind.Total),
        ],
        ["Handel mellan regionens egna delar är borttagen."]);

    public static ReportTable Years { get; } = new(
        "flerarsoversikt", "Flerårsöversikt 2010–2017", "mnkr",
        [new("Nyckeltal", ReportColumnKind.Text), .. Enumerable.Range(2010, 8).Select(year => new ReportColumn(year.ToString(CultureInfo.InvariantCulture), ReportColumnKind.Number))],
        [
            .. new[] { "Verksamhetens intäkter", "Verksamhetens kostnader", "Skatteintäkter", "Generella statsbidrag och utjämning", "Finansnetto" }.Select((name, i) =>
                new ReportRow([new(name), .. Enumerable.Range(2010, 8).Select(year => Of((i == 1 ? -1 : 1) * (100_000_000_000 + (year * 12_345_678L)), $"result/{year}-01..{year}-12/region-halland", false))])),
            new([new("Årets resultat"), .. Enumerable.Range(2010, 8).Select(year => Of(1_300_000_000, $"result/{year}-01..{year}-12/region-halland", false))], ReportRowKind.Total),
        ],
        []);

    /// <summary>Too wide for a page upright.</summary>
    public static ReportTable Months { get; } = new(
        "manader", "Resultatet månad för månad och hela året", "mnkr",
        [new("Nämnd", ReportColumnKind.Text), .. "januari februari mars april maj juni juli augusti september oktober november december".Split(' ').Select(month => new ReportColumn(month, ReportColumnKind.Number))],
        [
            .. new[] { "Hallands sjukhus", "Psykiatrin Halland", "Ambulanssjukvård, diagnostik och hälsa" }.Select((name, i) =>
                new ReportRow([new(name), .. Enumerable.Range(1, 12).Select(month => Of((month % 2 == 0 ? -1 : 1) * (i + 1) * month * 123_456_789L, $"result/2017-{month:00}..2017-{month:00}/DN", month == 3))])),
        ],
        []);

    public static ReportTable Goals { get; } = new(
        "mal", "Delmål och mått", null,
        [new("Mål, delmål och mått", ReportColumnKind.Text), new("Målvärde", ReportColumnKind.Number), new("Utfall", ReportColumnKind.Number), new("Bedömning", ReportColumnKind.Judgement)],
        [
            new([new("Invånarna har god hälsa", Address: "/goals/G01"), ReportCell.Empty, ReportCell.Empty, Judged("uppfyllt", GoalFulfilment.Fulfilled, "G01")]),
            new([new("Väntetid till första besök i barn- och ungdomspsykiatrin, andel inom 30 dagar"), new("90 %", 90), new("87,5 %", 87.5m, Parsed("indicator/2017-01..2017-12/VÄNTETID", new FigureValue.Number(87.5m, "%"))), Judged("delvis uppfyllt", GoalFulfilment.Partly, "G05")], Level: 1),
            new([new("Andel i egen regi"), new("12 %", 12), new("9 %", 9), Judged("inte uppfyllt", GoalFulfilment.NotFulfilled, "G06")], Level: 1),
            new([new("Möten"), ReportCell.Empty, new("12", 12, Parsed("indicator/2017-01..2017-12/MÖTEN", new FigureValue.Count(12))), Judged("går inte att bedöma", GoalFulfilment.NotJudged, "G07")], Level: 2),
        ],
        []);

    /// <summary>So long that it must go over the page.</summary>
    private static ReportTable Accounts { get; } = new(
        "konton", "Konton", "tkr",
        [new("Konto", ReportColumnKind.Text), new("Namn", ReportColumnKind.Text), new("Utfall", ReportColumnKind.Number)],
        [.. Enumerable.Range(4000, 85).Select(account => new ReportRow([new(account.ToString(CultureInfo.InvariantCulture)), new($"Lön för arbetad tid, grupp {account % 7}"), new("−1 235", -1_234_567.89m)]))],
        ["Uppställd efter regionernas normalkontoplan."]);

    /// <summary>So short that it is kept on one page.</summary>
    private static ReportTable Counterparties { get; } = new(
        "motparter", "Motparter", "tkr",
        [new("Motpart", ReportColumnKind.Text), new("Utfall", ReportColumnKind.Number)],
        [.. Enumerable.Range(1, 9).Select(i => new ReportRow([new($"Motpart {i}"), new("12", 12_000)]))],
        []);

    private const string Svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 300\"><rect x=\"200\" y=\"30\" width=\"300\" height=\"50\" fill=\"#8A3118\"/><rect x=\"200\" y=\"120\" width=\"120\" height=\"50\" fill=\"#17496A\"/><text x=\"10\" y=\"60\" font-size=\"15\">Hallands sjukhus</text><text x=\"10\" y=\"150\" font-size=\"15\">Psykiatrin</text></svg>";

    private static ReportRow Row(string name, int level, long budget, long outcome, long deviation, long before, ReportRowKind kind = ReportRowKind.Item, bool illustrative = false) => new(
        [new(name), Of(budget, "result-budget/2017-01..2017-12/DN", false), Of(outcome, "result/2017-01..2017-12/DN", illustrative), Of(deviation, "result-deviation/2017-01..2017-12/DN", illustrative), Of(before, "result/2016-01..2016-12/DN", false)], kind, level);

    private static ReportCell Of(long ore, string address, bool illustrative) => new(Figures.AmountText.Of(new(ore), Figures.AmountUnit.Million), ore / 100m, Amount(address, ore, illustrative));

    private static ReportCell Judged(string text, GoalFulfilment fulfilment, string goal) => new(text, null, Parsed("goal-status/2017-01..2017-12/" + goal, new FigureValue.Judgement(fulfilment)));

    private static Figure Amount(string address, long ore, bool illustrative = false) => Parsed(address, new FigureValue.Amount(new Money(ore))) with { Illustrative = illustrative };

    private static Figure Parsed(string address, FigureValue value) => FigureAddress.TryParse(address, out var parsed) ? new(parsed, value, false) : throw new ArgumentException(address, nameof(address));
}
