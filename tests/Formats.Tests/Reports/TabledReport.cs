using System.Globalization;
using Styrkedja.Amounts;
using Styrkedja.FollowUp;
using Styrkedja.Goals;
using Styrkedja.Reports;

namespace Styrkedja.Formats.Reports;

/// <summary>A small report with one of each block, cell and row, and names that are hard to hold.</summary>
internal static class TabledReport
{
    public const string LongId = "redovisning-av-driftens-utfall-per-namnd";

    public static readonly WorkbookWords Words = new(
        "Innehåll", "Siffror", "Gäller", "Känt till och med post", "Kontrollsumma", "Framställd av", "Tabell", "Avsnitt", "Enhet", "Varje tal står helt i sin cell.", "Till innehållet", "Prickad linje: illustrativt värde.",
        "Varje siffra med sin adress.", "Blad", "Cell", "Rad", "Kolumn", "Visas som", "Värde", "Adress", "Illustrativ", "ja", "kr", "st");

    public static ReportDocument Made() => new(
        "AR-2017",
        "sv",
        "Årsredovisning 2017",
        "Region <Halland> & co",
        [new("Resultatet blev "), new("13,0 mnkr", Amount("result/2017-01..2017-12/region-halland", 1_300_000_000_01), Strong: true), new(".")],
        new(new(2018, 3, 1), 214),
        "5f2c",
        "0.3.0",
        [
            new("ekonomi", "Ekonomi",
            [
                new ReportParagraph("Ekonomin i korthet.", ReportTone.Lead),
                new ReportHeading("Nämnderna"),
                new ReportPoints([[new("Psykiatrin", Address: "/bodies/DN-PSY", Emphasis: true)], [new("Sjukhuset")]], Numbered: true),
                Economy,
                new ReportPicture("avvikelser", "Avvikelser", "Sjukhuset gick sämre.", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 5\"/>", 10, 5, "ekonomi-namnder"),
            ],
            [
                new("mal", "Mål", [Goals], []),
            ]),
            new("drift", "Drift", [Table(LongId), Table(LongId + "-2016")], []),
        ]);

    public static ReportTable Economy { get; } = new(
        "ekonomi-namnder", "Resultat per nämnd", "mnkr",
        [new("Nämnd", ReportColumnKind.Text), new("Resultat", ReportColumnKind.Number), new("Avvikelse", ReportColumnKind.Number), new("Avvikelse", ReportColumnKind.Number)],
        [
            new([new("Hälso- och sjukvård"), ReportCell.Empty, ReportCell.Empty, ReportCell.Empty], ReportRowKind.Group),
            Row("Hallands sjukhus", -9_640_000_050, illustrative: false, level: 1),
            Row("=1+1", 4_200_000, illustrative: true, level: 1),
            new([new("Lokala nämnder; Öst"), Of("0,0", 0, false), new("uppgift saknas"), new("-")], Level: 1),
            new([new("Vård"), Of("−96,4", -9_635_800_050, true), ReportCell.Empty, ReportCell.Empty], ReportRowKind.Subtotal),
            new([new("Regionen"), Of("13,0", 1_300_000_001, false), ReportCell.Empty, ReportCell.Empty], ReportRowKind.Total),
        ],
        ["Internt är borttaget."]);

    private static ReportTable Goals { get; } = new(
        "mal", "Delmål", null,
        [new("Delmål", ReportColumnKind.Text), new("Utfall", ReportColumnKind.Number), new("Bedömning", ReportColumnKind.Judgement)],
        [
            new([new("Väntetid", Address: "/goals/G05"), new("87,5 %", 87.5m, Parsed("indicator/2017-01..2017-12/VÄNTETID", new FigureValue.Number(87.5m, "%"))), new("delvis uppfyllt", null, Parsed("goal-status/2017-01..2017-12/G05", new FigureValue.Judgement(GoalFulfilment.Partly)))]),
            new([new("Möten"), new("12", 12, Parsed("indicator/2017-01..2017-12/MÖTEN", new FigureValue.Count(12))), new("går inte att bedöma", null, Parsed("goal-status/2017-01..2017-12/G06", new FigureValue.Unknown()))]),
        ],
        []);

    private static ReportTable Table(string id) => new(id, "Drift " + id, "tkr", [new("Rad", ReportColumnKind.Text), new("Utfall", ReportColumnKind.Number)], [new([new("Lön"), new("−1 235", -1_234_567.89m)])], []);

    private static ReportRow Row(string name, long ore, bool illustrative, int level)
    {
        var text = Figures.AmountText.Of(new(ore), Figures.AmountUnit.Million);
        return new([new(name), Of(text, ore, illustrative), Of(text, ore, false), new(text, ore / 100m)], Level: level);
    }

    private static ReportCell Of(string text, long ore, bool illustrative) => new(text, ore / 100m, Amount($"result/2017-01..2017-12/DN-{Math.Abs(ore).ToString(CultureInfo.InvariantCulture)}", ore, illustrative));

    private static Figure Amount(string address, long ore, bool illustrative = false) => Parsed(address, new FigureValue.Amount(new Money(ore))) with { Illustrative = illustrative };

    private static Figure Parsed(string address, FigureValue value) => FigureAddress.TryParse(address, out var parsed) ? new(parsed, value, false) : throw new ArgumentException(address, nameof(address));
}
