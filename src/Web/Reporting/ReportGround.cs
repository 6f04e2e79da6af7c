using Styrkedja.Amounts;
using Styrkedja.App.Texts;
using Styrkedja.Calendar;
using Styrkedja.FollowUp;
using Styrkedja.Formats.Figures;
using Styrkedja.Reports;
using Styrkedja.Web.Readers;
using Styrkedja.Web.Words;

namespace Styrkedja.Web.Reporting;

/// <summary>What every part of a report is made from: the region as one moment sees it, the period, and the words of one language.</summary>
public sealed class ReportGround(Reading reading, Period period)
{
    public Reading Reading { get; } = reading;

    /// <summary>The period that the report is about.</summary>
    public Period Period { get; } = period;

    /// <summary>The part of it for which there is outcome.</summary>
    public Period Known { get; } = reading.View.Known(period);

    public FollowUpView View => Reading.View;

    public Texts T => Reading.T;

    public FigureWords Words { get; } = new(reading.T, reading.State);

    public int Year => Period.From.Year;

    /// <summary>The years that a report looks back on, its own last: those with outcome, at most five.</summary>
    public IReadOnlyList<int> YearsBack => [.. Enumerable.Range(Year - 4, 5).Where(year => View.HasOutcome(Period.Year(year)))];

    /// <summary>An amount in a table, in millions of kronor; a dash for one that is not known.</summary>
    public ReportCell Amount(Figure? figure) => figure is { IsKnown: true }
        ? new(AmountText.Of(figure.Money, AmountUnit.Million, figure.Address.Measure.Kind() == FigureKind.Deviation), figure.Money.Ore / 100m, figure)
        : Missing;

    /// <summary>An amount that rests on a decision instead of a figure.</summary>
    public static ReportCell Decided(Money amount, string decision) => new(AmountText.Of(amount, AmountUnit.Million), amount.Ore / 100m, null, "/decisions/" + decision);

    /// <summary>A figure of any kind in a table, with its unit.</summary>
    public ReportCell Value(Figure? figure) => figure switch
    {
        { Value: FigureValue.Amount } => Amount(figure) with { Text = Said(figure) },
        { Value: FigureValue.Count count } => new(Said(figure), count.Items, figure),
        { Value: FigureValue.Number number } => new(Said(figure), number.Value, figure),
        { Value: FigureValue.Judgement } => new(Said(figure), null, figure),
        _ => Missing,
    };

    /// <summary>A cell for what is not known.</summary>
    public ReportCell Missing => new(T["value.none"]);

    /// <summary>A figure as it is said in a sentence.</summary>
    public string Said(Figure figure) => Words.Value(figure, AmountUnit.Million, 0, figure.Address.Measure.Kind() == FigureKind.Deviation);

    public ReportRun Run(Figure figure, string? text = null) => new(text ?? Said(figure), figure);

    public ReportColumn Text(string key) => new(T[key], ReportColumnKind.Text);

    public ReportColumn Number(string key) => new(T[key], ReportColumnKind.Number);

    /// <summary>A sentence whose {names} are filled with figures.</summary>
    public static IReadOnlyList<ReportRun> Sentence(string text, params (string Name, ReportRun Run)[] parts)
    {
        var (runs, at) = (new List<ReportRun>(), 0);
        while (text.IndexOf('{', at) is var open and >= 0 && text.IndexOf('}', open) is var close and > 0)
        {
            if (open > at)
                runs.Add(new(text[at..open]));
            runs.Add(parts.FirstOrDefault(p => p.Name == text[(open + 1)..close]).Run ?? new(text[open..(close + 1)]));
            at = close + 1;
        }

        if (at < text.Length)
            runs.Add(new(text[at..]));
        return runs;
    }

    /// <summary>The same as a paragraph; each name's figure said with its unit.</summary>
    public ReportParagraph Paragraph(string text, params (string Name, Figure Figure)[] figures) =>
        new(Sentence(text, [.. figures.Select(f => (f.Name, Run(f.Figure)))]));

    public string NameOf(string id) => Words.SubjectName(id);

    public static string Iso(DateOnly day) => DateWords.Iso(day);
}
