using Styrkedja.App.Texts;
using Styrkedja.FollowUp;
using Styrkedja.Formats.Figures;

namespace Styrkedja.Cli.Commands;

/// <summary>The value of a figure in a column of the command line: amounts in mnkr with one decimal.</summary>
internal static class FigureText
{
    public static string Of(Figure figure, Texts texts) => figure.Value switch
    {
        FigureValue.Amount amount => AmountText.Of(amount.Money, AmountUnit.Million, signed: figure.Address.Measure.Kind() == FigureKind.Deviation),
        FigureValue.Count count => AmountText.Plain(count.Items),
        FigureValue.Number { Unit: "full-time-equivalents" or "hours" } number => $"{AmountText.Number(number.Value, 1)} {texts[$"unit.{number.Unit}"]}",
        FigureValue.Number number => $"{AmountText.Number(number.Value, 2)} {number.Unit}",
        FigureValue.Judgement judgement => texts[$"fulfilment.{FigureJson.Word(judgement.Fulfilment)}"],
        _ => texts["cli.unknown"],
    };
}
