using Styrkedja.Amounts;
using Styrkedja.App.Texts;
using Styrkedja.FollowUp;
using Styrkedja.Formats.Figures;

namespace Styrkedja.Web.Words;

/// <summary>The year or the months so far in one sentence: result against budget, forecast while the year is under way, goals.</summary>
/// <remarks>Whole millions, as people say it; half a million and more is rounded away from zero. The names in braces stand for <see cref="Figures"/>.</remarks>
public sealed class HeadlineSentence
{
    public HeadlineSentence(Texts t, FollowUpSummary summary, bool known)
    {
        var year = summary.Period.From.Year;
        if (!known)
        {
            Text = summary.Region.Budget.IsKnown && summary.Region.Budget.Money != Money.Zero
                ? t["headline.no-outcome", ("year", year)]
                : t["headline.nothing", ("year", year)];
        }
        else
        {
            var whole = summary.Known.To.Number == 12;
            var when = whole ? $"{year}" : t["headline.months", ("month", DateWords.Of(t, summary.Known.To))];
            var result = summary.Region.Result;
            var sentence = Millions(result.Money) == 0 ? t["headline.even", ("when", when)] : result.Money > Money.Zero ? t["headline.surplus", ("when", when)] : t["headline.deficit", ("when", when)];
            sentence += Millions(summary.Region.Deviation.Money) == 0 ? t["headline.on-budget"] : summary.Region.Deviation.Money > Money.Zero ? t["headline.better"] : t["headline.worse"];
            if (!whole && summary.Region.Forecast.IsKnown)
                sentence += t["headline.forecast"];
            if (whole && summary.GoalsTotal.Value is FigureValue.Count { Items: > 0 })
                sentence += t["headline.goals"];
            Text = sentence + ".";
        }

        Figures = new Dictionary<string, (Figure, string)>(StringComparer.Ordinal)
        {
            ["result"] = (summary.Region.Result, Said(summary.Region.Result, false)),
            ["deviation"] = (summary.Region.Deviation, Said(summary.Region.Deviation, false)),
            ["forecast"] = (summary.Region.Forecast, Said(summary.Region.Forecast, true)),
            ["budget"] = (summary.Region.Budget, Said(summary.Region.Budget, true)),
            ["fulfilled"] = (summary.GoalsFulfilled, Said(summary.GoalsFulfilled, false)),
            ["total"] = (summary.GoalsTotal, Said(summary.GoalsTotal, false)),
        };
    }

    /// <summary>The sentence with {names} where its figures stand.</summary>
    public string Text { get; }

    public IReadOnlyDictionary<string, (Figure Figure, string Text)> Figures { get; }

    /// <summary>The sentence as plain words.</summary>
    public string Plain => Figures.Aggregate(Text, (text, figure) => text.Replace("{" + figure.Key + "}", figure.Value.Text, StringComparison.Ordinal));

    private static string Said(Figure figure, bool withSign) => figure.Value switch
    {
        FigureValue.Amount => $"{AmountText.Number(withSign ? Millions(figure.Money) : Math.Abs(Millions(figure.Money)), 0)}{AmountText.Group}mnkr",
        FigureValue.Count count => AmountText.Number(count.Items, 0),
        _ => "–",
    };

    private static decimal Millions(Money money) => Math.Round(AmountText.In(money, AmountUnit.Million), MidpointRounding.AwayFromZero);
}
