using System.Globalization;
using Styrkedja.Amounts;
using Styrkedja.Calendar;

namespace Styrkedja.FollowUp;

/// <summary>Figures as a table of text, subjects down and measures across, in kronor; a figure that nobody knows is a question mark.</summary>
internal static class FigureTable
{
    public static void Shows(string expected, FollowUpView view, string period, string subjects, params Measure[] measures)
    {
        Assert.True(Period.TryParse(period, out var months), period);
        var rows = subjects.Split(' ').Select(s => string.Join(" | ", [s, .. measures.Select(m => Shown(view.Evaluate(new(m, months, s))))]));
        var heading = string.Join(" | ", ["", .. measures.Select(m => m.Word())]).Trim();
        Assert.Equal(Tidy(expected), $"{heading}\n{string.Join('\n', rows)}");
    }

    public static void Parts(string expected, FollowUpView view, string address, Breakdown? by = null)
    {
        Assert.True(FigureAddress.TryParse(address, out var read), address);
        var explanation = view.Explain(read, by);
        var rows = explanation.Parts.Select(p => $"{p.Address} | {Shown(p)}").Append($"= | {Shown(explanation.Figure)}");
        Assert.Equal(Tidy(expected), string.Join('\n', rows));
    }

    public static string Shown(Figure figure) => figure.Value switch
    {
        FigureValue.Amount amount => Kronor(amount.Money),
        FigureValue.Count count => $"{count.Items}",
        FigureValue.Number number => string.Create(CultureInfo.InvariantCulture, $"{number.Value:0.####} {number.Unit}"),
        FigureValue.Judgement judgement => $"{judgement.Fulfilment}",
        _ => "?",
    };

    public static string Kronor(Money money) => (money.Ore / 100m).ToString(money.Ore % 100 == 0 ? "0" : "0.00", CultureInfo.InvariantCulture).Replace('.', ',');

    public static string Tidy(string text) => string.Join('\n', text.Split('\n').Select(l => string.Join(" | ", l.Split('|', StringSplitOptions.TrimEntries)).Trim()).Where(l => l.Length > 0)).Trim();
}
